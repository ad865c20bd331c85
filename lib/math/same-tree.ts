import { children, type Tree } from './tree';

/** Whether two expressions are written alike, wherever they were read. */
export function sameTree(a: Tree, b: Tree): boolean {
  if (a.kind !== b.kind || labelOf(a) !== labelOf(b)) return false;
  const [mine, yours] = [children(a), children(b)];
  return (
    mine.length === yours.length &&
    mine.every((child, index) => {
      const other = yours[index];
      return other !== undefined && sameTree(child, other);
    })
  );
}

/** What a node says besides its parts. */
function labelOf(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'constant':
    case 'call':
      return tree.name;
    case 'symbol':
    case 'apply':
      return tree.id;
    case 'relation':
      return tree.operator;
    case 'matrix':
      return tree.rows.map((row) => row.length).join();
    default:
      return '';
  }
}
