import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import {
  BLUR,
  BLURRED,
  type Bounded,
  bounded,
  LIBRARY_ERROR,
  ONE,
  ROUNDOFF,
  rounded,
  UNDEFINED,
  uncertain,
  ZERO,
} from '@/lib/math/numbers/bounded-float';
import { holds } from '@/lib/math/numbers/comparison';
import { ODD_DENOMINATORS } from '@/lib/math/numbers/odd-denominators';

/** Float64 with a bound on the error of every value. */
export const realFloat: Arithmetic<Bounded> = {
  complex: false,
  literal: (text) => {
    const v = Number(text);
    // Integers of up to 15 digits and their halves are exact; other decimals are rounded.
    return { v, e: Number.isInteger(v * 1024) && text.length < 16 ? 0 : Math.abs(v) * ROUNDOFF };
  },
  from: (real, imaginary = 0) => (imaginary === 0 ? { v: real, e: 0 } : UNDEFINED),
  constant: (name) => {
    if (name === 'i') return UNDEFINED;
    if (name === 'infinity') return { v: Number.POSITIVE_INFINITY, e: 0 };
    const v = name === 'pi' ? Math.PI : Math.E;
    return { v, e: v * ROUNDOFF };
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
  call: (fn, args) => {
    const [x = UNDEFINED, y = UNDEFINED] = args;
    return fn.float(realFloat, x, y, args);
  },
  indicator: (operator, a, b) => {
    const gap = a.v - b.v;
    if (Number.isNaN(gap)) return UNDEFINED;
    const error = a.e + b.e;
    if (Math.abs(gap) <= error && error > 0) return uncertain(0);
    return { v: holds(operator, gap) ? 1 : 0, e: 0 };
  },
  // A value of which nothing is known is none: beside an undefined one it would look like a difference.
  isDefined: ({ v, e }) => Number.isFinite(v) && Number.isFinite(e),
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
  return bounded(v, Math.abs(v) * (1.05 * relative + LIBRARY_ERROR + blur));
}

/** x^{1/3} of a negative x is the real root: the odd q for which the exponent is p/q, if there is one. */
function oddDenominator({ v, e }: Bounded): number | null {
  for (const q of ODD_DENOMINATORS) {
    if (e > 0 && Math.abs(v * q - Math.round(v * q)) <= 4 * q * (e + Math.abs(v) * ROUNDOFF))
      return q;
  }
  return null;
}
