import { realFloat } from '@/lib/math/arithmetic/real-float';
import { type Cut, cutsIn, hasBranches } from '@/lib/math/core/cuts';
import { contains, type Domain, parseDomain } from '@/lib/math/core/domain';
import { definitionsIn } from '@/lib/math/core/free-symbols';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { type Compilation, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { type ExactValue, type Sample, SampleEnvironment } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Bounded } from '@/lib/math/numbers/bounded-float';
import type { PairExpressions } from './side';

/** More cuts, lines and points than these are not searched. */
const MAX_CUTS = 8;
const MAX_LINES = 12;
const MAX_POINTS = 600;
/** Of a cut with many places, as a floor has, the nearest to zero are looked at. */
const MAX_PLACES = 10;
const BISECTIONS = 64;
/** Steps of the search for the bottom of a dip. */
const DESCENTS = 30;
/** What looking at a point costs besides the expression. */
const PER_POINT = 10;
/** Where a line is looked at: these sizes of both signs, and zero. */
const SIZES: readonly number[] = [
  ...Array.from({ length: 6 }, (_, index) => 2 ** (8 * index - 66)),
  ...Array.from({ length: 72 }, (_, index) => 2 ** (index - 21)),
  ...Array.from({ length: 12 }, (_, index) => 2 ** (16 * index + 60)),
];
/** Vectors and matrices are scaled by fewer numbers: looking at them costs more. */
const FACTORS: readonly number[] = [
  ...[-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8].map((k) => -(2 ** -k)),
  0,
  ...[-20, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 20].map((k) => 2 ** k),
];
/** Into so many steps a bounded domain is cut besides. */
const DIVISIONS = 32;
/** How close to a cut points are taken, as shares of where it is (of 1 where it is at 0). */
const HALF = 0.5;
const CLOSE: readonly number[] = [2, 3, 5, 8, 12, 16, 20, 26, 34, 44].map((k) => 2 ** -k);
/** Values at which expressions with cuts like to differ. */
const SPECIAL = [0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 0.25, -4];

/**
 * A point with a special value; a point of a piece: inside of one, where something must be decided; on a cut, where many digits
 * may tell what Float64 cannot; or so close to a cut that only what Float64 sees is looked into.
 */
export interface PiecePoint {
  sample: Sample;
  place: 'special' | 'inside' | 'on' | 'beside';
}

/**
 * Points on pieces of the expressions that the points so far need not reach. Along lines through
 * the last points (one scalar moved over its domain, or everything scaled), the places are found by
 * bisection where an argument of abs, sign, max, min, a condition or a branch changes its sign, or
 * a floor its value. Points are taken on such a place, on both sides of it at distances from half
 * its size down to 2⁻⁴⁴ of it, and between any two; besides, small whole numbers, halves and
 * quarters for every scalar. What is missed: two changes of one cut between neighbouring sizes
 * 2⁻²¹ … 2⁵⁰ (further out, to 2⁻⁶⁶ and 2²³⁶, wider apart; of a bounded domain, its 32nds) unless it dips towards 0 there as seen from its
 * neighbours, and a piece that no such line crosses.
 */
export function otherPieces(expressions: PairExpressions, points: readonly Sample[]): PiecePoint[] {
  const { reference, answer, definitions, table } = expressions;
  const sides = [reference, answer];
  const trees = [...sides, ...definitionsIn(sides, definitions)];
  const cuts = cutsIn(trees, MAX_CUTS);
  if (cuts.length === 0 && !trees.some(hasBranches)) return [];
  const special = points.slice(-1).flatMap((start) => specialPoints(start, table));
  const inside = special.map((sample): PiecePoint => ({ sample, place: 'special' }));
  if (table.complex) return inside;
  const measures = cuts.map((cut) => measureOf(cut, expressions));
  const ids = [...new Set(cuts.flatMap((cut) => [...symbolsIn(cut.tree)]))];
  const found: PiecePoint[] = [];
  for (const start of points.slice(-2)) {
    const free = ids.filter((id) => start.values.has(id)).slice(0, MAX_LINES - 1);
    for (const line of [...free.map((id) => lineOf(id, start, table)), scaling(start, table)]) {
      const places = measures.flatMap((measure) => crossings(line, measure));
      found.push(...pointsAt(line, places));
      if (found.length >= MAX_POINTS) break;
    }
  }
  return [...inside, ...found.slice(0, MAX_POINTS)];
}

