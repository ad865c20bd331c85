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

function scaled<N>(matrix: Matrix<N>, factor: N, arithmetic: Arithmetic<N>): Matrix<N> {
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
  const { add, multiply } = arithmetic;
  const zero = arithmetic.from(0);
  const data: N[] = [];
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < b.columns; column++) {
      let sum = zero;
      for (let k = 0; k < a.columns; k++) {
        const x = a.data[row * a.columns + k];
        const y = b.data[k * b.columns + column];
        if (x !== undefined && y !== undefined)
          sum = k === 0 ? multiply(x, y) : add(sum, multiply(x, y));
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
    if (arithmetic.mayBeZero(at(best, pivot))) return null;
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

/** By elimination; where no pivot is certain not to be zero, by minors, which divide by nothing. */
export function determinant<N>(matrix: Matrix<N>, arithmetic: Arithmetic<N>): N {
  const eliminated = eliminate(matrix, arithmetic);
  if (eliminated) return eliminated.determinant;
  return matrix.rows <= MOST_MINORS
    ? byMinors(matrix, arithmetic)
    : arithmetic.constant('infinity');
}

/** Above this size there are too many minors. */
const MOST_MINORS = 8;

/** Laplace's expansion row by row, each minor of the last rows once: O(n 2^n). */
function byMinors<N>({ rows: size, data }: Matrix<N>, arithmetic: Arithmetic<N>): N {
  const minors = new Map<number, N>();
  const minor = (row: number, columns: number): N => {
    if (row === size) return arithmetic.from(1);
    const cached = minors.get(columns);
    if (cached !== undefined) return cached;
    let sum = arithmetic.from(0);
    let sign = 1;
    for (let column = 0; column < size; column++) {
      if ((columns >> column) % 2 === 0) continue;
      const entry = data[row * size + column] ?? arithmetic.from(0);
      const term = arithmetic.multiply(entry, minor(row + 1, columns - 2 ** column));
      sum = sign > 0 ? arithmetic.add(sum, term) : arithmetic.subtract(sum, term);
      sign = -sign;
    }
    minors.set(columns, sum);
    return sum;
  };
  return minor(0, 2 ** size - 1);
}

/** The inverse; undefined in every entry where the matrix is singular. */
function inverse<N>(matrix: Matrix<N>, arithmetic: Arithmetic<N>): Matrix<N> {
  const done = eliminate(matrix, arithmetic);
  if (done) return { ...matrix, data: done.inverse };
  return { ...matrix, data: matrix.data.map(() => arithmetic.from(Number.NaN)) };
}

export function mapped<N, M>(matrix: Matrix<N>, change: (entry: N) => M): Matrix<M> {
  return { ...matrix, data: matrix.data.map(change) };
}

/** Entry by entry; the literal zero beside a matrix is the zero matrix, as the typer allows. */
export function entrywise<N>(
  left: Matrix<N>,
  right: Matrix<N>,
  combine: (a: N, b: N) => N,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  const larger = left.data.length >= right.data.length ? left : right;
  if (left.data.length === right.data.length) {
    return { ...larger, data: left.data.map((x, index) => combine(x, right.data[index] ?? x)) };
  }
  const zero = arithmetic.from(0);
  const at = ({ data }: Matrix<N>, index: number) =>
    data.length === 1 ? zero : (data[index] ?? zero);
  return {
    ...larger,
    data: larger.data.map((_, index) => combine(at(left, index), at(right, index))),
  };
}

export function identityMatrix<N>(size: number, arithmetic: Arithmetic<N>): Matrix<N> {
  const data = Array.from({ length: size * size }, (_, index) =>
    arithmetic.from(index % (size + 1) === 0 ? 1 : 0),
  );
  return { rows: size, columns: size, data };
}

export function trace<N>({ rows, columns, data }: Matrix<N>, arithmetic: Arithmetic<N>): N {
  if (rows !== columns) return arithmetic.from(Number.NaN);
  return data.filter((_, index) => index % (columns + 1) === 0).reduce(arithmetic.add);
}

/** Of a vector the diagonal matrix, of a square matrix its diagonal as a column. */
export function diagonal<N>(
  { rows, columns, data }: Matrix<N>,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  if (rows === columns) {
    const entries = data.filter((_, index) => index % (columns + 1) === 0);
    return { rows, columns: 1, data: entries };
  }
  const size = data.length;
  const zero = arithmetic.from(0);
  const spread = Array.from({ length: size * size }, (_, index) =>
    index % (size + 1) === 0 ? (data[index / (size + 1)] ?? zero) : zero,
  );
  return { rows: size, columns: size, data: spread };
}

/** A ⊗ B: every entry of A times B. */
export function kroneckerProduct<N>(
  a: Matrix<N>,
  b: Matrix<N>,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  const [rows, columns] = [a.rows * b.rows, a.columns * b.columns];
  const zero = arithmetic.from(0);
  const data = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const x = a.data[Math.floor(row / b.rows) * a.columns + Math.floor(column / b.columns)] ?? zero;
    const y = b.data[(row % b.rows) * b.columns + (column % b.columns)] ?? zero;
    return arithmetic.multiply(x, y);
  });
  return { rows, columns, data };
}

/** The largest power of a matrix that is multiplied out. */
const MAX_POWER = 64;

/** A whole power of a square matrix, negative ones through the inverse; `pay` is called for each product. */
export function matrixPower<N>(
  base: Matrix<N>,
  exponent: N,
  arithmetic: Arithmetic<N>,
  pay: () => void,
): Matrix<N> {
  const size = Math.round(arithmetic.magnitude(exponent));
  const isWhole = (whole: number) =>
    arithmetic.magnitude(arithmetic.subtract(exponent, arithmetic.from(whole))) === 0;
  const hasValue = isWhole(size) || isWhole(-size);
  // A power too high to be multiplied out has a value, but none that is known.
  if (hasValue && size > MAX_POWER) return mapped(base, () => arithmetic.constant('infinity'));
  if (!hasValue) return mapped(base, () => arithmetic.from(Number.NaN));
  const factor = isWhole(size) ? base : inverse(base, arithmetic);
  let product = identityMatrix(base.rows, arithmetic);
  for (let count = 0; count < size; count++) {
    pay();
    product = matrixProduct(product, factor, arithmetic);
  }
  return product;
}
