import type { MathError } from '@/lib/math/core/error';
import { type Binary, children, type Tree } from '@/lib/math/core/tree';

/** Longer products are hardly written by hand, and finding their best order is cubic. */
const MOST_FACTORS = 30;

const COUNTED: ReadonlySet<Tree['kind']> = new Set([
  'symbol',
  'number',
  'constant',
  'negate',
  'transpose',
  'add',
  'subtract',
  'multiply',
  'dot',
  'divide',
]);

/** Why the multiply-adds of an expression cannot be counted; null where they can. */
export function notCountable(tree: Tree): MathError | null {
  const at = { start: tree.span?.start ?? 0, end: tree.span?.end ?? 0 };
  if (!COUNTED.has(tree.kind)) {
    const message =
      'A step of a plan is made of products, sums, scalar factors and transposes; this is something else.';
    return { message, ...at };
  }
  if (isProduct(tree) && factorsOf(tree).length > MOST_FACTORS) {
    const message = `This product has more than ${MOST_FACTORS} factors; give parts of it a name.`;
    return { message, ...at };
  }
  const inside = isProduct(tree) ? factorsOf(tree) : children(tree);
  for (const child of inside) {
    const inner = notCountable(child);
    if (inner) return inner;
  }
  return null;
}

export function isProduct(tree: Tree): tree is Binary {
  return tree.kind === 'multiply' || tree.kind === 'dot';
}

/** The factors of a product as it is written; one in parentheses is a factor by itself. */
export function factorsOf(product: Binary): readonly Tree[] {
  const open = (side: Tree): readonly Tree[] =>
    isProduct(side) && !isInParentheses(side) ? factorsOf(side) : [side];
  return [...open(product.left), ...open(product.right)];
}

/** Parentheses leave no node of their own; what stands in them begins before its first factor. */
function isInParentheses({ span, left }: Binary): boolean {
  return span !== undefined && left.span !== undefined && span.start < left.span.start;
}
