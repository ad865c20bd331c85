import { symbolsIn } from './symbols-in';
import { children, type Tree } from './tree';

/** The symbols that a point has to give values to: those that no definition computes. */
export function freeIds(trees: readonly Tree[], definitions: ReadonlyMap<string, Tree>): string[] {
  const free = new Set<string>();
  const seen = new Set<string>();
  const visit = (tree: Tree) => {
    for (const id of symbolsIn(tree)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const definition = definitions.get(id);
      if (definition) visit(definition);
      else free.add(id);
    }
  };
  for (const tree of trees) visit(tree);
  return [...free];
}

/** Numbers with many digits may differ where Float64 does not look. */
export function hasLongNumber(tree: Tree): boolean {
  if (tree.kind === 'number')
    return tree.text.replace(/\D/g, '').length > 8 || /e/i.test(tree.text);
  return children(tree).some(hasLongNumber);
}
