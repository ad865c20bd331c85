import {
  absolute,
  add,
  type Ball,
  cut,
  divide,
  isDefined,
  isExact,
  logRadius,
  logSize,
  mayBeZero,
  multiply,
  negate,
  ONE,
  scaledBy,
  signOf,
  subtract,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import { exp, ln, nearlyItself, sqrt } from './ball-elementary';

/**
 * Hyperbolic functions and their inverses, put together from exp, ln and √ on balls, whose bounds
 * carry over. Near their zeros the formulas cancel; the precision is raised there by what they lose.
 */

const TWO: Ball = { m: 2n, e: 0, r: 0 };
/** Beyond 2^16, tanh is within 2e^{−2^17} of ±1: closer than any precision here can tell. */
const FAR = 16;

/** The precision that leaves `bits` bits of a difference of about the size of `x`. */
function raised(x: Ball, bits: number): number {
  return x.m === 0n ? bits : bits + Math.ceil(Math.min(bits, Math.max(0, -logSize(x))));
}

export function sinh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  const near = nearlyItself(x, bits);
  if (near) return near;
  const wide = raised(x, bits);
  return cut(scaledBy(subtract(exp(x, wide), exp(negate(x), wide), wide), -1), bits);
}

export function cosh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  return scaledBy(add(exp(x, bits), exp(negate(x), bits), bits), -1);
}

/** tanh x = 1 − 2/(e^{2x} + 1); far out it is within 2e^{−2|x|} of ±1, near 0 it is sinh/cosh. */
export function tanh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  if (logSize(x) < -1) return divide(sinh(x, bits + 4), cosh(x, bits + 4), bits);
  // The whole ball lies beyond half its midpoint.
  if (logSize(x) > FAR + 1 && logRadius(x) < logSize(x) - 1) {
    const far: Ball = { m: 1n << BigInt(bits), e: -bits, r: 1 };
    return x.m < 0n ? negate(far) : far;
  }
  const twice = exp(scaledBy(absolute(x), 1), bits);
  const value = subtract(ONE, divide(TWO, add(twice, ONE, bits), bits), bits);
  return x.m < 0n ? negate(value) : value;
}

/** asinh x = ln(|x| + √(x²+1)), with the sign of x. */
export function asinh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  const near = nearlyItself(x, bits);
  if (near) return near;
  const wide = raised(x, bits);
  const root = sqrt(add(multiply(x, x, wide), ONE, wide), wide);
  // Near 0 through atanh, which is odd for a ball with 0 in it too.
  if (logSize(x) < -1) return atanh(divide(x, root, wide), bits);
  if (mayBeZero(x)) return UNKNOWN;
  const value = cut(ln(add(absolute(x), root, wide), wide), bits);
  return x.m < 0n ? negate(value) : value;
}

/** atanh x = ½ ln((1+x)/(1−x)). */
export function atanh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  const near = nearlyItself(x, bits);
  if (near) return near;
  const wide = raised(x, bits);
  const [up, down] = [add(ONE, x, wide), subtract(ONE, x, wide)];
  if (mayBeZero(up) || mayBeZero(down)) return isExact(up) && isExact(down) ? UNDEFINED : UNKNOWN;
  if (signOf(up) < 0 || signOf(down) < 0) return UNDEFINED;
  return cut(scaledBy(ln(divide(up, down, wide), wide), -1), bits);
}

/** acosh x = ln(x + √((x−1)(x+1))); a tiny ball with 1 in it is taken for its upper part. */
export function acosh(x: Ball, bits: number): Ball {
  if (!isDefined(x)) return x;
  const room = subtract(x, ONE, 2 * bits);
  if (isExact(room) && room.m === 0n) return ZERO;
  if (mayBeZero(room) && logRadius(room) >= -bits / 2) return UNKNOWN;
  if (signOf(room) < 0) return UNDEFINED;
  const wide = mayBeZero(room) ? bits : raised(room, bits);
  const root = sqrt(multiply(room, add(x, ONE, wide), wide), wide);
  return cut(ln(add(x, root, wide), wide), bits);
}
