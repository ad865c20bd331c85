import { sinCos } from '@/lib/math/numbers/ball-elementary';
import * as hyperbolic from '@/lib/math/numbers/ball-hyperbolic';
import { ONE, smooth, ZERO } from '@/lib/math/numbers/bounded-float';
import { composed, reciprocal, square } from './formulas';
import type { FunctionOfNumbers } from './function';

/** The circular and the hyperbolic functions, each of which is the other off the real line. */

export const sin: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sin'],
  notation: 'command',
  float: (_, x) => (x.v === 0 && x.e === 0 ? ZERO : smooth(x, Math.sin(x.v), 1)),
  ball: ({ bits }, x) => sinCos(x, bits).sin,
  // sin(a + bi) = sin a cosh b + i cos a sinh b
  complex: ({ real, isReal, ofReal }, z) =>
    isReal(z)
      ? ofReal(real.call(sin, [z.re]))
      : {
          re: real.multiply(real.call(sin, [z.re]), real.call(cosh, [z.im])),
          im: real.multiply(real.call(cos, [z.re]), real.call(sinh, [z.im])),
        },
  slope: ({ call }, x) => call(cos, [x]),
};

export const cos: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['cos'],
  notation: 'command',
  float: (_, x) =>
    x.v === 0 && x.e === 0 ? ONE : smooth(x, Math.cos(x.v), Math.min(1, Math.abs(x.v) + x.e)),
  ball: ({ bits }, x) => sinCos(x, bits).cos,
  // cos(a + bi) = cos a cosh b − i sin a sinh b
  complex: ({ real, isReal, ofReal }, z) =>
    isReal(z)
      ? ofReal(real.call(cos, [z.re]))
      : {
          re: real.multiply(real.call(cos, [z.re]), real.call(cosh, [z.im])),
          im: real.negate(real.multiply(real.call(sin, [z.re]), real.call(sinh, [z.im]))),
        },
  slope: ({ negate, call }, x) => negate(call(sin, [x])),
};

export const tan: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['tan', 'tg'],
  notation: 'command',
  ...composed(({ divide, call }, x) => divide(call(sin, [x]), call(cos, [x]))),
  slope: (base, _x, value) => base.add(base.from(1), square(base, value)),
};

export const cot: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['cot', 'ctg', 'cotg'],
  notation: 'command',
  ...composed(({ divide, call }, x) => divide(call(cos, [x]), call(sin, [x]))),
  slope: (base, _x, value) => base.negate(base.add(base.from(1), square(base, value))),
};

export const sec: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sec'],
  notation: 'command',
  ...composed((arithmetic, x) => reciprocal(arithmetic, arithmetic.call(cos, [x]))),
  slope: ({ multiply, call }, x, value) => multiply(value, call(tan, [x])),
};

export const csc: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['csc', 'cosec'],
  notation: 'command',
  ...composed((arithmetic, x) => reciprocal(arithmetic, arithmetic.call(sin, [x]))),
  slope: ({ negate, multiply, call }, x, value) => negate(multiply(value, call(cot, [x]))),
};

export const sinh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sinh'],
  notation: 'command',
  float: (_, x) => smooth(x, Math.sinh(x.v), Math.cosh(x.v)),
  ball: ({ bits }, x) => hyperbolic.sinh(x, bits),
  // sinh z = −i sin iz
  complex: ({ real, isReal, ofReal, negate, timesI, call }, z) =>
    isReal(z) ? ofReal(real.call(sinh, [z.re])) : negate(timesI(call(sin, [timesI(z)]))),
  slope: ({ call }, x) => call(cosh, [x]),
};

export const cosh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['cosh'],
  notation: 'command',
  float: (_, x) => smooth(x, Math.cosh(x.v), Math.cosh(x.v)),
  ball: ({ bits }, x) => hyperbolic.cosh(x, bits),
  // cosh z = cos iz
  complex: ({ real, isReal, ofReal, timesI, call }, z) =>
    isReal(z) ? ofReal(real.call(cosh, [z.re])) : call(cos, [timesI(z)]),
  slope: ({ call }, x) => call(sinh, [x]),
};

export const tanh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['tanh'],
  notation: 'command',
  float: (_, x) => smooth(x, Math.tanh(x.v), 1 / Math.cosh(Math.max(0, Math.abs(x.v) - x.e)) ** 2),
  ball: ({ bits }, x) => hyperbolic.tanh(x, bits),
  complex: ({ divide, call }, z) => divide(call(sinh, [z]), call(cosh, [z])),
  slope: (base, _x, value) => base.subtract(base.from(1), square(base, value)),
};

export const coth: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['coth'],
  notation: 'command',
  float: ({ divide, call }, x) => divide(call(cosh, [x]), call(sinh, [x])),
  // tanh is computed without the cancellation and the overflow of its parts.
  ball: (arithmetic, x) => reciprocal(arithmetic, arithmetic.call(tanh, [x])),
  complex: ({ divide, call }, z) => divide(call(cosh, [z]), call(sinh, [z])),
  slope: (base, _x, value) => base.subtract(base.from(1), square(base, value)),
};

export const sech: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sech'],
  ...composed((arithmetic, x) => reciprocal(arithmetic, arithmetic.call(cosh, [x]))),
  slope: ({ negate, multiply, call }, x, value) => negate(multiply(value, call(tanh, [x]))),
};

export const csch: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['csch', 'cosech'],
  ...composed((arithmetic, x) => reciprocal(arithmetic, arithmetic.call(sinh, [x]))),
  slope: ({ negate, multiply, call }, x, value) => negate(multiply(value, call(coth, [x]))),
};
