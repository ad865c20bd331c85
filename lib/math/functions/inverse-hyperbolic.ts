import * as hyperbolic from '@/lib/math/numbers/ball-hyperbolic';
import { smooth, UNDEFINED, uncertain } from '@/lib/math/numbers/bounded-float';
import { ln, sqrt } from './exponential';
import { composed, reciprocal, square } from './formulas';
import type { FunctionOfNumbers } from './function';
import { cosh, coth, csch, sech, sinh, tanh } from './trigonometric';

export const asinh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['asinh', 'arsinh', 'arcsinh'],
  inverseOf: sinh,
  float: (_, x) => smooth(x, Math.asinh(x.v), 1),
  ball: ({ bits }, x) => hyperbolic.asinh(x, bits),
  // asinh z = ln(z + √(z² + 1))
  complex: ({ add, multiply, call, from }, z) =>
    call(ln, [add(z, call(sqrt, [add(multiply(z, z), from(1))]))]),
  slope: (base, x) =>
    base.divide(base.from(1), base.call(sqrt, [base.add(square(base, x), base.from(1))])),
};

export const acosh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acosh', 'arcosh', 'arccosh'],
  inverseOf: cosh,
  float: (_, x) => {
    const { v, e } = x;
    if (Math.abs(v - 1) <= 20 * e && e > 0) return uncertain(0);
    return v >= 1 ? smooth(x, Math.acosh(v), v === 1 ? 0 : 1 / Math.sqrt(v * v - 1)) : UNDEFINED;
  },
  ball: ({ bits }, x) => hyperbolic.acosh(x, bits),
  // acosh z = ln(z + √(z + 1) √(z − 1))
  complex: ({ add, subtract, multiply, call, from }, z) => {
    const roots = multiply(call(sqrt, [add(z, from(1))]), call(sqrt, [subtract(z, from(1))]));
    return call(ln, [add(z, roots)]);
  },
  slope: ({ divide, multiply, subtract, add, call, from }, x) => {
    const below = call(sqrt, [subtract(x, from(1))]);
    return divide(from(1), multiply(below, call(sqrt, [add(x, from(1))])));
  },
};

export const atanh: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['atanh', 'artanh', 'arctanh'],
  inverseOf: tanh,
  float: (_, x) => {
    const { v, e } = x;
    if (Math.abs(Math.abs(v) - 1) <= 20 * e && e > 0) return uncertain(0);
    return Math.abs(v) < 1 ? smooth(x, Math.atanh(v), 1 / (1 - v * v)) : UNDEFINED;
  },
  ball: ({ bits }, x) => hyperbolic.atanh(x, bits),
  // atanh z = (ln(1 + z) − ln(1 − z)) / 2
  complex: ({ add, subtract, divide, call, from }, z) => {
    const [above, below] = [call(ln, [add(from(1), z)]), call(ln, [subtract(from(1), z)])];
    return divide(subtract(above, below), from(2));
  },
  slope: (base, x) => base.divide(base.from(1), base.subtract(base.from(1), square(base, x))),
};

export const acoth: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acoth', 'arcoth', 'arccoth'],
  inverseOf: coth,
  ...composed((arithmetic, x) => arithmetic.call(atanh, [reciprocal(arithmetic, x)])),
  slope: (base, x) => base.divide(base.from(1), base.subtract(base.from(1), square(base, x))),
};

export const asech: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['asech', 'arsech', 'arcsech'],
  inverseOf: sech,
  ...composed((arithmetic, x) => arithmetic.call(acosh, [reciprocal(arithmetic, x)])),
  slope: (base, x) => {
    const rest = base.call(sqrt, [base.subtract(base.from(1), square(base, x))]);
    return base.negate(base.divide(base.from(1), base.multiply(x, rest)));
  },
};

export const acsch: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['acsch', 'arcsch'],
  inverseOf: csch,
  ...composed((arithmetic, x) => arithmetic.call(asinh, [reciprocal(arithmetic, x)])),
  slope: (base, x) => {
    const inside = base.add(base.from(1), reciprocal(base, square(base, x)));
    const rest = base.call(sqrt, [inside]);
    return base.negate(base.divide(base.from(1), base.multiply(square(base, x), rest)));
  },
};
