import { isScalar, isVector, SCALAR, shapeLatex } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { wholeNumber } from '@/lib/math/evaluate/binders';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/** `x_i`, `A_{ij}`, `A_{i,j}`: an entry of a declared vector or matrix. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['any'],
      turn: 'entry',
      read: (reader, item) => {
        if (!item.sub) return null;
        const symbol = reader.table.find([{ ...item, sub: null, sup: null, primes: 0 }], 0);
        const type = symbol && reader.table.typeOf(symbol.id);
        if (!symbol || type?.kind !== 'matrix') return null;
        reader.at++;
        const operand: Tree = { kind: 'symbol', id: symbol.id, span: spanOf(item) };
        const hasOneIndex = type.shape[0] === 1 || type.shape[1] === 1;
        return reader.scripted(entryOf(reader, operand, item.sub, hasOneIndex, item), item);
      },
    },
  ],
};

/** An index of a vector, two of a matrix: `A_{i,j}`, or `A_{ij}` where each is one sign. */
export function entryOf(
  reader: Reader,
  operand: Tree,
  sub: readonly Item[],
  hasOneIndex: boolean,
  item: Item,
): Tree {
  const span = { start: operand.span?.start ?? item.start, end: item.end };
  const comma = commaIn(sub);
  const index = (items: readonly Item[]) => reader.inner(items, item);
  if (comma >= 0) {
    const [row, column] = [index(sub.slice(0, comma)), index(sub.slice(comma + 1))];
    return { kind: 'entry', operand, row, column, span };
  }
  if (hasOneIndex) return { kind: 'entry', operand, row: index(sub), column: null, span };
  const signs = splitDigits(sub);
  if (signs.length !== 2) {
    const message = 'An entry of a matrix has two indices, $A_{i,j}$.';
    throw problem(message, item.start, item.end, 'two indices');
  }
  const [row, column] = [index(signs.slice(0, 1)), index(signs.slice(1))];
  return { kind: 'entry', operand, row, column, span };
}

/** Where a comma stands outside brackets; −1 where none does. */
function commaIn(items: readonly Item[]): number {
  let depth = 0;
  return items.findIndex(({ base }) => {
    if (base.type !== 'mark') return false;
    if ('([⟨'.includes(base.text)) depth++;
    if (')]⟩'.includes(base.text)) depth--;
    return base.text === ',' && depth === 0;
  });
}

/** `12` in `A_{12}` is two indices. */
function splitDigits(items: readonly Item[]): readonly Item[] {
  const [only] = items;
  if (items.length !== 1 || only?.base.type !== 'number' || !/^\d\d$/.test(only.base.text))
    return items;
  return [...only.base.text].map((text) => ({ ...only, base: { type: 'number', text } }));
}

export const shape: Shaped<'entry'> = (tree, typer) => {
  const operand = typer.settled(tree.operand);
  typer.requireScalar(tree.row);
  if (tree.column) typer.requireScalar(tree.column);
  const fits = tree.column ? !isScalar(operand) : isVector(operand) && !isScalar(operand);
  if (fits) return SCALAR;
  throw typer.misfit(
    tree,
    `$${typer.latex(tree.operand)}$ is $${shapeLatex(operand)}$; its entries have ${isVector(operand) ? 'one index' : 'two indices'}.`,
  );
};

export const evaluate: Evaluate<'entry'> = (tree, compiler) => {
  const { arithmetic } = compiler;
  const matrix = compiler.matrix(tree.operand);
  const row = compiler.scalar(tree.row);
  const column = tree.column && compiler.scalar(tree.column);
  return scalarOf((environment) => {
    const { rows, columns, data } = matrix(environment);
    const i = wholeNumber(row(environment), arithmetic);
    const j = column ? wholeNumber(column(environment), arithmetic) : 1;
    const isInside =
      i !== null &&
      j !== null &&
      i >= 1 &&
      j >= 1 &&
      (column ? i <= rows && j <= columns : i <= data.length);
    const at = isInside ? (column ? (i - 1) * columns + j - 1 : i - 1) : -1;
    return data[at] ?? arithmetic.from(Number.NaN);
  });
};

export const print: Print<'entry'> = (tree, printer) => {
  const column = tree.column ? `,${printer.plain(tree.column)}` : '';
  const operand = printer.plain(tree.operand);
  const isBare = tree.operand.kind === 'symbol' && !/[_^']/.test(operand);
  const base = isBare ? operand : `\\left(${operand}\\right)`;
  return atom(`${base}_{${printer.plain(tree.row)}${column}}`);
};
