import * as balls from '@/lib/math/numbers/ball-gamma';
import { binomialFloat, gammaFloat } from './float-gamma';
import type { FunctionOfNumbers } from './function';

/** Long series, which whole numbers do without. */
export const gamma: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['gamma'],
  cost: [4, 40],
  float: gammaFloat,
  ball: ({ bits }, x) => balls.gamma(x, bits),
  complex: 'of the reals',
  slope: 'unknown',
};

export const factorial: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['factorial'],
  notation: { print: (n) => `${n}!`, isClosed: false, wrapsArguments: true },
  cost: [4, 40],
  float: (arithmetic, n) => gammaFloat(arithmetic, arithmetic.add(n, arithmetic.from(1))),
  ball: ({ bits, add, from }, n) => balls.gamma(add(n, from(1)), bits),
  complex: 'of the reals',
  slope: 'unknown',
};

export const binomial: FunctionOfNumbers = {
  of: 'numbers',
  arity: [2, 2],
  names: ['binomial', 'choose', 'binom', 'nCr'],
  notation: { print: (n, k) => `\\binom{${n}}{${k}}`, isClosed: true },
  cost: [4, 120],
  float: binomialFloat,
  ball: ({ bits }, n, k) => balls.binomial(n, k, bits),
  complex: 'of the reals',
  slope: 'unknown',
};
