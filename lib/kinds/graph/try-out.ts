import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt:
    'Draw that $c$ is computed from $a$ and $b$. Drag from one node to another, or use the table.',
  part: {
    palette: { a: { latex: 'a' }, b: { latex: 'b' }, c: { latex: 'c' } },
    reference: {
      edges: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    },
  },
};
