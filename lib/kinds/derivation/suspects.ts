import type { Suspect } from '@/lib/kinds/contract';
import type { DerivationAnswer, DerivationKey } from './answer';

/** Answers that ought not to be right: each misconception, as the only line. */
export function suspects(_: unknown, key: DerivationKey): Suspect<DerivationAnswer>[] {
  return key.misconceptions.map(({ expression }, index) => ({
    answer: { lines: [expression] },
    checks: ['set-up', 'result'],
    severity: 'error',
    message: `the misconception \`${expression}\` is right, as the problem or as the result, so nobody is ever told of it`,
    path: ['misconceptions', index, 'expression'],
  }));
}
