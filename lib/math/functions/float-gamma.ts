import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import { type Bounded, bounded, ONE, ROUNDOFF } from '@/lib/math/numbers/bounded-float';
import { sin } from './trigonometric';

/** Stirling's series B₂ₖ / (2k (2k−1) t^{2k−1}); from t = 16 on the next term is below 1e-16. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
const START = 16;

/** Γ in Float64 with an error bound: products for whole numbers, Stirling's series and reflection. */
export function gammaFloat(arithmetic: Arithmetic<Bounded>, x: Bounded): Bounded {
  const { v, e } = x;
  if (!Number.isFinite(v)) return { v: Number.NaN, e: 0 };
  if (v < 0.5) return reflected(arithmetic, x);
  if (Number.isInteger(v) && e === 0 && v <= 23) {
    let product = 1;
    for (let factor = 2; factor < v; factor++) product *= factor;
    return { v: product, e: v > 19 ? product * ROUNDOFF * 4 : 0 };
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
  return bounded(value, value * (1.1 * slope * e + 60 * ROUNDOFF + t * ROUNDOFF));
}

/** Γ(x) = π / (sin πx Γ(1 − x)); at 0, −1, −2, … it is undefined. */
function reflected(arithmetic: Arithmetic<Bounded>, x: Bounded): Bounded {
  const { v, e } = x;
  const isPole = Math.abs(v - Math.round(v)) <= e;
  if (isPole) return { v: Number.NaN, e: e > 0 ? Number.POSITIVE_INFINITY : 0 };
  const { subtract, multiply, divide, call, constant } = arithmetic;
  const pi = constant('pi');
  const sine = call(sin, [multiply(pi, x)]);
  return divide(pi, multiply(sine, gammaFloat(arithmetic, subtract(ONE, x))));
}

/** Binomial coefficients in Float64: products for whole k up to 60, else by Γ. */
export function binomialFloat(arithmetic: Arithmetic<Bounded>, n: Bounded, k: Bounded): Bounded {
  const { add, subtract, multiply, divide } = arithmetic;
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
  const gamma = (x: Bounded) => gammaFloat(arithmetic, x);
  const below = multiply(gamma(add(k, ONE)), gamma(add(subtract(n, k), ONE)));
  return divide(gamma(add(n, ONE)), below);
}
