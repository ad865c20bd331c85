/**
 * Elementary functions of fixed-point numbers: a BigInt x stands for x·2^−w. Every result is within
 * the stated number of units in the last place (2^−w) of the truth. Taylor series after reduction
 * of the argument, as in Brent & Zimmermann, Modern Computer Arithmetic, ch. 4.
 */

/** Error of `expFixed` and `sinCosFixed`, in units of the last place. */
export const SERIES_ERROR = 3;
/** Error of `lnFixed` and `atanFixed` for w up to 2^14; the sum that ends them has at most w/90 + 2 terms. */
export const NEWTON_ERROR = 1024;

/** A Float64 in fixed point, cut off. */
function fixedFrom(x: number, w: number): bigint {
  const head = BigInt(Math.trunc(x * 2 ** 60));
  return w >= 60 ? head << BigInt(w - 60) : head >> BigInt(60 - w);
}

/** The Float64 next to a fixed-point number of moderate size. */
function fixedToNumber(x: bigint, w: number): number {
  return w > 60 ? Number(x >> BigInt(w - 60)) / 2 ** 60 : Number(x) / 2 ** w;
}

/**
 * e^t for |t| ≤ 1. The argument is halved j times and the result squared as often, with 2j + 20
 * guard bits: N terms cut off twice each leave 2N + 2 units, squaring doubles the error and adds a
 * unit, so that less than (2N + 2j + 4)·2^(j+3) units of the guarded precision remain, below one of
 * the given.
 */
export function expFixed(t: bigint, w: number): bigint {
  const halvings = Math.ceil(Math.sqrt(w) / 1.5);
  const W = w + 2 * halvings + 20;
  const wide = BigInt(W);
  const small = (t << BigInt(W - w)) >> BigInt(halvings);
  const one = 1n << wide;
  let sum = one;
  let term = one;
  for (let k = 1n; ; k++) {
    term = (term * small) >> wide;
    term /= k;
    // A negative term is rounded down to −1 for ever.
    if (term === 0n || term === -1n) break;
    sum += term;
  }
  for (let count = 0; count < halvings; count++) sum = (sum * sum) >> wide;
  return sum >> BigInt(W - w);
}

/** sin t and cos t for |t| ≤ 1: N terms cut off twice each, with 16 guard bits. */
export function sinCosFixed(t: bigint, w: number): { sin: bigint; cos: bigint } {
  const W = w + 16;
  const wide = BigInt(W);
  const x = t << 16n;
  let [sin, cos] = [0n, 1n << wide];
  let term = 1n << wide;
  for (let k = 1; ; k++) {
    term = ((term * x) >> wide) / BigInt(k);
    if (term === 0n || term === -1n) break;
    const signed = k % 4 === 2 || k % 4 === 3 ? -term : term;
    if (k % 2 === 1) sin += signed;
    else cos += signed;
  }
  return { sin: sin >> 16n, cos: cos >> 16n };
}

/**
 * ln f for ½ ≤ f ≤ 2. With y a Float64 approximation, ln f = y + ln(f·e^−y), and the second
 * logarithm, of a number within 2^−45 of 1, is 2·atanh(u) for u = (z−1)/(z+1). z is off by 3f + 1
 * units, u by one more, and N terms, twice, by 4N: together less than 8 + 4N units.
 */
export function lnFixed(f: bigint, w: number): bigint {
  const one = 1n << BigInt(w);
  const y = fixedFrom(Math.log(fixedToNumber(f, w)), w);
  const z = (f * expFixed(-y, w)) >> BigInt(w);
  const u = ((z - one) << BigInt(w)) / (z + one);
  return y + 2n * oddSeries(u, w, 1n);
}

/**
 * atan x for |x| ≤ 1. With t a Float64 approximation, atan x = t + atan((x − tan t)/(1 + x·tan t)).
 * The numerator is off by 7 units and the denominator at least 0.99, so that with N terms less than
 * 9 + 2N units are lost.
 */
export function atanFixed(x: bigint, w: number): bigint {
  const t = fixedFrom(Math.atan(fixedToNumber(x, w)), w);
  const { sin, cos } = sinCosFixed(t, w);
  const wide = BigInt(w);
  const top = ((x * cos) >> wide) - sin;
  const u = (top << wide) / (cos + ((x * sin) >> wide));
  return t + oddSeries(u, w, -1n);
}

/** u + s·u³/3 + u⁵/5 + s·u⁷/7 + … for a tiny u. */
function oddSeries(u: bigint, w: number, s: bigint): bigint {
  const wide = BigInt(w);
  const square = (u * u) >> wide;
  let sum = 0n;
  let power = u;
  let sign = 1n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += (sign * power) / k;
    power = (power * square) >> wide;
    sign *= s;
  }
  return sum;
}

const piCache = new Map<number, bigint>();
const ln2Cache = new Map<number, bigint>();

/** π, within one unit: Machin's formula. */
export function piFixed(w: number): bigint {
  return cached(
    piCache,
    w,
    (W) => 16n * inverseSeries(5n, W, -1n) - 4n * inverseSeries(239n, W, -1n),
  );
}

/** ln 2, within one unit: 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749). */
export function ln2Fixed(w: number): bigint {
  return cached(
    ln2Cache,
    w,
    (W) =>
      18n * inverseSeries(26n, W, 1n) -
      2n * inverseSeries(4801n, W, 1n) +
      8n * inverseSeries(8749n, W, 1n),
  );
}

/** atan(1/n) (s = −1) or atanh(1/n) (s = 1). */
function inverseSeries(n: bigint, w: number, s: bigint): bigint {
  let power = (1n << BigInt(w)) / n;
  let sum = 0n;
  let sign = 1n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += (sign * power) / k;
    power /= n * n;
    sign *= s;
  }
  return sum;
}

/** Constants are kept in steps of 256 bits, with guard bits against the errors of their series. */
function cached(cache: Map<number, bigint>, w: number, compute: (W: number) => bigint): bigint {
  const step = Math.ceil(w / 256) * 256;
  const GUARD = 24;
  const cached = cache.get(step) ?? compute(step + GUARD);
  cache.set(step, cached);
  return cached >> BigInt(step + GUARD - w);
}
