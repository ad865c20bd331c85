import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { Digits } from './digits';

/** A scalar that a statement says to be something, or bounds by it. */
interface Bound {
  scalar: string;
  by: Tree;
  isEquation: boolean;
}

/**
 * Values in which scalars are what equations say of them, and as large or small as bounds let them
 * be: there false lines are seen to be false, and equations between numbers hold.
 *
 * @param valueAt an expression at some values; null where it has none
 */
export function tightened(
  values: ReadonlyMap<string, Digits>,
  statements: readonly Statement[],
  isScalar: (id: string) => boolean,
  valueAt: (values: ReadonlyMap<string, Digits>, tree: Tree) => Digits | null,
): ReadonlyMap<string, Digits> {
  const bounds = statements.flatMap((statement) => boundsIn(statement, isScalar));
  const tight = new Map(values);
  const touch = (all: readonly Bound[]) => {
    for (const { scalar, by } of all) {
      const value = valueAt(tight, by);
      if (value) tight.set(scalar, value);
    }
  };
  const equations = bounds.filter(({ isEquation }) => isEquation);
  // What bounds a number may itself be bounded further down.
  touch(equations);
  touch(bounds.toReversed());
  touch(equations);
  return tight;
}

function boundsIn(
  { operator, left, right }: Statement,
  isScalar: (id: string) => boolean,
): Bound[] {
  if (operator === '->' || operator === '!=') return [];
  const sides = [solved(left, right), solved(right, left)];
  return sides.flatMap((side) => {
    if (!side || !isScalar(side.scalar) || symbolsIn(side.by).has(side.scalar)) return [];
    return [{ ...side, isEquation: operator === '=' }];
  });
}

/** `ln s` beside a is s beside exp a, and the other way round. */
function solved(side: Tree, other: Tree): Omit<Bound, 'isEquation'> | null {
  if (side.kind === 'symbol') return { scalar: side.id, by: other };
  if (side.kind === 'power' && side.left.kind === 'constant')
    return solved(side.right, { kind: 'call', name: 'ln', args: [other] });
  if (side.kind !== 'call') return null;
  const inverse = side.name === 'ln' ? 'exp' : side.name === 'exp' ? 'ln' : null;
  const [of] = side.args;
  return inverse && of ? solved(of, { kind: 'call', name: inverse, args: [other] }) : null;
}
