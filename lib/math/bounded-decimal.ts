import type { Decimal } from 'decimal.js';
import type { Arithmetic, ScalarFunction } from './arithmetic';
import { realDecimal } from './real-decimal';

/**
 * A decimal with a bound on its absolute error, as a power of ten: the error is at most 10^`error`.
 * Without it digits that cancelled away would pass for a difference, however many there were.
 */
export interface BoundedDecimal {
  readonly v: Decimal;
  readonly error: number;
}

/** Above these, functions and powers are out of reach rather than undefined. */
const MAX_ARGUMENT = 1e4;
const MAX_EXPONENT = 1e6;

/** Nothing smaller than 10^this is represented. */
const SMALLEST = -9e6;

const EXACT = Number.NEGATIVE_INFINITY;
const UNKNOWN = Number.POSITIVE_INFINITY;

/** Functions whose slope is nowhere above 1. */
const GENTLE: ReadonlySet<ScalarFunction> = new Set([
  'sin',
  'cos',
  'atan',
  'tanh',
  'asinh',
  'abs',
  'min',
  'max',
  're',
  'conj',
  'sech',
  'atan2',
]);
const LOGARITHMS: ReadonlySet<ScalarFunction> = new Set(['ln', 'log10', 'log2', 'log']);
const STEPS: ReadonlySet<ScalarFunction> = new Set(['sign', 'floor', 'ceil', 'round', 'arg', 'im']);

