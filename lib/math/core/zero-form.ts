import type { Tree } from './tree';

/** Whether an expression is zero by its form alone: literal zeros added, negated, multiplied, divided. */
export function isZeroByForm(tree: Tree): boolean {
  switch (tree.kind) {
    case 'number':
      return Number(tree.text) === 0;
    case 'negate':
    case 'transpose':
    case 'norm':
      return isZeroByForm(tree.operand);
    case 'add':
    case 'subtract':
      return isZeroByForm(tree.left) && isZeroByForm(tree.right);
    case 'multiply':
    case 'dot':
      return isZeroByForm(tree.left) || isZeroByForm(tree.right);
    case 'divide':
      return isZeroByForm(tree.left) && !isZeroByForm(tree.right);
    default:
      return false;
  }
}

/** The literal 0: the zero of whatever shape is asked for. */
export function isZero(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) === 0;
}
