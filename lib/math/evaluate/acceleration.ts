import type { Parts } from '@/lib/math/numbers/arithmetic';

export type SeriesValue =
  | ({ kind: 'value' } & Parts)
  | { kind: 'divergent' }
  | { kind: 'undefined' }
  | { kind: 'unsettled' };

/** Terms that are added up one by one while they fall fast enough. */
const MOST_TERMS = 1200;
/** Terms that fall more slowly than by this factor are not worth adding up. */
const SLOW = 0.97;
const FIRST_LOOK = 400;
/** A sum may begin with zeros: so many terms are always looked at. */
const LEAST_TERMS = 32;
/** Terms that the acceleration looks at; rounding spoils longer tables. */
const ACCELERATED = 34;
/** Terms at which the law is read by which they fall. */
const FAR = [512, 1024, 2048] as const;
const EDGE = 0.01;
/** An accelerated sum whose last approximations differ by more than this share is not settled. */
const SETTLED = 1e-7;
const LUCK = 1e-10;

/**
 * Σ_{k ≥ 0} term(k). Terms that fall geometrically are added up; otherwise the law k^{−p} by which
 * they fall decides on divergence (p ≤ 1, terms of one sign) and Levin's u-transformation gives the
 * value (Levin 1973; Weniger 1989, section 7). The error is estimated from its last approximations.
 */
export function infiniteSum(term: (k: number) => Parts): SeriesValue {
  const terms: Parts[] = [];
  let small = 0;
  let scale = 0;
  for (let k = 0; k < MOST_TERMS; k++) {
    const next = term(k);
    if (next.parts.some(Number.isNaN)) return { kind: 'undefined' };
    if (!isKnown(next))
      return next.parts.every(Number.isFinite) ? { kind: 'unsettled' } : { kind: 'divergent' };
    terms.push(next);
    scale += largest(next.parts);
    small = largest(next.parts) <= 1e-17 * scale ? small + 1 : 0;
    if (small >= 8 && k >= LEAST_TERMS) return added(terms, scale, 0);
    if (k === FIRST_LOOK && ratiosOf(terms).most > SLOW) break;
  }
  const { least, most: ratio } = ratiosOf(terms);
  if (ratio < SLOW) {
    const last = largest(terms.at(-1)?.parts ?? []);
    return added(terms, scale, (2 * last * ratio) / (1 - ratio));
  }
  if (least > 1.005) return { kind: 'divergent' };
  if (ratio > 1.005) return { kind: 'unsettled' };
  const far = FAR.map(term);
  if (far.every(isKnown) && !alternates(terms)) {
    const [near = 0, middle = 0, last = 0] = far.map(({ parts }) => largest(parts));
    const powers = [Math.log2(near / middle), Math.log2(middle / last)];
    if (near > 0 && powers.every((power) => power <= 1 + EDGE)) {
      // 1/(k ln² k) falls little faster than 1/k, and converges.
      return powers.every((power) => power <= 1 + EDGE / 10)
        ? { kind: 'divergent' }
        : { kind: 'unsettled' };
    }
  }
  if (alternates(terms) && largest(far[2]?.parts ?? []) > 0.5 * largest(far[0]?.parts ?? []))
    return {
      kind:
        largest(far[2]?.parts ?? []) < 0.99 * largest(far[0]?.parts ?? [])
          ? 'unsettled'
          : 'divergent',
    };
  const found = accelerated(terms.slice(0, ACCELERATED));
  return found.kind === 'value' && !isPlausible(found, terms) ? { kind: 'unsettled' } : found;
}

/**
 * Whether an accelerated sum lies where the terms that were added up let it: off the partial sum by
 * no more than the next term where signs alternate, else by no more than terms like k^{−1.02} leave.
 */
function isPlausible({ parts }: Parts, terms: readonly Parts[]): boolean {
  const partial = added(terms, 0, 0);
  const last = largest(terms.at(-1)?.parts ?? []);
  if (partial.kind !== 'value') return false;
  const room = alternates(terms) ? 2 * last : 60 * terms.length * last;
  return parts.every((part, place) => Math.abs(part - (partial.parts[place] ?? 0)) <= room);
}

/**
 * The limit of a sequence that comes near to it about geometrically, such as f(2^k) or f(c + 2^{−k}):
 * the sum of its steps.
 */
