import { cutsIn, hasBranches } from '@/lib/math/core/cuts';
import { contains, parseDomain } from '@/lib/math/core/domain';
import { definitionsIn } from '@/lib/math/core/free-symbols';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Crossing, crossings, measureOf } from './cut-crossings';
import type { PairExpressions } from './pair';
import { lineAlong, type SearchLine, scalingLine } from './search-lines';

/** More cuts, lines and points than these are not searched. */
const MAX_CUTS = 8;
const MAX_LINES = 12;
const MAX_POINTS = 600;
/** How close to a cut points are taken, as shares of where it is (of 1 where it is at 0). */
const HALF = 0.5;
const CLOSE: readonly number[] = [2, 3, 5, 8, 12, 16, 20, 26, 34, 44].map((k) => 2 ** -k);
/** Values at which expressions with cuts like to differ. */
const SPECIAL = [0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 0.25, -4];

/**
 * A point with a special value; a point inside of a piece, where something must be decided; one on
 * a cut, where many digits may tell what Float64 cannot; or one so close to a cut that only what
 * Float64 sees is looked into.
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
 * quarters for every scalar. What is missed: a piece that no such line crosses, and two changes of
 * one cut between neighbouring sizes 2⁻²¹ … 2⁵⁰ (further out, to 2⁻⁶⁶ and 2²³⁶, wider apart; of a
 * bounded domain, its 32nds) unless it dips towards 0 there as seen from its neighbours.
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
  const atCuts: PiecePoint[] = [];
  for (const start of points.slice(-2)) {
    const free = ids.filter((id) => start.values.has(id)).slice(0, MAX_LINES - 1);
    for (const line of [
      ...free.map((id) => lineAlong(id, start, table)),
      scalingLine(start, table),
    ]) {
      const places = measures.flatMap((measure) => crossings(line, measure));
      atCuts.push(...pointsAt(line, places));
      if (atCuts.length >= MAX_POINTS) break;
    }
  }
  return [...inside, ...atCuts.slice(0, MAX_POINTS)];
}

/** Points on the places, beside them and between them, the plainest last: they are looked at first. */
function pointsAt(line: SearchLine, places: readonly Crossing[]): PiecePoint[] {
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
