import type { Bounded } from './bounded-float';
import { cutsIn, hasBranches } from './cuts';
import { contains, parseDomain } from './domain';
import { compile } from './evaluate';
import { type Compilation, runMatrix } from './evaluate-types';
import { realFloat } from './real-float';
import { type ExactValue, type Sample, SampleEnvironment } from './sample';
import type { PairExpressions } from './side';
import type { SymbolTable } from './symbol-table';
import { symbolsIn } from './symbols-in';
import type { Tree } from './tree';

/** More cuts, lines and points than these are not searched. */
const MAX_CUTS = 8;
const MAX_LINES = 12;
const MAX_POINTS = 48;
const BISECTIONS = 60;
/** Where a line is looked at for changes of sign: its start times these, of both signs. */
const STEPS: readonly number[] = [
  ...Array.from({ length: 72 }, (_, index) => -(2 ** (50 - index))),
  0,
  ...Array.from({ length: 72 }, (_, index) => 2 ** (index - 21)),
];
/** What looking at a point costs besides the expression. */
const PER_POINT = 10;
/** Values at which expressions with cuts like to differ. */
const SPECIAL = [0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 0.25, -4];

/**
 * Points on pieces of the expressions that the points so far need not reach. Where a sign of an
 * argument of abs, sign, max, min, floor or of a condition changes along a line (one symbol scaled,
 * or all of them), the place is found by bisection, and a point is taken between any two such
 * places; besides, small whole numbers, halves and quarters for every scalar. A piece that no such line crosses is missed.
 */
export function otherPieces(expressions: PairExpressions, points: readonly Sample[]): Sample[] {
  const { reference, answer, definitions, table } = expressions;
  const cuts = [reference, answer, ...definitions.values()].flatMap(cutsIn).slice(0, MAX_CUTS);
  const isSmooth = ![reference, answer, ...definitions.values()].some(hasBranches);
  if (cuts.length === 0 && isSmooth) return [];
  const special = points.slice(-1).flatMap((start) => specialPoints(start, table));
  if (table.complex) return special;
  const signs = cuts.map((cut) => signOf(cut, expressions));
  const ids = [...new Set(cuts.flatMap((cut) => [...symbolsIn(cut)]))];
  const seen = new Set(points.map((point) => signs.map((sign) => sign(point)).join()));
  const found: Sample[] = [];
  for (const start of points.slice(-2)) {
    const free = ids.filter((id) => start.values.has(id)).slice(0, MAX_LINES - 1);
    for (const moved of [...free.map((id) => [id]), [...start.values.keys()]]) {
      const along = (step: number) => scaledPoint(start, moved, step, table);
      for (const step of between(signs.flatMap((sign) => crossings(along, sign)))) {
        const point = along(step);
        const piece = point && signs.map((sign) => sign(point)).join();
        if (!point || !piece || seen.has(piece) || found.length >= MAX_POINTS) continue;
        // A second point of the piece, should the first have no value.
        const next = along(step * (1 + 2 ** -20));
        found.push(point, ...(next ? [next] : []));
        seen.add(piece);
      }
    }
  }
  return [...special, ...found];
}

function signOf(
  cut: Tree,
  { definitions, table, seed, meter }: PairExpressions,
): (sample: Sample) => number {
  const costs = { operation: 1, function: 3 };
  const compilation: Compilation<Bounded> = { arithmetic: realFloat, table, seed, meter, costs };
  const { compiled, work } = compile(cut, compilation);
  const defined = new Map(
    [...definitions].map(([id, tree]) => [id, compile(tree, compilation)] as const),
  );
  return (sample) => {
    meter.spend(work + PER_POINT);
    const [value] = runMatrix(compiled, new SampleEnvironment(sample, compilation, defined)).data;
    return value ? Math.sign(value.v) : Number.NaN;
  };
}

/** The steps at which the sign changes, by bisection between neighbouring STEPS. */
function crossings(
  along: (step: number) => Sample | null,
  sign: (sample: Sample) => number,
): number[] {
  const found: number[] = [];
  let before: { step: number; sign: number } | null = null;
  const at = (step: number) => {
    const point = along(step);
    return point ? sign(point) : Number.NaN;
  };
  for (const step of STEPS) {
    const here = at(step);
    if (Number.isNaN(here)) {
      before = null;
      continue;
    }
    if (before && before.sign !== here) {
      let [low, high] = [before.step, step];
      for (let count = 0; count < BISECTIONS; count++) {
        const middle = (low + high) / 2;
        const there = at(middle);
        if (Number.isNaN(there)) break;
        if (there === before.sign) low = middle;
        else high = middle;
      }
      found.push(high);
    }
    before = { step, sign: here };
  }
  return found;
}

/** A step on either side of all crossings and one between any two. */
function between(crossings: readonly number[]): number[] {
  const sorted = [...new Set(crossings)].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const middles = sorted.slice(1).map((step, index) => (step + (sorted[index] ?? step)) / 2);
  const room = (step: number) => Math.max(Math.abs(step), 2 ** -10) / 2;
  return [first - room(first), ...middles, last + room(last)];
}

function specialPoints(start: Sample, table: SymbolTable): Sample[] {
  return [...start.values].flatMap(([id, value]) => {
    const type = table.typeOf(id);
    if (type?.kind !== 'scalar') return [];
    const domain = parseDomain(type.domain);
    return SPECIAL.filter((x) => !domain || contains(domain, x)).map((x) => {
      const values = new Map(start.values).set(id, { ...value, re: [x], im: [0] });
      return { ...start, values };
    });
  });
}

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
