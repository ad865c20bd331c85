import { symbolsIn } from '@/lib/math/core/symbols-in';
import { mentionsBound, type Tree } from '@/lib/math/core/tree';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { spanFrom } from './bound-name';
import {
  derivativeAt,
  derivativeOfWhatFollows,
  differentiated,
  isMatrix,
  variableIn,
} from './derivative-of';
import { differentialAt, differentialWord, isDifferentialSign } from './differential';

/** Higher derivatives are not read. */
const MAX_ORDER = 9;

/** `\frac{d}{dx}`, `\frac{\partial f(x)}{\partial x}`, `\frac{d^2 y}{dx^2}`; null for any other fraction. */
export function derivativeFraction(reader: Reader, item: Item): Tree | null {
  const { base } = item;
  if (base.type !== 'fraction') return null;
  const head = headOf(base.top, reader.table);
  const by = head && variablesBelow(reader, base.bottom, item);
  if (!head || !by) return null;
  if (by.length !== head.order) {
    const message = `The order above, ${head.order}, and below, ${by.length}, differ.`;
    throw problem(message, item.start, item.end);
  }
  reader.at++;
  if (head.rest.length === 0) return derivativeOfWhatFollows(reader, item, by);
  return reader.scripted(derivativeOf(reader, head.rest, by, item), item);
}

/** The variables of `dx\,dy^2`, each as often as its order says; null where it is anything else. */
function variablesBelow(
  reader: Reader,
  bottom: readonly Item[],
  item: Item,
): readonly Tree[] | null {
  const by: Tree[] = [];
  for (let at = 0; at < bottom.length; ) {
    const part = differentialAt(bottom, at, reader.table);
    if (!part) return null;
    const times = orderIn(part.variable.at(-1)?.sup ?? null);
    if (times === null || by.length + times > MAX_ORDER) return null;
    const bare = part.variable.map((piece) => ({ ...piece, sup: null }));
    const variable = variableIn(reader, bare, item);
    for (let count = 0; count < times; count++) by.push(variable);
    at += part.length;
  }
  return by.length > 0 ? by : null;
}

function headOf(
  top: readonly Item[],
  table: SymbolTable,
): { order: number; rest: readonly Item[] } | null {
  const [sign, ...rest] = top;
  if (!sign || sign.sub) return null;
  if (isDifferentialSign(sign, table)) {
    const order = orderIn(sign.sup);
    return order === null ? null : { order, rest };
  }
  const word = rest.length === 0 ? differentialWord(sign) : null;
  return word && { order: 1, rest: word.variable };
}

/** `d^2`: the order of a derivative; null for what is no whole number. */
function orderIn(sup: readonly Item[] | null): number | null {
  if (!sup) return 1;
  const [only] = sup;
  if (sup.length !== 1 || only?.base.type !== 'number') return null;
  const order = Number(only.base.text);
  return Number.isInteger(order) && order >= 1 && order <= MAX_ORDER ? order : null;
}

function derivativeOf(
  reader: Reader,
  rest: readonly Item[],
  by: readonly Tree[],
  item: Item,
): Tree {
  const { table } = reader;
  const [variable] = by;
  const symbol = table.find(rest, 0);
  const type = symbol && symbol.length === rest.length ? table.typeOf(symbol.id) : null;
  // `\frac{d\ell}{dy}` is ℓ′(y).
  if (symbol && variable && type?.kind === 'function' && type.from.length === 1) {
    const next = reader.peek();
    // `\frac{df}{dx}(2)` is f′(2).
    const whole = [variable];
    const args = next && isMark(next, '(') ? readArguments(reader).trees : whole;
    const span = spanFrom(reader, item);
    if (table.isEntrywise(symbol.id) && args === whole && isMatrix(variable, table))
      return differentiated({ kind: 'apply', id: symbol.id, args, order: 0, span }, by, item);
    return { kind: 'apply', id: symbol.id, args, order: by.length, span };
  }
  const operand = reader.inner(rest, item);
  const isName = operand.kind === 'symbol' || operand.kind === 'bound';
  if (isName && by.some((one) => !mentions(operand, one))) throw reader.unknown(item);
  return derivativeAt(operand, by, table) ?? differentiated(operand, by, item);
}

function mentions(tree: Tree, variable: Tree): boolean {
  if (variable.kind === 'symbol') return symbolsIn(tree).has(variable.id);
  return variable.kind === 'bound' && mentionsBound(tree, variable.name);
}
