import { sameTree } from '@/lib/math/core/same-tree';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';

const LOGARITHMS: readonly string[] = ['ln', 'log', 'log10', 'log2'];

/**
 * What must not be 0 so that an expression has a value, each once: denominators, bases of negative
 * powers and what logarithms are taken of. Only parts without which there is no value are looked
 * into: of a branch nobody knows whether it is taken.
 */
export function denominatorsIn(tree: Tree): readonly Tree[] {
  const found: Tree[] = [];
  const visit = (node: Tree): void => {
    const own = ownDenominator(node);
    const isNew = own && symbolsIn(own).size > 0 && !found.some((each) => sameTree(each, own));
    if (isNew) found.push(own);
    partsOf(node).forEach(visit);
  };
  visit(tree);
  return found;
}

function ownDenominator(tree: Tree): Tree | null {
  if (tree.kind === 'divide') return tree.right;
  if (tree.kind === 'power') return isNegative(tree.right) ? tree.left : null;
  if (tree.kind !== 'call' || !LOGARITHMS.includes(tree.name)) return null;
  // The base comes first.
  return tree.args.at(-1) ?? null;
}

function isNegative(exponent: Tree): boolean {
  if (exponent.kind === 'divide') return isNegative(exponent.left);
  if (exponent.kind !== 'negate') return false;
  const { operand } = exponent;
  return operand.kind === 'number' || (operand.kind === 'divide' && operand.left.kind === 'number');
}

function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'negate':
      return [tree.operand];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'dot':
    case 'divide':
    case 'power':
      return [tree.left, tree.right];
    case 'call':
      return tree.args;
    default:
      return [];
  }
}
