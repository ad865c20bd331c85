/**
 * A real number known up to a radius: |x − m·2^e| ≤ r·2^e (midpoint-radius arithmetic; Johansson,
 * Arb: efficient arbitrary-precision midpoint-radius interval arithmetic, 2017). r = 0 says that it
 * is exactly m·2^e, r = ∞ that nothing is known of it, r = NaN that it is undefined for certain.
 */
export interface Ball {
  readonly m: bigint;
  readonly e: number;
  readonly r: number;
}

export const UNDEFINED: Ball = { m: 0n, e: 0, r: Number.NaN };
export const UNKNOWN: Ball = { m: 0n, e: 0, r: Number.POSITIVE_INFINITY };
export const ZERO: Ball = { m: 0n, e: 0, r: 0 };
export const ONE: Ball = { m: 1n, e: 0, r: 0 };

/** Exponents beyond this are out of range: nothing is known of such numbers. */
const MAX_EXPONENT = 2 ** 33;
/** Bits that a radius is kept to. */
const RADIUS_BITS = 20;
/** log2 and sums of radii are rounded up by this. */
const SLACK = 1e-9;
const NOTHING = Number.NEGATIVE_INFINITY;
/** Smaller radii are rounded up to this, in log2 of units: below 2^−1075 they would be 0, that is, exact. */
const LEAST_RADIUS = -64;

/** log2 |m|, up to 1e-12; −∞ of 0. */
export function log2Of(m: bigint): number {
  const size = m < 0n ? -m : m;
  const value = Number(size);
  if (Number.isFinite(value)) return Math.log2(value);
  const shift = size.toString(16).length * 4 - 64;
  return Math.log2(Number(size >> BigInt(shift))) + shift;
}

/** log2(2^a + 2^b), rounded up. */
export function logSum(a: number, b: number): number {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  const [high, low] = a > b ? [a, b] : [b, a];
  return high + Math.log2(1 + 2 ** (low - high)) + SLACK;
}

/** A ball from a midpoint and log2 of its radius in units of 2^e, cut to `bits` bits. */
export function ballOf(m: bigint, e: number, logRadius: number, bits: number): Ball {
  if (m === 0n && logRadius === NOTHING) return ZERO;
  const size = m === 0n ? 0 : log2Of(m);
  if (logRadius < LEAST_RADIUS && logRadius !== NOTHING) return lifted(m, e, logRadius, bits);
  const drop = Math.max(0, Math.floor(size) + 1 - bits, Math.ceil(logRadius) - RADIUS_BITS);
  if (!(Math.abs(e + drop) < MAX_EXPONENT)) return UNKNOWN;
  if (drop === 0) return { m, e, r: logRadius === NOTHING ? 0 : 2 ** logRadius * (1 + SLACK) };
  const shift = BigInt(drop);
  const cut = m >> shift;
  const isExact = cut << shift === m;
  const radius = logRadius === NOTHING ? 0 : 2 ** (logRadius - drop) * (1 + SLACK);
  return { m: cut, e: e + drop, r: radius + (isExact ? 0 : 1) };
}

/** A tiny radius beside a longer midpoint, or, around 0, in units of its own size. */
function lifted(m: bigint, e: number, logRadius: number, bits: number): Ball {
  if (m === 0n) {
    const shift = Math.floor(logRadius);
    // log2 of a radius far down is itself rounded, by up to 2^−20.
    return ballOf(0n, e + shift, logRadius - shift + 1e-5, bits);
  }
  const room = Math.max(0, bits - 1 - Math.ceil(log2Of(m)));
  const lift = Math.min(room, Math.ceil(-logRadius));
  const radius = Math.max(LEAST_RADIUS, logRadius + lift + 1e-5);
  return ballOf(m << BigInt(lift), e - lift, radius, bits);
}

/** The same ball with a midpoint of at most `bits` bits. */
export function cut({ m, e, r }: Ball, bits: number): Ball {
  return r < Number.POSITIVE_INFINITY
    ? ballOf(m, e, r === 0 ? NOTHING : Math.log2(r) + SLACK, bits)
    : { m, e, r };
}

