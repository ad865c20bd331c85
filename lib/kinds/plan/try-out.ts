import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt:
    'Compute $d = A B x$ with few multiplications: first $b = B x$, then $d = A b$, one line each. Under every line you see its shape.',
  part: {
    symbols: {
      A: { latex: 'A', shape: ['m', 'n'] },
      B: { latex: 'B', shape: ['n', 'k'] },
      x: { latex: 'x', shape: ['k', 1] },
    },
    outputs: { d: { label: 'd', reference: 'A B x' } },
    sizes: { m: 10, n: 20, k: 30 },
    shares: { outputs: 1, order: 0, reuse: 0 },
  },
};
