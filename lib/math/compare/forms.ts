import { children, type Tree } from '@/lib/math/core/tree';

/**
 * Forms in which an expression may be asked for. They are about how it is written and say nothing
 * of its value. Each check returns the place that is not of the form, or null.
 */

/** A product with a sum in it, or a whole power of a sum, that could be multiplied out. */
export function notExpanded(tree: Tree): Tree | null {
  switch (tree.kind) {
    case 'add':
    case 'subtract':
      return notExpanded(tree.left) ?? notExpanded(tree.right);
    case 'negate':
      return isSum(tree.operand) ? tree : notExpanded(tree.operand);
    case 'multiply':
    case 'dot':
      if (isSum(tree.left) || isSum(tree.right)) return tree;
      return notExpanded(tree.left) ?? notExpanded(tree.right);
    case 'divide':
      return notExpanded(tree.left);
    case 'power':
      return isSum(tree.left) && wholeExponent(tree.right) >= 2 ? tree : null;
    default:
      return null;
  }
}

/** A quotient inside of another, beside another, or a negative power; a quotient may be negated as a whole. */
export function notSingleFraction(tree: Tree): Tree | null {
  const bare = tree.kind === 'negate' ? tree.operand : tree;
  if (bare.kind !== 'divide') return quotientIn(bare);
  return quotientIn(bare.left) ?? quotientIn(bare.right);
}

/** An integral, an evaluation between limits, a limit or an expectation that is left standing. */
export function integralIn(tree: Tree): Tree | null {
  const { kind } = tree;
  if (kind === 'integral' || kind === 'between' || kind === 'limit' || kind === 'expectation')
    return tree;
  return firstIn(children(tree), integralIn);
}

/** A symbol or function that is not among the allowed ones. */
export function foreignSymbol(tree: Tree, allowed: readonly string[]): Tree | null {
  const isNamed = tree.kind === 'symbol' || tree.kind === 'apply';
  if (isNamed && !allowed.includes(tree.id)) return tree;
  return firstIn(children(tree), (child) => foreignSymbol(child, allowed));
}

/**
 * With how many significant figures a number is written: zeros at the end of a whole number may
 * count or not. Null where the expression is no number, up to a sign, a power of ten and a unit.
 */
export function figuresOf(tree: Tree): { least: number; most: number } | null {
  if (tree.kind === 'negate') return figuresOf(tree.operand);
  if (tree.kind === 'multiply' || tree.kind === 'dot' || tree.kind === 'divide')
    return figuresOf(tree.left);
  if (tree.kind !== 'number') return null;
  const [mantissa = ''] = tree.text.toLowerCase().split('e');
  const digits = mantissa.replace('.', '').replace(/^0+/, '');
  const most = Math.max(1, digits.length);
  const least = mantissa.includes('.') ? most : Math.max(1, digits.replace(/0+$/, '').length);
  return { least, most };
}

/** The factors of a product with their multiplicity, without signs and numbers. */
export function factorsOf(tree: Tree): Tree[] {
  switch (tree.kind) {
    case 'negate':
      return factorsOf(tree.operand);
    case 'multiply':
    case 'dot':
      return [...factorsOf(tree.left), ...factorsOf(tree.right)];
    case 'divide':
      return isConstant(tree.right) ? factorsOf(tree.left) : [tree];
    case 'power': {
      const times = wholeExponent(tree.right);
      if (times < 1 || times > MOST_FACTORS) return isConstant(tree) ? [] : [tree];
      const factors = factorsOf(tree.left);
      return Array.from({ length: times }, () => factors).flat();
    }
    default:
      return isConstant(tree) ? [] : [tree];
  }
}

/**
 * A function, a root or a division by what is no number, of which the reference has none: another
 * way to hide what is not worked out.
 */
export function foreignOperation(answer: Tree, reference: Tree): Tree | null {
  const allowed = new Set<string>();
  const collect = (tree: Tree) => {
    const operation = operationOf(tree);
    if (operation) allowed.add(operation);
    children(tree).forEach(collect);
  };
  collect(reference);
  const find = (tree: Tree): Tree | null => {
    const operation = operationOf(tree);
    return operation && !allowed.has(operation) ? tree : firstIn(children(tree), find);
  };
  return find(answer);
}

function operationOf(tree: Tree): string | null {
  if (tree.kind === 'call' || tree.kind === 'apply') return isConstant(tree) ? null : tree.kind;
  if (tree.kind === 'divide') return isConstant(tree.right) ? null : 'divide';
  if (tree.kind !== 'power' || isConstant(tree)) return null;
  return wholeExponent(tree.right) > 0 ? null : 'power';
}

const MOST_FACTORS = 50;

function isSum(tree: Tree): boolean {
  if (tree.kind === 'negate') return isSum(tree.operand);
  return tree.kind === 'add' || tree.kind === 'subtract';
}

function isConstant(tree: Tree): boolean {
  if (tree.kind === 'symbol' || tree.kind === 'apply' || tree.kind === 'bound') return false;
  return children(tree).every(isConstant);
}

/** The exponent where it is a whole number as written, else 0. */
function wholeExponent(tree: Tree): number {
  const value = tree.kind === 'number' ? Number(tree.text) : 0;
  return Number.isInteger(value) ? value : 0;
}

function quotientIn(tree: Tree): Tree | null {
  if (tree.kind === 'divide') return tree;
  if (tree.kind === 'power' && tree.right.kind === 'negate') return tree;
  return firstIn(children(tree), quotientIn);
}

function firstIn(trees: readonly Tree[], find: (tree: Tree) => Tree | null): Tree | null {
  for (const tree of trees) {
    const place = find(tree);
    if (place) return place;
  }
  return null;
}
