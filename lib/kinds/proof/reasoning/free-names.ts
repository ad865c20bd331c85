import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { type Applied, appliedIn } from './functions/applied';
import type { Language } from './language';
import type { Theory } from './theory';

/** What values can be chosen for: scalars, and vectors that nothing is known of. */
export interface FreeNames {
  scalars: readonly string[];
  vectors: readonly string[];
}

/** What is free in the statements of a theory and one more. */
export function freeNames(
  theory: Theory,
  more: Statement,
  { table, matrices }: Language,
): FreeNames {
  const trees = [...theory.statements, more].flatMap(({ left, right }) => [left, right]);
  const symbols = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))];
  const calls = trees.flatMap(appliedIn);
  const isNumber = ({ id }: Applied) => {
    const type = table.typeOf(id);
    return type?.kind === 'function' && type.to.every((size) => size === 1);
  };
  const isMatrix = (id: string) => matrices.some((each) => each.id === id);
  const ends = symbols.some(isMatrix) ? endsOf(matrices) : [];
  const named = (wanted: boolean) =>
    calls.filter((call) => isNumber(call) === wanted).map((call) => theory.nameOf(call));
  const vectors = [
    ...symbols.filter((id) => table.typeOf(id)?.kind === 'matrix' && !isMatrix(id)),
    ...named(false),
  ];
  return {
    scalars: [
      ...ends,
      ...symbols.filter((id) => table.typeOf(id)?.kind === 'scalar' && !ends.includes(id)),
      ...new Set(named(true)),
    ],
    vectors: [...new Set(vectors.flatMap((id) => [...theory.resolved(id).keys()]))],
  };
}

/** The scalars that bound eigenvalues, whether a statement speaks of them or not. */
function endsOf(matrices: Language['matrices']): string[] {
  const ends = matrices.flatMap(({ least, most }) => [least, most]);
  return [...new Set(ends.flatMap((end) => (typeof end === 'string' ? [end] : [])))];
}
