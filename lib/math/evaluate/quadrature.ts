import type { Parts } from '@/lib/math/numbers/arithmetic';
import {
  type ActiveEnd,
  activeEnds,
  type EndProblem,
  problemAt,
  UNREACHABLE,
} from './quadrature-ends';
import { COARSEST_STEP, type Node, nodesOf, type Position, type Range } from './quadrature-nodes';
import {
  hasValue,
  heightOf,
  largestPart,
  type Term,
  TermSource,
  weightedSum,
} from './quadrature-terms';

/** `scale` is the integral of the absolute value, `peak` where the largest term lies. */
export type Quadrature = ({ kind: 'value'; scale: number; peak: Position } & Parts) | EndProblem;

/** Halvings of the step. */
const LEVELS = 6;
/** With fewer terms that have a value nothing is said. */
const FEWEST_TERMS = 3;
/** The sum has settled when halving the step changes it by less than this share. */
const SETTLED = 1e-13;
/** So near to an end terms are worth no more digits. */
const WORTHLESS_OFFSET = 1e-13;
/** What is guessed of terms that were left out may be too low by this factor. */
const OMISSION_MARGIN = 4;
/** What adding up some hundred terms in Float64 rounds, as a share of the sum of their sizes. */
const SUMMATION_ERROR = 4e-15;
/** An integral of which only underflowing terms were seen is 0 up to so many times the largest. */
const UNDERFLOW_MARGIN = 100;

/**
 * ∫ f over a range, by the double exponential rule (Takahasi & Mori 1974): tanh-sinh on a finite
 * range, exp-sinh on half-lines, sinh-sinh on the line. For f analytic inside, ends singular or
 * not, the error falls like e^{−cn/log n}. It is estimated from the last two halvings of the step
 * and from the terms left out; it is an estimate and no bound. A range on which f has a kink or a
 * narrow peak converges slowly and comes back with a large error: cut it there.
 *
 * `precisely` works out the integrand with many digits; it is asked where Float64 has too few.
 */
export function quadrature(
  range: Range,
  integrand: (position: Position) => Parts,
  precisely: ((position: Position) => Parts) | null = null,
): Quadrature {
  const source = new TermSource(integrand, precisely);
  const coarse = coarseTerms(range, source);
  const withValue = coarse.filter(hasValue);
  if (withValue.length < FEWEST_TERMS) {
    const isUndefined = coarse.some(({ value }) => value.parts.some(Number.isNaN));
    return { kind: isUndefined ? 'undefined' : 'unsettled' };
  }
  const top = Math.max(...withValue.map(({ size }) => size));
  // Values that are not 0 only where next to nothing lies.
  if (range === 'finite' && top > 0 && top < UNREACHABLE) return nearlyZero(withValue, top);
  const ends = activeEnds(coarse, top, source);
  return (
    problemAt(coarse, ends.low, 'from', range, top) ??
    problemAt(coarse, ends.high, 'to', range, top) ??
    refined(range, coarse, ends, top, source)
  );
}

function coarseTerms(range: Range, source: TermSource): Term[] {
  const coarse = nodesOf(range, 0).map((node) => source.at(node));
  if (coarse.filter(hasValue).length >= FEWEST_TERMS) return coarse;
  return coarse.map((term) => source.repaired(term, 0));
}

function nearlyZero(withValue: readonly Term[], top: number): Quadrature {
  const parts = (withValue[0]?.value.parts ?? [0]).map(() => 0);
  const peak: Position = { near: 'from', offset: 0.5 };
  return { kind: 'value', parts, error: UNDERFLOW_MARGIN * top, scale: top, peak };
}

interface Ends {
  low: ActiveEnd;
  high: ActiveEnd;
}

/** Halves the step until the sum has settled. */
function refined(
  range: Range,
  coarse: readonly Term[],
  ends: Ends,
  top: number,
  source: TermSource,
): Quadrature {
  let terms = coarse.filter((term) => isInside(term.node, ends) && hasValue(term));
  let step = COARSEST_STEP;
  let sum = weightedSum(terms, step);
  let dropped = 0;
  let [before, change] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let level = 1; level <= LEVELS; level++) {
    const added = termsBetween(nodesOf(range, level), ends, top, source);
    if (!added.terms.every(hasValue)) return holeIn(added.terms);
    dropped = Math.max(dropped, added.dropped);
    terms = [...terms, ...added.terms];
    step /= 2;
    const next = weightedSum(terms, step);
    before = change;
    change = largestPart(next.parts.map((part, index) => part - (sum.parts[index] ?? 0)));
    sum = next;
    if (level >= 2 && remainingError(change, before, sum.scale) <= SETTLED * sum.scale) break;
  }
  const { parts, scale } = sum;
  const error =
    remainingError(change, before, scale) +
    ends.low.omitted +
    ends.high.omitted +
    OMISSION_MARGIN * dropped * heightOf(terms) +
    sum.error +
    SUMMATION_ERROR * scale;
  return { kind: 'value', parts, error, scale, peak: peakOf(terms) };
}

function isInside({ t }: Node, { low, high }: Ends): boolean {
  return t >= low.t && t <= high.t;
}

/**
 * The terms at the nodes between the ends. Where a term may be left out and has no value it is;
 * `dropped` is the offset of the outermost of these.
 */
function termsBetween(
  nodes: readonly Node[],
  ends: Ends,
  top: number,
  source: TermSource,
): { terms: Term[]; dropped: number } {
  const terms: Term[] = [];
  let dropped = 0;
  for (const node of nodes) {
    if (!isInside(node, ends)) continue;
    const offset = Math.abs(node.offset);
    const isSure = node.t >= ends.low.sure && node.t <= ends.high.sure;
    const inFloat = source.at(node);
    const term = isSure || offset > WORTHLESS_OFFSET ? source.repaired(inFloat, top) : inFloat;
    if (isSure || hasValue(term)) terms.push(term);
    else dropped = Math.max(dropped, offset);
  }
  return { terms, dropped };
}

/**
 * The error of a sum from what the last halvings changed. Halving the step squares the error of
 * this rule, so that the digits double; where the last change was a thousandth of the one before,
 * and below 1e-4 of the scale, half as many digits again are counted on, with a margin of ten.
 */
function remainingError(change: number, before: number, scale: number): number {
  const isFast = change < 1e-3 * before && change < 1e-4 * scale;
  return isFast && scale > 0 ? Math.min(change, 10 * (change / scale) ** 1.5 * scale) : change;
}

/** One term without a value may be a hole of the integrand; two that are NaN are a range of them. */
function holeIn(terms: readonly Term[]): Quadrature {
  const holes = terms.filter((term) => !hasValue(term));
  const isUndefined = holes.filter(({ value }) => value.parts.some(Number.isNaN)).length >= 2;
  return { kind: isUndefined ? 'undefined' : 'unsettled' };
}

function peakOf(terms: readonly Term[]): Position {
  const largest = terms.reduce<Term | null>((a, b) => (a && a.size >= b.size ? a : b), null);
  const { near, offset } = largest?.node ?? { near: 'from', offset: 0 };
  return { near, offset };
}
