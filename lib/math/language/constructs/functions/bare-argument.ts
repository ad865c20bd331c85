import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { multipliedBy } from '@/lib/math/language/constructs/arithmetic/multiplication';
import { isMark } from '@/lib/math/language/items';
import { UNARY } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

const WHOLE_PRODUCT =
  'A function without parentheses takes the whole product that follows: $\\ln u v$ reads $\\ln(u v)$.';
const ENDS_AT_SLASH =
  'A function without parentheses ends before a slash: $\\ln u/v$ reads $(\\ln u)/v$.';
const ENDS_AT_OPERATOR =
  'A function without parentheses ends before a sum, product, integral or limit: $\\ln u\\sum_k v_k$ reads $(\\ln u)\\sum_k v_k$.';
const ENDS_AT_FUNCTION =
  'A function without parentheses ends before a function: $\\ln u\\,f(v)$ reads $(\\ln u)\\,f(v)$.';
const ENDS_AT_FRACTION =
  'A logarithm without parentheses ends behind a fraction: $\\ln\\frac{u}{v} w$ reads $(\\ln\\frac{u}{v}) w$.';
/** What looking at the shape of an argument costs, in steps of reading. */
const SHAPE_STEPS = 20;

/**
 * `ln 2x` is ln(2x); `ln a ∑ x` is ln(a)·∑ x; `sin x cos y` is sin(x)·cos(y); `ln x + 1` is ln(x) + 1; `ln u v` of a vector
 * v is ln(u)·v. A fraction is the whole argument of a logarithm, `ln (a/b) c` is ln(a/b)·c.
 */
export function bareArgument(reader: Reader, item: Item, isLogarithm: boolean): Tree {
  const first = reader.peek();
  if (!first) {
    const message = 'The argument of this function is missing.';
    throw problem(message, item.start, item.end, 'an argument');
  }
  let tree = reader.deeper(() => reader.unary(UNARY));
  let factors = 1;
  const shorter: { tree: Tree; at: number }[] = [];
  for (
    let next = reader.peek();
    next && reader.startsFactor(next) && !reader.startsFunction(next);
    next = reader.peek()
  ) {
    const end = endAt(reader, next, isLogarithm && first.base.type === 'fraction');
    if (end !== null) {
      reader.hint(end);
      break;
    }
    if (isMark(next, '(') && factors >= 1 && first.base.type !== 'number') break;
    shorter.push({ tree, at: reader.at });
    tree = multipliedBy(reader, tree);
    factors++;
  }
  if (!isNumber(reader, tree)) {
    const number = shorter.findLast((one) => isNumber(reader, one.tree));
    if (number) {
      reader.at = number.at;
      tree = number.tree;
      factors = shorter.indexOf(number) + 1;
    }
  }
  if (factors > 1) reader.hint(WHOLE_PRODUCT);
  const next = reader.peek();
  if (next && (isMark(next, '/') || isMark(next, ':'))) reader.hint(ENDS_AT_SLASH);
  return tree;
}

/** Why the argument ends in front of a factor; null where it goes on. */
function endAt(reader: Reader, next: Item, isBehindFraction: boolean): string | null {
  if (isBigOperator(next)) return ENDS_AT_OPERATOR;
  const symbol = reader.table.find(reader.items, reader.at);
  if (symbol && reader.table.typeOf(symbol.id)?.kind === 'function') return ENDS_AT_FUNCTION;
  return isBehindFraction ? ENDS_AT_FRACTION : null;
}

function isBigOperator({ base }: Item): boolean {
  return base.type === 'command' && ['sum', 'prod', 'int', 'lim'].includes(base.text);
}

/** Whether a function of numbers may be taken of it. */
function isNumber(reader: Reader, tree: Tree): boolean {
  if (!reader.table.hasMatrices || reader.table.elementwise) return true;
  reader.spend(SHAPE_STEPS);
  const shape = reader.shapeOf(tree);
  return shape.ok && isScalar(shape.value);
}
