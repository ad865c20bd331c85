import type { BallArithmetic, ScalarFunction } from '@/lib/math/numbers/arithmetic';
import {
  type Ball,
  isDefined,
  isExact,
  logRadius,
  signOf,
  UNDEFINED,
  UNKNOWN,
} from '@/lib/math/numbers/ball';

/** A function that hears only of arguments of which something is known. */
export function ofKnown(call: ScalarFunction['ball']): ScalarFunction['ball'] {
  return (arithmetic, x, y, all) => {
    if (all.some(({ r }) => Number.isNaN(r))) return UNDEFINED;
    return all.every(isDefined) ? call(arithmetic, x, y, all) : UNKNOWN;
  };
}

/** The sign, where a ball with 0 in it counts as 0 if it is tiny; null where it cannot be told. */
export function sideOf(x: Ball, { bits }: BallArithmetic): -1 | 0 | 1 | null {
  // Below half of the digits the edge itself is taken.
  const isTiny = logRadius(x) < -bits / 2;
  const sign = signOf(x);
  if (sign !== 0 || x.m === 0n) return sign === 0 && !isExact(x) && !isTiny ? null : sign;
  return isTiny ? 0 : null;
}
