import type { Bounded } from './bounded-float';

/** What of the bounded arithmetic Γ is put together from. */
interface Parts {
  add: (a: Bounded, b: Bounded) => Bounded;
  subtract: (a: Bounded, b: Bounded) => Bounded;
  multiply: (a: Bounded, b: Bounded) => Bounded;
  divide: (a: Bounded, b: Bounded) => Bounded;
  sin: (x: Bounded) => Bounded;
  bounded: (v: number, e: number) => Bounded;
}

const U = 2 ** -53;
/** Stirling's series B₂ₖ / (2k (2k−1) t^{2k−1}); from t = 16 on the next term is below 1e-16. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
const START = 16;
const ONE: Bounded = { v: 1, e: 0 };
const PI: Bounded = { v: Math.PI, e: Math.PI * U };

/** Γ and binomial coefficients in Float64 with error bounds. */
export function floatGamma({ add, subtract, multiply, divide, sin, bounded }: Parts) {
  const gammaAt = (x: Bounded): Bounded => {
    const { v, e } = x;
    if (!Number.isFinite(v)) return { v: Number.NaN, e: 0 };
    if (v < 0.5) {
      const isPole = Math.abs(v - Math.round(v)) <= e;
      if (isPole) return { v: Number.NaN, e: e > 0 ? Number.POSITIVE_INFINITY : 0 };
      return divide(PI, multiply(sin(multiply(PI, x)), gammaAt(subtract(ONE, x))));
    }
    if (Number.isInteger(v) && e === 0 && v <= 23) {
      let product = 1;
      for (let factor = 2; factor < v; factor++) product *= factor;
      return { v: product, e: v > 19 ? product * U * 4 : 0 };
    }
    let shift = 1;
    let t = v;
    for (; t < START; t++) shift *= t;
    let series = 0;
    for (let index = SERIES.length - 1; index >= 0; index--)
      series = series / (t * t) + (SERIES[index] ?? 0);
    // The power is taken in halves, which do not overflow where Γ does not.
    const half = t ** ((t - 0.5) / 2);
    const value = ((Math.sqrt(2 * Math.PI) * half * Math.exp(series / t - t)) / shift) * half;
    const slope = Math.abs(Math.log(t)) + 1 + 2 / v;
    return bounded(value, value * (1.1 * slope * e + 60 * U + t * U));
  };

  const binomial = (n: Bounded, k: Bounded): Bounded => {
    const whole = Math.round(k.v);
    if (k.e === 0 && k.v === whole && whole <= 60) {
      if (whole < 0) return { v: 0, e: 0 };
      let product = ONE;
      for (let index = 0; index < whole; index++) {
        const factor = subtract(n, { v: index, e: 0 });
        product = divide(multiply(product, factor), { v: index + 1, e: 0 });
      }
      return product;
    }
    const below = multiply(gammaAt(add(k, ONE)), gammaAt(add(subtract(n, k), ONE)));
    return divide(gammaAt(add(n, ONE)), below);
  };

  return { gammaAt, binomial };
}
