import { COARSEST_STEP, type Node, type Range } from './quadrature-nodes';
import { hasValue, largestPart, type Term, type TermSource } from './quadrature-terms';

/** How far out terms count, in one direction. */
export interface ActiveEnd {
  t: number;
  /** Up to here every term has to have a value; beyond, those that have none are left out. */
  sure: number;
  /** What is left out beyond it, roughly. */
  omitted: number;
  /** Whether the terms have died out there. */
  isNegligible: boolean;
}

/** Why there is no value, seen at one end. */
export type EndProblem =
  | { kind: 'divergent'; at: 'from' | 'to' }
  | { kind: 'oscillating' }
  | { kind: 'undefined' }
  | { kind: 'unsettled' };

/** Terms below this share of the largest are left out. */
const NEGLIGIBLE = 1e-18;
/** Terms have died out where the last one with a value is below this share of the largest. */
const DIED_OUT = 1e-13;
/** What is guessed of terms that have no value may be too low by this factor. */
const OMISSION_MARGIN = 4;
/** Weights so near to the end of a finite range that next to nothing lies there. */
export const UNREACHABLE = 1e-40;

/** An integrand like offset^{-p} has a finite integral up to p < 1; closer to 1 nothing is said. */
const EXPONENT_MARGIN = 0.002;
/** The last terms, whose signs tell an oscillation. */
const TAIL = 6;
/** The power law at an end is believed from offsets on that are so far out. */
const FAR_TOWARDS_INFINITY = 3e3;
const NEAR_A_FINITE_END = 1e-6;
/** A tail that diverges carries at least this share of the largest term. */
const CARRIES = 1e-6;

/** From the largest term to both ends, how far terms count. Terms on the way are repaired in `coarse`. */
export function activeEnds(
  coarse: Term[],
  top: number,
  source: TermSource,
): { low: ActiveEnd; high: ActiveEnd } {
  if (top === 0) {
    const withValue = coarse.filter(hasValue);
    return {
      low: endOfZeros(coarse[0], withValue[0]),
      high: endOfZeros(coarse.at(-1), withValue.at(-1)),
    };
  }
  const peak = coarse.findIndex((term) => hasValue(term) && term.size === top);
  return {
    low: activeEnd(coarse, peak, -1, source),
    high: activeEnd(coarse, peak, 1, source),
  };
}

/** All terms with a value are 0; those without lie at the ends. */
function endOfZeros(outermost: Term | undefined, withValue: Term | undefined): ActiveEnd {
  const end = endAt(withValue, 0, true);
  if (!outermost || !withValue || isFarther(outermost.node, withValue.node)) return end;
  return { ...end, t: outermost.node.t };
}

/** From the largest term outwards until terms are negligible or have no value. */
function activeEnd(coarse: Term[], peak: number, direction: 1 | -1, source: TermSource): ActiveEnd {
  const top = coarse[peak]?.size ?? 0;
  let last = coarse[peak];
  let before: Term | undefined;
  let small = 0;
  for (let index = peak; index >= 0 && index < coarse.length; index += direction) {
    const term = coarse[index];
    if (!term) break;
    const isOutOfRange = small > 0 && !hasValue(term) && last && isFarther(term.node, last.node);
    if (isOutOfRange) return endAt(last, 0, true);
    if (!hasValue(term) && last && before && !isFarther(term.node, last.node)) {
      // As at a kink, where the end itself is in doubt: what lies beyond is worth no more digits.
      const omitted = OMISSION_MARGIN * projectedSize(term.node, last, before);
      if (omitted <= DIED_OUT * top)
        return { t: term.node.t, sure: last.node.t, omitted, isNegligible: true };
    }
    const better = source.repaired(term, top);
    coarse[index] = better;
    if (!hasValue(better)) {
      // So near to the end of a finite range nothing can be told, and next to nothing lies.
      if (better.node.weight > UNREACHABLE || (last?.size ?? 0) > DIED_OUT * top) break;
      small++;
    } else {
      before = last;
      last = better;
      small = better.size > NEGLIGIBLE * top ? 0 : small + 1;
    }
    if (small === 2) return endAt(last ?? better, 0, true);
  }
  const size = last?.size ?? 0;
  return endAt(last, size * COARSEST_STEP, size <= DIED_OUT * top);
}

function endAt(term: Term | undefined, omitted: number, isNegligible: boolean): ActiveEnd {
  const t = term?.node.t ?? 0;
  return { t, sure: t, omitted, isNegligible };
}

/** Further out towards ∞, and not nearer to a finite end. */
function isFarther(node: Node, than: Node): boolean {
  return Math.abs(node.offset) > Math.abs(than.offset);
}

/** The size of a term if the integrand goes on from the last two as a power of the offset. */
function projectedSize(node: Node, last: Term, before: Term): number {
  const [f, g] = [last.size / last.node.weight, before.size / before.node.weight];
  const slope =
    g > 0 && f > 0 ? Math.log(f / g) / Math.log(last.node.offset / before.node.offset) : 0;
  return node.weight * f * Math.abs(node.offset / last.node.offset) ** slope;
}

/**
 * What keeps the terms from dying out towards an end; null where they do or may. Divergence is
 * decided by the exponent p of f ~ offset^{−p}: p ≥ 1 at a finite end, p ≤ 1 at infinity.
 */
export function problemAt(
  coarse: readonly Term[],
  end: ActiveEnd,
  side: 'from' | 'to',
  range: Range,
  top: number,
): EndProblem | null {
  if (end.isNegligible) return null;
  const isInfinite = range === 'line' || range === (side === 'to' ? 'up' : 'down');
  const ordered = side === 'to' ? coarse : [...coarse].reverse();
  const beyond = ordered.filter(({ node }) => (side === 'to' ? node.t > end.t : node.t < end.t));
  if (beyond[0]?.value.parts.some(Number.isNaN)) return { kind: 'undefined' };
  if (beyond.some(({ value }) => value.parts.some((part) => Math.abs(part) === Infinity)))
    return { kind: 'divergent', at: side };
  const outer = ordered.filter(({ node }) => (side === 'to' ? node.t <= end.t : node.t >= end.t));
  const tail = outer.slice(-TAIL).filter(hasValue);
  const signs = new Set(tail.map(({ value }) => Math.sign(value.parts[0] ?? 0)));
  if (signs.has(1) && signs.has(-1)) return { kind: 'oscillating' };
  const [inner, last] = tail.slice(-2);
  if (!inner || !last) return { kind: 'unsettled' };
  const exponent = decayExponent(inner, last);
  const isDivergent = isInfinite
    ? exponent <= 1 + EXPONENT_MARGIN
    : exponent >= 1 - EXPONENT_MARGIN;
  if (!isDivergent) return null;
  const isSure = last.size >= CARRIES * top && isFarOut(last.node, isInfinite);
  return isSure ? { kind: 'divergent', at: side } : { kind: 'unsettled' };
}

/** The p of f ~ offset^{−p} through two terms. */
function decayExponent(inner: Term, last: Term): number {
  const [f0, f1] = [largestPart(inner.value.parts), largestPart(last.value.parts)];
  const ratio = Math.abs(last.node.offset / inner.node.offset);
  return -Math.log(f1 / f0) / Math.log(ratio);
}

/** Whether terms have values so far towards an end that they tell what happens there. */
function isFarOut({ offset }: Node, isInfinite: boolean): boolean {
  return isInfinite
    ? Math.abs(offset) > FAR_TOWARDS_INFINITY
    : Math.abs(offset) < NEAR_A_FINITE_END;
}
