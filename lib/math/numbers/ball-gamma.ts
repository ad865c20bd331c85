import {
  add,
  type Ball,
  ballOf,
  divide,
  fromNumber,
  isDefined,
  logBound,
  logRadius,
  mayBeZero,
  multiply,
  negate,
  ONE,
  scaledBy,
  signOf,
  subtract,
  toNumber,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import { exp, ln, pi } from './ball-elementary';
import { wholeIn } from './ball-whole';
import { bernoulliNumber } from './bernoulli';

/** Factorials up to this are products. */
const MAX_PRODUCT = 400;
/** Larger arguments of Γ are out of range. */
const MAX_GAMMA = 1e12;

/** Γ(x): a product for whole numbers, else Stirling's series at x shifted upwards. */
export function gamma(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  const whole = wholeIn(x, bits);
  if (whole === 'unclear') return mayBeZero(x) || signOf(x) < 0 ? UNKNOWN : stirling(x, bits);
  if (whole !== null) {
    if (whole <= 0n) return UNDEFINED;
    if (whole <= BigInt(MAX_PRODUCT)) {
      let product = ONE;
      for (let factor = 2n; factor < whole; factor++)
        product = multiply(product, { m: factor, e: 0, r: 0 }, bits);
      return product;
    }
    return stirling({ m: whole, e: 0, r: 0 }, bits);
  }
  return stirling(x, bits);
}

/**
 * ln Γ(t) = (t − ½) ln t − t + ½ ln 2π + Σ B₂ₖ/(2k(2k−1)t^{2k−1}) + R with |R| below the first term
 * left out, for real t > 0 (Whittaker & Watson, §12.33). Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1)).
 */
function stirling(x: Ball, bits: number): Ball {
  const at = toNumber(x);
  if (Math.abs(at) > MAX_GAMMA || at < -MAX_PRODUCT || logRadius(x) > -8) return UNKNOWN;
  const precise = bits + 48;
  const start = Math.ceil(bits * 0.16) + 12;
  let shift = ONE;
  let t = x;
  for (let value = at; value < start; value++) {
    shift = multiply(shift, t, precise);
    t = add(t, ONE, precise);
  }
  const half = scaledBy(ONE, -1);
  const twoPi = scaledBy(pi(precise), 1);
  const logarithm = multiply(subtract(t, half, precise), ln(t, precise), precise);
  let sum = add(subtract(logarithm, t, precise), scaledBy(ln(twoPi, precise), -1), precise);
  let power = divide(ONE, t, precise);
  const square = multiply(power, power, precise);
  for (let k = 1; ; k++) {
    const term = multiply(coefficient(k, precise), power, precise);
    const size = logBound(term);
    if (size < -precise || k >= MAX_TERMS) {
      sum = add(sum, ballOf(0n, 0, size, precise), precise);
      break;
    }
    sum = add(sum, term, precise);
    power = multiply(power, square, precise);
  }
  return divide(exp(sum, precise), shift, bits);
}

const MAX_TERMS = 200;

const coefficients = new Map<number, Ball[]>();

/** B₂ₖ/(2k(2k−1)), kept for each precision; asked for one after the other. */
function coefficient(k: number, bits: number): Ball {
  const cached = coefficients.get(bits) ?? [];
  coefficients.set(bits, cached);
  for (let n = cached.length + 1; n <= k; n++) {
    const { top, bottom } = bernoulliNumber(n);
    const divisor = bottom * BigInt(2 * n * (2 * n - 1));
    cached.push(divide({ m: top, e: 0, r: 0 }, { m: divisor, e: 0, r: 0 }, bits));
  }
  return cached[k - 1] ?? UNKNOWN;
}

/** C(n, k): a product for whole k of moderate size, else by Γ. */
export function binomial(n: Ball, k: Ball, bits: number): Ball {
  if (!isDefined(n) || !isDefined(k))
    return Number.isNaN(n.r) || Number.isNaN(k.r) ? UNDEFINED : UNKNOWN;
  const whole = wholeIn(k, bits);
  if (whole !== 'unclear' && whole !== null && whole <= BigInt(MAX_PRODUCT)) {
    if (whole < 0n) return ZERO;
    let coefficient = ONE;
    for (let index = 0; index < Number(whole); index++) {
      const factor = subtract(n, fromNumber(index), bits);
      coefficient = divide(multiply(coefficient, factor, bits), fromNumber(index + 1), bits);
    }
    return coefficient;
  }
  const rest = add(add(n, negate(k), bits), ONE, bits);
  const below = multiply(gamma(add(k, ONE, bits), bits), gamma(rest, bits), bits);
  return divide(gamma(add(n, ONE, bits), bits), below, bits);
}