/** Decimal arithmetic of `digits` digits with running error bounds, first order with room to spare. */
export function boundedDecimal(digits: number): Arithmetic<BoundedDecimal> {
  const plain = realDecimal(digits);
  /** What rounding to `digits` digits may have changed, with `guard` powers of ten more. */
  const rounding = (v: Decimal, guard = 1) => exponent(v) - digits + guard;
  const exact = (v: Decimal): BoundedDecimal => ({ v, error: EXACT });
  const bounded = (v: Decimal, ...errors: number[]): BoundedDecimal => ({
    v,
    error: v.isFinite() ? Math.max(...errors) + 0.5 : EXACT,
  });
  /** A jump that the error does not exclude: the value says nothing. */
  const atJump = (v: Decimal, ...errors: number[]): BoundedDecimal => ({
    v,
    error: Math.max(...errors) > -digits / 2 ? UNKNOWN : EXACT,
  });

  /** A value that is there but out of reach: too large, or made of such. */
  const outOfReach = (): BoundedDecimal => ({ v: plain.from(1), error: UNKNOWN });
  const isOut = (a: BoundedDecimal) => a.error === UNKNOWN;
  /** What overflowed is not undefined. */
  const reached = (result: BoundedDecimal): BoundedDecimal =>
    result.v.isFinite() || result.v.isNaN() ? result : outOfReach();

  const divide = (a: BoundedDecimal, b: BoundedDecimal): BoundedDecimal => {
    if (isOut(a) || isOut(b)) return outOfReach();
    const v = plain.divide(a.v, b.v);
    if (b.error >= exponent(b.v) && b.error !== EXACT) return outOfReach();
    const size = exponent(b.v);
    return reached(bounded(v, a.error - size, b.error + exponent(v) - size + 1, rounding(v)));
  };

  const power = (a: BoundedDecimal, b: BoundedDecimal): BoundedDecimal => {
    if (isOut(a) || isOut(b)) return outOfReach();
    const v = plain.power(a.v, b.v);
    // Too large an exponent is out of reach; a root of a negative number is not there.
    if (!v.isFinite() && !a.v.isZero() && b.v.abs().gt(MAX_EXPONENT)) return outOfReach();
    if (v.isZero() && !a.v.isZero()) return { v, error: SMALLEST };
    if (v.isZero() || !v.isFinite()) return reached(bounded(v, a.error, b.error));
    const logarithm = Math.abs(exponent(a.v)) + 1;
    const relative = Math.max(
      a.error - exponent(a.v) + Math.max(0, exponent(b.v) + 1),
      b.error + Math.log10(logarithm * 2.5),
    );
    return bounded(v, exponent(v) + relative + 1, rounding(v, 3 + Math.max(0, exponent(b.v))));
  };

  const call = (name: ScalarFunction, args: readonly BoundedDecimal[]): BoundedDecimal => {
    if (args.some(isOut)) return outOfReach();
    const v = plain.call(
      name,
      args.map((arg) => arg.v),
    );
    if (!v.isFinite() && args.some((arg) => arg.v.abs().gt(MAX_ARGUMENT))) return outOfReach();
    const errors = args.map((arg) => arg.error);
    const [x] = args;
    // What underflowed is not zero, and has a logarithm.
    if (
      LOGARITHMS.has(name) &&
      args.some((arg) => arg.error !== EXACT && exponent(arg.v) <= arg.error)
    ) {
      return outOfReach();
    }
    if (name === 'exp' && v.isZero()) return { v, error: SMALLEST };
    if (!x) return exact(v);
    if (STEPS.has(name)) return atJump(v, ...errors);
    const own = rounding(v, 4);
    if (GENTLE.has(name)) return bounded(v, ...errors, own);
    switch (name) {
      case 'exp':
        return bounded(v, exponent(v) + x.error + 1, own);
      case 'ln':
        return bounded(v, x.error - exponent(x.v) + 1, own);
      case 'sqrt':
        // Below its error a radicand may be anything up to it, and so may the root be.
        return x.error >= exponent(x.v)
          ? bounded(v, x.error / 2, own)
          : bounded(v, exponent(v) + x.error - exponent(x.v) + 1, own);
      default: {
        // Relative errors grow with the condition of the function; these are met far from their poles.
        const relative = Math.max(...args.map((arg) => arg.error - exponent(arg.v)));
        return bounded(
          v,
          Math.max(0, exponent(v)) + relative + 6,
          ...errors.map((error) => error + 6),
          own,
        );
      }
    }
  };

  return {
    complex: false,
    literal: (text) => exact(plain.literal(text)),
    from: (real, imaginary) => exact(plain.from(real, imaginary)),
    constant: (name) => {
      const v = plain.constant(name);
      return v.isFinite() ? bounded(v, rounding(v)) : exact(v);
    },
    negate: (a) => ({ v: plain.negate(a.v), error: a.error }),
    add: (a, b) => {
      if (isOut(a) || isOut(b)) return outOfReach();
      const v = plain.add(a.v, b.v);
      return reached(bounded(v, a.error, b.error, rounding(v)));
    },
    subtract: (a, b) => {
      if (isOut(a) || isOut(b)) return outOfReach();
      const v = plain.subtract(a.v, b.v);
      return reached(bounded(v, a.error, b.error, rounding(v)));
    },
    multiply: (a, b) => {
      if (isOut(a) || isOut(b)) return outOfReach();
      const v = plain.multiply(a.v, b.v);
      const [left, right] = [exponent(a.v) + 1, exponent(b.v) + 1];
      return reached(
        bounded(
          v,
          product(a.error, right),
          product(b.error, left),
          product(a.error, b.error),
          rounding(v),
        ),
      );
    },
    divide,
    power,
    call,
    indicator: (operator, a, b) => {
      if (isOut(a) || isOut(b)) return outOfReach();
      const v = plain.indicator(operator, a.v, b.v);
      const gap = plain.subtract(a.v, b.v);
      const error = Math.max(a.error, b.error);
      return exponent(gap) > error + 1 ? exact(v) : atJump(v, error);
    },
    isDefined: (a) => plain.isDefined(a.v),
    magnitude: (a) => plain.magnitude(a.v),
  };
}

/** The power of ten of the leading digit; −∞ for 0, +∞ for what is not finite. */
function exponent(v: Decimal): number {
  if (v.isZero()) return Number.NEGATIVE_INFINITY;
  return v.isFinite() ? v.e : Number.POSITIVE_INFINITY;
}

/** −∞ + ∞ is the error of an exact 0 times something: none. */
function product(error: number, size: number): number {
  return error === EXACT || size === Number.NEGATIVE_INFINITY ? EXACT : error + size;
}
