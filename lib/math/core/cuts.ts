import { children, type Tree } from './tree';

/** An expression that says on which piece of another one a point is. */
export interface Cut {
  tree: Tree;
  /** Its whole part matters and not only its sign. */
  steps: boolean;
}

/**
 * Expressions whose change of sign, or of whole part, is a change of piece of one of the given
 * ones; the first `most` that are found.
 */
export function cutsIn(trees: readonly Tree[], most: number): Cut[] {
  const cuts: Cut[] = [];
  const visit = (tree: Tree) => {
    if (cuts.length >= most) return;
    cuts.push(...ownCuts(tree));
    children(tree).forEach(visit);
  };
  trees.forEach(visit);
  return cuts.slice(0, most);
}

function ownCuts(tree: Tree): Cut[] {
  if (tree.kind === 'relation') {
    const left = tree.left.kind === 'relation' ? tree.left.right : tree.left;
    return [{ tree: { kind: 'subtract', left, right: tree.right }, steps: false }];
  }
  if (tree.kind !== 'call') return [];
  const [first, ...others] = tree.args;
  if (!first) return [];
  switch (tree.name) {
    case 'abs':
    case 'sign':
      return [{ tree: first, steps: false }];
    case 'floor':
    case 'ceil':
      return [{ tree: first, steps: true }];
    case 'round': {
      const half: Tree = { kind: 'number', text: '0.5' };
      return [{ tree: { kind: 'add', left: first, right: half }, steps: true }];
    }
    case 'max':
    case 'min':
      return others.map((other) => ({
        tree: { kind: 'subtract', left: first, right: other },
        steps: false,
      }));
    case 'sqrt':
      // √(x²) is an absolute value in disguise.
      return first.kind === 'power' ? [{ tree: first.left, steps: false }] : [];
    default:
      return [];
  }
}

/** Whether there are powers that are real at single points only, or that jump: (−1)^x, x^{1/y}. */
export function hasBranches(tree: Tree): boolean {
  if (tree.kind === 'power' && tree.right.kind !== 'number' && tree.left.kind !== 'constant')
    return true;
  return children(tree).some(hasBranches);
}

/** Whether an expression is one analytic function on each interval on which it is defined, over the reals. */
export function isAnalytic(tree: Tree): boolean {
  return cutsIn([tree], 1).length === 0 && !hasBranches(tree);
}
