import type { Tree } from '@/lib/math/core/tree';
import {
  type MatrixVectors,
  type Operator,
  operator,
  productOfOperators,
  scaledOperator,
  sumOfOperators,
  transposed,
} from './operators';
import { negated, ONE_POLYNOMIAL } from './polynomial';
import { Unsupported, type Value } from './value';

/** Powers of matrices that are multiplied out. */
const MOST_FACTORS = 4;

type ValueOf = (tree: Tree) => Value;

/** A matrix times a vector, or a row times a matrix; null of products without a matrix. Throws `Unsupported`. */
export function productWithMatrix(
  { left, right }: { left: Tree; right: Tree },
  matrices: MatrixVectors,
  read: ValueOf,
): Value | null {
  if (matrices.spectra.size === 0) return null;
  const before = operatorOf(left, matrices, read);
  const after = operatorOf(right, matrices, read);
  const matrix = before ?? (after && transposed(after));
  if (!matrix) return null;
  const value = before && after ? null : read(before ? right : left);
  // A column stands behind its matrix, and a row in front.
  if (value?.kind !== 'vector' || value.isRow !== (before === null))
    throw new Unsupported('matrices');
  return { ...value, form: matrices.apply(matrix, value.form) };
}

/** What is made of symmetric matrices; null of anything else. */
function operatorOf(tree: Tree, matrices: MatrixVectors, read: ValueOf): Operator | null {
  const of = (part: Tree) => operatorOf(part, matrices, read);
  switch (tree.kind) {
    case 'symbol':
      return matrices.spectra.has(tree.id) ? operator([tree.id]) : null;
    case 'identity':
      return operator([]);
    case 'transpose': {
      const inside = of(tree.operand);
      return inside && transposed(inside);
    }
    case 'negate': {
      const inside = of(tree.operand);
      return inside && scaledOperator(inside, negated(ONE_POLYNOMIAL));
    }
    case 'add':
    case 'subtract': {
      const [left, right] = [of(tree.left), of(tree.right)];
      const sign = tree.kind === 'add' ? ONE_POLYNOMIAL : negated(ONE_POLYNOMIAL);
      return left && right && sumOfOperators(left, scaledOperator(right, sign));
    }
    case 'multiply': {
      const [left, right] = [of(tree.left), of(tree.right)];
      if (left && right) return productOfOperators(left, right);
      const only = left ?? right;
      const by = only && read(left ? tree.right : tree.left);
      return only && by?.kind === 'scalar' ? scaledOperator(only, by.polynomial) : null;
    }
    case 'power': {
      const inside = of(tree.left);
      const times = tree.right.kind === 'number' ? Number(tree.right.text) : 0;
      if (!inside) return null;
      if (!Number.isInteger(times) || times < 1 || times > MOST_FACTORS)
        throw new Unsupported('that power of a matrix');
      return Array.from({ length: times }, () => inside).reduce(productOfOperators);
    }
    default:
      return null;
  }
}
