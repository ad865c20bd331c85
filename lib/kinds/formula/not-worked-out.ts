import { children, type Tree, type TreeKind } from '@/lib/math/core/tree';

/** What is asked to be worked out, unless it stands in the reference too. */
const OPERATORS: readonly TreeKind[] = [
  'derivative',
  'integral',
  'between',
  'limit',
  'expectation',
];

/** The first operator in an answer that is still to be worked out; null where none is. */
export function notWorkedOut(answer: Tree, reference: Tree | null): Tree | null {
  const allowed = reference ? kindsIn(reference) : new Set<TreeKind>();
  const find = (tree: Tree): Tree | null => {
    if (OPERATORS.includes(tree.kind) && !allowed.has(tree.kind)) return tree;
    for (const child of children(tree)) {
      const place = find(child);
      if (place) return place;
    }
    return null;
  };
  return find(answer);
}

function kindsIn(tree: Tree): ReadonlySet<TreeKind> {
  return new Set([tree.kind, ...children(tree).flatMap((child) => [...kindsIn(child)])]);
}