/** Points of a line by one number; null where it leaves the domain. */
interface Line {
  at: (x: number) => Sample | null;
  grid: readonly number[];
}

/** Two neighbouring numbers at which a cut has different labels. */
interface Crossing {
  low: number;
  high: number;
}

/** One scalar moved over its domain; the others stay. A vector or matrix is scaled. */
function lineOf(id: string, start: Sample, table: SymbolTable): Line {
  const type = table.typeOf(id);
  const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  if (!domain) return scaling(start, table, id);
  return {
    at: (x) => {
      const value = domain.kind === 'integer' ? Math.round(x) : x;
      if (!contains(domain, value)) return null;
      const moved: ExactValue = { rows: 1, columns: 1, re: [value], im: [] };
      return { ...start, values: new Map(start.values).set(id, moved) };
    },
    grid: gridOf(domain),
  };
}

function gridOf(domain: Domain): number[] {
  const sizes = [...SIZES.map((size) => -size), 0, ...SIZES];
  if (domain.kind !== 'interval' && domain.kind !== 'integer') return sorted(sizes);
  const { from, to } = domain;
  const isBounded = Number.isFinite(from) && Number.isFinite(to);
  const steps = isBounded
    ? Array.from({ length: DIVISIONS + 1 }, (_, k) => from + ((to - from) * k) / DIVISIONS)
    : [];
  // Near an end of the domain, from which a piece may reach a little way in.
  const near = [from, to]
    .filter(Number.isFinite)
    .flatMap((end) => [end, ...SIZES.flatMap((size) => [end - size, end + size])]);
  return sorted([...sizes, ...steps, ...near].filter((x) => contains(domain, x)));
}

