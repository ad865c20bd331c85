import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { Pair } from '@/lib/math/compare/pair';
import type { Dimension, Shape } from '@/lib/math/core/declaration';
import type { Tree } from '@/lib/math/core/tree';
import type { Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Matrix } from '@/lib/math/numbers/matrix';
import type { ProgramError } from '@/lib/math/programs/fault';
import type { Data } from '@/lib/math/programs/value';
import type { ProgramReference } from './prepare-program';
import { type Entry, fromProgram, toProgram } from './program-values';

/** What a point says: nothing where the program has no value, or where it is too close to tell. */
export type PointJudgement =
  | { relation: 'near' | 'unclear' | 'none' }
  | { relation: 'far'; value: Matrix<Entry> };

/** Of the largest entry of the program's value. */
const DEFAULT_RELATIVE = 1e-9;
/** Beside values that cancel to nearly nothing, smaller differences may be the program's own error. */
const ROUNDING = 1e-12;
/** What lies on the edge is inside: 1.05 is within 5 % of 1 whatever binary makes of them. */
const EDGE = 1 + 1e-9;

/** Runs a program at points, and holds an answer against its values. */
export class ProgramPoint {
  readonly #reference: ProgramReference;
  readonly #table: SymbolTable;
  /** Symbols that are computed from others, with what computes them. */
  readonly #defined: ReadonlyMap<string, Pair>;
  /** The first run that failed. */
  failure: ProgramError | null = null;
  /** Some run did not fail. */
  hasRun = false;

  constructor(
    reference: ProgramReference,
    table: SymbolTable,
    definitions: ReadonlyMap<string, Tree>,
    pairOf: (tree: Tree) => Pair,
  ) {
    this.#reference = reference;
    this.#table = table;
    const used = [...reference.program.program.uses].filter((id) => definitions.has(id));
    this.#defined = new Map(used.map((id) => [id, pairOf({ kind: 'symbol', id })]));
  }

  /** `answer` is a pair of the answer and 0. A simulation is run once for each seed. */
  judge(sample: Sample, answer: Pair, seeds: readonly string[]): PointJudgement {
    const inputs = this.#inputsAt(sample);
    if (!inputs) return { relation: 'none' };
    const judged = seeds.map((seed) => this.#judgeRun(sample, inputs, answer, seed));
    const [first] = judged;
    if (!first || judged.some(({ relation }) => relation === 'none')) return { relation: 'none' };
    const isAgreed = judged.every(({ relation }) => relation === first.relation);
    return isAgreed ? first : { relation: 'unclear' };
  }

  #judgeRun(
    sample: Sample,
    inputs: ReadonlyMap<string, Data>,
    answer: Pair,
    seed: string,
  ): PointJudgement {
    const { program, shape } = this.#reference;
    const outcome = program.run(inputs, seed);
    if (!outcome.ok) {
      this.failure ??= outcome.error;
      return { relation: 'none' };
    }
    this.hasRun = true;
    const value = fromProgram(outcome.value.value);
    if (!value) throw new BrokenKeyError(`${program.what}: its last line gives no value`);
    const [rows, columns] = [sizeAt(shape[0], sample), sizeAt(shape[1], sample)];
    if (value.rows !== rows || value.columns !== columns)
      throw new BrokenKeyError(
        `${program.what}: it gives a value of shape ${value.rows}×${value.columns}, where ${rows}×${columns} is expected`,
      );
    if (!this.#isDefined(value)) return { relation: 'none' };
    const entries = answer.offset(sample);
    if (entries) return this.#compared(value, entries);
    return answer.judge(sample) === 'one-sided' ? { relation: 'far', value } : { relation: 'none' };
  }

  #compared(value: Matrix<Entry>, entries: readonly Entry[]): PointJudgement {
    const { tolerance } = this.#reference;
    const sizes = value.data.map(({ re, im }) => Math.hypot(re, im));
    const largest = Math.max(...sizes);
    // The literal 0 is a zero of any shape.
    const gaps = value.data.map(({ re, im }, at) =>
      Math.hypot(re - (entries[at]?.re ?? 0), im - (entries[at]?.im ?? 0)),
    );
    const allowed = (size: number) =>
      tolerance
        ? Math.max(tolerance.absolute ?? 0, (tolerance.relative ?? 0) * size)
        : DEFAULT_RELATIVE * largest;
    if (gaps.every((gap, at) => gap <= allowed(sizes[at] ?? 0) * EDGE)) return { relation: 'near' };
    const isRounding = !tolerance && gaps.every((gap) => gap <= ROUNDING);
    return isRounding ? { relation: 'unclear' } : { relation: 'far', value };
  }

  /** What the program is given; null where a symbol has no value at the point. */
  #inputsAt(sample: Sample): ReadonlyMap<string, Data> | null {
    const { mathjs, program } = this.#reference.program;
    const inputs = new Map<string, Data>();
    for (const id of program.uses) {
      const value = this.#valueOf(id, sample);
      if (!value) return null;
      inputs.set(id, toProgram(value, mathjs));
    }
    return inputs;
  }

  #valueOf(id: string, sample: Sample): Matrix<Entry> | null {
    const size = sample.sizes.get(id);
    const exact = sample.values.get(id);
    if (exact) {
      const { rows, columns, re, im } = exact;
      return { rows, columns, data: re.map((real, at) => ({ re: real, im: im[at] ?? 0 })) };
    }
    const data = this.#defined.get(id)?.offset(sample);
    if (data) {
      const type = this.#table.typeOf(id);
      const shape: Shape = type?.kind === 'matrix' ? type.shape : [1, 1];
      return { rows: sizeAt(shape[0], sample), columns: sizeAt(shape[1], sample), data: [...data] };
    }
    return size === undefined ? null : { rows: 1, columns: 1, data: [{ re: size, im: 0 }] };
  }

  /** Finite, and real where all symbols are. */
  #isDefined({ data }: Matrix<Entry>): boolean {
    const isReal = !this.#table.complex;
    return data.every(
      ({ re, im }) => Number.isFinite(re) && Number.isFinite(im) && !(isReal && im),
    );
  }
}

function sizeAt(size: Dimension, { sizes }: Sample): number {
  return typeof size === 'number' ? size : (sizes.get(size) ?? 1);
}
