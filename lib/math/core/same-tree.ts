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
export function labelOf(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'constant':
    case 'call':
      return tree.name;
    case 'symbol':
      return tree.id;
    case 'apply':
      return `${tree.id} ${tree.order}`;
    case 'relation':
      return tree.operator;
    case 'bound':
      return tree.name;
    case 'identity':
      return String(tree.size);
    case 'size':
      return tree.dimension;
    case 'norm':
      return String(tree.order);
    case 'sum':
    case 'product':
    case 'integral':
    case 'between':
    case 'limit':
      return tree.variable;
    case 'expectation':
      return [tree.over, tree.variable, tree.density].join();
    case 'cases':
      return tree.branches.map(({ condition }) => (condition ? 'if' : 'else')).join();
    case 'derivative':
      return tree.layout;
    case 'entry':
      return tree.column ? 'matrix' : 'vector';
    case 'matrix':
      return tree.rows.map((row) => row.length).join();
    default:
      return '';
  }
}
