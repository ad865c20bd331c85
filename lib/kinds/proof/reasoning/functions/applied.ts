import { children, type Tree } from '@/lib/math/core/tree';

/** A function of which nothing is known, at its arguments. */
export type Applied = Extract<Tree, { kind: 'apply' }>;

/** All of them in an expression. */
export function appliedIn(tree: Tree): Applied[] {
  const inside = children(tree).flatMap(appliedIn);
  return tree.kind === 'apply' ? [tree, ...inside] : inside;
}
