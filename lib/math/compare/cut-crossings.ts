import { realFloat } from '@/lib/math/arithmetic/real-float';
import type { Cut } from '@/lib/math/core/cuts';
import { FLOAT_COSTS } from '@/lib/math/core/meter';
import { type Compilation, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { Sample } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import type { Bounded } from '@/lib/math/numbers/bounded-float';
import { WORK_PER_POINT } from './arithmetic-pair';
import type { PairExpressions } from './pair';
import { compileDefinitions, SampleEnvironment } from './sample-environment';
import type { SearchLine } from './search-lines';

/** Of a cut with many places, as a floor has, the nearest to zero are looked at. */
const MAX_PLACES = 10;
/** Halvings of an interval: a double has 53 binary digits, so nothing is left between, except beside 0. */
const BISECTIONS = 64;
/** Steps of the search for the bottom of a dip: the golden section to the thirtieth is 5e-7. */
const DESCENTS = 30;
const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

/** Two neighbouring numbers at which a cut has different labels. */
export interface Crossing {
  low: number;
  high: number;
}

/** On which side of a cut a point is, a sign or the whole number below, and how far from 0 the cut is there. */
interface CutPosition {
  label: number;
  size: number;
}

/** Measures a cut at a point; null where it has no value. */
export function measureOf(
  { tree, steps }: Cut,
  { definitions, table, seed, meter, functions }: PairExpressions,
): (sample: Sample) => CutPosition | null {
  const compilation: Compilation<Bounded> = {
    arithmetic: realFloat,
    table,
    seed,
    meter,
    costs: FLOAT_COSTS,
    functions,
  };
  const { compiled, work } = compile(tree, compilation);
  const compiledDefinitions = compileDefinitions(definitions, compilation);
  return (sample) => {
    meter.spend(work + WORK_PER_POINT);
    const environment = new SampleEnvironment(sample, compilation, compiledDefinitions);
    const [value] = runMatrix(compiled, environment).data;
    if (!value || Number.isNaN(value.v)) return null;
    const label = steps ? Math.floor(value.v) : Math.sign(value.v);
    return { label, size: steps ? 0 : Math.abs(value.v) };
  };
}

/** Where a line is at one of its numbers; null where the cut has no value. */
type PositionAt = (x: number) => CutPosition | null;

/**
 * The places of the line at which the label changes: between neighbours of its grid with different
 * labels, and on both sides of a dip, where a cut comes nearer to 0 than at both neighbours and
 * turns out to pass it.
 */
export function crossings(
  line: SearchLine,
  measure: (sample: Sample) => CutPosition | null,
): Crossing[] {
  const positionAt: PositionAt = (x) => {
    const point = line.at(x);
    return point && measure(point);
  };
  const grid = line.grid.map((x) => ({ x, here: positionAt(x) }));
  const changes: Crossing[] = [];
  for (const [index, { x, here }] of grid.entries()) {
    const before = grid[index - 1];
    const after = grid[index + 1];
    if (!here || !before?.here) continue;
    if (before.here.label !== here.label)
      changes.push(bisected(before.x, x, before.here.label, positionAt));
    else if (
      after?.here &&
      after.here.label === here.label &&
      isDip(before.here, here, after.here)
    ) {
      const deep = deepest(before.x, after.x, here.label, positionAt);
      if (deep === null) continue;
      changes.push(bisected(before.x, deep, here.label, positionAt));
      const back = bisected(after.x, deep, here.label, positionAt);
      changes.push({ low: Math.min(back.low, back.high), high: Math.max(back.low, back.high) });
    }
  }
  return changes.sort((a, b) => Math.abs(a.high) - Math.abs(b.high)).slice(0, MAX_PLACES);
}

function isDip(before: CutPosition, here: CutPosition, after: CutPosition): boolean {
  return here.size > 0 && here.size <= before.size && here.size <= after.size;
}

/** The place between two numbers at which the label `label` of the first ends. */
function bisected(from: number, to: number, label: number, positionAt: PositionAt): Crossing {
  let [low, high] = [from, to];
  for (let count = 0; count < BISECTIONS; count++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const position = positionAt(middle);
    if (!position) break;
    if (position.label === label) low = middle;
    else high = middle;
  }
  return { low, high };
}

/** A number between two others at which the label differs from theirs, looked for where the cut is nearest to 0. */
function deepest(from: number, to: number, label: number, positionAt: PositionAt): number | null {
  let [low, high] = [from, to];
  for (let count = 0; count < DESCENTS; count++) {
    const [left, right] = [
      high - GOLDEN_SECTION * (high - low),
      low + GOLDEN_SECTION * (high - low),
    ];
    const [a, b] = [positionAt(left), positionAt(right)];
    if (!a || !b) return null;
    if (a.label !== label) return left;
    if (b.label !== label) return right;
    if (a.size < b.size) high = right;
    else low = left;
  }
  return null;
}
