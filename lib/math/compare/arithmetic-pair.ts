import type { Costs, Meter } from '@/lib/math/core/meter';
import { type Compilation, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { Sample } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';
import type { Pair, PairExpressions, PointRelation } from './pair';
import {
  type CompiledExpression,
  compileDefinitions,
  SampleEnvironment,
} from './sample-environment';
import { matrixLatex } from './witness/matrix-latex';

/** What a number of an arithmetic looks like from outside. */
export interface NumberView<N> {
  costs: Costs;
  /** The size of a value, on a scale of the arithmetic's own. */
  size: (value: N) => number;
  /** Two defined values, beside others of up to `scale`. */
  judge: (a: N, b: N, scale: number) => 'equal' | 'close' | 'different' | 'unclear';
  isCertain: (value: N) => boolean;
  parts: (value: N) => { re: number; im: number };
  latex: (value: N, digits: number) => string;
}

/** What looking at a point costs besides the expressions, in units of the meter. */
export const WORK_PER_POINT = 10;

interface Sides<N> {
  reference: Matrix<N>;
  answer: Matrix<N>;
}

/** A pair of expressions, compiled once in one arithmetic. */
export class ArithmeticPair<N> implements Pair {
  readonly #arithmetic: Arithmetic<N>;
  readonly #view: NumberView<N>;
  readonly #meter: Meter;
  readonly #reference: CompiledExpression<N>;
  readonly #answer: CompiledExpression<N>;
  readonly #condition: CompiledExpression<N> | null;
  readonly #environmentAt: (sample: Sample) => SampleEnvironment<N>;
  readonly #zero: N;

  constructor(expressions: PairExpressions, arithmetic: Arithmetic<N>, view: NumberView<N>) {
    const { reference, answer, where, definitions, table, seed, meter, functions } = expressions;
    const { costs } = view;
    const compilation: Compilation<N> = { arithmetic, table, seed, meter, costs, functions };
    this.#arithmetic = arithmetic;
    this.#view = view;
    this.#meter = meter;
    this.#reference = compile(reference, compilation);
    this.#answer = compile(answer, compilation);
    this.#condition = where ? compile(where, compilation) : null;
    const compiled = compileDefinitions(definitions, compilation);
    this.#environmentAt = (sample) => new SampleEnvironment(sample, compilation, compiled);
    this.#zero = arithmetic.from(0);
  }

  holds(sample: Sample): boolean {
    const condition = this.#condition;
    if (!condition) return true;
    this.#meter.spend(condition.work);
    const [value] = runMatrix(condition.compiled, this.#environmentAt(sample)).data;
    const isTrue = (truth: N) =>
      this.#view.isCertain(truth) && this.#arithmetic.magnitude(truth) === 1;
    return value !== undefined && isTrue(value);
  }

  judge(sample: Sample): PointRelation {
    const { reference, answer } = this.#sidesAt(sample);
    const [a] = reference.data;
    const [b] = answer.data;
    if (reference.data.length > 1 || answer.data.length > 1 || a === undefined || b === undefined)
      return this.#judgeMatrices(reference, answer);
    return this.#judgeScalars(a, b);
  }

  judgeOffset(here: Sample, there: Sample): PointRelation {
    return this.#judgeMatrices(this.#difference(here), this.#difference(there));
  }

  offset(sample: Sample): readonly { re: number; im: number }[] | null {
    const sides = this.#definedSidesAt(sample);
    return sides && this.#entryDifferences(sides).map(this.#view.parts);
  }

  gaps(sample: Sample): readonly { gap: number; size: number }[] | null {
    const sides = this.#definedSidesAt(sample);
    if (!sides) return null;
    const { magnitude } = this.#arithmetic;
    const differences = this.#entryDifferences(sides);
    return sides.reference.data.map((entry, index) => ({
      gap: magnitude(differences[index] ?? this.#zero),
      size: magnitude(entry),
    }));
  }

  latex(sample: Sample, digits: number): { reference: string; answer: string } {
    const { reference, answer } = this.#sidesAt(sample);
    const entryLatex = (entry: N) =>
      this.#arithmetic.isDefined(entry) ? this.#view.latex(entry, digits) : '\\text{undefined}';
    return {
      reference: matrixLatex(reference, entryLatex),
      answer: matrixLatex(answer, entryLatex),
    };
  }

  #sidesAt(sample: Sample): Sides<N> {
    this.#meter.spend(this.#reference.work + this.#answer.work + WORK_PER_POINT);
    const environment = this.#environmentAt(sample);
    return {
      reference: runMatrix(this.#reference.compiled, environment),
      answer: runMatrix(this.#answer.compiled, environment),
    };
  }

  #definedSidesAt(sample: Sample): Sides<N> | null {
    const sides = this.#sidesAt(sample);
    return this.#isDefined(sides.reference) && this.#isDefined(sides.answer) ? sides : null;
  }

  #isDefined({ data }: Matrix<N>): boolean {
    return data.every(this.#arithmetic.isDefined);
  }

  #isUndefined({ data }: Matrix<N>): boolean {
    return data.some(this.#arithmetic.isUndefined);
  }

  /** The entry at a place; the literal 0 beside a matrix is the zero matrix. */
  #entry({ data }: Matrix<N>, index: number): N {
    return data[index] ?? this.#zero;
  }

  #entryDifferences({ reference, answer }: Sides<N>): N[] {
    return reference.data.map((entry, index) =>
      this.#arithmetic.subtract(entry, this.#entry(answer, index)),
    );
  }

  #difference(sample: Sample): Matrix<N> {
    const sides = this.#sidesAt(sample);
    return { ...sides.reference, data: this.#entryDifferences(sides) };
  }

  #judgeScalars(a: N, b: N): PointRelation {
    const { isDefined, isUndefined } = this.#arithmetic;
    const [noA, noB] = [isUndefined(a), isUndefined(b)];
    if (noA && noB) return 'undefined';
    if (noA || noB) return isDefined(noA ? b : a) ? 'one-sided' : 'unclear';
    if (!isDefined(a) || !isDefined(b)) return 'unclear';
    return this.#view.judge(a, b, Math.max(this.#view.size(a), this.#view.size(b)));
  }

  /** The worst of all entries; what one entry settles, noise in another does not unsettle. */
  #judgeMatrices(left: Matrix<N>, right: Matrix<N>): PointRelation {
    const [noLeft, noRight] = [this.#isUndefined(left), this.#isUndefined(right)];
    if (noLeft && noRight) return 'undefined';
    if (noLeft || noRight) return this.#isDefined(noLeft ? right : left) ? 'one-sided' : 'unclear';
    if (!this.#isDefined(left) || !this.#isDefined(right)) return 'unclear';
    const larger = left.data.length >= right.data.length ? left : right;
    const scale = Math.max(...[...left.data, ...right.data].map(this.#view.size));
    return worstRelation(
      larger.data.map((_, index) =>
        this.#view.judge(this.#entry(left, index), this.#entry(right, index), scale),
      ),
    );
  }
}

/** What several entries or parts say together: a difference in one is a difference of the whole. */
export function worstRelation(
  relations: readonly ('equal' | 'close' | 'different' | 'unclear')[],
): 'equal' | 'close' | 'different' | 'unclear' {
  for (const relation of ['different', 'unclear', 'close'] as const)
    if (relations.includes(relation)) return relation;
  return 'equal';
}
