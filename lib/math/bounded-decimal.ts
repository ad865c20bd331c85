import { Decimal } from 'decimal.js';

/**
 * A decimal of many digits with a bound on its absolute error, as a power of ten: the true value
 * is within 10^error of `value`. −∞ says that it is exact, +∞ that nothing is known.
 */
export interface BoundedDecimal {
  readonly value: Decimal;
  readonly error: number;
}

export const EXACT = Number.NEGATIVE_INFINITY;
export const UNKNOWN = Number.POSITIVE_INFINITY;

/** The four operations, rounding and comparison at one number of digits. */
export interface DecimalCore {
  readonly digits: number;
  readonly D: typeof Decimal;
  readonly undefinedValue: BoundedDecimal;
  readonly zero: BoundedDecimal;
  readonly one: BoundedDecimal;
  readonly pi: BoundedDecimal;
  exact: (value: Decimal.Value) => BoundedDecimal;
  /** The result of a function: its error from the arguments, plus that of rounding. */
  rounded: (value: Decimal, error: number) => BoundedDecimal;
  negate: (a: BoundedDecimal) => BoundedDecimal;
  add: (a: BoundedDecimal, b: BoundedDecimal) => BoundedDecimal;
  subtract: (a: BoundedDecimal, b: BoundedDecimal) => BoundedDecimal;
  multiply: (a: BoundedDecimal, b: BoundedDecimal) => BoundedDecimal;
  divide: (a: BoundedDecimal, b: BoundedDecimal) => BoundedDecimal;
  /** A value that its error does not tell from a whole number is taken for it. */
  snapped: (a: BoundedDecimal) => BoundedDecimal;
}

/** |value| < 10^above(value). */
export function above(value: Decimal): number {
  return value.isZero() ? EXACT : value.e + 1;
}

/** Whether the error does not tell the value from zero. */
export function mayBeZero({ value, error }: BoundedDecimal): boolean {
  return value.isZero() || value.e <= error;
}

/** Decides the sign of what is not exact only where the error allows it. */
export function isUnclear({ value, error }: BoundedDecimal): boolean {
  return !value.isNaN() && (error === UNKNOWN || !value.isFinite());
}

export function decimalCore(digits: number): DecimalCore {
  const D = Decimal.clone({ precision: digits, toExpNeg: -40, toExpPos: 40 });
  const exact = (value: Decimal.Value): BoundedDecimal => ({ value: new D(value), error: EXACT });
  const rounded = (value: Decimal, error: number): BoundedDecimal => {
    if (value.isNaN()) return undefinedValue;
    // One digit is given away: functions of decimal.js are not always rounded correctly.
    return { value, error: Math.max(error, above(value) - digits + 1) + 0.35 };
  };
  const undefinedValue = exact(Number.NaN);
  const sum = (a: BoundedDecimal, b: BoundedDecimal, value: Decimal): BoundedDecimal => {
    if (value.isNaN()) return unknownOr(a, b);
    const fits = spread(a.value, b.value) <= digits;
    const lost = fits ? EXACT : above(value) - digits;
    if (fits && a.error === EXACT && b.error === EXACT) return { value, error: EXACT };
    return { value, error: Math.max(a.error, b.error, lost) + 0.48 };
  };
  /** ∞ − ∞ and 0·∞ come from values out of range: nothing is known of them. */
  const unknownOr = (a: BoundedDecimal, b: BoundedDecimal): BoundedDecimal =>
    a.value.isNaN() || b.value.isNaN() ? undefinedValue : { value: new D(0), error: UNKNOWN };
  const multiply = (a: BoundedDecimal, b: BoundedDecimal): BoundedDecimal => {
    const value = a.value.times(b.value);
    if (value.isNaN()) return unknownOr(a, b);
    const isExact = a.error === EXACT && b.error === EXACT;
    if (isExact && a.value.sd() + b.value.sd() <= digits) return { value, error: EXACT };
    const error = Math.max(
      product(above(a.value), b.error),
      product(above(b.value), a.error),
      product(a.error, b.error),
      above(value) - digits,
    );
    return { value, error: error + 0.61 };
  };
  const divide = (a: BoundedDecimal, b: BoundedDecimal): BoundedDecimal => {
    if (b.value.isNaN() || a.value.isNaN()) return undefinedValue;
    if (b.error === EXACT && b.value.isZero()) return undefinedValue;
    if (mayBeZero(b)) return { value: new D(0), error: UNKNOWN };
    const value = a.value.div(b.value);
    if (value.isNaN()) return unknownOr(a, b);
    const isExact = a.error === EXACT && b.error === EXACT;
    if (isExact && value.sd() + b.value.sd() <= digits && value.times(b.value).eq(a.value))
      return { value, error: EXACT };
    const error = Math.max(
      a.error - b.value.e,
      product(above(value), b.error - b.value.e),
      above(value) - digits,
    );
    // |b| may be smaller than it looks by its error, which mayBeZero bounds by a tenth of it.
    return { value, error: error + 0.75 };
  };
  const snapped = (a: BoundedDecimal): BoundedDecimal => {
    const { value, error } = a;
    if (error === EXACT || value.isNaN()) return a;
    const whole = value.round();
    const gap = value.minus(whole);
    if (!gap.isZero() && gap.e > error) return a;
    const isSmall = error <= Math.max(0, above(value)) - digits + 12;
    return isSmall ? { value: whole, error: EXACT } : { value: whole, error: UNKNOWN };
  };
  const core: DecimalCore = {
    digits,
    D,
    undefinedValue,
    zero: exact(0),
    one: exact(1),
    pi: rounded(D.acos(-1), EXACT),
    exact,
    rounded,
    negate: ({ value, error }) => ({ value: value.negated(), error }),
    add: (a, b) => sum(a, b, a.value.plus(b.value)),
    subtract: (a, b) => sum(a, b, a.value.minus(b.value)),
    multiply,
    divide,
    snapped,
  };
  return core;
}

/** The log of a product of magnitudes; nothing times anything is nothing. */
function product(a: number, b: number): number {
  return a === EXACT || b === EXACT ? EXACT : a + b;
}

/** How many digits an exact sum of two numbers may take. */
function spread(a: Decimal, b: Decimal): number {
  if (a.isZero() || b.isZero()) return 0;
  const top = Math.max(a.e, b.e) + 1;
  return top - Math.min(a.e - a.sd(), b.e - b.sd());
}