/** log2 of a bound on all numbers of the ball; −∞ of an exact 0. */
export function logBound(a: Ball): number {
  return logSum(logSize(a), logRadius(a));
}

export function isDefined({ r }: Ball): boolean {
  return r < Number.POSITIVE_INFINITY;
}

export function isExact({ r }: Ball): boolean {
  return r === 0;
}

/** log2 of the radius; −∞ where the ball is exact. */
export function logRadius({ e, r }: Ball): number {
  return r === 0 ? NOTHING : Math.log2(r) + e;
}

/** log2 of the midpoint's size; −∞ where it is 0. */
export function logSize({ m, e }: Ball): number {
  return m === 0n ? NOTHING : log2Of(m) + e;
}

/** Whether 0 lies in the ball. */
export function mayBeZero({ m, r }: Ball): boolean {
  return m === 0n || Math.abs(Number(m)) <= r;
}

/** 1, −1, or 0 where the ball has 0 in it. */
export function signOf(a: Ball): -1 | 0 | 1 {
  if (mayBeZero(a)) return 0;
  return a.m > 0n ? 1 : -1;
}

export function negate({ m, e, r }: Ball): Ball {
  return { m: -m, e, r };
}

export function absolute({ m, e, r }: Ball): Ball {
  return { m: m < 0n ? -m : m, e, r };
}

/** Times a power of two. */
export function scaledBy({ m, e, r }: Ball, power: number): Ball {
  return { m, e: e + power, r };
}

/** Whichever of the operands is undefined or unknown decides; null where both are known. */
function withoutValue(a: Ball, b: Ball): Ball | null {
  if (isDefined(a) && isDefined(b)) return null;
  return Number.isNaN(a.r) || Number.isNaN(b.r) ? UNDEFINED : UNKNOWN;
}

export function add(a: Ball, b: Ball, bits: number): Ball {
  const nothing = withoutValue(a, b);
  if (nothing) return nothing;
  if (a.m === 0n && a.r === 0) return b;
  if (b.m === 0n && b.r === 0) return a;
  const [x, y] = a.e >= b.e ? [a, b] : [b, a];
  // The larger exponent is lowered by as many bits as can matter; the rest of y is cut off.
  const room = Math.max(0, bits + 8 - Math.max(0, Math.floor(log2Of(x.m) || 0)));
  const e = Math.max(y.e, x.e - Math.max(room, RADIUS_BITS));
  const left = x.m << BigInt(x.e - e);
  const drop = e - y.e;
  const leftRadius = x.r === 0 ? NOTHING : Math.log2(x.r) + x.e - e;
  if (drop === 0) {
    const radius = logSum(leftRadius, y.r === 0 ? NOTHING : Math.log2(y.r));
    return ballOf(left + y.m, e, radius, bits);
  }
  const right = drop > 1_000_000 ? (y.m < 0n ? -1n : 0n) : y.m >> BigInt(drop);
  // Cutting y off leaves less than one unit, and its radius shrinks with it.
  const size = log2Of(y.m);
  const lost = drop > 1_000_000 && size > drop ? size - drop : 0;
  const rightRadius = logSum(lost, y.r === 0 ? NOTHING : Math.log2(y.r) - drop);
  return ballOf(left + right, e, logSum(leftRadius, rightRadius), bits);
}

export function subtract(a: Ball, b: Ball, bits: number): Ball {
  return add(a, negate(b), bits);
}

/** |xy − ab| ≤ |a|·r_b + |b|·r_a + r_a·r_b. */
export function multiply(a: Ball, b: Ball, bits: number): Ball {
  const nothing = withoutValue(a, b);
  if (nothing) return nothing;
  const m = a.m * b.m;
  const e = a.e + b.e;
  if (a.r === 0 && b.r === 0) return ballOf(m, e, NOTHING, bits);
  const [sizeA, sizeB] = [a.m === 0n ? NOTHING : log2Of(a.m), b.m === 0n ? NOTHING : log2Of(b.m)];
  const [radiusA, radiusB] = [
    a.r === 0 ? NOTHING : Math.log2(a.r),
    b.r === 0 ? NOTHING : Math.log2(b.r),
  ];
  const radius = logSum(logSum(sizeA + radiusB, sizeB + radiusA), radiusA + radiusB);
  return ballOf(m, e, radius, bits);
}

