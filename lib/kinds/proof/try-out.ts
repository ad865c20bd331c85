import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt:
    'Let $a \\le b$ and $2b < c$. Show that $2a < c$. Write one line for each step; words may stand beside a line.',
  part: {
    symbols: { a: { latex: 'a' }, b: { latex: 'b' }, c: { latex: 'c' } },
    hypotheses: { first: 'a \\le b', second: '2b < c' },
    goal: '2a < c',
    goal_points: 1,
    milestones: [{ points: 1, claims: ['2a \\le 2b'] }],
  },
};
