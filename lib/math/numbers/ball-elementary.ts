import {
  absolute,
  type Ball,
  ballOf,
  isDefined,
  logBound,
  logRadius,
  logSize,
  logSum,
  mayBeZero,
  ONE,
  scaledBy,
  signOf,
  subtract,
  toNumber,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import {
  atanFixed,
  expFixed,
  ln2Fixed,
  lnFixed,
  NEWTON_ERROR,
  piFixed,
  SERIES_ERROR,
  sinCosFixed,
} from './fixed';

/**
 * exp, ln, sin, cos, atan and sqrt of balls. Each computes the value at the midpoint in fixed point
 * with guard bits, and adds how far the function can move over the ball: a bound on its derivative
 * there times the radius.
 */

const GUARD = 24;
/** Larger arguments of exp are out of range. */
const MAX_EXP = 2 ** 32;
/** Bits of the size of an angle beyond which nothing is known. */
const MAX_ANGLE_BITS = 2048;
const NOTHING = Number.NEGATIVE_INFINITY;

/** The midpoint in fixed point, cut off: within one unit. */
function midpointFixed({ m, e }: Ball, w: number): bigint {
  const shift = w + e;
  return shift >= 0 ? m << BigInt(shift) : m >> BigInt(-shift);
}

function logUnits(units: number): number {
  return Math.log2(units);
}

/** e^x with x = k ln 2 + t; over the ball it moves by a factor of e^ρ − 1 ≤ 1.3 ρ for ρ ≤ ½. */
export function exp(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  if (x.m === 0n && x.r === 0) return ONE;
  const radius = logRadius(x);
  if (radius > -1) return UNKNOWN;
  if (logSize(x) > Math.log2(MAX_EXP)) {
    // Far below zero: between 0 and 2^(−MAX_EXP).
    return x.m < 0n ? { m: 0n, e: -MAX_EXP, r: 1 } : UNKNOWN;
  }
  const k = Math.round(toNumber(x) / Math.LN2);
  const w = bits + GUARD;
  const wide = w + 40;
  const t = (midpointFixed(x, wide) - BigInt(k) * ln2Fixed(wide)) >> 40n;
  const value = expFixed(t, w);
  // t is within 2 units, which e^t at most doubles.
  const own = logUnits(SERIES_ERROR + 5);
  const moved = radius === NOTHING ? NOTHING : radius + 0.4 + w + 0.6;
  return ballOf(value, k - w, logSum(own, moved), bits);
}

/**
 * ln x with x = f·2^k, f between ¾ and 1½. Near 1 the precision is raised by as many bits as ln f
 * loses. Over the ball it moves by −ln(1 − r/|m|) ≤ 2 r/|m| for r ≤ |m|/2.
 */
export function ln(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  if (x.r === 0 && x.m <= 0n) return UNDEFINED;
  if (mayBeZero(x)) return UNKNOWN;
  if (x.m < 0n) return UNDEFINED;
  const size = logSize(x);
  const relative = logRadius(x) - size;
  if (relative > -1) return UNKNOWN;
  const k = Math.round(size);
  const fraction = scaledBy(x, -k);
  const near = subtract({ ...fraction, r: 0 }, ONE, 8 * bits);
  const moved = relative === NOTHING ? NOTHING : relative + 1;
  if (near.m === 0n && k === 0) return x.r === 0 ? ZERO : ballOf(0n, 0, moved, bits);
  const boost = k === 0 ? Math.ceil(Math.min(2 * bits, Math.max(0, -logSize(near)))) : 0;
  const w = bits + GUARD + boost;
  const value = lnFixed(midpointFixed(fraction, w), w) + BigInt(k) * ln2Fixed(w);
  // One unit of f counts at most twice, and each ln 2 one unit.
  const own = logUnits(NEWTON_ERROR + 4 + Math.abs(k));
  return ballOf(value, -w, logSum(own, moved + w), bits);
}

/** sin and cos with x = n π/2 + t; over the ball they move by at most ρ. */
export function sinCos(x: Ball, bits: number): { sin: Ball; cos: Ball } {
  if (!isDefined(x)) return { sin: x, cos: x };
  if (x.m === 0n && x.r === 0) return { sin: ZERO, cos: ONE };
  const radius = logRadius(x);
  const size = logSize(x);
  if (radius > -1 || size > MAX_ANGLE_BITS) return { sin: UNKNOWN, cos: UNKNOWN };
  // 1 − cos x ≤ x²/2
  const near = nearlyItself(x, bits);
  if (near) return { sin: near, cos: ballOf(1n, 0, 2 * logBound(x) - 0.9, bits) };
  const angleBits = Math.max(0, Math.ceil(size)) + 2;
  let boost = Math.max(0, Math.ceil(-size));
  for (let attempt = 0; ; attempt++) {
    const w = bits + GUARD + Math.min(boost, 4 * bits);
    const wide = w + angleBits;
    // x = n·π/2 + t; π/2 has one unit of error, n of them at most half a unit of w.
    const quarterTurn = piFixed(wide) >> 1n;
    const mid = midpointFixed(x, wide);
    const n = floorOf(mid + (quarterTurn >> 1n), quarterTurn);
    const t = (mid - n * quarterTurn) >> BigInt(angleBits);
    // Near a multiple of π/2 bits cancel: once more with as many added.
    const lost = t === 0n ? w : Math.max(0, w - Math.floor(bitsOf(t)));
    if (lost > boost + 8 && attempt === 0 && boost < 2 * bits) {
      boost = Math.min(2 * bits, lost);
      continue;
    }
    const { sin, cos } = sinCosFixed(t, w);
    const own = logUnits(SERIES_ERROR + 4);
    const moved = radius === NOTHING ? NOTHING : radius + w;
    const ball = (value: bigint) => ballOf(value, -w, logSum(own, moved), bits);
    const turn = Number(((n % 4n) + 4n) % 4n);
    if (turn === 0) return { sin: ball(sin), cos: ball(cos) };
    if (turn === 1) return { sin: ball(cos), cos: ball(-sin) };
    if (turn === 2) return { sin: ball(-sin), cos: ball(-cos) };
    return { sin: ball(-cos), cos: ball(sin) };
  }
}

function floorOf(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function bitsOf(t: bigint): number {
  const size = t < 0n ? -t : t;
  return size.toString(2).length;
}

/** atan x, above 1 as π/2 − atan(1/x); its derivative is at most 1 and at most 1/(|x| − ρ)². */
export function atan(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  if (x.m === 0n && x.r === 0) return ZERO;
  const size = logSize(x);
  const radius = logRadius(x);
  const near = nearlyItself(x, bits);
  if (near) return near;
  const w = bits + GUARD + Math.min(2 * bits, Math.max(0, Math.ceil(-size)));
  const isLarge = size > 0;
  const inner = isLarge ? reciprocalFixed(x, w) : midpointFixed(x, w);
  const value = atanFixed(inner, w);
  const full = isLarge ? (x.m > 0n ? piFixed(w) >> 1n : -(piFixed(w) >> 1n)) - value : value;
  const own = logUnits(NEWTON_ERROR + 4);
  // |x| − ρ is at least half of |x| where ρ is below half of it.
  const slope = isLarge && radius < size - 1 ? -2 * (size - 1) : 0;
  const moved = radius === NOTHING ? NOTHING : radius + slope + w;
  return ballOf(full, -w, logSum(own, moved), bits);
}

/**
 * sin, sinh, tan, tanh, and the inverse of each, of a tiny ball: for |x| ≤ ½ all of them are within
 * |x|³ of x (the largest of their cubic terms is x³/3), and so is every number of the ball. Null
 * where that would be seen.
 */
export function nearlyItself(x: Ball, bits: number): Ball | null {
  const bound = logBound(x);
  if (bound > -bits / 2 - 4) return null;
  if (bound === NOTHING) return ZERO;
  return ballOf(x.m, x.e, logSum(logRadius(x) - x.e, 3 * bound + 0.1 - x.e), bits);
}

function reciprocalFixed({ m, e }: Ball, w: number): bigint {
  // Enough for a midpoint longer than w too: nothing is shifted upwards after the division.
  const shift = Math.max(2 * w + 64, w - e);
  return ((1n << BigInt(shift)) / m) >> BigInt(shift + e - w);
}

/**
 * The root of the midpoint, exact for squares; over the ball it moves by at most the relative
 * radius, as √(1+δ) − 1 ≤ δ and 1 − √(1−δ) ≤ δ. A ball with 0 in it has a root between 0 and that
 * of its upper end, which is taken where it is tiny.
 */
export function sqrt(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  if (x.m === 0n && x.r === 0) return ZERO;
  if (mayBeZero(x)) {
    const upper = logSum(logSize(absolute(x)), logRadius(x));
    return upper < -bits / 2 ? ballOf(0n, 0, upper / 2, bits) : UNKNOWN;
  }
  if (signOf(x) < 0) return UNDEFINED;
  const shift = Math.max(0, 2 * (bits + 8) - Math.floor(logSize(x) - x.e));
  const even = shift + ((x.e - shift) % 2 === 0 ? 0 : 1);
  const wide = x.m << BigInt(even);
  const root = integerRoot(wide);
  const e = (x.e - even) / 2;
  const isSquare = root * root === wide;
  const relative = logRadius(x) - logSize(x);
  const moved = relative === NOTHING ? NOTHING : relative + logSize({ m: root, e: 0, r: 0 }) + 1;
  return ballOf(root, e, logSum(isSquare ? NOTHING : 0, moved), bits);
}

/** ⌊√n⌋ by Newton's method from a Float64 approximation. */
function integerRoot(n: bigint): bigint {
  const bits = bitsOf(n);
  const drop = BigInt(Math.max(0, 2 * Math.floor((bits - 100) / 2)));
  let root =
    (BigInt(Math.ceil(Math.sqrt(Number(n >> drop)) * (1 + 2 ** -50))) + 1n) << (drop >> 1n);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function pi(bits: number): Ball {
  const w = bits + GUARD;
  return ballOf(piFixed(w), -w, 0.5, bits);
}
