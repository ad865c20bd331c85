import type { MatrixVectors } from '@/lib/kinds/proof/reasoning/algebra/operators';
import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import { isList, type Point } from '@/lib/kinds/proof/reasoning/points';
import type { Working } from '@/lib/kinds/proof/reasoning/working';
import type { Random } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';
import type { End, SymmetricMatrix } from './symmetric';

/** The entries of a matrix, row by row. */
export type Rows = readonly (readonly Digits[])[];

const [ZERO, ONE, TWO] = [new Digits(0), new Digits(1), new Digits(2)];
/** Directions of the first eigenvector in the plane. */
const DIRECTIONS = [
  [1, 0],
  [1, 1],
  [1, -1],
  [1, 2],
  [2, -1],
] as const;

/** What entries of matrices are called among the values of a model. */
function entryName(id: string, row: number, column: number): string {
  return `${id}[${row + 1},${column + 1}]`;
}

/**
 * Symmetric matrices with eigenvalues in their intervals, at the ends of these or between, by the names of
 * their entries; nothing of one whose interval is empty.
 *
 * @param numberAt the value of a scalar by its id; null where it has none
 */
export function drawMatrices(
  matrices: readonly SymmetricMatrix[],
  dimension: number,
  numberAt: (id: string) => Digits | null,
  random: Random,
): ReadonlyMap<string, Digits> {
  const values = new Map<string, Digits>();
  const numberOf = (end: End | null) =>
    typeof end === 'string' ? numberAt(end) : end === null ? null : new Digits(end);
  for (const { id, least, most, isOpen } of matrices) {
    const [from, to] = [numberOf(least), numberOf(most)];
    const low = from ?? (to ? to.minus(TWO) : ONE.negated());
    const high = to ?? low.plus(TWO);
    const eigenvalues = [
      ...(isOpen.least && from ? [] : [low]),
      ...(isOpen.most && to ? [] : [high]),
      ...(low.lt(high) ? [low.plus(high).div(2)] : []),
    ];
    if (low.gt(high) || eigenvalues.length === 0) continue;
    const pick = <Item>(all: readonly Item[]) => all[Math.floor(random() * all.length)];
    const [first, second] = [pick(eigenvalues) ?? low, pick(eigenvalues) ?? low];
    const direction = (dimension === 1 ? [1] : [...(pick(DIRECTIONS) ?? [1, 0])]).map(
      (entry) => new Digits(entry),
    );
    const square = Digits.sum(...direction.map((entry) => entry.times(entry)));
    for (const [row, a] of direction.entries())
      for (const [column, b] of direction.entries()) {
        const turned = first.minus(second).times(a).times(b).div(square);
        values.set(entryName(id, row, column), row === column ? turned.plus(second) : turned);
      }
  }
  return values;
}

/** Matrices of which values say what their entries are. */
export class KnownMatrices {
  readonly #vectors: MatrixVectors;
  readonly #dimension: number;
  readonly #values: ReadonlyMap<string, Digits>;

  constructor(vectors: MatrixVectors, dimension: number, values: ReadonlyMap<string, Digits>) {
    this.#vectors = vectors;
    this.#dimension = dimension;
    this.#values = values;
  }

  /** The entries of a declared matrix; null where it is none, or has none. */
  rowsOf(id: string): Rows | null {
    if (!this.#vectors.spectra.has(id)) return null;
    const places = Array.from({ length: this.#dimension }, (_, place) => place);
    const rows = places.map((row) =>
      places.flatMap((column) => this.#values.get(entryName(id, row, column)) ?? []),
    );
    return rows.every((row) => row.length === this.#dimension) ? rows : null;
  }

  /** A vector that is a matrix times another; null of any other. */
  vectorOf(
    id: string,
    vector: (id: string) => readonly Digits[],
    working: Working,
  ): readonly Digits[] | null {
    const parts = this.#vectors.partsOf(id);
    if (!parts) return null;
    return timesVector(this.rowsOf(parts.matrix) ?? working.giveUp(), vector(parts.of));
  }

  /** A matrix times a vector, or a row times a matrix; null of other products. */
  product(
    { left, right }: { left: Tree; right: Tree },
    value: (tree: Tree) => Point,
  ): Point | null {
    if (this.#vectors.spectra.size === 0) return null;
    const host = { dimension: this.#dimension, rows: (id: string) => this.rowsOf(id), value };
    const [before, after] = [rowsOf(left, host), rowsOf(right, host)];
    if ((before === null) === (after === null)) return null;
    const vector = value(before ? right : left);
    if (!isList(vector)) return null;
    if (before) return timesVector(before, vector);
    const columns = after && vector.map((_, column) => after.map((row) => row[column] ?? ZERO));
    return columns && timesVector(columns, vector);
  }
}

function timesVector(rows: Rows, vector: readonly Digits[]): readonly Digits[] {
  return rows.map((row) =>
    Digits.sum(ZERO, ...row.map((entry, index) => entry.times(vector[index] ?? ZERO))),
  );
}

interface Host {
  dimension: number;
  /** The entries of a declared matrix; null of anything else. */
  rows: (id: string) => Rows | null;
  value: (tree: Tree) => Point;
}

/** The entries of what is made of declared matrices; null of anything else. */
function rowsOf(tree: Tree, host: Host): Rows | null {
  const of = (part: Tree) => rowsOf(part, host);
  const entries = (entry: (row: number, column: number) => Digits): Rows =>
    Array.from({ length: host.dimension }, (_, row) =>
      Array.from({ length: host.dimension }, (_, column) => entry(row, column)),
    );
  const at = (rows: Rows, row: number, column: number) => rows[row]?.[column] ?? ZERO;
  const scaled = (rows: Rows, by: Digits) => rows.map((row) => row.map((each) => each.times(by)));
  const product = (a: Rows, b: Rows) =>
    entries((row, column) =>
      Digits.sum(ZERO, ...a.map((_, index) => at(a, row, index).times(at(b, index, column)))),
    );
  switch (tree.kind) {
    case 'symbol':
      return host.rows(tree.id);
    case 'identity':
      return entries((row, column) => (row === column ? ONE : ZERO));
    case 'transpose': {
      const rows = of(tree.operand);
      return rows && entries((row, column) => at(rows, column, row));
    }
    case 'negate': {
      const rows = of(tree.operand);
      return rows && scaled(rows, ONE.negated());
    }
    case 'add':
    case 'subtract': {
      const [a, b] = [of(tree.left), of(tree.right)];
      const sign = tree.kind === 'add' ? ONE : ONE.negated();
      return (
        a && b && entries((row, column) => at(a, row, column).plus(sign.times(at(b, row, column))))
      );
    }
    case 'multiply': {
      const [a, b] = [of(tree.left), of(tree.right)];
      if (a && b) return product(a, b);
      const by = a || b ? host.value(a ? tree.right : tree.left) : null;
      const rows = a ?? b;
      return rows && by && !isList(by) ? scaled(rows, by) : null;
    }
    case 'power': {
      const rows = of(tree.left);
      const times = rows && tree.right.kind === 'number' ? Number(tree.right.text) : 0;
      if (!rows || times < 1) return null;
      return Array.from({ length: times }, () => rows).reduce(product);
    }
    default:
      return null;
  }
}
