import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: String.raw`Derive the value of $\int_0^1 2x\,dx$, line by line.`,
  part: {
    symbols: {},
    variable: 'x',
    quantity: 'A',
    problem: String.raw`\int_0^1 2x\,dx`,
    result: '1',
    shares: { setup: 1, steps: 1, result: 1 },
  },
};
