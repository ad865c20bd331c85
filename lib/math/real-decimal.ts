import type { Arithmetic } from './arithmetic';
import {
  above,
  type BoundedDecimal,
  decimalCore,
  EXACT,
  isUnclear,
  mayBeZero,
  UNKNOWN,
} from './bounded-decimal';
import { decimalFunctions } from './decimal-functions';
import { holds } from './real-float';

type B = BoundedDecimal;

/** Odd roots of negative numbers are real: the exponent is p/q with one of these q. */
const ODD = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21];
const MAX_EXPONENT = 1e12;

/** Real arithmetic with `digits` significant digits (decimal.js) and a running error bound. */
export function realDecimal(digits: number): Arithmetic<B> {
  const core = decimalCore(digits);
  const { D, zero, one, pi, undefinedValue, rounded, snapped, multiply, divide } = core;
  const unknown: B = { value: new D(0), error: UNKNOWN };

  /** |a|^b: relative errors add up as |b| δa/|a| and |ln a| δb. */
  const positivePower = (a: B, b: B): B => {
    if (b.value.abs().gt(MAX_EXPONENT)) return unknown;
    const value = a.value.pow(b.value);
    const size = a.value.e === 0 ? 0.5 : Math.log10(Math.abs(a.value.e) + 1) + 0.4;
    const relative = Math.max(
      a.error === EXACT ? EXACT : above(b.value) + a.error - a.value.e,
      b.error === EXACT ? EXACT : size + b.error,
    );
    if (relative > 0) return unknown;
    return rounded(value, relative === EXACT ? EXACT : above(value) + relative + 0.4);
  };
  const wholePower = (a: B, exponent: number): B => {
    if (Math.abs(exponent) > 64) {
      const size = positivePower({ ...a, value: a.value.abs() }, core.exact(exponent));
      return a.value.isNegative() && exponent % 2 !== 0 ? core.negate(size) : size;
    }
    let product = one;
    for (let square = a, left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) product = multiply(product, square);
      if (left > 1) square = multiply(square, square);
    }
    return exponent < 0 ? divide(one, product) : product;
  };
  const rootOfNegative = (a: B, b: B): B => {
    for (const q of ODD) {
      const p = snapped(multiply(b, core.exact(q)));
      if (b.error === EXACT || !p.value.isInteger() || p.error === UNKNOWN) continue;
      const size = positivePower({ ...a, value: a.value.abs() }, b);
      return p.value.mod(2).isZero() ? size : core.negate(size);
    }
    return undefinedValue;
  };
  const power = (a: B, b: B): B => {
    if (a.value.isNaN() || b.value.isNaN()) return undefinedValue;
    if (isUnclear(a) || isUnclear(b)) return unknown;
    const exponent = snapped(b);
    if (exponent.error === UNKNOWN) return unknown;
    const isWhole = exponent.value.isInteger();
    if (a.error !== EXACT && mayBeZero(a)) {
      if (!isWhole) return rounded(new D(0), positive(b) ? a.error * b.value.toNumber() : UNKNOWN);
    } else if (a.value.isZero()) {
      if (exponent.value.isZero()) return one;
      return exponent.value.isPositive() ? zero : undefinedValue;
    }
    try {
      if (isWhole) {
        if (exponent.value.abs().gt(MAX_EXPONENT)) return unknown;
        return wholePower(a, exponent.value.toNumber());
      }
      return a.value.isNegative() ? rootOfNegative(a, b) : positivePower(a, b);
    } catch {
      return unknown;
    }
  };
  const functions = decimalFunctions(core, power);
  const e = functions.exp(one);

  return {
    complex: false,
    literal: (text) => core.exact(text),
    from: (real, imaginary = 0) => (imaginary === 0 ? core.exact(real) : undefinedValue),
    constant: (name) => {
      if (name === 'i') return undefinedValue;
      if (name === 'infinity') return { value: new D(Number.POSITIVE_INFINITY), error: EXACT };
      return name === 'pi' ? pi : e;
    },
    negate: core.negate,
    add: core.add,
    subtract: core.subtract,
    multiply,
    divide,
    power,
    call: (name, args) => functions[name](...args),
    indicator: (operator, a, b) => {
      const gap = core.subtract(a, b);
      if (gap.value.isNaN()) return undefinedValue;
      if (isUnclear(gap)) return unknown;
      if (gap.error !== EXACT && mayBeZero(gap)) {
        // What many digits do not tell apart is taken for equal.
        return gap.error < -digits / 2 ? core.exact(holds(operator, 0) ? 1 : 0) : unknown;
      }
      return core.exact(
        holds(operator, gap.value.isZero() ? 0 : gap.value.isNegative() ? -1 : 1) ? 1 : 0,
      );
    },
    isDefined: (a) => a.value.isFinite() && a.error !== UNKNOWN,
    isUndefined: (a) => a.value.isNaN(),
    mayBeZero: (a) => a.error !== UNKNOWN && mayBeZero(a) && a.error < -digits / 2,
    magnitude: (a) => a.value.abs().toNumber(),
  };
}

function positive({ value }: B): boolean {
  return value.isPositive() && !value.isZero();
}
