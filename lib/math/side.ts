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
      /** The largest difference of an entry. */
      absolute: number;
      /** The same as a share of the largest entry of either side. */
      relative: number;
      /** What of `absolute` rounding may be to blame for; 0 where the arithmetic does not say. */
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
  error: (value: N) => number;
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
      return value !== undefined && view.error(value) === 0 && arithmetic.magnitude(value) === 1;
    },
    gap: (sample) => {
      const environment = at(sample);
      const left = sides.reference(environment);
      const right = sides.answer(environment);
      const defined = [isDefined(left), isDefined(right)];
      if (!defined[0] || !defined[1]) {
        return { state: defined[0] === defined[1] ? 'undefined' : 'one-sided' };
      }
      let absolute = 0;
      let scale = 0;
      let error = 0;
      // One side may be the literal 0, which is as large as the other.
      const size = Math.max(left.data.length, right.data.length);
      for (let index = 0; index < size; index++) {
        const entry = left.data[index] ?? arithmetic.from(0);
        const other = right.data[index] ?? arithmetic.from(0);
        absolute = Math.max(absolute, arithmetic.magnitude(arithmetic.subtract(entry, other)));
        scale = Math.max(scale, arithmetic.magnitude(entry), arithmetic.magnitude(other));
        error = Math.max(error, view.error(entry) + view.error(other));
      }
      return { state: 'defined', absolute, relative: scale === 0 ? 0 : absolute / scale, error };
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
