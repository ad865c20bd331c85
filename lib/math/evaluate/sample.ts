import type { Dimension, SymbolType } from '@/lib/math/core/declaration';
import { type Domain, drawNumber, parseDomain, pleasantNumbers } from '@/lib/math/core/domain';
import { type Random, randomFrom } from '@/lib/math/core/random';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Matrix } from '@/lib/math/numbers/matrix';
import type { Environment } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';

/** Exact values of one symbol at one point: entries row by row; imaginary parts, none where all are 0. */
export interface ExactValue {
  rows: number;
  columns: number;
  re: number[];
  im: number[];
}

/** A point: what every free symbol is there, and how large each named dimension. */
export interface Sample {
  values: ReadonlyMap<string, ExactValue>;
  sizes: ReadonlyMap<string, number>;
}

/** Distinct, so that a wrong shape cannot pass by luck. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

const REAL: Domain = { kind: 'real' };

interface FreeSymbol {
  id: string;
  type: SymbolType;
  domain: Domain;
  pleasant: readonly number[];
}

/** Draws points for the free symbols of a comparison; the same for the same seed. */
export class Sampler {
  readonly #symbols: readonly FreeSymbol[];
  readonly #dimensions: readonly string[];
  readonly #random: Random;
  #drawn = 0;

  constructor(
    ids: Iterable<string>,
    table: SymbolTable,
    seed: string,
    sizes: Iterable<string> = [],
  ) {
    const symbols: FreeSymbol[] = [];
    const dimensions = new Set<string>(sizes);
    for (const id of ids) {
      const type = table.typeOf(id);
      if (!type) continue;
      for (const size of sizesOf(type)) if (typeof size === 'string') dimensions.add(size);
      if (type.kind === 'function') continue;
      const domain = type.kind === 'scalar' ? (parseDomain(type.domain) ?? REAL) : REAL;
      symbols.push({ id, type, domain, pleasant: pleasantNumbers(domain) });
    }
    this.#symbols = symbols;
    this.#dimensions = [...dimensions];
    this.#random = randomFrom(seed);
  }

  /** Nothing to draw: the expressions are constants. */
  get isConstant(): boolean {
    return this.#symbols.length === 0 && this.#dimensions.length === 0;
  }

  /** The next point: pleasant numbers and small sizes first, then ever more general ones. */
  next(): Sample {
    const index = this.#drawn++;
    const sizes = new Map<string, number>();
    for (const [k, name] of this.#dimensions.entries()) sizes.set(name, this.#size(index, k));
    const values = new Map<string, ExactValue>();
    for (const [k, symbol] of this.#symbols.entries())
      values.set(symbol.id, this.#value(symbol, k, index, sizes));
    return { values, sizes };
  }

  #size(index: number, k: number): number {
    if (index < 2) return 1;
    if (index < 5) return 2;
    return (
      PRIMES[(k + index) % Math.max(3, Math.min(PRIMES.length, this.#dimensions.length + 1))] ?? 2
    );
  }

  #value(
    symbol: FreeSymbol,
    k: number,
    index: number,
    sizes: ReadonlyMap<string, number>,
  ): ExactValue {
    const { type, domain } = symbol;
    const rows = type.kind === 'matrix' ? sizeAt(type.shape[0], sizes) : 1;
    const columns = type.kind === 'matrix' ? sizeAt(type.shape[1], sizes) : 1;
    const isComplex = domain.kind === 'complex' && index >= 4;
    const re: number[] = [];
    for (let entry = 0; entry < rows * columns; entry++)
      re.push(this.#entry(symbol, k, entry, index));
    const im = isComplex ? re.map(() => drawNumber(domain, this.#random)) : [];
    return { rows, columns, re, im };
  }

  #entry({ domain, pleasant }: FreeSymbol, k: number, entry: number, index: number): number {
    const isPleasant = index < 5 || (index < 14 && index % 2 === 0);
    if (!isPleasant || pleasant.length === 0) return drawNumber(domain, this.#random);
    return pleasant[(index + k * (1 + (index % 3)) + entry * 3) % pleasant.length] ?? 1;
  }
}

/** The point with every value moved by a share `step` of it; whole numbers stay. */
export function nudged({ values, sizes }: Sample, step: number, table: SymbolTable): Sample {
  const moved = [...values].map(([id, value], k) => {
    const type = table.typeOf(id);
    if (type?.kind === 'scalar' && parseDomain(type.domain)?.kind === 'integer')
      return [id, value] as const;
    const factor = step * (1 + k / 8);
    return [
      id,
      { ...value, re: value.re.map((x) => (x === 0 ? factor : x * (1 + factor))) },
    ] as const;
  });
  return { sizes, values: new Map(moved) };
}

function sizeAt(size: Dimension, sizes: ReadonlyMap<string, number>): number {
  return typeof size === 'number' ? size : (sizes.get(size) ?? 1);
}

function sizesOf(type: SymbolType): readonly Dimension[] {
  if (type.kind === 'matrix') return type.shape;
  return type.kind === 'function' ? [...type.from.flat(), ...type.to] : [];
}

/** A definition ready to run; what it costs is claimed before. */
export interface CompiledDefinition<N> {
  compiled: Compiled<N>;
  work: number;
}

/** A sample in one arithmetic; defined symbols are computed when they are asked for, once. */
export class SampleEnvironment<N> implements Environment<N> {
  readonly #sample: Sample;
  readonly #compilation: Compilation<N>;
  readonly #definitions: ReadonlyMap<string, CompiledDefinition<N>>;
  readonly #scalars = new Map<string, N>();
  readonly #matrices = new Map<string, Matrix<N>>();

  constructor(
    sample: Sample,
    compilation: Compilation<N>,
    definitions: ReadonlyMap<string, CompiledDefinition<N>>,
  ) {
    this.#sample = sample;
    this.#compilation = compilation;
    this.#definitions = definitions;
  }

  scalar(id: string): N {
    const known = this.#scalars.get(id);
    if (known !== undefined) return known;
    const exact = this.#sample.values.get(id);
    const value =
      this.#defined(id)?.data[0] ??
      this.#compilation.arithmetic.from(exact?.re[0] ?? Number.NaN, exact?.im[0] ?? 0);
    this.#scalars.set(id, value);
    return value;
  }

  matrix(id: string): Matrix<N> {
    const known = this.#matrices.get(id);
    if (known) return known;
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
