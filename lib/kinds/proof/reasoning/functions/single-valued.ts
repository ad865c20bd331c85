import { isOfChance } from '@/lib/kinds/proof/reading/chance';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Tree } from '@/lib/math/core/tree';
import { appliedIn } from './applied';
import type { KnownFunctions } from './known-functions';

/** Whether functions have one value at equal arguments, whatever chance brings, as far as it can be told. */
export function areFunctions(
  trees: readonly Tree[],
  known: KnownFunctions,
  isRandom: (id: string) => boolean,
  satisfies: (statement: Statement) => boolean | null,
): boolean {
  const calls = trees.flatMap(appliedIn).filter(({ id }) => !known.has(id));
  const areEqual = (left: Tree, right: Tree | undefined) =>
    right !== undefined && satisfies({ operator: '=', left, right }) === true;
  return (
    !calls.some((call) => isOfChance(call, isRandom)) &&
    calls.every((a, index) =>
      calls.slice(index + 1).every((b) => {
        const isOther = a.id !== b.id || !a.args.every((arg, at) => areEqual(arg, b.args[at]));
        return isOther || areEqual(a, b);
      }),
    )
  );
}
