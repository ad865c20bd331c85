import { needsLimits } from '@/lib/math/core/free-symbols';
import { children, mapChildren, mentionsBound, type Tree } from '@/lib/math/core/tree';
import { compileBetween } from '@/lib/math/evaluate/binders';
import { compileBetweenLimits } from '@/lib/math/evaluate/limits';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { barOf, isMark, spanAround } from '@/lib/math/language/items';
import { POWER, SIGNED } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item, lettersIn } from '@/lib/math/notation/item';
import { withConstantsOutside } from './constants-outside';

/**
 * The increase of F from a to b: `[F]_a^b` is read in brackets/round-and-square.ts, `F|_a^b` by
 * `barredSide`, as its bar is for all that stands before it. So is the value `F|_{x=a}`.
 */
export const reading: Reading = {};

/** One side of a relation with an evaluation bar in it, `F|_a^b + …`; null where there is none. */
export function barredSide(reader: Reader): Tree | null {
  const first = barred(reader);
  if (!first) return null;
  let left: Tree = first;
  for (
    let item = reader.peek();
    item && (isMark(item, '+') || isMark(item, '-'));
    item = reader.peek()
  ) {
    reader.at++;
    const right: Tree = barred(reader) ?? reader.expression(SIGNED);
    const kind = isMark(item, '+') ? 'add' : 'subtract';
    left = { kind, left, right, span: spanAround(left, right) };
  }
  return left;
}

/** `F|_a^b`; null where no bar follows. What does not change with the variable stands before it. */
function barred(reader: Reader): Tree | null {
  const bar = evaluationBar(reader);
  const item = reader.items[bar];
  if (!item) return null;
  const inside = reader.items.slice(reader.at, bar);
  reader.at = bar + 1;
  if (item.sup) return withConstantsOutside(readIncrease(reader, inside, item));
  return withFactors(readValue(reader, inside, item), reader);
}

/** `F|_{x=a}`: F with a for x. A derivative by x is taken before, so that its value is a limit. */
function readValue(reader: Reader, items: readonly Item[], close: Item): Tree {
  const { name, value } = endOf(reader, close.sub ?? [], close);
  const variable = name ?? '';
  const body = reader.scoped(variable, () => reader.inner(items, close));
  if (isDerivedBy(body, variable)) return { kind: 'limit', variable, target: value, body };
  return withBound(body, variable, value);
}

function isDerivedBy(tree: Tree, variable: string): boolean {
  const isOwn = tree.kind === 'derivative' && mentionsBound(tree.by, variable);
  return isOwn || children(tree).some((child) => isDerivedBy(child, variable));
}

function withBound(tree: Tree, variable: string, value: Tree): Tree {
  if (tree.kind === 'bound') return tree.name === variable ? value : tree;
  return mapChildren(tree, (child) => withBound(child, variable, value));
}

/** What follows behind the bar up to the next + or −, is multiplied with it. */
function withFactors(left: Tree, reader: Reader): Tree {
  const next = reader.peek();
  if (!next || ['+', '-', '=', ')', ']'].some((mark) => isMark(next, mark))) return left;
  if (isMark(next, '*')) reader.at++;
  const right = barred(reader) ?? reader.expression(SIGNED);
  return { kind: 'multiply', left, right, span: spanAround(left, right) };
}

/** Where an evaluation bar stands in this bracket; −1 where there is none. */
function evaluationBar(reader: Reader): number {
  const { items } = reader;
  if (!items.some(isEvaluation)) return -1;
  let depth = 0;
  for (let at = reader.at; at < items.length; at++) {
    reader.spend(1);
    const item = items[at];
    if (!item) break;
    if (isMark(item, '(') || isMark(item, '[')) depth++;
    if (isMark(item, ')') || isMark(item, ']')) depth--;
    if (depth < 0 || (depth === 0 && isMark(item, '='))) break;
    if (depth === 0 && isEvaluation(item) && barOf(item)?.side !== '<') return at;
  }
  return -1;
}

/** A bar with both ends, or with the one value that a variable has. */
function isEvaluation(item: Item): boolean {
  if (barOf(item)?.kind !== '|' || !item.sub) return false;
  return item.sup !== null || item.sub.slice(1).some((part) => isMark(part, '='));
}

/** `x=a` and `a`, the name of the variable and its value. */
function endOf(reader: Reader, part: readonly Item[], close: Item) {
  const equals = part.findIndex((item) => isMark(item, '=') || isMark(item, '->'));
  const name = equals > 0 ? canonical(part.slice(0, equals)) : null;
  return { name, value: reader.inner(part.slice(equals + 1), close) };
}

/** `[F]_a^b`, `[F]_{x=a}^{x=b}` from what stands inside and the item with the ends. */
export function readIncrease(reader: Reader, items: readonly Item[], close: Item): Tree {
  const { sub, sup } = close;
  if (!sub || !sup)
    throw problem('Both ends are needed here, as in $[F]_a^b$.', close.start, close.end);
  const [from, to] = [endOf(reader, sub, close), endOf(reader, sup, close)];
  const variable = from.name ?? to.name ?? unnamedVariable(reader, items);
  if (variable === null) {
    const message = 'Say which variable runs from one end to the other: $[F]_{x=a}^{x=b}$.';
    throw problem(message, close.start, close.end, 'a variable');
  }
  const body = reader.scoped(variable, () => reader.inner(items, close));
  const span = { start: items[0]?.start ?? close.start, end: close.end };
  return { kind: 'between', variable, from: from.value, to: to.value, body, span };
}

/** Of ends that name no variable: the part's own, or the one letter inside that is nothing else. */
function unnamedVariable({ table, scope }: Reader, items: readonly Item[]): string | null {
  const letters = lettersIn(items);
  if (table.variable !== null && letters.has(table.variable)) return table.variable;
  const isDeclared = (name: string) => name === 'e' || table.declares(name) || scope.includes(name);
  const [only, ...others] = [...letters].filter((name) => !isDeclared(name));
  return only !== undefined && others.length === 0 ? only : table.variable;
}

export const shape: Shaped<'between'> = (tree, typer) => {
  typer.requireScalar(tree.from);
  typer.requireScalar(tree.to);
  return typer.of(tree.body);
};

export const evaluate: Evaluate<'between'> = (tree, compiler) => {
  const { compilation, slots, compileIn } = compiler;
  if (needsLimits(tree)) return compileBetweenLimits(tree, compilation, slots, compileIn);
  return compileBetween(tree, compiler.ends(tree), compilation, slots, compileIn);
};

export const print: Print<'between'> = ({ variable, from, to, body }, printer) => {
  const ends = `_{${variable}=${printer.plain(from)}}^{${variable}=${printer.plain(to)}}`;
  return { latex: `\\left[${printer.plain(body)}\\right]${ends}`, level: POWER };
};
