import { children, type Tree } from '@/lib/math/core/tree';

/** Whether an expression is a random variable: it has one outside of every expectation. */
export function isOfChance(tree: Tree, isRandom: (id: string) => boolean): boolean {
  if (tree.kind === 'symbol') return isRandom(tree.id);
  return tree.kind !== 'expectation' && children(tree).some((part) => isOfChance(part, isRandom));
}
