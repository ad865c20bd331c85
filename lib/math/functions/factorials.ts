import * as balls from '@/lib/math/numbers/ball-gamma';
import { wholeIn } from '@/lib/math/numbers/ball-whole';
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

/**
 * 1/n!, which is 0 for n = −1, −2, …: the reciprocal of Γ has no poles (DLMF 5.2). Without a name; it
 * is what `1/n!` is evaluated by.
 */
export const reciprocalFactorial: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: [],
  cost: [4, 40],
  float: (arithmetic, n) => {
    if (n.e === 0 && Number.isInteger(n.v) && n.v < 0) return { v: 0, e: 0 };
    const one = arithmetic.from(1);
    return arithmetic.divide(one, gammaFloat(arithmetic, arithmetic.add(n, one)));
  },
  ball: ({ bits, add, divide, from }, n) => {
    const whole = wholeIn(n, bits);
    if (typeof whole === 'bigint' && whole < 0n) return from(0);
    return divide(from(1), balls.gamma(add(n, from(1)), bits));
  },
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
