import type { Parts } from '@/lib/math/numbers/arithmetic';
import { levinSum } from './levin';

export type SeriesValue =
  | ({ kind: 'value' } & Parts)
  | { kind: 'divergent' }
  | { kind: 'undefined' }
  | { kind: 'unsettled' };

/** Terms that are added up one by one while they fall fast enough. */
const MOST_TERMS = 1200;
/** Terms that fall more slowly than by this factor are not worth adding up. */
const SLOW_RATIO = 0.97;
/** Where terms fall that slowly after so many, no more are added up. */
const FIRST_LOOK = 400;
/** A sum may begin with zeros: so many terms are always looked at. */
const LEAST_TERMS = 32;
/** A sum is complete when so many terms in a row are too small to change any of its digits. */
const SMALL_IN_A_ROW = 8;
const TOO_SMALL = 1e-17;
/** Terms that grow by more than this factor do not tend to 0; nearer to 1 rounding may be all. */
const GROWING_RATIO = 1.005;

/** Terms at which the law is read by which they fall. */
const FAR_TERMS = [512, 1024, 2048] as const;
/**
 * Of terms like k^{−p} nothing is said for p up to so far above 1: 1/(k ln² k) falls little faster
 * than 1/k, and converges.
 */
const EXPONENT_MARGIN = 0.01;
/** So near to 1 the exponent is 1. */
const EXPONENT_ROUNDING = 0.001;
/** From the first to the last far term, terms of alternating sign have to fall to this share, as 1/√k does. */
const ALTERNATING_FALL = 0.5;
/** Above this share they do not fall at all. */
const NO_FALL = 0.99;

/** Terms that the acceleration looks at; rounding spoils longer tables. */
const ACCELERATED_TERMS = 34;
/** An accelerated sum whose last approximations differ by more than this share is not settled. */
const SETTLED = 1e-7;
/** Approximations may agree by luck: this share of the largest number on the way bounds how far. */
const LUCK = 1e-10;
/** Terms like k^{−1.02} leave 50 n times the last one after n of them; with some room. */
const SLOWEST_REST = 60;
/** What is left of an alternating sum is less than its next term; with some room. */
const ALTERNATING_REST = 2;

/** The last terms, of which signs and ratios are read. */
const SIGNS_READ = 20;
const RATIOS_READ = 12;

/** What adding up terms in Float64 rounds, as a share of their sizes. */
const SUMMATION_ERROR = 1e-15;

/**
 * Σ_{k ≥ 0} term(k). Terms that fall geometrically are added up; otherwise the law k^{−p} by which
 * they fall decides on divergence (p ≤ 1, terms of one sign) and Levin's u-transformation gives the
 * value (`levinSum`). The error is estimated from its last approximations.
 */
export function infiniteSum(term: (k: number) => Parts): SeriesValue {
  const terms: Parts[] = [];
  let small = 0;
  let scale = 0;
  for (let k = 0; k < MOST_TERMS; k++) {
    const next = term(k);
    if (next.parts.some(Number.isNaN)) return { kind: 'undefined' };
    if (!hasValue(next))
      return next.parts.every(Number.isFinite) ? { kind: 'unsettled' } : { kind: 'divergent' };
    terms.push(next);
    scale += largestPart(next);
    small = largestPart(next) <= TOO_SMALL * scale ? small + 1 : 0;
    if (small >= SMALL_IN_A_ROW && k >= LEAST_TERMS) return added(terms, scale, 0);
    if (k === FIRST_LOOK && ratiosOf(terms).most > SLOW_RATIO) break;
  }
  const { least, most: ratio } = ratiosOf(terms);
  if (ratio < SLOW_RATIO) {
    // Twice the rest of a geometric series.
    const rest = (2 * largestPart(terms.at(-1)) * ratio) / (1 - ratio);
    return added(terms, scale, rest);
  }
  if (least > GROWING_RATIO) return { kind: 'divergent' };
  if (ratio > GROWING_RATIO) return { kind: 'unsettled' };
  const far = FAR_TERMS.map(term);
  const slow = alternates(terms) ? slowAlternation(far) : slowDecay(far);
  if (slow) return { kind: slow };
  const sum = accelerated(terms.slice(0, ACCELERATED_TERMS));
  return sum.kind === 'value' && !isPlausible(sum, terms) ? { kind: 'unsettled' } : sum;
}

