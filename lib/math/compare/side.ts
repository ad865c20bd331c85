import type { Costs, Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { type Compilation, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { type Sample, SampleEnvironment } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';
import type { FunctionBodies } from '@/lib/math/types/unfold';

/** What an arithmetic says of the two sides at a point. */
export type AtPoint =
  /** Equal as far as the precision goes, and it goes far. */
  | 'equal'
  /** Not different as far as this precision tells, but it does not tell much. */
  | 'close'
  /** Further apart than all errors together can explain. */
  | 'different'
  | 'undefined'
  | 'one-sided'
  | 'unclear';

/** A pair of expressions in one arithmetic, without saying which. */
export interface Pair {
  /** Whether the condition is certain to hold at the point. */
  holds: (sample: Sample) => boolean;
  judge: (sample: Sample) => AtPoint;
  /** The same for reference minus answer here against reference minus answer there. */
  judgeOffset: (here: Sample, there: Sample) => AtPoint;
  /** Reference minus answer, entry by entry; null where a side is not defined. */
  offset: (sample: Sample) => readonly { re: number; im: number }[] | null;
  /** How far apart the entries are and how large the reference's are; null where a side is not defined. */
  gaps: (sample: Sample) => readonly { gap: number; size: number }[] | null;
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
  meter: Meter;
  functions: FunctionBodies;
}

/** What a number of an arithmetic looks like from outside. */
export interface View<N> {
  costs: Costs;
  /** The size of a value, on a scale of the arithmetic's own. */
  size: (value: N) => number;
  /** Two defined values, beside others of up to `scale`. */
  judge: (a: N, b: N, scale: number) => 'equal' | 'close' | 'different' | 'unclear';
  isCertain: (value: N) => boolean;
  parts: (value: N) => { re: number; im: number };
  show: (value: N, digits: number) => string;
}

/** What looking at a point costs besides the expressions. */
const PER_POINT = 10;

export function pairIn<N>(
  { reference, answer, where, definitions, table, seed, meter, functions }: PairExpressions,
  arithmetic: Arithmetic<N>,
  view: View<N>,
): Pair {
  const compilation: Compilation<N> = {
    arithmetic,
    table,
    seed,
    meter,
    costs: view.costs,
    functions,
  };
  const [left, right] = [compile(reference, compilation), compile(answer, compilation)];
  const condition = where ? compile(where, compilation) : null;
  const defined = new Map(
    [...definitions].map(([id, tree]) => [id, compile(tree, compilation)] as const),
  );
  const at = (sample: Sample) => new SampleEnvironment(sample, compilation, defined);
  /** Both sides at a point. */
  const sides = (sample: Sample): { reference: Matrix<N>; answer: Matrix<N> } => {
    meter.spend(left.work + right.work + PER_POINT);
    const environment = at(sample);
    return {
      reference: runMatrix(left.compiled, environment),
      answer: runMatrix(right.compiled, environment),
    };
  };
  const isDefined = ({ data }: Matrix<N>) => data.every(arithmetic.isDefined);
  const isUndefined = ({ data }: Matrix<N>) => data.some(arithmetic.isUndefined);
  const zero = arithmetic.from(0);
  const at0 = ({ data }: Matrix<N>, index: number) => data[index] ?? zero;

  const judgeOne = (a: N, b: N): AtPoint => {
    const [noA, noB] = [arithmetic.isUndefined(a), arithmetic.isUndefined(b)];
    if (noA && noB) return 'undefined';
    if (noA || noB) return arithmetic.isDefined(noA ? b : a) ? 'one-sided' : 'unclear';
    if (!arithmetic.isDefined(a) || !arithmetic.isDefined(b)) return 'unclear';
    return view.judge(a, b, Math.max(view.size(a), view.size(b)));
  };
  /** The worst of all entries; what one entry settles, noise in another does not unsettle. */
  const judge = (left: Matrix<N>, right: Matrix<N>): AtPoint => {
    const [noLeft, noRight] = [isUndefined(left), isUndefined(right)];
    if (noLeft && noRight) return 'undefined';
    if (noLeft || noRight) return isDefined(noLeft ? right : left) ? 'one-sided' : 'unclear';
    if (!isDefined(left) || !isDefined(right)) return 'unclear';
    // The literal 0 beside a matrix is the zero matrix.
    const larger = left.data.length >= right.data.length ? left : right;
    const scale = Math.max(...[...left.data, ...right.data].map(view.size));
    const found = new Set(
      larger.data.map((_, index) => view.judge(at0(left, index), at0(right, index), scale)),
    );
    for (const outcome of ['different', 'unclear', 'close'] as const)
      if (found.has(outcome)) return outcome;
    return 'equal';
  };
  const difference = (sample: Sample): Matrix<N> => {
    const { reference: expected, answer: given } = sides(sample);
    return {
      ...expected,
      data: expected.data.map((entry, index) => arithmetic.subtract(entry, at0(given, index))),
    };
  };

  return {
    holds: (sample) => {
      if (!condition) return true;
      meter.spend(condition.work);
      const [value] = runMatrix(condition.compiled, at(sample)).data;
      return value !== undefined && view.isCertain(value) && arithmetic.magnitude(value) === 1;
    },
    judge: (sample) => {
      const { reference: expected, answer: given } = sides(sample);
      const [a] = expected.data;
      const [b] = given.data;
      if (expected.data.length > 1 || given.data.length > 1 || a === undefined || b === undefined)
        return judge(expected, given);
      return judgeOne(a, b);
    },
    judgeOffset: (here, there) => judge(difference(here), difference(there)),
    offset: (sample) => {
      const { reference: expected, answer: given } = sides(sample);
      if (!isDefined(expected) || !isDefined(given)) return null;
      return expected.data.map((entry, index) =>
        view.parts(arithmetic.subtract(entry, at0(given, index))),
      );
    },
    gaps: (sample) => {
      const { reference: expected, answer: given } = sides(sample);
      if (!isDefined(expected) || !isDefined(given)) return null;
      return expected.data.map((entry, index) => ({
        gap: arithmetic.magnitude(arithmetic.subtract(entry, at0(given, index))),
        size: arithmetic.magnitude(entry),
      }));
    },
    shown: (sample, digits) => {
      const { reference: expected, answer: given } = sides(sample);
      const show = (matrix: Matrix<N>) =>
        showMatrix(matrix, (entry) =>
          arithmetic.isDefined(entry) ? view.show(entry, digits) : '\\text{undefined}',
        );
      return { reference: show(expected), answer: show(given) };
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
