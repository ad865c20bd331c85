import type { Complex, ComplexArithmetic } from '@/lib/math/numbers/arithmetic';
import * as ball from '@/lib/math/numbers/ball';
import * as elementary from '@/lib/math/numbers/ball-elementary';
import { ONE, smooth, UNDEFINED, UNDERFLOW, uncertain } from '@/lib/math/numbers/bounded-float';
import { atan2 } from './angles';
import { composed, reciprocal } from './formulas';
import type { FunctionOfNumbers } from './function';
import { sign } from './steps';
import { cos, sin } from './trigonometric';

/** e^{−2^32} is out of range, but known to be next to nothing. */
const VANISHING = 32;

export const exp: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['exp'],
  notation: 'command',
  float: (_, x) => {
    const { v, e } = x;
    // However little is known of it, e to a large negative number is next to nothing.
    if (v + e < -750) return { v: 0, e: UNDERFLOW };
    const value = Math.exp(v);
    return v === 0 && e === 0 ? ONE : smooth(x, value, value);
  },
  ball: ({ bits }, x) =>
    ball.isDefined(x) && ball.signOf(x) < 0 && ball.logSize(x) > VANISHING
      ? ball.ballOf(0n, 0, -(2 ** VANISHING), bits)
      : elementary.exp(x, bits),
  complex: ({ real, isReal, ofReal }, { re, im }) => {
    const size = real.call(exp, [re]);
    if (isReal({ re, im })) return ofReal(size);
    return {
      re: real.multiply(size, real.call(cos, [im])),
      im: real.multiply(size, real.call(sin, [im])),
    };
  },
  slope: (_base, _x, value) => value,
};

export const ln: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['ln', 'log'],
  notation: 'command',
  float: (_, x) => {
    const { v, e } = x;
    if (v <= e && e > 0) return uncertain(0);
    return v > 0 ? smooth(x, Math.log(v), 1 / (v - e), 0.01 * v) : UNDEFINED;
  },
  ball: ({ bits }, x) => elementary.ln(x, bits),
  complex: (arithmetic, z) => {
    const { real, isReal, isZero, ofReal, undefinedValue } = arithmetic;
    if (isZero(z.re) && isZero(z.im)) return undefinedValue;
    if (isReal(z) && !isNegative(arithmetic, z.re)) return ofReal(real.call(ln, [z.re]));
    return {
      re: real.call(ln, [modulus(arithmetic, z)]),
      im: real.call(atan2, [z.im, z.re]),
    };
  },
  slope: reciprocal,
};

export const log10: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['log10', 'lg'],
  ...composed(({ divide, call, from }, x) => divide(call(ln, [x]), call(ln, [from(10)]))),
  slope: ({ divide, multiply, call, from }, x) =>
    divide(from(1), multiply(x, call(ln, [from(10)]))),
};

export const log2: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['log2', 'ld', 'lb'],
  ...composed(({ divide, call, from }, x) => divide(call(ln, [x]), call(ln, [from(2)]))),
  slope: ({ divide, multiply, call, from }, x) => divide(from(1), multiply(x, call(ln, [from(2)]))),
};

/** The base comes first. */
export const log: FunctionOfNumbers = {
  of: 'numbers',
  arity: [2, 2],
  names: [],
  notation: {
    print: (base, argument) => `\\log_{${base}}\\left(${argument}\\right)`,
    isClosed: false,
  },
  ...composed(({ divide, call }, base, x) => divide(call(ln, [x]), call(ln, [base]))),
  slope: {
    dual: ({ divide, call }, base, x) => divide(call(ln, [x]), call(ln, [base])),
  },
};

export const sqrt: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sqrt'],
  notation: { print: (radicand) => `\\sqrt{${radicand}}`, isClosed: true },
  float: (_, x) => {
    const { v, e } = x;
    if (v === 0 && e === 0) return { v: 0, e: 0 };
    if (Math.abs(v) <= e) return uncertain(0);
    return v > 0 ? smooth(x, Math.sqrt(v), 0.5 / Math.sqrt(v - e), 0.01 * v) : UNDEFINED;
  },
  ball: ({ bits }, x) => elementary.sqrt(x, bits),
  complex: (arithmetic, z) => {
    const { real, isReal, isZero, ofReal, divide, from, call } = arithmetic;
    if (isZero(z.re) && isZero(z.im)) return ofReal(real.from(0));
    if (!isReal(z)) return call(exp, [divide(call(ln, [z]), from(2))]);
    const root = real.call(sqrt, [real.call(abs, [z.re])]);
    return isNegative(arithmetic, z.re) ? { re: real.from(0), im: root } : ofReal(root);
  },
  slope: ({ divide, multiply, from }, _x, value) => divide(from(1), multiply(from(2), value)),
};

/** The index comes first. */
export const root: FunctionOfNumbers = {
  of: 'numbers',
  arity: [2, 2],
  names: [],
  notation: { print: (index, radicand) => `\\sqrt[{${index}}]{${radicand}}`, isClosed: true },
  ...composed((arithmetic, index, x) => arithmetic.power(x, reciprocal(arithmetic, index))),
  slope: { dual: (arithmetic, index, x) => arithmetic.power(x, reciprocal(arithmetic, index)) },
};

export const abs: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['abs'],
  notation: { print: (x) => `\\left|${x}\\right|`, isClosed: true },
  float: (_, { v, e }) => ({ v: Math.abs(v), e }),
  ball: (_, x) => ball.absolute(x),
  complex: (arithmetic, z) => arithmetic.ofReal(modulus(arithmetic, z)),
  slope: ({ complex, mayBeZero, call, constant }, x) =>
    complex || mayBeZero(x) ? constant('infinity') : call(sign, [x]),
};

/** |z|. */
function modulus<R>({ real, isReal }: ComplexArithmetic<R>, z: Complex<R>): R {
  if (isReal(z)) return real.call(abs, [z.re]);
  const sum = real.add(real.multiply(z.re, z.re), real.multiply(z.im, z.im));
  return real.call(sqrt, [sum]);
}

/** Whether a real number is below zero for certain. */
export function isNegative<R>({ real, isZero }: ComplexArithmetic<R>, x: R): boolean {
  return !isZero(x) && isZero(real.add(real.call(sign, [x]), real.from(1)));
}
