import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import { breaksOf, type Label } from './breaks';
import type { Integrand } from './integrand';
import { cutAt, type End, middleOf, type Panel, rangeOf, realPart } from './panels';
import { type Quadrature, quadrature } from './quadrature';
import type { Position } from './quadrature-nodes';

/** Integrals that stay this uncertain, as a share of the integral of the absolute value, are cut. */
const WORTH_CUTTING = 1e-9;
const MOST_CUTS = 5;
/** Errors of numbers that are too small for Float64. */
const TINY = 1e-200;
/** Pieces of an integrand that are looked for. */
const MOST_BREAKS = 24;
/** How near to a break Float64 can still tell the sides apart, as a share of the numbers there. */
const BESIDE = 4e-12;

/** The integral over a panel, cut where the labels change and where it stays uncertain. */
export function integrated<N>(
  whole: Panel<N>,
  integrand: Integrand<N>,
  labels: readonly Label[],
  arithmetic: Arithmetic<N>,
): Quadrature {
  const [a, b] = [placeOf(whole.from, arithmetic), placeOf(whole.to, arithmetic)];
  const breaks = breaksOf(labels, a, b, MOST_BREAKS);
  return sumOf(cutAt(whole, breaks, arithmetic), integrand, arithmetic, MOST_CUTS);
}

function placeOf<N>(end: End<N>, arithmetic: Arithmetic<N>): number {
  if (end.infinite === null) return realPart(end.value, arithmetic);
  return end.infinite * Number.POSITIVE_INFINITY;
}

type Value = Extract<Quadrature, { kind: 'value' }>;

/** The sum over panels; what is too uncertain is cut at its peak, up to `cuts` times. */
function sumOf<N>(
  panels: readonly Panel<N>[],
  integrand: Integrand<N>,
  arithmetic: Arithmetic<N>,
  cuts: number,
): Quadrature {
  let sum: Value | null = null;
  for (const panel of panels) {
    const inward = keptInside(panel, integrand, arithmetic);
    let part = quadrature(
      rangeOf(panel),
      (position) => integrand.at(panel, inward(position)),
      (position) => integrand.precisely(panel, inward(position)),
    );
    if (part.kind !== 'value') return part;
    if (part.error > WORTH_CUTTING * part.scale && part.error > TINY && cuts > 0) {
      const halves = cutAt(panel, [middleOf(panel, part.peak, arithmetic)], arithmetic);
      const finer = sumOf(halves, integrand, arithmetic, cuts - 1);
      if (finer.kind !== 'value') return finer;
      if (finer.error < part.error) part = finer;
    }
    sum = sum ? plus(sum, part) : part;
  }
  return sum ?? { kind: 'unsettled' };
}

function plus(a: Value, b: Value): Value {
  const parts = a.parts.map((part, index) => part + (b.parts[index] ?? 0));
  return { ...a, parts, error: a.error + b.error, scale: a.scale + b.scale };
}

/**
 * Keeps positions so far from the breaks at the ends of a panel that Float64 can tell on which side
 * they are, where the integrand is regular at the break: it changes by next to nothing there.
 */
function keptInside<N>(
  panel: Panel<N>,
  integrand: Integrand<N>,
  arithmetic: Arithmetic<N>,
): (position: Position) => Position {
  const least = { from: leastAt('from'), to: leastAt('to') };
  return ({ near, offset }) => ({ near, offset: Math.max(offset, least[near]) });

  function leastAt(near: 'from' | 'to'): number {
    const end = panel[near];
    if (end.infinite !== null || end.isBreak !== true) return Number.NEGATIVE_INFINITY;
    const width =
      rangeOf(panel) === 'finite'
        ? placeOf(panel.to, arithmetic) - placeOf(panel.from, arithmetic)
        : 1;
    const share = Math.max(1, Math.abs(placeOf(end, arithmetic)) / width);
    if (!(share < 1e3)) return Number.NEGATIVE_INFINITY;
    const [nearer, farther] = [1e-9, 1e-6].map((offset) =>
      integrand.at(panel, { near, offset: offset * share }),
    );
    const isRegular =
      nearer !== undefined &&
      farther !== undefined &&
      Number.isFinite(nearer.error) &&
      nearer.parts.every((part, index) => {
        const other = farther.parts[index] ?? Number.NaN;
        return Math.abs(part - other) <= 0.2 * Math.max(Math.abs(part), Math.abs(other));
      });
    return isRegular ? BESIDE * share : Number.NEGATIVE_INFINITY;
  }
}
