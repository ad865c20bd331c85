import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { type Applied, appliedIn } from './functions/applied';
import type { Language, Theory } from './theory';

/** What values can be chosen for: scalars, and vectors that nothing is known of. */
export interface FreeNames {
  scalars: readonly string[];
  vectors: readonly string[];
}

/** What is free in the statements of a theory and one more. */
export function freeNames(theory: Theory, more: Statement, { table }: Language): FreeNames {
  const trees = [...theory.statements, more].flatMap(({ left, right }) => [left, right]);
  const symbols = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))];
  const calls = trees.flatMap(appliedIn);
  const isNumber = ({ id }: Applied) => {
    const type = table.typeOf(id);
    return type?.kind === 'function' && type.to.every((size) => size === 1);
  };
  const named = (wanted: boolean) =>
    calls.filter((call) => isNumber(call) === wanted).map((call) => theory.nameOf(call));
  const vectors = [...symbols.filter((id) => table.typeOf(id)?.kind === 'matrix'), ...named(false)];
  return {
    scalars: [
      ...symbols.filter((id) => table.typeOf(id)?.kind === 'scalar'),
      ...new Set(named(true)),
    ],
    vectors: [...new Set(vectors.flatMap((id) => [...theory.resolved(id).keys()]))],
  };
}