/** Everything, or one symbol, times a number. */
function scaling(start: Sample, table: SymbolTable, only?: string): Line {
  const ids = only === undefined ? [...start.values.keys()] : [only];
  return {
    at: (factor) => scaledPoint(start, ids, factor, table),
    grid: FACTORS,
  };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** On which side of a cut a point is, a sign or the whole number below, and how far from 0 the cut is there. */
interface Measured {
  label: number;
  size: number;
}

/** Measures a cut at a point; null where it has no value. */
function measureOf(
  { tree, steps }: Cut,
  { definitions, table, seed, meter, functions }: PairExpressions,
): (sample: Sample) => Measured | null {
  const costs = { operation: 1, function: 3 };
  const compilation: Compilation<Bounded> = {
    arithmetic: realFloat,
    table,
    seed,
    meter,
    costs,
    functions,
  };
  const { compiled, work } = compile(tree, compilation);
  const defined = new Map(
    [...definitions].map(([id, body]) => [id, compile(body, compilation)] as const),
  );
  return (sample) => {
    meter.spend(work + PER_POINT);
    const [value] = runMatrix(compiled, new SampleEnvironment(sample, compilation, defined)).data;
    if (!value || Number.isNaN(value.v)) return null;
    const label = steps ? Math.floor(value.v) : Math.sign(value.v);
    return { label, size: steps ? 0 : Math.abs(value.v) };
  };
}

type At = (x: number) => Measured | null;

/**
 * The places of the line at which the label changes: between neighbours of its grid with different
 * labels, and on both sides of a dip, where a cut comes nearer to 0 than at both neighbours and
 * turns out to pass it.
 */
function crossings(line: Line, measure: (sample: Sample) => Measured | null): Crossing[] {
  const at: At = (x) => {
    const point = line.at(x);
    return point && measure(point);
  };
  const grid = line.grid.map((x) => ({ x, here: at(x) }));
  const found: Crossing[] = [];
  for (const [index, { x, here }] of grid.entries()) {
    const before = grid[index - 1];
    const after = grid[index + 1];
    if (!here || !before?.here) continue;
    if (before.here.label !== here.label) found.push(bisected(before.x, x, before.here.label, at));
    else if (
      after?.here &&
      after.here.label === here.label &&
      isDip(before.here, here, after.here)
    ) {
      const deep = deepest(before.x, after.x, here.label, at);
      if (deep === null) continue;
      found.push(bisected(before.x, deep, here.label, at));
      const back = bisected(after.x, deep, here.label, at);
      found.push({ low: Math.min(back.low, back.high), high: Math.max(back.low, back.high) });
    }
  }
  return found.sort((a, b) => Math.abs(a.high) - Math.abs(b.high)).slice(0, MAX_PLACES);
}

function isDip(before: Measured, here: Measured, after: Measured): boolean {
  return here.size > 0 && here.size <= before.size && here.size <= after.size;
}

/** The place between two numbers at which the label `label` of the first ends. */
function bisected(from: number, to: number, label: number, at: At): Crossing {
  let [low, high] = [from, to];
  for (let count = 0; count < BISECTIONS; count++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const there = at(middle);
    if (!there) break;
    if (there.label === label) low = middle;
    else high = middle;
  }
  return { low, high };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A number between two others at which the label differs from theirs, looked for where the cut is nearest to 0. */
function deepest(from: number, to: number, label: number, at: At): number | null {
  let [low, high] = [from, to];
  for (let count = 0; count < DESCENTS; count++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    const [a, b] = [at(left), at(right)];
    if (!a || !b) return null;
    if (a.label !== label) return left;
    if (b.label !== label) return right;
    if (a.size < b.size) high = right;
    else low = left;
  }
  return null;
}

/** Points on the places, beside them and between them, the plainest last: they are looked at first. */
function pointsAt(line: Line, places: readonly Crossing[]): PiecePoint[] {
  const ordered = [...places].sort((a, b) => a.high - b.high);
  const near = (shares: readonly number[]) =>
    ordered.flatMap(({ high }) => {
      const size = Math.abs(high) || 1;
      return shares.flatMap((share) => [high - share * size, high + share * size]);
    });
  const beside = [...ordered.map(({ low }) => low), ...near(CLOSE)];
  // Where the place is a short number, it is met exactly: `[x + y = 3]`.
  const on = ordered.flatMap(({ high }) => [...new Set([high, short(high, 20), short(high, 36)])]);
  const middles = ordered
    .slice(1)
    .map(({ low }, index) => (low + (ordered[index]?.high ?? low)) / 2);
  const points = (numbers: readonly number[], place: PiecePoint['place']) =>
    numbers.flatMap((x): PiecePoint[] => {
      const sample = line.at(x);
      return sample ? [{ sample, place }] : [];
    });
  return [
    ...points(beside, 'beside'),
    ...points(on, 'on'),
    ...points([...near([HALF]), ...middles], 'inside'),
  ];
}

/** The nearest number of so many binary digits. */
function short(x: number, digits: number): number {
  if (x === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x))) - digits);
  return Math.round(x / unit) * unit;
}

/** For each scalar every special value of its domain, the others as they are. */
function specialPoints(start: Sample, table: SymbolTable): Sample[] {
  return [...start.values.keys()].flatMap((id) => {
    const type = table.typeOf(id);
    const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
    if (!domain) return [];
    return SPECIAL.filter((x) => contains(domain, x)).map((x) => ({
      ...start,
      values: new Map(start.values).set(id, { rows: 1, columns: 1, re: [x], im: [] }),
    }));
  });
}

/** The point with some symbols scaled; null where one leaves its domain. */
function scaledPoint(
  start: Sample,
  ids: readonly string[],
  factor: number,
  table: SymbolTable,
): Sample | null {
  const values = new Map<string, ExactValue>(start.values);
  for (const id of ids) {
    const value = values.get(id);
    const type = table.typeOf(id);
    if (!value || !type) continue;
    const domain = type.kind === 'scalar' ? parseDomain(type.domain) : null;
    const re = value.re.map((x) =>
      domain?.kind === 'integer' ? Math.round(x * factor) : x * factor,
    );
    if (domain && !re.every((x) => contains(domain, x))) return null;
    values.set(id, { ...value, re });
  }
  return { ...start, values };
}
