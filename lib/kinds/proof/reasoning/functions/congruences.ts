import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { TooLarge } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';
import { type Applied, appliedIn } from './applied';

/** Values of functions that are told apart; every two of them may have to be compared. */
const MOST_CALLS = 40;

/** Two values of one function: their arguments differ, or the values are equal. */
export interface Congruence {
  /** The arguments are equal whatever the values of symbols. */
  isEqual: boolean;
  /** That the values are equal. */
  values: Fact;
  either: Fact[];
}

/**
 * Of each two values of one function, where it is of one argument. Throws `TooLarge` where these are too many.
 *
 * @param nameOf the same text for equal arguments
 * @param factOf a relation between numbers, or between vectors as one between numbers
 */
export function congruencesIn(
  statements: readonly Statement[],
  nameOf: (call: Applied) => string,
  factOf: (statement: Statement) => Fact,
): Congruence[] {
  const calls = statements.flatMap(({ left, right }) => [left, right]).flatMap(appliedIn);
  const distinct = [...new Map(calls.map((call) => [nameOf(call), call])).values()];
  if (distinct.length > MOST_CALLS) throw new TooLarge();
  return distinct.flatMap((a, index) =>
    distinct.slice(index + 1).flatMap((b) => {
      const [first, second] = [a.args[0], b.args[0]];
      if (a.id !== b.id || a.args.length !== 1 || !first || !second) return [];
      const differ = factOf({ operator: '!=', left: first, right: second });
      const values = factOf({ operator: '=', left: a, right: b });
      const isEqual = differ.polynomial.size === 0;
      return [{ isEqual, values, either: [differ, values] }];
    }),
  );
}
