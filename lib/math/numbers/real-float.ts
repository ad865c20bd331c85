import type { RelationOperator } from '@/lib/math/core/tree';
import type { Arithmetic, ScalarFunction } from './arithmetic';
import type { Bounded } from './bounded-float';
import { floatGamma } from './float-gamma';

/** Unit roundoff of Float64. */
const U = 2 ** -53;
/** Errors of the elementary functions of V8 in units of the last place, with room to spare. */
const LIBM = 4 * U;
/** Underflow leaves an absolute error of its own. */
const TINY = 1e-300;
/**
 * Where a change of an operand in its last 26 bits no longer shows in the result (`x + 10^{-20}`,
 * `tanh(20)`), Float64 may not speak of equality: the bound is widened by this share of the value,
 * so that many digits are asked instead.
 */
const BLUR = 2 ** -40;
const BLURRED = 2 ** -26;

const UNDEFINED: Bounded = { v: Number.NaN, e: 0 };
const ZERO: Bounded = { v: 0, e: 0 };
const ONE: Bounded = { v: 1, e: 0 };

function bounded(v: number, e: number): Bounded {
  return { v, e: e + TINY };
}

function rounded(v: number, e: number): Bounded {
  const error = e * (1 + 4 * U) + Math.abs(v) * U;
  // 0 · ∞ says nothing of how large it is.
  return { v, e: Number.isNaN(error) ? Number.POSITIVE_INFINITY : error };
}

/** A value behind a jump that the error bound does not exclude: it can be anything. */
function uncertain(v: number): Bounded {
  // What may be 0/0 need not be undefined.
  return { v: Number.isNaN(v) ? 0 : v, e: Number.POSITIVE_INFINITY };
}

export const realFloat: Arithmetic<Bounded> = {
  complex: false,
  literal: (text) => {
    const v = Number(text);
    // Integers of up to 15 digits and their halves are exact; other decimals are rounded.
    return { v, e: Number.isInteger(v * 1024) && text.length < 16 ? 0 : Math.abs(v) * U };
  },
  from: (real, imaginary = 0) => (imaginary === 0 ? { v: real, e: 0 } : UNDEFINED),
  constant: (name) => {
    if (name === 'i') return UNDEFINED;
    if (name === 'infinity') return { v: Number.POSITIVE_INFINITY, e: 0 };
    const v = name === 'pi' ? Math.PI : Math.E;
    return { v, e: v * U };
  },
  negate: ({ v, e }) => ({ v: -v, e }),
  add: (a, b) => sum(a, b, a.v + b.v),
  subtract: (a, b) => sum(a, b, a.v - b.v),
  multiply: (a, b) => {
    const v = a.v * b.v;
    if (isOutOfRange(v, a, b)) return uncertain(v);
    const e = Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e;
    // What underflows to zero is not zero.
    return Math.abs(v) < 1e-290 && a.v !== 0 && b.v !== 0 ? bounded(v, e) : rounded(v, e);
  },
  divide,
  power,
  call,
  indicator: (operator, a, b) => {
    const gap = a.v - b.v;
    if (Number.isNaN(gap)) return UNDEFINED;
    const error = a.e + b.e;
    if (Math.abs(gap) <= error && error > 0) return uncertain(0);
    return { v: holds(operator, gap) ? 1 : 0, e: 0 };
  },
  isDefined: ({ v }) => Number.isFinite(v),
  isUndefined: ({ v }) => Number.isNaN(v),
  mayBeZero: ({ v, e }) => Math.abs(v) <= e && e < 1e-9,
  magnitude: ({ v }) => Math.abs(v),
  toParts: ({ v, e }) => ({ parts: [v], error: e }),
  fromParts: ({ parts: [v = Number.NaN], error }) => ({ v, e: error }),
};

/** ∞ − ∞, 0 · ∞ and ∞/∞ come of numbers too large for Float64, not of undefined ones. */
function isOutOfRange(v: number, a: Bounded, b: Bounded): boolean {
  return Number.isNaN(v) && !Number.isNaN(a.v) && !Number.isNaN(b.v);
}

function sum(a: Bounded, b: Bounded, v: number): Bounded {
  if (isOutOfRange(v, a, b)) return uncertain(v);
  const [small, large] = [
    Math.min(Math.abs(a.v), Math.abs(b.v)),
    Math.max(Math.abs(a.v), Math.abs(b.v)),
  ];
  const blur = small !== 0 && small < large * BLURRED ? large * BLUR : 0;
  return rounded(v, a.e + b.e + blur);
}

export function holds(operator: RelationOperator, gap: number): boolean {
  switch (operator) {
    case '=':
      return gap === 0;
    case '!=':
      return gap !== 0;
    case '<':
      return gap < 0;
    case '<=':
      return gap <= 0;
    case '>':
      return gap > 0;
    case '>=':
      return gap >= 0;
  }
}

