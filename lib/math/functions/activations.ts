import { exp } from './exponential';
import { composed } from './formulas';
import type { FunctionOfNumbers } from './function';

/** The logistic function, 1 / (1 + e^{−x}). */
export const sigmoid: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sigmoid', 'logistic', 'expit'],
  ...composed(({ add, divide, subtract, call, from }, x) =>
    divide(from(1), add(from(1), call(exp, [subtract(from(0), x)]))),
  ),
  slope: ({ multiply, subtract, from }, _x, value) => multiply(value, subtract(from(1), value)),
};
