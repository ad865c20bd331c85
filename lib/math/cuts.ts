import { children, type Tree } from './tree';

/** Expressions whose change of sign is a change of piece of the given one. */
export function cutsIn(tree: Tree): Tree[] {
  const inner = children(tree).flatMap(cutsIn);
  if (tree.kind === 'relation') {
    const left = tree.left.kind === 'relation' ? tree.left.right : tree.left;
    return [{ kind: 'subtract', left, right: tree.right }, ...inner];
  }
  if (tree.kind !== 'call') return inner;
  const [first, ...others] = tree.args;
  if (!first) return inner;
  switch (tree.name) {
    case 'abs':
    case 'sign':
    case 'floor':
    case 'ceil':
    case 'round':
      return [first, ...inner];
    case 'max':
    case 'min':
      return [
        ...others.map((other): Tree => ({ kind: 'subtract', left: first, right: other })),
        ...inner,
      ];
    case 'sqrt':
      // √(x²) is an absolute value in disguise.
      return first.kind === 'power' ? [first.left, ...inner] : inner;
    default:
      return inner;
  }
}

/** Whether there are powers that are real at single points only, or that jump: (−1)^x, x^{1/y}. */
export function hasBranches(tree: Tree): boolean {
  if (tree.kind === 'power' && tree.right.kind !== 'number' && tree.left.kind !== 'constant')
    return true;
  return children(tree).some(hasBranches);
}
