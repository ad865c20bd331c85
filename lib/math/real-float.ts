import type { Arithmetic, ScalarFunction } from './arithmetic';
import type { RelationOperator } from './tree';

/** A Float64 with a bound on its absolute error, after the running error analysis of Wilkinson. */
export interface Bounded {
  readonly v: number;
  readonly e: number;
}

/** Unit roundoff of Float64. */
const U = 2 ** -53;
/** Errors of the elementary functions of V8 in units of the last place, with room to spare. */
const LIBM = 8 * U;
/** Underflow leaves an absolute error of its own. */
const TINY = 1e-300;

const UNDEFINED: Bounded = { v: Number.NaN, e: 0 };

function bounded(v: number, e: number): Bounded {
  return { v, e: e + TINY * (e > 0 ? 1 : 0) };
}

function rounded(v: number, e: number): Bounded {
  return { v, e: e * (1 + 4 * U) + Math.abs(v) * U };
}

/** A value behind a jump that the error bound does not exclude: it can be anything. */
function uncertain(v: number): Bounded {
  return { v, e: Number.POSITIVE_INFINITY };
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
  add: (a, b) => rounded(a.v + b.v, a.e + b.e),
  subtract: (a, b) => rounded(a.v - b.v, a.e + b.e),
  multiply: (a, b) => rounded(a.v * b.v, Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e),
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
  magnitude: ({ v }) => Math.abs(v),
};

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
  return rounded(v, (a.e + Math.abs(v) * b.e) / (Math.abs(b.v) - b.e));
}

function power(a: Bounded, b: Bounded): Bounded {
  const whole = Math.round(b.v);
  const isWhole = Math.abs(b.v - whole) <= b.e && b.e < 1e-9;
  if (isWhole) {
    if (a.v === 0) return whole === 0 ? { v: 1, e: 0 } : whole > 0 ? { v: 0, e: a.e } : UNDEFINED;
    const v = a.v ** whole;
    const relative =
      (Math.abs(whole) * a.e) / Math.abs(a.v) +
      (b.e > 0 ? Math.abs(Math.log(Math.abs(a.v))) * b.e : 0);
    return rounded(v, Math.abs(v) * (1.01 * relative + LIBM * Math.max(1, Math.abs(whole) * 0.5)));
  }
  if (a.v === 0) return a.e > 0 ? uncertain(0) : b.v > 0 ? { v: 0, e: 0 } : UNDEFINED;
  const odd = a.v < 0 ? oddDenominator(b) : 1;
  if (odd === null || (a.v < 0 && -a.v <= a.e))
    return a.v < 0 && -a.v <= a.e ? uncertain(0) : UNDEFINED;
  const size = Math.abs(a.v) ** b.v;
  const sign = a.v < 0 && Math.round(b.v * odd) % 2 !== 0 ? -1 : 1;
  const log = Math.abs(Math.log(Math.abs(a.v)));
  const relative = (Math.abs(b.v) * a.e) / Math.abs(a.v) + log * b.e;
  return rounded(sign * size, size * (1.01 * relative + LIBM * (1 + Math.abs(b.v) * log)));
}

/** x^{1/3} of a negative x is the real root: the odd q for which the exponent is p/q, if there is one. */
function oddDenominator({ v, e }: Bounded): number | null {
  for (const q of [3, 5, 7, 9]) {
    if (e > 0 && Math.abs(v * q - Math.round(v * q)) <= 4 * q * (e + Math.abs(v) * U)) return q;
  }
  return null;
}

/** f(x) with |f′| at x as the factor by which the error grows. */
function smooth(x: Bounded, v: number, slope: number): Bounded {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? UNDEFINED : { v, e: 0 };
  return bounded(v, 1.05 * Math.abs(slope) * x.e + LIBM * Math.abs(v));
}