/** What is to be said of terms of one sign that fall like 1/k or more slowly; null where they fall faster. */
function slowDecay(far: readonly Parts[]): 'divergent' | 'unsettled' | null {
  if (!far.every(hasValue)) return null;
  const [near = 0, middle = 0, last = 0] = far.map(largestPart);
  const exponents = [Math.log2(near / middle), Math.log2(middle / last)];
  const isBelow = (most: number) => exponents.every((exponent) => exponent <= most);
  if (near <= 0 || !isBelow(1 + EXPONENT_MARGIN)) return null;
  return isBelow(1 + EXPONENT_ROUNDING) ? 'divergent' : 'unsettled';
}

/** The same for terms of alternating sign that hardly fall. */
function slowAlternation(far: readonly Parts[]): 'divergent' | 'unsettled' | null {
  const [near, last] = [largestPart(far[0]), largestPart(far.at(-1))];
  if (!(last > ALTERNATING_FALL * near)) return null;
  return last < NO_FALL * near ? 'unsettled' : 'divergent';
}

/**
 * Whether an accelerated sum lies where the terms that were added up let it: off the partial sum by
 * no more than the next term where signs alternate, else by no more than terms like k^{−1.02} leave.
 */
function isPlausible({ parts }: Parts, terms: readonly Parts[]): boolean {
  const partial = added(terms, 0, 0);
  const last = largestPart(terms.at(-1));
  const room = alternates(terms) ? ALTERNATING_REST * last : SLOWEST_REST * terms.length * last;
  return parts.every((part, place) => Math.abs(part - (partial.parts[place] ?? 0)) <= room);
}

/** Where a limit along powers of two is looked at once more: beside one of them, and far from all. */
const CHECKED_BESIDE = 2 ** 10;
const CHECKED_AT = [CHECKED_BESIDE + 1, CHECKED_BESIDE * Math.sqrt(3)];
/** Between powers of two an expression may be so many times as far from its limit as at the nearest one. */
const MOST_APART = 4;
/** What is still taken for the same limit, as a share of it. */
const SAME_LIMIT = 1e-5;

/**
 * The limit of f(x) for x → ∞, from values at powers of two. Elsewhere f must come near to it as well:
 * cos 2πx is 1 at each of them and has no limit.
 */
export function limitAlong(at: (x: number) => Parts, steps: number): SeriesValue {
  const limit = limitOf((k) => at(2 ** k), steps);
  if (limit.kind !== 'value') return limit;
  const beside = at(CHECKED_BESIDE);
  if (!hasValue(beside)) return limit;
  const room = MOST_APART * distance(beside, limit) + SAME_LIMIT * Math.max(1, largestPart(limit));
  const isLimit = CHECKED_AT.map(at).every(
    (value) => !hasValue(value) || distance(value, limit) <= room + beside.error + value.error,
  );
  return isLimit ? limit : { kind: 'unsettled' };
}

function distance(a: Parts, b: Parts): number {
  return Math.max(0, ...a.parts.map((part, place) => Math.abs(part - (b.parts[place] ?? 0))));
}

/** Values of a sequence that are always looked at, whatever becomes of later ones. */
const SEEN_BEFORE_OVERFLOW = 8;
const SEEN_BEFORE_CANCELLATION = 10;
/** A value whose error is above this share of it has lost too many digits. */
const CANCELLED = 1e-11;
/** A sequence has arrived when so many steps in a row are below this share of its values. */
const ARRIVED_STEPS = 3;
const ARRIVED = 1e-15;
/** A limit is at most so many of the last steps away; 1/ln x, which is slow, is 30 of them from 0. */
const MOST_STEPS_LEFT = 100;
/** ln x moves on by the same step each time, and what grows faster by ever larger ones. */
const MOVING_ON = 0.98;

/**
 * The limit of a sequence that comes near to it about geometrically, such as f(2^k) or f(c + 2^{−k}):
 * the sum of its steps.
 */
