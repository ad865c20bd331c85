import {
  absolute,
  type Ball,
  ballOf,
  divide,
  fromNumber,
  isDefined,
  isExact,
  logBound,
  logRadius,
  logSize,
  mayBeZero,
  multiply,
  negate,
  ONE,
  signOf,
  toNumber,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import { exp, ln } from './ball-elementary';
import { wholeIn } from './ball-whole';
import { ODD_DENOMINATORS } from './odd-denominators';

/** Whole powers up to this are multiplied out. */
const MAX_PRODUCTS = 64;
/** Guard bits of b ln a, at most. */
const MAX_GUARD = 128;

/** a^b for real a and b; odd roots of negative numbers are real. */
export function ballPower(a: Ball, b: Ball, bits: number): Ball {
  if (Number.isNaN(a.r) || Number.isNaN(b.r)) return UNDEFINED;
  if (!isDefined(a) || !isDefined(b)) return UNKNOWN;
  const whole = wholeIn(b, bits);
  if (whole === 'unclear') return mayBeZero(a) ? UNKNOWN : realPower(a, b, bits);
  if (isExact(a) && a.m === 0n) {
    const side = signOf(b);
    if (whole === 0n) return ONE;
    return side > 0 ? ZERO : side < 0 ? UNDEFINED : UNKNOWN;
  }
  if (whole !== null) return wholePower(a, whole, bits);
  if (!mayBeZero(a)) return realPower(a, b, bits);
  return powerNearZero(a, b, bits);
}

/** Near 0 a positive power is at most that of the largest number in the ball. */
function powerNearZero(a: Ball, b: Ball, bits: number): Ball {
  const upper = logBound(a);
  if (!(signOf(b) > 0 && upper < 0)) return UNKNOWN;
  // The least exponent in the ball, and a little less for the rounding of what follows.
  const least = (toNumber(b) - 2 ** logRadius(b)) * (1 - 1e-9);
  return least > 0 ? ballOf(0n, 0, Math.max(upper * least, -(2 ** 30)), bits) : UNKNOWN;
}

function realPower(a: Ball, b: Ball, bits: number): Ball {
  return signOf(a) < 0 ? rootOfNegative(a, b, bits) : positivePower(a, b, bits);
}

/** a^b = e^{b ln a} for a > 0, with guard bits for the size of b ln a. */
function positivePower(a: Ball, b: Ball, bits: number): Ball {
  const size = logSize(b) + Math.log2(Math.abs(logSize(a)) + 1);
  const guard = Math.min(MAX_GUARD, Math.max(0, Math.ceil(size)) + 8);
  const product = multiply(b, ln(a, bits + guard), bits + guard);
  return exp(product, bits);
}

function wholePower(a: Ball, exponent: bigint, bits: number): Ball {
  const size = exponent < 0n ? -exponent : exponent;
  if (size > BigInt(MAX_PRODUCTS)) {
    if (mayBeZero(a)) return UNKNOWN;
    const value = positivePower(absolute(a), { m: exponent, e: 0, r: 0 }, bits);
    return signOf(a) < 0 && size % 2n === 1n ? negate(value) : value;
  }
  let product = ONE;
  let square = a;
  for (let left = Number(size); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product = multiply(product, square, bits);
    if (left > 1) square = multiply(square, square, bits);
  }
  return exponent < 0n ? divide(ONE, product, bits) : product;
}

function rootOfNegative(a: Ball, b: Ball, bits: number): Ball {
  if (isExact(b)) return UNDEFINED;
  for (const q of ODD_DENOMINATORS) {
    const p = wholeIn(multiply(b, fromNumber(q), bits), bits);
    if (p === null) continue;
    if (p === 'unclear') return UNKNOWN;
    const size = positivePower(absolute(a), b, bits);
    return p % 2n === 0n ? size : negate(size);
  }
  return UNDEFINED;
}
