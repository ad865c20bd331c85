import { mapChildren, type Tree } from './tree';

/** The expression with every symbol replaced by what `replace` has for it; null leaves it. */
export function substitute(tree: Tree, replace: (id: string) => Tree | null): Tree {
  if (tree.kind === 'symbol') return replace(tree.id) ?? tree;
  return mapChildren(tree, (child) => substitute(child, replace));
}
