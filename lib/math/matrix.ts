import type { Arithmetic } from './arithmetic';

/** Entries row by row. A scalar is 1×1. */
export interface Matrix<N> {
  readonly rows: number;
  readonly columns: number;
  readonly data: readonly N[];
}

export function transposed<N>({ rows, columns, data }: Matrix<N>): Matrix<N> {
  if (rows === 1 || columns === 1) return { rows: columns, columns: rows, data };
  const turned = data.map((_, index) => {
    const entry = data[(index % rows) * columns + Math.floor(index / rows)];
    if (entry === undefined) throw new RangeError('a matrix has as many entries as rows × columns');
    return entry;
  });
  return { rows: columns, columns: rows, data: turned };
}

export function scaled<N>(matrix: Matrix<N>, factor: N, arithmetic: Arithmetic<N>): Matrix<N> {
  return { ...matrix, data: matrix.data.map((entry) => arithmetic.multiply(factor, entry)) };
}

/** The product; scalars scale, and of two columns of one size it is the inner product. */
export function matrixProduct<N>(a: Matrix<N>, b: Matrix<N>, arithmetic: Arithmetic<N>): Matrix<N> {
  const [left] = a.data;
  const [right] = b.data;
  if (a.data.length === 1 && left !== undefined) return scaled(b, left, arithmetic);
  if (b.data.length === 1 && right !== undefined) {
    return { ...a, data: a.data.map((entry) => arithmetic.multiply(entry, right)) };
  }
  if (a.columns !== b.rows) {
    if (a.columns === 1 && b.columns === 1 && a.rows === b.rows)
      return matrixProduct(transposed(a), b, arithmetic);
    throw new RangeError(`(${a.rows}×${a.columns}) · (${b.rows}×${b.columns})`);
  }
  const data: N[] = [];
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < b.columns; column++) {
      let sum = arithmetic.from(0);
      for (let k = 0; k < a.columns; k++) {
        const x = a.data[row * a.columns + k];
        const y = b.data[k * b.columns + column];
        if (x !== undefined && y !== undefined)
          sum = arithmetic.add(sum, arithmetic.multiply(x, y));
      }
      data.push(sum);
    }
  }
  return { rows: a.rows, columns: b.columns, data };
}

/** Gaussian elimination with partial pivoting on [A | B]; null where A is singular. */
function eliminate<N>(
  { rows: size, data }: Matrix<N>,
  arithmetic: Arithmetic<N>,
): { determinant: N; inverse: N[] } | null {
  const width = 2 * size;
  const table: N[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      table.push(data[row * size + column] ?? arithmetic.from(0));
    for (let column = 0; column < size; column++)
      table.push(arithmetic.from(row === column ? 1 : 0));
  }
  const at = (row: number, column: number): N => table[row * width + column] ?? arithmetic.from(0);
  let determinant = arithmetic.from(1);
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++) {
      if (arithmetic.magnitude(at(row, pivot)) > arithmetic.magnitude(at(best, pivot))) best = row;
    }
    if (!(arithmetic.magnitude(at(best, pivot)) > 0)) return null;
    if (best !== pivot) {
      determinant = arithmetic.negate(determinant);
      for (let column = 0; column < width; column++) {
        const held = at(pivot, column);
        table[pivot * width + column] = at(best, column);
        table[best * width + column] = held;
      }
    }
    const head = at(pivot, pivot);
    determinant = arithmetic.multiply(determinant, head);
    for (let column = 0; column < width; column++) {
      table[pivot * width + column] = arithmetic.divide(at(pivot, column), head);
    }
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot);
      for (let column = 0; column < width; column++) {
        const change = arithmetic.multiply(factor, at(pivot, column));
        table[row * width + column] = arithmetic.subtract(at(row, column), change);
      }
    }
  }
  const inverse: N[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) inverse.push(at(row, size + column));
  }
  return { determinant, inverse };
}

export function determinant<N>(matrix: Matrix<N>, arithmetic: Arithmetic<N>): N {
  return eliminate(matrix, arithmetic)?.determinant ?? arithmetic.from(0);
}

/** The inverse; undefined in every entry where the matrix is singular. */
export function inverse<N>(matrix: Matrix<N>, arithmetic: Arithmetic<N>): Matrix<N> {
  const done = eliminate(matrix, arithmetic);
  if (done) return { ...matrix, data: done.inverse };
  return { ...matrix, data: matrix.data.map(() => arithmetic.from(Number.NaN)) };
}
