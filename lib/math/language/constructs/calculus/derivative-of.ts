import { isScalar } from '@/lib/math/core/dimension';
import { sameTree } from '@/lib/math/core/same-tree';
import type { Tree } from '@/lib/math/core/tree';
import { isMark, spanOf } from '@/lib/math/language/items';
import { SIGNED, UNARY } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { spanFrom } from './bound-name';

const TAKES_PRODUCT =
  'A derivative sign without parentheses takes the whole product that follows: $\\frac{d}{dx} u v$ reads $\\frac{d}{dx}(u v)$.';

/** What a derivative is taken of: a bracket, or the whole product that follows. */
export function whatFollows(reader: Reader): Tree {
  const next = reader.peek();
  if (next && (isMark(next, '(') || isMark(next, '['))) return reader.unary(UNARY);
  const operand = reader.deeper(() => reader.expression(SIGNED));
  if (operand.kind === 'multiply' || operand.kind === 'dot') reader.hint(TAKES_PRODUCT);
  return operand;
}

export function derivativeOfWhatFollows(reader: Reader, item: Item, by: readonly Tree[]): Tree {
  const operand = whatFollows(reader);
  return { ...differentiated(operand, by, item), span: spanFrom(reader, item) };
}

/** The derivative by each of some variables, the last one first. */
export function differentiated(operand: Tree, by: readonly Tree[], item: Item): Tree {
  return by.reduceRight<Tree>(
    (tree, variable) => ({
      kind: 'derivative',
      layout: 'jacobian',
      by: variable,
      operand: tree,
      span: spanOf(item),
    }),
    operand,
  );
}

/** `\frac{d\ell(y)}{dy}` is ℓ′(y); null where the derivative is no such application. */
export function derivativeAt(operand: Tree, by: readonly Tree[], table: SymbolTable): Tree | null {
  if (operand.kind !== 'apply') return null;
  const [argument, second] = operand.args;
  const type = table.typeOf(operand.id);
  const isOfNumber = type?.kind === 'function' && type.from.every(isScalar) && !second;
  if (!isOfNumber || !argument || !by.every((one) => sameTree(one, argument))) return null;
  // By a vector it is the Jacobian of a function that is taken entry by entry.
  if (by.some((one) => isMatrix(one, table))) return null;
  return { ...operand, order: operand.order + by.length };
}

/** Whether an expression is a symbol of a vector or matrix. */
export function isMatrix(tree: Tree, table: SymbolTable): boolean {
  return tree.kind === 'symbol' && table.typeOf(tree.id)?.kind === 'matrix';
}

/** The symbol or bound variable that a derivative is taken by. */
export function variableIn(reader: Reader, items: readonly Item[], item: Item): Tree {
  const tree = reader.inner(items, item);
  if (tree.kind === 'bound' || tree.kind === 'symbol') return tree;
  throw problem('A derivative is taken by one symbol.', item.start, item.end, 'a symbol');
}
