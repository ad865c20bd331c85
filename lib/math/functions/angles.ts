import type { Ball } from '@/lib/math/numbers/ball';
import {
  add,
  isDefined,
  isExact,
  negate,
  scaledBy,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from '@/lib/math/numbers/ball';
import { atan, pi } from '@/lib/math/numbers/ball-elementary';
import {
  bounded,
  LIBRARY_ERROR,
  UNDEFINED as NO_FLOAT,
  ROUNDOFF,
  uncertain,
} from '@/lib/math/numbers/bounded-float';
import { ofKnown, sideOf } from './ball-edges';
import { square } from './formulas';
import type { FunctionOfNumbers } from './function';
import { widened } from './steps';

/** The angle of the point (x, y), in (−π, π]; y comes first. */
export const atan2: FunctionOfNumbers = {
  of: 'numbers',
  arity: [2, 2],
  names: ['atan2', 'arctan2'],
  float: (_, y, x) => {
    const size = Math.hypot(y.v, x.v);
    if (size === 0) return NO_FLOAT;
    if (x.v <= x.e && Math.abs(y.v) <= y.e && y.e > 0) return uncertain(0);
    return bounded(Math.atan2(y.v, x.v), (1.05 * (y.e + x.e)) / size + LIBRARY_ERROR * Math.PI);
  },
  ball: ofKnown((arithmetic, y, x) => {
    const { bits, divide, subtract } = arithmetic;
    const [up, right] = [sideOf(y, arithmetic), sideOf(x, arithmetic)];
    if (up === null || right === null) return UNKNOWN;
    if (right === 0 && up === 0) return isExact(y) && isExact(x) ? UNDEFINED : UNKNOWN;
    // On the cut from above; |atan t| ≤ |t|.
    if (up === 0) return withRadiusOf(right < 0 ? pi(bits) : ZERO, divide(y, x), bits);
    const quarter = scaledBy(pi(bits), -1);
    if (right === 0) return subtract(up > 0 ? quarter : negate(quarter), atan(divide(x, y), bits));
    const angle = atan(divide(y, x), bits);
    if (right > 0) return angle;
    return up > 0 ? add(angle, pi(bits), bits) : subtract(angle, pi(bits));
  }),
  complex: 'of the reals',
  slope: {
    dual: ({ base }, y, x) => {
      const { add: plus, multiply, divide, negate: minus, call } = base;
      const size = plus(square(base, y.v), square(base, x.v));
      const left = y.d === null ? null : multiply(divide(x.v, size), y.d);
      const right = x.d === null ? null : multiply(minus(divide(y.v, size)), x.d);
      const d = left === null ? right : right === null ? left : plus(left, right);
      return { v: call(atan2, [y.v, x.v]), d };
    },
  },
};

/** The angle of a complex number. */
export const arg: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['arg'],
  notation: 'command',
  float: (_, { v, e }) => {
    if (Math.abs(v) <= e && e > 0) return uncertain(0);
    if (v === 0) return NO_FLOAT;
    return v > 0 ? { v: 0, e: 0 } : { v: Math.PI, e: 4 * ROUNDOFF };
  },
  ball: ({ call }, x) => call(atan2, [ZERO, x]),
  complex: ({ real, isZero, ofReal, undefinedValue }, z) =>
    isZero(z.re) && isZero(z.im) ? undefinedValue : ofReal(real.call(atan2, [z.im, z.re])),
  slope: 'unknown',
};

/** A midpoint with the size of another ball as its error. */
function withRadiusOf(x: Ball, other: Ball, bits: number): Ball {
  if (!isDefined(other)) return other;
  return isExact(other) && other.m === 0n ? x : widened(x, other, bits);
}
