import type { Dimension, SymbolType } from '@/lib/math/core/declaration';
import {
  type Domain,
  dependentEnds,
  drawNumber,
  parseDomain,
  pleasantNumbers,
} from '@/lib/math/core/domain';
import { type Random, randomFrom } from '@/lib/math/core/random';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

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

/** Sizes of named dimensions: distinct primes, so that a wrong shape cannot pass by luck. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
/** The first draws have every named dimension 1, where matrices are numbers, and the next ones 2. */
const DRAWS_OF_SIZE_ONE = 2;
const DRAWS_OF_SIZE_UP_TO_TWO = 5;
/** A dimension takes at least so many primes in turn, also where it is the only one. */
const FEWEST_PRIMES = 3;

/** The first draws are of pleasant numbers only, which read well in a witness; the next ones every other time. */
const PLEASANT_DRAWS = 5;
const PARTLY_PLEASANT_DRAWS = 14;
/** Complex symbols are real in the first draws: a witness without imaginary parts reads better. */
const REAL_DRAWS = 4;
/** Entries of one matrix take pleasant numbers so far apart that neighbours differ. */
const ENTRY_STRIDE = 3;
/** From symbol to symbol the stride through the pleasant numbers is 1, 2 or 3, other at the next draw. */
const MOST_SYMBOL_STRIDE = 3;

const REAL: Domain = { kind: 'real' };

interface FreeSymbol {
  id: string;
  type: SymbolType;
  domain: Domain;
  /** Between which other numbers and symbols it lies, `0..n`. */
  ends: ReturnType<typeof dependentEnds>;
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
    for (const id of withEnds(ids, table)) {
      const type = table.typeOf(id);
      if (!type) continue;
      for (const size of sizesOf(type)) if (typeof size === 'string') dimensions.add(size);
      if (type.kind === 'function') continue;
      const domain = type.kind === 'scalar' ? (parseDomain(type.domain) ?? REAL) : REAL;
      const ends = type.kind === 'scalar' ? dependentEnds(type.domain) : null;
      symbols.push({ id, type, domain, ends, pleasant: pleasantNumbers(domain) });
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
    const draw = this.#drawn++;
    const sizes = new Map<string, number>();
    for (const [place, name] of this.#dimensions.entries())
      sizes.set(name, this.#size(draw, place));
    const values = new Map<string, ExactValue>();
    for (const [place, symbol] of this.#symbols.entries())
      values.set(symbol.id, this.#value(symbol, place, draw, sizes));
    for (const { id, ends } of this.#symbols) if (ends) values.set(id, this.#between(ends, values));
    return { values, sizes };
  }

  /** A whole number between two others; the lower end where there is none. */
  #between(
    ends: readonly [number | string, number | string],
    values: ReadonlyMap<string, ExactValue>,
  ): ExactValue {
    const [low, high] = ends.map((end) =>
      typeof end === 'number' ? end : (values.get(end)?.re[0] ?? 0),
    );
    const from = Math.ceil(low ?? 0);
    const count = Math.max(1, Math.floor(high ?? 0) - from + 1);
    return { rows: 1, columns: 1, re: [from + Math.floor(this.#random() * count)], im: [] };
  }

  /** The size of the dimension at place `place` in the draw `draw`. */
  #size(draw: number, place: number): number {
    if (draw < DRAWS_OF_SIZE_ONE) return 1;
    if (draw < DRAWS_OF_SIZE_UP_TO_TWO) return 2;
    // One prime more than there are dimensions: no two get the same, and all of them change.
    const wanted = Math.max(FEWEST_PRIMES, this.#dimensions.length + 1);
    const cycle = PRIMES.slice(0, wanted);
    return cycle[(place + draw) % cycle.length] ?? 2;
  }

  #value(
    symbol: FreeSymbol,
    place: number,
    draw: number,
    sizes: ReadonlyMap<string, number>,
  ): ExactValue {
    const { type, domain } = symbol;
    const rows = type.kind === 'matrix' ? sizeAt(type.shape[0], sizes) : 1;
    const columns = type.kind === 'matrix' ? sizeAt(type.shape[1], sizes) : 1;
    const isComplex = domain.kind === 'complex' && draw >= REAL_DRAWS;
    const re: number[] = [];
    for (let entry = 0; entry < rows * columns; entry++)
      re.push(this.#entry(symbol, place, entry, draw));
    const im = isComplex ? re.map(() => drawNumber(domain, this.#random)) : [];
    return { rows, columns, re, im };
  }

  #entry({ domain, pleasant }: FreeSymbol, place: number, entry: number, draw: number): number {
    const isPleasant = draw < PLEASANT_DRAWS || (draw < PARTLY_PLEASANT_DRAWS && draw % 2 === 0);
    if (!isPleasant || pleasant.length === 0) return drawNumber(domain, this.#random);
    const stride = 1 + (draw % MOST_SYMBOL_STRIDE);
    return pleasant[(draw + place * stride + entry * ENTRY_STRIDE) % pleasant.length] ?? 1;
  }
}

/** The ids with those of the symbols between which they lie. */
function withEnds(ids: Iterable<string>, table: SymbolTable): ReadonlySet<string> {
  const all = new Set(ids);
  for (const id of all) {
    const type = table.typeOf(id);
    const ends = type?.kind === 'scalar' ? dependentEnds(type.domain) : null;
    for (const end of ends ?? []) if (typeof end === 'string') all.add(end);
  }
  return all;
}

/** Each symbol is moved by so much more of the step than the one before: differences and quotients move too. */
const NUDGE_SPREAD = 1 / 8;

/** The point with every value moved by a share `step` of it; whole numbers stay. */
export function nudged({ values, sizes }: Sample, step: number, table: SymbolTable): Sample {
  const moved = [...values].map(([id, value], place) => {
    const type = table.typeOf(id);
    if (type?.kind === 'scalar' && parseDomain(type.domain)?.kind === 'integer')
      return [id, value] as const;
    const factor = step * (1 + place * NUDGE_SPREAD);
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
