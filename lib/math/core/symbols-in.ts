import { children, type Tree } from './tree';

/** The ids of all symbols and functions that an expression mentions. */
export function symbolsIn(tree: Tree): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (node: Tree) => {
    if (node.kind === 'symbol' || node.kind === 'apply') ids.add(node.id);
    for (const child of children(node)) walk(child);
  };
  walk(tree);
  return ids;
}
