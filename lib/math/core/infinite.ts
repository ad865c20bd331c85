import type { Tree } from './tree';

/** 1 or −1 for an expression that is ∞ or −∞ as written, else null. */
export function infiniteSign(tree: Tree): 1 | -1 | null {
  if (tree.kind === 'constant') return tree.name === 'infinity' ? 1 : null;
  if (tree.kind !== 'negate') return null;
  const sign = infiniteSign(tree.operand);
  return sign === null ? null : sign === 1 ? -1 : 1;
}