function divide(a: Bounded, b: Bounded): Bounded {
  if (Math.abs(b.v) <= b.e && b.e > 0) return uncertain(a.v / b.v);
  if (b.v === 0) return UNDEFINED;
  const v = a.v / b.v;
  if (isOutOfRange(v, a, b)) return uncertain(v);
  return rounded(v, (a.e + Math.abs(v) * b.e) / (Math.abs(b.v) - b.e));
}

function power(a: Bounded, b: Bounded): Bounded {
  const whole = Math.round(b.v);
  const isWhole = Math.abs(b.v - whole) <= b.e && b.e < 1e-9;
  if (isWhole) {
    if (Math.abs(a.v) <= a.e && a.e > 0) {
      return whole > 0 ? { v: 0, e: (2 * a.e) ** Math.min(whole, 8) } : uncertain(0);
    }
    if (a.v === 0) return whole === 0 ? ONE : whole > 0 ? ZERO : UNDEFINED;
    return raised(a, b, a.v ** whole);
  }
  if (Math.abs(a.v) <= a.e && a.e > 0) return uncertain(0);
  if (a.v === 0) return b.v > 0 ? ZERO : UNDEFINED;
  const odd = a.v < 0 ? oddDenominator(b) : 1;
  if (odd === null) return UNDEFINED;
  const size = Math.abs(a.v) ** b.v;
  return raised(a, b, a.v < 0 && Math.round(b.v * odd) % 2 !== 0 ? -size : size);
}

/** The relative errors of a power add up as |b| δa/|a| and |ln a| δb. */
function raised(a: Bounded, b: Bounded, v: number): Bounded {
  const log = b.e > 0 ? Math.abs(Math.log(Math.abs(a.v))) : 0;
  const relative = (Math.abs(b.v) * a.e) / (Math.abs(a.v) - a.e) + log * b.e;
  if (!(relative < 0.05)) return uncertain(v);
  const blur = b.v !== 0 && Math.abs(b.v) < BLURRED ? BLUR : 0;
  return bounded(v, Math.abs(v) * (1.05 * relative + LIBM + blur));
}

const ODD = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21];

/** x^{1/3} of a negative x is the real root: the odd q for which the exponent is p/q, if there is one. */
function oddDenominator({ v, e }: Bounded): number | null {
  for (const q of ODD) {
    if (e > 0 && Math.abs(v * q - Math.round(v * q)) <= 4 * q * (e + Math.abs(v) * U)) return q;
  }
  return null;
}

/**
 * f(x) with |f′| at x as the factor by which the error grows, for errors of up to `most`: over them
 * the slope may grow by 5 % at most.
 */
function smooth(x: Bounded, v: number, slope: number, most = 0.01): Bounded {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? UNDEFINED : { v, e: 0 };
  if (x.e > most) return uncertain(v);
  const isBlurred = x.v !== 0 && Math.abs(slope * x.v) < BLURRED * Math.abs(v);
  const blur = isBlurred ? BLUR * Math.abs(v) : 0;
  return bounded(v, 1.05 * Math.abs(slope) * x.e + LIBM * Math.abs(v) + blur);
}

