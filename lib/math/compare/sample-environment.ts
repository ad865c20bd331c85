import type { Tree } from '@/lib/math/core/tree';
import type { Environment } from '@/lib/math/evaluate/environment';
import { type Compilation, type Compiled, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { Sample } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import type { Matrix } from '@/lib/math/numbers/matrix';

/** An expression ready to run, and what a run costs, which is claimed before. */
export interface CompiledExpression<N> {
  compiled: Compiled<N>;
  work: number;
}

/** The definitions of symbols, each compiled on its own. */
export function compileDefinitions<N>(
  definitions: ReadonlyMap<string, Tree>,
  compilation: Compilation<N>,
): ReadonlyMap<string, CompiledExpression<N>> {
  return new Map([...definitions].map(([id, body]) => [id, compile(body, compilation)] as const));
}

/** A sample in one arithmetic; defined symbols are computed when they are asked for, once. */
export class SampleEnvironment<N> implements Environment<N> {
  readonly #sample: Sample;
  readonly #compilation: Compilation<N>;
  readonly #definitions: ReadonlyMap<string, CompiledExpression<N>>;
  readonly #scalars = new Map<string, N>();
  readonly #matrices = new Map<string, Matrix<N>>();

  constructor(
    sample: Sample,
    compilation: Compilation<N>,
    definitions: ReadonlyMap<string, CompiledExpression<N>>,
  ) {
    this.#sample = sample;
    this.#compilation = compilation;
    this.#definitions = definitions;
  }

  scalar(id: string): N {
    const cached = this.#scalars.get(id);
    if (cached !== undefined) return cached;
    const exact = this.#sample.values.get(id);
    const value =
      this.#defined(id)?.data[0] ??
      this.#compilation.arithmetic.from(exact?.re[0] ?? Number.NaN, exact?.im[0] ?? 0);
    this.#scalars.set(id, value);
    return value;
  }

  matrix(id: string): Matrix<N> {
    const cached = this.#matrices.get(id);
    if (cached) return cached;
    const value = this.#defined(id) ?? this.#sampled(id);
    this.#matrices.set(id, value);
    return value;
  }

  size(dimension: string): number {
    return this.#sample.sizes.get(dimension) ?? 1;
  }

  #sampled(id: string): Matrix<N> {
    const { arithmetic } = this.#compilation;
    const exact = this.#sample.values.get(id);
    if (!exact) return { rows: 1, columns: 1, data: [arithmetic.from(Number.NaN)] };
    const { rows, columns, re, im } = exact;
    return { rows, columns, data: re.map((x, index) => arithmetic.from(x, im[index] ?? 0)) };
  }

  #defined(id: string): Matrix<N> | null {
    const definition = this.#definitions.get(id);
    if (!definition) return null;
    this.#compilation.meter.spend(definition.work);
    return runMatrix(definition.compiled, this);
  }
}
