import type { Tree } from './tree';

/** The sum of two expressions. */
export function plus(left: Tree, right: Tree): Tree {
  return { kind: 'add', left, right };
}

/** The difference of two expressions. */
export function minus(left: Tree, right: Tree): Tree {
  return { kind: 'subtract', left, right };
}

/** The product of two expressions. */
export function times(left: Tree, right: Tree): Tree {
  return { kind: 'multiply', left, right };
}