function call(name: ScalarFunction, args: readonly Bounded[]): Bounded {
  const [x = UNDEFINED, y = UNDEFINED] = args;
  const { v, e } = x;
  switch (name) {
    case 'exp': {
      const value = Math.exp(v);
      return smooth(x, value, value * Math.exp(Math.min(e, 1)));
    }
    case 'ln':
      if (v <= e && e > 0) return uncertain(0);
      return v > 0 ? smooth(x, Math.log(v), 1 / (v - e)) : UNDEFINED;
    case 'log10':
      return divide(call('ln', [x]), call('ln', [{ v: 10, e: 0 }]));
    case 'log2':
      return divide(call('ln', [x]), call('ln', [{ v: 2, e: 0 }]));
    case 'log':
      return divide(call('ln', [y]), call('ln', [x]));
    case 'sqrt':
      if (v === 0 && e === 0) return { v: 0, e: 0 };
      if (Math.abs(v) <= e) return uncertain(0);
      return v > 0 ? smooth(x, Math.sqrt(v), 0.5 / Math.sqrt(v - e)) : UNDEFINED;
    case 'root':
      return power(y, divide({ v: 1, e: 0 }, x));
    case 'sin':
      return bounded(Math.sin(v), e + LIBM * (1 + Math.abs(v) * 1e-3));
    case 'cos':
      return bounded(Math.cos(v), e + LIBM * (1 + Math.abs(v) * 1e-3));
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
        e === 0 ? 0 : 1 / Math.sqrt(room - 2 * e),
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
      return smooth(x, Math.tanh(v), 1);
    case 'coth':
      return divide(call('cosh', [x]), call('sinh', [x]));
    case 'sech':
      return divide({ v: 1, e: 0 }, call('cosh', [x]));
    case 'csch':
      return divide({ v: 1, e: 0 }, call('sinh', [x]));
    case 'asinh':
      return smooth(x, Math.asinh(v), 1);
    case 'acosh':
      if (Math.abs(v - 1) <= e && e > 0) return uncertain(0);
      return v >= 1 ? smooth(x, Math.acosh(v), e === 0 ? 0 : 1 / Math.sqrt(v * v - 1)) : UNDEFINED;
    case 'atanh':
      if (Math.abs(Math.abs(v) - 1) <= e && e > 0) return uncertain(0);
      return Math.abs(v) < 1 ? smooth(x, Math.atanh(v), 1 / (1 - v * v)) : UNDEFINED;
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
      return gammaAt(rounded(v + 1, e));
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

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** Γ(x) by Lanczos' approximation (g = 7, n = 9), relative error below 1e-13 on the right half-line. */
function gammaAt(x: Bounded): Bounded {
  const { v, e } = x;
  if (v <= 0 && Math.abs(v - Math.round(v)) <= e) return e > 0 ? uncertain(0) : UNDEFINED;
  if (Number.isInteger(v) && e === 0 && v <= 23) {
    let product = 1;
    for (let factor = 2; factor < v; factor++) product *= factor;
    return { v: product, e: v > 19 ? product * U : 0 };
  }
  if (v < 0.5) {
    const sine = call('sin', [{ v: Math.PI * v, e: Math.PI * e + Math.abs(v) * 4 * U }]);
    return divide({ v: Math.PI, e: U * 4 }, realFloat.multiply(sine, gammaAt(rounded(1 - v, e))));
  }
  let sum = LANCZOS[0] ?? 0;
  for (let index = 1; index < LANCZOS.length; index++)
    sum += (LANCZOS[index] ?? 0) / (v - 1 + index);
  const t = v + 6.5;
  const value = Math.sqrt(2 * Math.PI) * Math.exp((v - 0.5) * Math.log(t) - t) * sum;
  const slope = Math.abs(value) * (Math.abs(Math.log(t)) + 2 / v);
  return bounded(value, 1.05 * slope * e + Math.abs(value) * (1e-13 + v * 1e-14));
}

function binomial(n: Bounded, k: Bounded): Bounded {
  const whole = Math.round(k.v);
  if (k.e === 0 && k.v === whole && whole <= 60) {
    if (whole < 0) return { v: 0, e: 0 };
    let product: Bounded = { v: 1, e: 0 };
    for (let index = 0; index < whole; index++) {
      product = divide(realFloat.multiply(product, rounded(n.v - index, n.e)), {
        v: index + 1,
        e: 0,
      });
    }
    return product;
  }
  const one: Bounded = { v: 1, e: 0 };
  const above = gammaAt(realFloat.add(n, one));
  const below = realFloat.multiply(
    gammaAt(realFloat.add(k, one)),
    gammaAt(realFloat.add(realFloat.subtract(n, k), one)),
  );
  return divide(above, below);
}
