import { UNDEFINED, ZERO } from '@/lib/math/numbers/ball';
import type { FunctionOfNumbers } from './function';

export const re: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['re', 'Re'],
  float: (_, x) => x,
  ball: (_, x) => x,
  complex: ({ ofReal }, z) => ofReal(z.re),
  slope: 'unknown',
};

export const im: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['im', 'Im'],
  float: () => ({ v: 0, e: 0 }),
  ball: (_, x) => (Number.isNaN(x.r) ? UNDEFINED : ZERO),
  complex: ({ ofReal }, z) => ofReal(z.im),
  slope: 'unknown',
};

export const conj: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['conj'],
  float: (_, x) => x,
  ball: (_, x) => x,
  complex: ({ real }, z) => ({ re: z.re, im: real.negate(z.im) }),
  slope: 'unknown',
};