/** With q the quotient of the midpoints, |x/y − q| ≤ (r_a + |q|·r_b) / (|b| − r_b). */
export function divide(a: Ball, b: Ball, bits: number): Ball {
  const nothing = withoutValue(a, b);
  if (nothing) return nothing;
  if (b.m === 0n && b.r === 0) return UNDEFINED;
  if (mayBeZero(b)) return UNKNOWN;
  if (a.m === 0n && a.r === 0) return ZERO;
  const [sizeA, sizeB] = [a.m === 0n ? 0 : log2Of(a.m), log2Of(b.m)];
  const shift = Math.max(0, Math.ceil(bits + 4 + sizeB - sizeA));
  const top = a.m << BigInt(shift);
  const m = top / b.m;
  const e = a.e - b.e - shift;
  const isWhole = m * b.m === top;
  if (a.r === 0 && b.r === 0) return ballOf(m, e, isWhole ? NOTHING : 0, bits);
  // |b| − r_b is at least half of |b|, or else what is left of it.
  const divisor = Math.abs(Number(b.m));
  const left = Number.isFinite(divisor) ? (divisor - b.r) / divisor : 1 - 2 ** -900;
  const below = sizeB + (b.r === 0 ? 0 : Math.log2(left)) - SLACK;
  const fromA = a.r === 0 ? NOTHING : Math.log2(a.r) + shift - below;
  const fromB = b.r === 0 ? NOTHING : logSum(m === 0n ? 0 : log2Of(m), 0) + Math.log2(b.r) - below;
  return ballOf(m, e, logSum(logSum(fromA, fromB), 0), bits);
}

/** A Float64 as it is; what is not finite is undefined (NaN) or unknown. */
export function fromNumber(x: number): Ball {
  if (Number.isNaN(x)) return UNDEFINED;
  if (!Number.isFinite(x)) return UNKNOWN;
  if (Number.isSafeInteger(x)) return { m: BigInt(x), e: 0, r: 0 };
  const e = Math.max(-1074, Math.floor(Math.log2(Math.abs(x))) - 53);
  // 2^−e may be out of range by itself for the smallest numbers.
  const m = BigInt(e < -1000 ? x * 2 ** 500 * 2 ** (-e - 500) : x * 2 ** -e);
  return { m, e, r: 0 };
}

/** The midpoint as the nearest Float64, or nearly. */
export function toNumber({ m, e }: Ball): number {
  const size = m === 0n ? 0 : Math.floor(log2Of(m));
  const drop = Math.max(0, size - 62);
  const head = Number(m >> BigInt(drop));
  const power = e + drop;
  return power < -1000 ? head * 2 ** -1000 * 2 ** (power + 1000) : head * 2 ** power;
}

/** Larger powers of ten in a literal are out of range. */
const MAX_DECIMAL_EXPONENT = 20_000;

/** A decimal literal: exact where it is a short binary fraction, else as near as `bits` bits go. */
export function fromLiteral(text: string, bits: number): Ball {
  const [, whole = '', fraction = '', power = '0'] =
    /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = BigInt(`0${whole}${fraction}`);
  const exponent = Number(power) - fraction.length;
  if (digits === 0n) return ZERO;
  if (!(Math.abs(exponent) <= MAX_DECIMAL_EXPONENT)) return UNKNOWN;
  const scale: Ball = { m: 10n ** BigInt(Math.abs(exponent)), e: 0, r: 0 };
  const mantissa: Ball = { m: digits, e: 0, r: 0 };
  return exponent < 0 ? divide(mantissa, scale, bits) : multiply(mantissa, scale, bits);
}
