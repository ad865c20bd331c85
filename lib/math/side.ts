import type { Arithmetic } from './arithmetic';
import { compile, type Evaluator } from './evaluate';
import type { Matrix } from './matrix';
import { environmentOf, type Sample } from './sample';
import type { SymbolTable } from './symbol-table';
import type { Tree } from './tree';

/** How far apart the two sides are at a point. */
export type Gap =
  | { state: 'undefined' | 'one-sided' }
  | {
      state: 'defined';
      /** The largest difference of an entry, as a power of ten: it may be out of Float64's reach. */
      difference: number;
      /** The largest entry of either side, as a power of ten. */
      scale: number;
      /** How much of the difference rounding may be to blame for, as a power of ten. */
      error: number;
    };

/** A pair of expressions in one arithmetic, without saying which. */
export interface Pair {
  /** Whether the condition is certain to hold at the point. */
  holds: (sample: Sample) => boolean;
  gap: (sample: Sample) => Gap;
  /** Reference minus answer, entry by entry; null where a side is undefined. */
  offset: (sample: Sample) => readonly { re: number; im: number }[] | null;
  /** Entries of both sides as text. */
  shown: (sample: Sample, digits: number) => { reference: string; answer: string };
}

export interface PairExpressions {
  reference: Tree;
  answer: Tree;
  where: Tree | null;
  definitions: ReadonlyMap<string, Tree>;
  table: SymbolTable;
  seed: string;
}

/** What a number of an arithmetic looks like from outside. */
export interface View<N> {
  /** The bound on the absolute error, and the size of the value, as powers of ten. */
  error: (value: N) => number;
  size: (value: N) => number;
  parts: (value: N) => { re: number; im: number };
  show: (value: N, digits: number) => string;
}

export function pairIn<N>(
  { reference, answer, where, definitions, table, seed }: PairExpressions,
  arithmetic: Arithmetic<N>,
  view: View<N>,
): Pair {
  const sides = { reference: compile(reference, arithmetic), answer: compile(answer, arithmetic) };
  const condition = where ? compile(where, arithmetic) : null;
  const compiled = new Map<string, Evaluator<N>>(
    [...definitions].map(([id, tree]) => [id, compile(tree, arithmetic)]),
  );
  const at = (sample: Sample) => environmentOf(sample, arithmetic, table, compiled, seed);
  const isDefined = ({ data }: Matrix<N>) => data.every(arithmetic.isDefined);

  return {
    holds: (sample) => {
      if (!condition) return true;
      const [value] = condition(at(sample)).data;
      return (
        value !== undefined &&
        view.error(value) === Number.NEGATIVE_INFINITY &&
        arithmetic.magnitude(value) === 1
      );
    },
    gap: (sample) => {
      const environment = at(sample);
      const left = sides.reference(environment);
      const right = sides.answer(environment);
      const defined = [isDefined(left), isDefined(right)];
      if (!defined[0] || !defined[1]) {
        return { state: defined[0] === defined[1] ? 'undefined' : 'one-sided' };
      }
      let difference = Number.NEGATIVE_INFINITY;
      let scale = Number.NEGATIVE_INFINITY;
      let error = Number.NEGATIVE_INFINITY;
      // One side may be the literal 0, which is as large as the other.
      const entries = Math.max(left.data.length, right.data.length);
      for (let index = 0; index < entries; index++) {
        const entry = left.data[index] ?? arithmetic.from(0);
        const other = right.data[index] ?? arithmetic.from(0);
        difference = Math.max(difference, view.size(arithmetic.subtract(entry, other)));
        scale = Math.max(scale, view.size(entry), view.size(other));
        error = Math.max(error, view.error(entry) + 0.3, view.error(other) + 0.3);
      }
      return { state: 'defined', difference, scale, error };
    },
    offset: (sample) => {
      const environment = at(sample);
      const left = sides.reference(environment);
      const right = sides.answer(environment);
      if (!isDefined(left) || !isDefined(right)) return null;
      return left.data.map((entry, index) =>
        view.parts(arithmetic.subtract(entry, right.data[index] ?? arithmetic.from(0))),
      );
    },
    shown: (sample, digits) => {
      const environment = at(sample);
      const show = (matrix: Matrix<N>) =>
        showMatrix(matrix, (entry) =>
          arithmetic.isDefined(entry) ? view.show(entry, digits) : '\\text{undefined}',
        );
      return {
        reference: show(sides.reference(environment)),
        answer: show(sides.answer(environment)),
      };
    },
  };
}

/** A matrix as LaTeX; a 1×1 one as its entry. */
export function showMatrix<N>(
  { rows, columns, data }: Matrix<N>,
  show: (entry: N) => string,
): string {
  const cells = data.map(show);
  if (cells.length === 1) return cells[0] ?? '';
  const lines = Array.from({ length: rows }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).join(' & '),
  );
  return `\\begin{pmatrix}${lines.join(' \\\\ ')}\\end{pmatrix}`;
}
