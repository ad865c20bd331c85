import type { Bounded } from './bounded-float';
import { type Cut, cutsIn, hasBranches } from './cuts';
import { contains, type Domain, parseDomain } from './domain';
import { compile } from './evaluate';
import { type Compilation, runMatrix } from './evaluate-types';
import { realFloat } from './real-float';
import { type ExactValue, type Sample, SampleEnvironment } from './sample';
import type { PairExpressions } from './side';
import type { SymbolTable } from './symbol-table';
import { symbolsIn } from './symbols-in';

/** More cuts, lines and points than these are not searched. */
const MAX_CUTS = 8;
const MAX_LINES = 12;
const MAX_POINTS = 600;
/** Of a cut with many places, as a floor has, the nearest to zero are looked at. */
const MAX_PLACES = 10;
const BISECTIONS = 64;
/** What looking at a point costs besides the expression. */
const PER_POINT = 10;
/** Where a line is looked at: these sizes of both signs, and zero. */
const SIZES: readonly number[] = Array.from({ length: 72 }, (_, index) => 2 ** (index - 21));
/** Into so many steps a bounded domain is cut besides. */
const DIVISIONS = 32;
/** How close to a cut points are taken, as shares of where it is (of 1 where it is at 0). */
const CLOSE: readonly number[] = [1, 2, 3, 5, 8, 12, 16, 20, 26, 34, 44].map((k) => 2 ** -k);
/** Values at which expressions with cuts like to differ. */
const SPECIAL = [0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 0.25, -4];

/** A point on a piece, and whether it is so close to a cut that nothing need be decided there. */
export interface PiecePoint {
  sample: Sample;
  isEdge: boolean;
}

/**
 * Points on pieces of the expressions that the points so far need not reach. Along lines through
 * the last points (one scalar moved over its domain, or everything scaled), the places are found by
 * bisection where an argument of abs, sign, max, min, a condition or a branch changes its sign, or
 * a floor its value. Points are taken on such a place, on both sides of it at distances from half
 * its size down to 2⁻⁴⁴ of it, and between any two; besides, small whole numbers, halves and
 * quarters for every scalar. Between neighbouring sizes 2⁻²¹ … 2⁵⁰ (of a bounded domain, its
 * 32nds) two changes of one cut that cancel are missed; so is a piece that no such line crosses.
 */
export function otherPieces(expressions: PairExpressions, points: readonly Sample[]): PiecePoint[] {
  const { reference, answer, definitions, table } = expressions;
  const trees = [reference, answer, ...definitions.values()];
  const cuts = cutsIn(trees, MAX_CUTS);
  if (cuts.length === 0 && !trees.some(hasBranches)) return [];
  const special = points.slice(-1).flatMap((start) => specialPoints(start, table));
  const inside = special.map((sample): PiecePoint => ({ sample, isEdge: false }));
  if (table.complex) return inside;
  const labels = cuts.map((cut) => labelOf(cut, expressions));
  const ids = [...new Set(cuts.flatMap((cut) => [...symbolsIn(cut.tree)]))];
  const found: PiecePoint[] = [];
  for (const start of points.slice(-2)) {
    const free = ids.filter((id) => start.values.has(id)).slice(0, MAX_LINES - 1);
    for (const line of [...free.map((id) => lineOf(id, start, table)), scaling(start, table)]) {
      const places = labels.flatMap((label) => crossings(line, label));
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
    grid: gridOf({ kind: 'real' }),
  };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** On which side of a cut a point is: a sign, or the whole number below. NaN where it has no value. */
function labelOf(
  { tree, steps }: Cut,
  { definitions, table, seed, meter }: PairExpressions,
): (sample: Sample) => number {
  const costs = { operation: 1, function: 3 };
  const compilation: Compilation<Bounded> = { arithmetic: realFloat, table, seed, meter, costs };
  const { compiled, work } = compile(tree, compilation);
  const defined = new Map(
    [...definitions].map(([id, body]) => [id, compile(body, compilation)] as const),
  );
  return (sample) => {
    meter.spend(work + PER_POINT);
    const [value] = runMatrix(compiled, new SampleEnvironment(sample, compilation, defined)).data;
    if (!value) return Number.NaN;
    return steps ? Math.floor(value.v) : Math.sign(value.v);
  };
}

/** The places of the line at which the label changes, by bisection between neighbours of its grid. */
function crossings(line: Line, label: (sample: Sample) => number): Crossing[] {
  const found: Crossing[] = [];
  const at = (x: number) => {
    const point = line.at(x);
    return point ? label(point) : Number.NaN;
  };
  let before: { x: number; label: number } | null = null;
  for (const x of line.grid) {
    const here = at(x);
    if (Number.isNaN(here)) {
      before = null;
      continue;
    }
    if (before && before.label !== here) {
      let [low, high] = [before.x, x];
      for (let count = 0; count < BISECTIONS; count++) {
        const middle = (low + high) / 2;
        if (middle <= low || middle >= high) break;
        const there = at(middle);
        if (Number.isNaN(there)) break;
        if (there === before.label) low = middle;
        else high = middle;
      }
      found.push({ low, high });
    }
    before = { x, label: here };
  }
  return found.sort((a, b) => Math.abs(a.high) - Math.abs(b.high)).slice(0, MAX_PLACES);
}

/** Points on the places, beside them and between them, the plainest last: they are looked at first. */
function pointsAt(line: Line, places: readonly Crossing[]): PiecePoint[] {
  const ordered = [...places].sort((a, b) => a.high - b.high);
  const edges = ordered.flatMap(({ low, high }) => {
    const size = Math.abs(high) || 1;
    return [low, high, ...CLOSE.flatMap((share) => [high - share * size, high + share * size])];
  });
  const middles = ordered
    .slice(1)
    .map(({ low }, index) => (low + (ordered[index]?.high ?? low)) / 2);
  const points = (numbers: readonly number[], isEdge: boolean) =>
    numbers.flatMap((x): PiecePoint[] => {
      const sample = line.at(x);
      return sample ? [{ sample, isEdge }] : [];
    });
  return [...points(edges, true), ...points(middles, false)];
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
