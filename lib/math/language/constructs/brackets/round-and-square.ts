import { isScalar } from '@/lib/math/core/dimension';
import type { Span, Tree, TreeOf } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';
import { readIncrease } from '@/lib/math/language/constructs/calculus/increase';
import { entryOf } from '@/lib/math/language/constructs/matrices/entry';
import { matrixFrom } from '@/lib/math/language/constructs/matrices/matrix';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { isMark } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import { unexpected } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';
import { isSeparator } from './arguments';
import { closeBracket } from './closing';

const COLUMN = 'A list with a transposition is read as a column: $(x, y)^\\top$.';

/**
 * Parentheses and square brackets: a group, a list or matrix, an indicator, `[F]_a^b`, `(x)_+`, or
 * an entry of what stands inside.
 */
export const reading: Reading = {
  prefixes: [
    { starts: ['mark ('], turn: 'sign', read: (reader, item) => readBracket(reader, item, '(') },
    {
      starts: ['mark ['],
      turn: 'sign',
      read: (reader, item) => increaseInBrackets(reader) ?? readBracket(reader, item, '['),
    },
  ],
};

/** `[F]_a^b`; null where the bracket has no ends. */
function increaseInBrackets(reader: Reader): Tree | null {
  const { items, at } = reader;
  const end = closingSquare(reader);
  const close = end === null ? undefined : items[end];
  if (end === null || !close?.sub || !close.sup) return null;
  reader.at = end + 1;
  return readIncrease(reader, items.slice(at + 1, end), close);
}

function closingSquare(reader: Reader): number | null {
  let depth = 0;
  for (let at = reader.at; at < reader.items.length; at++) {
    reader.spend(1);
    const item = reader.items[at];
    if (item && isMark(item, '[')) depth++;
    if (item && isMark(item, ']') && --depth === 0) return at;
  }
  return null;
}

function readBracket(reader: Reader, open: Item, mark: '(' | '['): Tree {
  const spaced = mark === '[' ? spacedMatrix(reader, open) : null;
  if (spaced) return spaced;
  const first = reader.items[reader.at + 1];
  const isNested = mark === '[' && first !== undefined && isMark(first, '[');
  const rows = readRows(reader);
  const close = closeBracket(reader, open, mark === '(' ? ')' : ']');
  const span = { start: open.start, end: close.end };
  const cells = rows.flat();
  const [only] = cells;
  if (!only) throw unexpected(close);
  const isList = cells.length > 1;
  if (isList && cells.every(({ kind }) => kind === 'relation'))
    return reader.scripted({ ...allOf(cells), span }, close);
  if (isList || (isNested && only.kind === 'matrix')) {
    const list = columnOrTurned(reader, listOf(rows, span), close);
    return close.sub ? entryOf(reader, list, close.sub, false, close) : list;
  }
  const tree: Tree =
    only.kind === 'relation' ? { kind: 'indicator', condition: only, span } : { ...only, span };
  return reader.scripted(close.sub ? indexed(reader, tree, mark, close.sub, close) : tree, close);
}

/** `(x, y)^T` is how a column is written in a line; before a factor, `(x, y)^T v`, it is turned. */
function columnOrTurned(reader: Reader, list: TreeOf<'matrix'>, close: Item): Tree {
  const above = close.sup ? canonical(close.sup) : '';
  const next = reader.peek();
  const isFollowed = next !== undefined && (reader.startsFactor(next) || isMark(next, '*'));
  const isColumn = list.rows.length > 1 && list.rows.every((row) => row.length === 1);
  if (!isColumn || isFollowed || !/^(T|\\top)$/.test(above)) return reader.scripted(list, close);
  reader.hint(COLUMN);
  return list;
}

/** `[x 0; 0 y]`, as programs have it: a semicolon ends a row, white space a cell. Null for any other. */
function spacedMatrix(reader: Reader, open: Item): Tree | null {
  const end = closingSquare(reader);
  const close = end === null ? undefined : reader.items[end];
  if (end === null || !close || close.sub) return null;
  const inside = reader.items.slice(reader.at + 1, end);
  if (!inside.some((item) => isMark(item, ';')) || inside.some((item) => isMark(item, ',')))
    return null;
  const rows = splitAt(inside, (item) => isMark(item, ';')).map(cellsOf);
  const [first = []] = rows;
  if (first.length < 2 || rows.some((row) => row.length !== first.length)) return null;
  reader.at = end + 1;
  const cells = rows.map((row) => row.map((cell) => reader.inner(cell, open)));
  return reader.scripted(matrixFrom(cells, { start: open.start, end: close.end }), close);
}

/** Cut where white space separates two factors; around an operator it does not. */
function cellsOf(items: readonly Item[]): Item[][] {
  const cells: Item[][] = [[]];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const isGap = before !== undefined && before.end < item.start && !isOperator(before);
    const isSign = isOperator(item) && items[at + 1]?.start === item.end && at > 0;
    if (isGap && (!isOperator(item) || isSign)) cells.push([]);
    cells.at(-1)?.push(item);
  }
  return cells;
}

function isOperator(item: Item): boolean {
  return item.base.type === 'mark' && '+-*/^'.includes(item.base.text);
}

function splitAt(items: readonly Item[], isEnd: (item: Item) => boolean): Item[][] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isEnd(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

/** What stands in brackets: a comma ends a cell, a semicolon a row. */
function readRows(reader: Reader): Tree[][] {
  const cell = () => {
    reader.at++;
    return reader.insideBrackets(() => reader.relation());
  };
  const rows: Tree[][] = [[cell()]];
  for (let next = reader.peek(); next && isSeparator(next); next = reader.peek()) {
    const startsRow = isMark(next, ';');
    const tree = cell();
    if (startsRow) rows.push([tree]);
    else rows.at(-1)?.push(tree);
  }
  return rows;
}

/** Conditions that hold together, as a product of indicators. */
function allOf(conditions: readonly Tree[]): Tree {
  return conditions
    .map((condition): Tree => ({ kind: 'indicator', condition }))
    .reduce((left, right): Tree => ({ kind: 'multiply', left, right }));
}

/** `(x)_+` is max(0, x); otherwise an index takes an entry of what stands in brackets. */
function indexed(
  reader: Reader,
  tree: Tree,
  mark: '(' | '[',
  sub: readonly Item[],
  close: Item,
): Tree {
  if (mark === '(' && canonical(sub) === '+') {
    const zero: Tree = { kind: 'number', text: '0' };
    return { kind: 'call', name: 'max', args: [zero, tree], ...(tree.span && { span: tree.span }) };
  }
  const shape = reader.shapeOf(tree);
  if (!shape.ok || isScalar(shape.value)) refuseIndex(close);
  const isVector = shape.ok && (shape.value[0] === 1 || shape.value[1] === 1);
  return entryOf(reader, tree, sub, isVector, close);
}

/** `[1, 2, 3]` is a column; `[[1, 2], [3, 4]]` and `[1, 2; 3, 4]` are matrices by rows. */
function listOf(rows: readonly Tree[][], span: Span): TreeOf<'matrix'> {
  const [first = []] = rows;
  if (rows.length > 1) return matrixFrom(rows, span);
  const lists = first.flatMap((cell) =>
    cell.kind === 'matrix' && cell.rows.every((row) => row.length === 1)
      ? [cell.rows.map(([entry = cell]) => entry)]
      : [],
  );
  if (lists.length === first.length) return matrixFrom(lists, span);
  return matrixFrom(
    first.map((cell) => [cell]),
    span,
  );
}
