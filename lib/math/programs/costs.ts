import { ProgramFault } from './fault';
import { MOST_CELLS } from './limits';
import { cellsIn, type Data, isList, sizeOf, tooLarge } from './value';

/** What a call takes, in steps, known before it is made; throws where its result would be too large. */
export type Cost = (args: readonly Data[]) => number;

/** What an entry of a list takes beside a number alone, measured. */
const OF_A_LIST = 3;
/** The same for functions that round, or that look at whole numbers: they are slow in mathjs. */
const OF_A_LIST_ROUNDED = 10;

/** Entry by entry, where rows and columns are repeated to fit each other. */
export const entrywise: Cost = (args) =>
  args.length * repeated(args) * (args.some(isList) ? OF_A_LIST : 1);

export const rounding: Cost = (args) =>
  args.length * repeated(args) * (args.some(isList) ? OF_A_LIST_ROUNDED : 1);

/** How many entries the result has. */
function repeated(args: readonly Data[]): number {
  const sizes = args.map(sizeOf);
  const dimensions = Math.max(0, ...sizes.map(({ length }) => length));
  let cells = 1;
  // Sizes are aligned at their last dimension.
  for (let back = 1; back <= dimensions; back++)
    cells *= Math.max(...sizes.map((size) => size.at(-back) ?? 1));
  return within(cells);
}

/** Each entry of the arguments once, and a result that is no larger. */
export const eachEntry: Cost = (args) => args.reduce<number>((sum, arg) => sum + cellsIn(arg), 0);

/** As for sorting. */
export const sorted: Cost = (args) => 60 * eachEntry(args);

export const product: Cost = (args) => {
  const [left, right, ...more] = args;
  if (left === undefined || right === undefined || more.length > 0)
    throw new ProgramFault('a product has two factors');
  if (!isList(left) || !isList(right)) return entrywise(args);
  const [rows = 1, inner = 1] = sizeOf(left).length === 1 ? [1, ...sizeOf(left)] : sizeOf(left);
  const [, columns = 1] = sizeOf(right);
  within(rows * columns);
  return rows * inner * columns;
};

/** Every entry beside every other one. */
export const pairs: Cost = (args) =>
  within(args.reduce<number>((all, arg) => all * cellsIn(arg), 1));

/** As for elimination; numbers cost as numbers do. */
export const elimination: Cost = (args) => Math.max(...args.map(largestSize)) ** 3;

/** Powers of matrices by squaring, of up to 2³² factors. */
export const power: Cost = (args) => {
  const [base = 0] = args;
  return isList(base) ? 64 * elimination(args) : entrywise(args);
};

/** Norms of matrices by eigenvalues. */
export const norm: Cost = (args) => {
  const [value = 0] = args;
  return sizeOf(value).length === 2 ? 100 * elimination(args) : eachEntry(args);
};

/** Matrices of so many rows and columns. */
export const allocation: Cost = (args) => {
  const sizes = args.flatMap((arg) => (isList(arg) ? arg.flat() : [arg]));
  if (sizes.length > 2) throw new ProgramFault('a matrix has at most two dimensions');
  for (const size of sizes)
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
      throw new ProgramFault('the size of a matrix is a whole number');
  return within(sizes.reduce<number>((cells, size) => cells * Number(size), 1));
};

/** A square with the vector on its diagonal, or the diagonal of a matrix. */
export const diagonal: Cost = (args) => {
  const [value = 0, ...more] = args;
  if (more.length > 0) throw new ProgramFault('diag is taken of one vector or matrix');
  return sizeOf(value).length === 1 ? within(cellsIn(value) ** 2) : eachEntry(args);
};

export const reshaping: Cost = (args) => {
  const [value = 0, sizes = 0] = args;
  if (cellsIn(sizes) > 2) throw new ProgramFault('a matrix has at most two dimensions');
  return cellsIn(value);
};

/** What counts up to its argument. */
export const counting =
  (largest: number, each: (size: number) => number = (size) => size): Cost =>
  (args) => {
    for (const arg of args.flatMap((value) => (isList(value) ? value.flat() : [value])))
      if (typeof arg === 'number' && Math.abs(arg) > largest)
        throw new ProgramFault(`its argument is larger than ${largest}`);
    return entrywise(args) * each(largest);
  };

/** Numbers from, to, in steps. */
export const counted: Cost = (args) => {
  const [from = 0, to = 0, step = 1, ...more] = args;
  if (typeof from !== 'number' || typeof to !== 'number' || typeof step !== 'number' || more[0])
    throw new ProgramFault('a range goes from a number to a number');
  return rangeLength(from, step, to);
};

/** How many numbers a range has; throws where they are too many, or without an end. */
export function rangeLength(from: number, step: number, to: number): number {
  const count = Math.floor((to - from) / step) + 1;
  if (![from, step, to].every(Number.isFinite) || step === 0 || Number.isNaN(count))
    throw new ProgramFault('a range has finite ends and a step other than 0');
  return within(Math.max(0, count));
}

function largestSize(value: Data): number {
  return Math.max(1, ...sizeOf(value));
}

function within(cells: number): number {
  if (!(cells <= MOST_CELLS)) throw tooLarge();
  return Math.max(1, cells);
}
