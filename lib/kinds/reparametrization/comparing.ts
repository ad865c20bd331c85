import { compare } from '@/lib/math/compare/compare';
import type { Comparison } from '@/lib/math/compare/outcome';
import type { Shape } from '@/lib/math/core/declaration';
import { sameShape } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import { insideLaw, type Law } from './base';
import { type Estimator, factorOf } from './estimator';
import type { Prepared } from './prepare';

/** Compares two expressions; of estimated values at `points` points. */
export function comparing(
  { table, seed }: Prepared,
  reference: Tree,
  answer: Tree,
  options: {
    functions?: FunctionBodies;
    points?: number;
    upTo?: 'transpose';
    mostWork?: number;
  } = {},
): Comparison {
  return compare(reference, answer, table, { seed, mostWork: 2_000_000, points: 4, ...options });
}

/** Whether the estimator is its factor times ∇_w f, as row or as column. */
export function isMultipleOfNetwork(
  tree: Tree,
  estimator: Estimator,
  prepared: Prepared,
  base: Law | null,
): boolean {
  const { table, roles, seed } = prepared;
  const network: Tree = { kind: 'symbol', id: roles.network };
  const product: Tree = { kind: 'multiply', left: factorOf(tree, prepared), right: network };
  const [mine, own] = [shapeOf(product, table), shapeOf(tree, table)];
  if (!mine.ok || !own.ok) return false;
  const turned: Shape = [own.value[1], own.value[0]];
  if (!sameShape(mine.value, own.value) && !sameShape(mine.value, turned)) return false;
  const inside = (each: Tree) => insideLaw(each, base, roles.base);
  const comparison = compare(inside(product), inside(tree), table, {
    seed,
    upTo: 'transpose',
    functions: estimator.functions,
  });
  // Where the comparison is undecided, the mean of the factor decides later.
  return comparison.verdict !== 'wrong';
}