export function limitOf(at: (k: number) => Parts, steps: number): SeriesValue {
  const seen: Parts[] = [];
  for (let k = 0; k <= steps; k++) {
    const next = at(k);
    // Far out an expression may be out of range; what was seen before may be enough.
    if (!isKnown(next)) {
      if (k > 8 && !next.parts.some((part) => Math.abs(part) === Number.POSITIVE_INFINITY)) break;
      return { kind: next.parts.some(Number.isNaN) ? 'undefined' : 'divergent' };
    }
    // Digits that cancel far out would spoil what was seen before.
    if (k > 10 && next.error > 1e-11 * largest(next.parts)) break;
    seen.push(next);
  }
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return { kind: 'unsettled' };
  const differences = seen.slice(1).map(({ parts, error }, index) => ({
    parts: parts.map((part, place) => part - (seen[index]?.parts[place] ?? 0)),
    error,
  }));
  const size = Math.max(...seen.map(({ parts }) => largest(parts)));
  const tail = differences.slice(-3).map(({ parts }) => largest(parts));
  if (tail.every((step) => step <= 1e-15 * size))
    return { kind: 'value', parts: last.parts, error: last.error + 1e-15 * size };
  // ln x moves on by the same step each time, and what grows faster by ever larger ones.
  if (ratiosOf(differences).least > 0.98) return { kind: 'divergent' };
  const found = accelerated(differences);
  if (found.kind !== 'value') return found;
  const parts = found.parts.map((part, place) => part + (first.parts[place] ?? 0));
  return { kind: 'value', parts, error: found.error + last.error };
}

function isKnown({ parts, error }: Parts): boolean {
  return Number.isFinite(error) && parts.every(Number.isFinite);
}

function largest(parts: readonly number[]): number {
  return Math.max(0, ...parts.map(Math.abs));
}

function alternates(terms: readonly Parts[]): boolean {
  const signs = terms.slice(-20).map(({ parts }) => Math.sign(parts[0] ?? 0));
  return signs.every((sign, index) => index === 0 || sign === -(signs[index - 1] ?? 0));
}

/** The factors by which the last terms fall. */
function ratiosOf(terms: readonly Parts[]): { least: number; most: number } {
  const sizes = terms.slice(-12).map(({ parts }) => largest(parts));
  const ratios = sizes.slice(1).flatMap((size, index) => {
    const before = sizes[index] ?? 0;
    return before > 0 ? [size / before] : [];
  });
  return { least: Math.min(...ratios), most: Math.max(0, ...ratios) };
}

function added(terms: readonly Parts[], scale: number, rest: number): SeriesValue {
  const width = terms[0]?.parts.length ?? 1;
  const parts = Array.from({ length: width }, (_, place) =>
    terms.reduceRight((sum, { parts: own }) => sum + (own[place] ?? 0), 0),
  );
  const error = terms.reduce((sum, term) => sum + term.error, 0);
  return { kind: 'value', parts, error: error + rest + 1e-15 * scale };
}

function accelerated(terms: readonly Parts[]): SeriesValue {
  const width = terms[0]?.parts.length ?? 1;
  const found = Array.from({ length: width }, (_, place) =>
    levin(terms.map(({ parts }) => parts[place] ?? 0)),
  );
  const size = Math.max(0, ...found.map(({ value }) => Math.abs(value)));
  const scale = Math.max(size, ...terms.map(({ parts }) => largest(parts)));
  // Neighbouring approximations may agree by luck; the largest number on the way bounds how far.
  const error = Math.max(...found.map((each) => each.error)) + LUCK * scale;
  if (!(error <= SETTLED * scale)) return { kind: 'unsettled' };
  const own = terms.reduce((sum, term) => sum + term.error, 0);
  return { kind: 'value', parts: found.map(({ value }) => value), error: error + own };
}

/** Levin's u-transformation: the approximation around which the next ones move least. */
function levin(terms: readonly number[]): { value: number; error: number } {
  const [above, below]: [number[], number[]] = [[], []];
  const values: number[] = [];
  let sum = 0;
  // The transformation divides by the terms.
  const counted = terms.filter((term) => term !== 0);
  for (const [n, term] of counted.entries()) {
    sum += term;
    let factor = 1 / (n + 1);
    const weight = factor / ((n + 1) * term);
    below[n] = weight;
    above[n] = sum * weight;
    const ratio = n * factor;
    for (let j = 1; j <= n; j++) {
      const scale = (n - j + 1) * factor;
      above[n - j] = (above[n - j + 1] ?? 0) - scale * (above[n - j] ?? 0);
      below[n - j] = (below[n - j + 1] ?? 0) - scale * (below[n - j] ?? 0);
      factor *= ratio;
    }
    values.push((above[0] ?? 0) / (below[0] ?? 1));
  }
  if (counted.length < 4) return { value: sum, error: 0 };
  let best = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
  for (let n = 3; n < values.length; n++) {
    const [a = 0, b = 0, c = 0] = values.slice(n - 2, n + 1);
    const error = 3 * (Math.abs(c - b) + Math.abs(b - a));
    if (error < best.error) best = { value: c, error };
  }
  return best;
}