function call(name: ScalarFunction, args: readonly Bounded[]): Bounded {
  const [x = UNDEFINED, y = UNDEFINED] = args;
  const { v, e } = x;
  switch (name) {
    case 'exp': {
      // However little is known of it, e to a large negative number is next to nothing.
      if (v + e < -750) return { v: 0, e: TINY };
      const value = Math.exp(v);
      return v === 0 && e === 0 ? ONE : smooth(x, value, value);
    }
    case 'ln':
      if (v <= e && e > 0) return uncertain(0);
      return v > 0 ? smooth(x, Math.log(v), 1 / (v - e), 0.01 * v) : UNDEFINED;
    case 'log10':
      return divide(call('ln', [x]), call('ln', [{ v: 10, e: 0 }]));
    case 'log2':
      return divide(call('ln', [x]), call('ln', [{ v: 2, e: 0 }]));
    case 'log':
      return divide(call('ln', [y]), call('ln', [x]));
    case 'sqrt':
      if (v === 0 && e === 0) return { v: 0, e: 0 };
      if (Math.abs(v) <= e) return uncertain(0);
      return v > 0 ? smooth(x, Math.sqrt(v), 0.5 / Math.sqrt(v - e), 0.01 * v) : UNDEFINED;
    case 'root':
      return power(y, divide({ v: 1, e: 0 }, x));
    case 'sin':
      return v === 0 && e === 0 ? ZERO : smooth(x, Math.sin(v), 1);
    case 'cos':
      return v === 0 && e === 0 ? ONE : smooth(x, Math.cos(v), Math.min(1, Math.abs(v) + e));
    case 'tan':
      return divide(call('sin', [x]), call('cos', [x]));
    case 'cot':
      return divide(call('cos', [x]), call('sin', [x]));
    case 'sec':
      return divide({ v: 1, e: 0 }, call('cos', [x]));
    case 'csc':
      return divide({ v: 1, e: 0 }, call('sin', [x]));
    case 'asin':
    case 'acos': {
      if (Math.abs(v) > 1 + e) return UNDEFINED;
      const room = 1 - v * v;
      if (room <= 4 * e && e > 0) return uncertain(0);
      return smooth(
        x,
        name === 'asin' ? Math.asin(v) : Math.acos(v),
        room === 0 ? 0 : 1 / Math.sqrt(room - 2 * e),
      );
    }
    case 'atan':
      return smooth(x, Math.atan(v), 1 / (1 + v * v));
    case 'acot':
      return v === 0 && e === 0
        ? smooth(x, Math.PI / 2, 1)
        : call('atan', [divide({ v: 1, e: 0 }, x)]);
    case 'asec':
      return call('acos', [divide({ v: 1, e: 0 }, x)]);
    case 'acsc':
      return call('asin', [divide({ v: 1, e: 0 }, x)]);
    case 'sinh':
      return smooth(x, Math.sinh(v), Math.cosh(v));
    case 'cosh':
      return smooth(x, Math.cosh(v), Math.cosh(v));
    case 'tanh':
      return smooth(x, Math.tanh(v), 1 / Math.cosh(Math.max(0, Math.abs(v) - e)) ** 2);
    case 'coth':
      return divide(call('cosh', [x]), call('sinh', [x]));
    case 'sech':
      return divide({ v: 1, e: 0 }, call('cosh', [x]));
    case 'csch':
      return divide({ v: 1, e: 0 }, call('sinh', [x]));
    case 'asinh':
      return smooth(x, Math.asinh(v), 1);
    case 'acosh':
      if (Math.abs(v - 1) <= 20 * e && e > 0) return uncertain(0);
      return v >= 1 ? smooth(x, Math.acosh(v), v === 1 ? 0 : 1 / Math.sqrt(v * v - 1)) : UNDEFINED;
    case 'atanh':
      if (Math.abs(Math.abs(v) - 1) <= 20 * e && e > 0) return uncertain(0);
      return Math.abs(v) < 1 ? smooth(x, Math.atanh(v), 1 / (1 - v * v)) : UNDEFINED;
    case 'acoth':
      return call('atanh', [divide(ONE, x)]);
    case 'asech':
      return call('acosh', [divide(ONE, x)]);
    case 'acsch':
      return call('asinh', [divide(ONE, x)]);
    case 'abs':
      return { v: Math.abs(v), e };
    case 'sign':
      return Math.abs(v) <= e && e > 0 ? uncertain(0) : { v: Math.sign(v), e: 0 };
    case 'floor':
      return step(x, Math.floor);
    case 'ceil':
      return step(x, Math.ceil);
    case 'round':
      return step(x, (value) => Math.floor(value + 0.5), 0.5);
    case 'min':
    case 'max': {
      const values = args.map((arg) => arg.v);
      const value = name === 'min' ? Math.min(...values) : Math.max(...values);
      return { v: value, e: Math.max(...args.map((arg) => arg.e)) };
    }
    case 'atan2': {
      // Arguments are y, x.
      const size = Math.hypot(v, y.v);
      if (size === 0) return UNDEFINED;
      if (y.v <= y.e && Math.abs(v) <= e && e > 0) return uncertain(0);
      return bounded(Math.atan2(v, y.v), (1.05 * (e + y.e)) / size + LIBM * Math.PI);
    }
    case 'factorial':
      return gammaAt(realFloat.add(x, ONE));
    case 'gamma':
      return gammaAt(x);
    case 'binomial':
      return binomial(x, y);
    case 're':
    case 'conj':
      return x;
    case 'im':
      return { v: 0, e: 0 };
    case 'arg':
      return Math.abs(v) <= e && e > 0
        ? uncertain(0)
        : v === 0
          ? UNDEFINED
          : { v: v > 0 ? 0 : Math.PI, e: v > 0 ? 0 : U * 4 };
  }
}

function step(x: Bounded, cut: (value: number) => number, offset = 0): Bounded {
  const { v, e } = x;
  const nearest = Math.round(v + offset) - offset;
  if (e > 0 && Math.abs(v - nearest) <= e) return uncertain(cut(v));
  return { v: cut(v), e: 0 };
}

const { gammaAt, binomial } = floatGamma({
  add: realFloat.add,
  subtract: realFloat.subtract,
  multiply: realFloat.multiply,
  divide,
  sin: (x) => call('sin', [x]),
  bounded,
});
