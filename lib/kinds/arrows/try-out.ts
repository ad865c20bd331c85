import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt:
    'Place $a$ and $b$ somewhere, and draw at $a$ an arrow in the direction in which the distance $\\|a - b\\|$ grows fastest.',
  part: {
    symbols: { a: { latex: 'a', shape: [2, 1] }, b: { latex: 'b', shape: [2, 1] } },
    directions: { a: 'a - b' },
    shares: { position: 0, arrows: 1 },
  },
};
