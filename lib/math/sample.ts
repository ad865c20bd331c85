import type { Arithmetic } from './arithmetic';
import type { Dimension, Shape, SymbolType } from './declaration';
import { type Domain, drawNumber, parseDomain, pleasantNumbers } from './domain';
import type { Environment, Evaluator } from './evaluate';
import type { Matrix } from './matrix';
import { type Random, randomFrom } from './random';
import type { SymbolTable } from './symbol-table';

/** Exact values of one symbol at one point: entries row by row, with imaginary parts. */
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

  constructor(ids: Iterable<string>, table: SymbolTable, seed: string) {
    const symbols: FreeSymbol[] = [];
    const dimensions = new Set<string>();
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
    return this.#symbols.length === 0;
  }

  /** The next point: pleasant numbers and small sizes first, then ever more general ones. */
  next(): Sample {
    const index = this.#drawn++;
    const sizes = new Map(this.#dimensions.map((name, k) => [name, this.#size(index, k)]));
    const values = new Map(
      this.#symbols.map((symbol, k) => [symbol.id, this.#value(symbol, k, index, sizes)]),
    );
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
    { type, domain, pleasant }: FreeSymbol,
    k: number,
    index: number,
    sizes: ReadonlyMap<string, number>,
  ): ExactValue {
    const shape: Shape = type.kind === 'matrix' ? type.shape : [1, 1];
    const [rows, columns] = shape.map((size) =>
      typeof size === 'number' ? size : (sizes.get(size) ?? 1),
    );
    const count = (rows ?? 1) * (columns ?? 1);
    const re = Array.from({ length: count }, (_, entry) =>
      this.#entry(domain, pleasant, k, entry, index),
    );
    const isComplex = domain.kind === 'complex' && index >= 4;
    const im = re.map(() => (isComplex ? drawNumber(domain, this.#random) : 0));
    return { rows: rows ?? 1, columns: columns ?? 1, re, im };
  }

  #entry(
    domain: Domain,
    pleasant: readonly number[],
    k: number,
    entry: number,
    index: number,
  ): number {
    const isPleasant = index < 5 || (index < 14 && index % 2 === 0);
    if (!isPleasant || pleasant.length === 0) return drawNumber(domain, this.#random);
    return pleasant[(index + k * (1 + (index % 3)) + entry * 3) % pleasant.length] ?? 1;
  }
}

function sizesOf(type: SymbolType): readonly Dimension[] {
  if (type.kind === 'matrix') return type.shape;
  return type.kind === 'function' ? [...type.from, ...type.to] : [];
}

/** A sample in one arithmetic; defined symbols are computed when they are asked for, once. */
export function environmentOf<N>(
  sample: Sample,
  arithmetic: Arithmetic<N>,
  table: SymbolTable,
  definitions: ReadonlyMap<string, Evaluator<N>>,
  seed: string,
): Environment<N> {
  const known = new Map<string, Matrix<N>>();
  const environment: Environment<N> = {
    value: (id) => {
      const cached = known.get(id);
      if (cached) return cached;
      const definition = definitions.get(id);
      const exact = sample.values.get(id);
      const value: Matrix<N> = definition
        ? definition(environment)
        : exact
          ? {
              rows: exact.rows,
              columns: exact.columns,
              data: exact.re.map((re, index) => arithmetic.from(re, exact.im[index] ?? 0)),
            }
          : { rows: 1, columns: 1, data: [arithmetic.from(Number.NaN)] };
      known.set(id, value);
      return value;
    },
    apply: (id, argument) => {
      const type = table.typeOf(id);
      if (type?.kind !== 'function')
        return { rows: 1, columns: 1, data: [arithmetic.from(Number.NaN)] };
      const [rows, columns] = type.to.map((size) =>
        typeof size === 'number' ? size : (sample.sizes.get(size) ?? 1),
      );
      return realise(`${seed}/${id}`, argument, rows ?? 1, columns ?? 1, arithmetic);
    },
  };
  return environment;
}

/**
 * An opaque function as a random smooth one: each entry of the value is a sum of sines of the
 * entries of the argument plus a linear and a quadratic term, so that it is neither odd, even,
 * linear nor bounded. Coefficients are short binary fractions and follow the seed.
 */
function realise<N>(
  seed: string,
  argument: Matrix<N>,
  rows: number,
  columns: number,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  const { add, multiply, from, call } = arithmetic;
  const random = randomFrom(`${seed}/${argument.data.length}/${rows}/${columns}`);
  const coefficient = () => from((1 + Math.floor(random() * 15)) / 8 - 1.0625);
  const data = Array.from({ length: rows * columns }, () => {
    let sum = coefficient();
    let linear = from(0);
    for (const x of argument.data) {
      const wave = call('sin', [add(multiply(coefficient(), x), coefficient())]);
      sum = add(sum, multiply(coefficient(), wave));
      linear = add(linear, multiply(coefficient(), x));
    }
    return add(sum, add(linear, multiply(from(0.125), multiply(linear, linear))));
  });
  return { rows, columns, data };
}
