import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import {
  inverse,
  negated,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { type Theory, workable } from '@/lib/kinds/proof/reasoning/theory';
import type { Tree } from '@/lib/math/core/tree';
import type { Nonnegativity } from './nonnegativity';

/** How many moments apart the two sides of a contraction may be. */
const STEPS_BACK = [1, 2];

/** Bounds of the form a(t+k) ≤ q a(t) + b(t) with a ≥ 0 and b null: the constant q and a. */
export function contractionsIn(
  theory: Theory,
  sequences: Sequences,
  signs: Nonnegativity,
  isNull: (polynomial: Polynomial) => boolean,
): { ratio: Polynomial; of: Tree }[] {
  return theory.statements.flatMap(boundsIn).flatMap(([next, bound]) => {
    if (!signs.isNotNegative(next)) return [];
    return STEPS_BACK.flatMap((steps) => {
      const before = sequences.isIn(next) ? sequences.shifted(next, -steps) : null;
      const ratio = before && workable(() => ratioOf(bound, before, theory, isNull));
      return ratio ? [{ ratio, of: next }] : [];
    });
  });
}

/** What is at most what. */
function boundsIn({ operator, left, right }: Statement): [Tree, Tree][] {
  switch (operator) {
    case '<':
    case '<=':
      return [[left, right]];
    case '>':
    case '>=':
      return [[right, left]];
    case '=':
      return [
        [left, right],
        [right, left],
      ];
    default:
      return [];
  }
}

/** The constant multiple of `before` that a bound is, but for what is null. */
function ratioOf(
  bound: Tree,
  before: Tree,
  theory: Theory,
  isNull: (polynomial: Polynomial) => boolean,
): Polynomial | null {
  const [a, b] = [theory.value(before), theory.value(bound)];
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return null;
  const [lead] = a.polynomial.values();
  const over = lead && inverse(polynomialOf([lead]));
  if (!over) return null;
  const multiples = [...b.polynomial.values()]
    .map((term) => product(polynomialOf([term]), over))
    .filter((factor) => theory.atoms.isConstant(factor));
  if (multiples.length === 0) return null;
  const ratio = sum(...multiples);
  return isNull(sum(b.polynomial, negated(product(ratio, a.polynomial)))) ? ratio : null;
}