export function limitOf(at: (k: number) => Parts, steps: number): SeriesValue {
  const values: Parts[] = [];
  let isUndefined = true;
  for (let k = 0; k <= steps; k++) {
    const next = at(k);
    if (!hasValue(next)) {
      // Far out an expression may be out of range; what was seen before may be enough.
      const isInfinite = next.parts.some((part) => Math.abs(part) === Number.POSITIVE_INFINITY);
      if (k > SEEN_BEFORE_OVERFLOW && !isInfinite) break;
      // A limit is about the end of a sequence: n/(n − 1) has no value at n = 1 and goes to 1.
      if (k <= SEEN_BEFORE_OVERFLOW) {
        values.length = 0;
        isUndefined &&= next.parts.some(Number.isNaN);
        continue;
      }
      return { kind: next.parts.some(Number.isNaN) ? 'undefined' : 'divergent' };
    }
    // Digits that cancel far out would spoil what was seen before.
    if (k > SEEN_BEFORE_CANCELLATION && next.error > CANCELLED * largestPart(next)) break;
    values.push(next);
  }
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return { kind: isUndefined ? 'undefined' : 'unsettled' };
  const differences = values.slice(1).map(({ parts, error }, index) => ({
    parts: parts.map((part, place) => part - (values[index]?.parts[place] ?? 0)),
    error,
  }));
  const size = Math.max(...values.map(largestPart));
  const tail = differences.slice(-ARRIVED_STEPS).map(largestPart);
  if (tail.every((step) => step <= ARRIVED * size))
    return { kind: 'value', parts: last.parts, error: last.error + ARRIVED * size };
  if (ratiosOf(differences).least > MOVING_ON) return { kind: 'divergent' };
  const way = accelerated(differences);
  if (way.kind !== 'value') return way;
  const parts = way.parts.map((part, place) => part + (first.parts[place] ?? 0));
  const limit: Parts = { parts, error: way.error + last.error };
  const rest = MOST_STEPS_LEFT * largestPart(differences.at(-1)) + limit.error;
  return distance(limit, last) <= rest ? { kind: 'value', ...limit } : { kind: 'unsettled' };
}

function hasValue({ parts, error }: Parts): boolean {
  return Number.isFinite(error) && parts.every(Number.isFinite);
}

function largestPart(value: Parts | undefined): number {
  return Math.max(0, ...(value?.parts ?? []).map(Math.abs));
}

function alternates(terms: readonly Parts[]): boolean {
  const signs = terms.slice(-SIGNS_READ).map(({ parts }) => Math.sign(parts[0] ?? 0));
  return signs.every((sign, index) => index === 0 || sign === -(signs[index - 1] ?? 0));
}

/** The factors by which the last terms fall. */
function ratiosOf(terms: readonly Parts[]): { least: number; most: number } {
  const sizes = terms.slice(-RATIOS_READ).map(largestPart);
  const ratios = sizes.slice(1).flatMap((size, index) => {
    const before = sizes[index] ?? 0;
    return before > 0 ? [size / before] : [];
  });
  return { least: Math.min(...ratios), most: Math.max(0, ...ratios) };
}

/** The sum of terms of sizes `scale` together, of which `rest` is left out. */
function added(terms: readonly Parts[], scale: number, rest: number): { kind: 'value' } & Parts {
  const width = terms[0]?.parts.length ?? 1;
  const parts = Array.from({ length: width }, (_, place) =>
    terms.reduceRight((sum, { parts: own }) => sum + (own[place] ?? 0), 0),
  );
  const error = terms.reduce((sum, term) => sum + term.error, 0);
  return { kind: 'value', parts, error: error + rest + SUMMATION_ERROR * scale };
}

function accelerated(terms: readonly Parts[]): SeriesValue {
  const width = terms[0]?.parts.length ?? 1;
  const sums = Array.from({ length: width }, (_, place) =>
    levinSum(terms.map(({ parts }) => parts[place] ?? 0)),
  );
  const size = Math.max(0, ...sums.map(({ value }) => Math.abs(value)));
  const scale = Math.max(size, ...terms.map(largestPart));
  const error = Math.max(...sums.map((each) => each.error)) + LUCK * scale;
  if (!(error <= SETTLED * scale)) return { kind: 'unsettled' };
  const own = terms.reduce((sum, term) => sum + term.error, 0);
  return { kind: 'value', parts: sums.map(({ value }) => value), error: error + own };
}
