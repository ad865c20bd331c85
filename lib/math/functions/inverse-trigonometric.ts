import type { Arithmetic, Complex, ComplexArithmetic } from '@/lib/math/numbers/arithmetic';
import {
  absolute,
  isDefined,
  isExact,
  negate,
  scaledBy,
  UNDEFINED,
  UNKNOWN,
} from '@/lib/math/numbers/ball';
import * as elementary from '@/lib/math/numbers/ball-elementary';
import {
  type Bounded,
  UNDEFINED as NO_FLOAT,
  smooth,
  uncertain,
} from '@/lib/math/numbers/bounded-float';
import { ofKnown, sideOf } from './ball-edges';
import { ln, sqrt } from './exponential';
import { composed, reciprocal, square } from './formulas';
import type { FunctionOfNumbers } from './function';
import { cos, cot, csc, sec, sin, tan } from './trigonometric';

export const asin: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['asin', 'arcsin'],
  inverseOf: sin,
  float: (_, x) => arcFloat(x, Math.asin),
  // asin x = atan(x / √((1−x)(1+x)))
  ball: ofKnown((arithmetic, x) => {
    const { bits, add, subtract, multiply, divide, from } = arithmetic;
    const near = elementary.nearlyItself(x, bits);
    if (near) return near;
    const room = multiply(subtract(from(1), x), add(from(1), x));
    const side = sideOf(room, arithmetic);
    if (side === null) return UNKNOWN;
    if (side < 0) return UNDEFINED;
    if (side > 0) return elementary.atan(divide(x, elementary.sqrt(room, bits)), bits);
    // π/2 − asin x = asin √room ≤ 2√room, for every room in its tiny ball.
    const quarter = scaledBy(elementary.pi(bits), -1);
    const edge = x.m < 0n ? negate(quarter) : quarter;
    return add(edge, scaledBy(elementary.sqrt(absolute(room), bits), 1));
  }),
  complex: (arithmetic, z) => arcsine(arithmetic, z),
  slope: (base, x) => base.divide(base.from(1), rootOfOneMinusSquare(base, x)),
};

export const acos: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acos', 'arccos'],
  inverseOf: cos,
  float: (_, x) => arcFloat(x, Math.acos),
  // acos x = 2 atan(√((1−x)/(1+x))), without the cancellation of π/2 − asin x near 1.
  ball: ofKnown((arithmetic, x) => {
    const { bits, add, subtract, divide, from } = arithmetic;
    const above = add(from(1), x);
    const below = subtract(from(1), x);
    const [up, down] = [sideOf(above, arithmetic), sideOf(below, arithmetic)];
    if (up === null || down === null) return UNKNOWN;
    if (up < 0 || down < 0) return UNDEFINED;
    if (up === 0) return subtract(elementary.pi(bits), scaledBy(elementary.sqrt(above, bits), 1));
    const half = elementary.atan(elementary.sqrt(divide(below, above), bits), bits);
    return scaledBy(half, 1);
  }),
  complex: (arithmetic, z) => {
    const { real, ofReal, subtract } = arithmetic;
    const quarter = ofReal(real.divide(real.constant('pi'), real.from(2)));
    return subtract(quarter, arcsine(arithmetic, z));
  },
  slope: (base, x) => base.negate(base.divide(base.from(1), rootOfOneMinusSquare(base, x))),
};

export const atan: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['atan', 'arctan', 'arctg'],
  inverseOf: tan,
  float: (_, x) => smooth(x, Math.atan(x.v), 1 / (1 + x.v * x.v)),
  ball: ({ bits }, x) => elementary.atan(x, bits),
  // atan z = i/2 (ln(1 − iz) − ln(1 + iz))
  complex: ({ add, subtract, divide, call, from, timesI }, z) => {
    const turned = timesI(z);
    const [below, above] = [subtract(from(1), turned), add(from(1), turned)];
    return divide(timesI(subtract(call(ln, [below]), call(ln, [above]))), from(2));
  },
  slope: (base, x) => base.divide(base.from(1), base.add(base.from(1), square(base, x))),
};

export const acot: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acot', 'arccot'],
  inverseOf: cot,
  float: (arithmetic, x) =>
    x.v === 0 && x.e === 0
      ? smooth(x, Math.PI / 2, 1)
      : arithmetic.call(atan, [reciprocal(arithmetic, x)]),
  ball: (arithmetic, x) =>
    isDefined(x) && x.m === 0n && isExact(x)
      ? scaledBy(elementary.pi(arithmetic.bits), -1)
      : arithmetic.call(atan, [reciprocal(arithmetic, x)]),
  complex: (arithmetic, z) => arithmetic.call(atan, [reciprocal(arithmetic, z)]),
  slope: (base, x) =>
    base.negate(base.divide(base.from(1), base.add(base.from(1), square(base, x)))),
};

export const asec: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['asec', 'arcsec'],
  inverseOf: sec,
  ...composed((arithmetic, x) => arithmetic.call(acos, [reciprocal(arithmetic, x)])),
  slope: (base, x) => base.divide(base.from(1), secantDivisor(base, x)),
};

export const acsc: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acsc', 'arccsc'],
  inverseOf: csc,
  ...composed((arithmetic, x) => arithmetic.call(asin, [reciprocal(arithmetic, x)])),
  slope: (base, x) => base.negate(base.divide(base.from(1), secantDivisor(base, x))),
};

/** The arc of a sine or cosine, whose slope has the size 1/√(1 − x²). */
function arcFloat(x: Bounded, arc: (value: number) => number): Bounded {
  const { v, e } = x;
  if (Math.abs(v) > 1 + e) return NO_FLOAT;
  const room = 1 - v * v;
  if (room <= 4 * e && e > 0) return uncertain(0);
  return smooth(x, arc(v), room === 0 ? 0 : 1 / Math.sqrt(room - 2 * e));
}

/** asin z = −i ln(iz + √(1 − z²)). */
function arcsine<R>(arithmetic: ComplexArithmetic<R>, z: Complex<R>): Complex<R> {
  const { add, subtract, multiply, negate: minus, call, from, timesI } = arithmetic;
  const radicand = subtract(from(1), multiply(z, z));
  return minus(timesI(call(ln, [add(timesI(z), call(sqrt, [radicand]))])));
}

/** √(1 − x²). */
function rootOfOneMinusSquare<N>(base: Arithmetic<N>, x: N): N {
  return base.call(sqrt, [base.subtract(base.from(1), square(base, x))]);
}

/** x² √(1 − 1/x²). */
function secantDivisor<N>(base: Arithmetic<N>, x: N): N {
  const inside = base.subtract(base.from(1), reciprocal(base, square(base, x)));
  return base.multiply(square(base, x), base.call(sqrt, [inside]));
}
