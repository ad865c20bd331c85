import type { Matrix } from '@/lib/math/numbers/matrix';
import type { Mathjs } from '@/lib/math/programs/mathjs';
import type { Data, Scalar, Value } from '@/lib/math/programs/value';
import { isFunction, isList } from '@/lib/math/programs/value';

/** A number as both sides have it; imaginary parts of real ones are 0. */
export interface Entry {
  re: number;
  im: number;
}

/** A value for a program: numbers, columns as lists, and other matrices as lists of rows. */
export function toProgram({ rows, columns, data }: Matrix<Entry>, mathjs: Mathjs): Data {
  const numbers = data.map(({ re, im }): Scalar => (im === 0 ? re : mathjs.complex(re, im)));
  if (columns === 1) return rows === 1 ? (numbers[0] ?? Number.NaN) : numbers;
  return Array.from({ length: rows }, (_, row) =>
    numbers.slice(row * columns, (row + 1) * columns),
  );
}

/** A value of a program as a matrix, a list as a column; null where it is none. */
export function fromProgram(value: Value): Matrix<Entry> | null {
  if (value === null || isFunction(value)) return null;
  if (!isList(value)) return { rows: 1, columns: 1, data: [entryOf(value)] };
  const rows = value.map((row) => (isRow(row) ? row.map(entryOf) : [entryOf(row)]));
  return { rows: rows.length, columns: rows[0]?.length ?? 0, data: rows.flat() };
}

function isRow(row: Scalar | readonly Scalar[]): row is readonly Scalar[] {
  return Array.isArray(row);
}

function entryOf(scalar: Scalar): Entry {
  if (typeof scalar === 'object') return { re: scalar.re, im: scalar.im };
  return { re: Number(scalar), im: 0 };
}
