import type { Decimal } from 'decimal.js';
import type { ScalarFunction } from './arithmetic';
import {
  above,
  type BoundedDecimal,
  type DecimalCore,
  EXACT,
  mayBeZero,
  UNKNOWN,
} from './bounded-decimal';
import { gammaFunctions } from './decimal-gamma';

type B = BoundedDecimal;
type Call = (...args: B[]) => B;

/** Larger arguments of sine and cosine would need more digits of π than decimal.js has. */
const MAX_ANGLE = 1e25;
const MAX_EXPONENT = 1e9;

/**
 * The functions of the language on decimals with error bounds: the error of the argument times the
 * slope there, and the rounding of the result. Where the argument is too near to the edge of a
 * domain to tell on which side it is, nothing is known; at the edge itself the edge is taken.
 */
export function decimalFunctions(
  core: DecimalCore,
  power: (a: B, b: B) => B,
): Record<ScalarFunction, Call> {
  const { D, digits, one, zero, pi, undefinedValue, divide, rounded, snapped } = core;
  const ten = core.exact(10);
  const two = core.exact(2);
  const unknown: B = { value: new D(0), error: UNKNOWN };
  const negative = ({ value }: B) => value.isNegative() && !value.isZero();
  const known = (call: Call): Call => {
    return (...args) => {
      if (args.some(({ value }) => value.isNaN())) return undefinedValue;
      if (args.some(({ value, error }) => error === UNKNOWN || !value.isFinite())) return unknown;
      try {
        return call(...args);
      } catch {
        // decimal.js throws where an argument reduction would need more digits than it has.
        return unknown;
      }
    };
  };
  /** f(x), where the slope near x is below 10^slope. */
  const smooth = (x: B, value: Decimal, slope: number): B =>
    rounded(value, x.error === EXACT ? EXACT : x.error + slope);
  const atEdge = (x: B, value: Decimal): B =>
    x.error < -digits / 2 ? rounded(value, x.error / 2 + 1) : unknown;

  const exp = known((x) => {
    if (x.value.abs().gt(MAX_EXPONENT) || x.error > 0) return unknown;
    if (x.value.isZero() && x.error === EXACT) return one;
    const value = x.value.exp();
    return smooth(x, value, above(value) + 0.5);
  });
  const ln = known((x) => {
    if (x.error === EXACT && x.value.lte(0)) return undefinedValue;
    if (mayBeZero(x)) return unknown;
    if (negative(x)) return undefinedValue;
    return x.error === EXACT && x.value.eq(1) ? zero : smooth(x, x.value.ln(), 0.1 - x.value.e);
  });
  const sqrt = known((x) => {
    if (x.error !== EXACT && mayBeZero(x)) return atEdge(x, new D(0));
    if (negative(x)) return undefinedValue;
    const value = x.value.sqrt();
    if (x.error === EXACT && value.sd() * 2 <= digits && value.times(value).eq(x.value))
      return { value, error: EXACT };
    return smooth(x, value, -value.e - 0.2);
  });
  const angle = (name: 'sin' | 'cos') =>
    known((x) => {
      if (x.value.abs().gt(MAX_ANGLE) || x.error > 0) return unknown;
      if (x.value.isZero() && x.error === EXACT) return name === 'sin' ? zero : one;
      // The reduction of the argument leaves an error of its own.
      const reduced = Math.max(x.error, above(x.value) - digits + 1);
      return rounded(x.value[name](), reduced);
    });
  const [sin, cos] = [angle('sin'), angle('cos')];
  /** Arcsine and arccosine: the slope grows without bound towards ±1. */
  const arc = (name: 'asin' | 'acos') =>
    known((x) => {
      const room = core.subtract(one, { ...x, value: x.value.abs() });
      if (room.value.isZero() || (room.error !== EXACT && mayBeZero(room))) {
        const edge = new D(x.value.isNegative() ? -1 : 1)[name]();
        return x.error === EXACT ? rounded(edge, EXACT) : atEdge(x, edge);
      }
      if (negative(room)) return undefinedValue;
      return smooth(x, x.value[name](), Math.max(0, -room.value.e / 2));
    });
  const [asin, acos] = [arc('asin'), arc('acos')];
  const atan = known((x) => smooth(x, x.value.atan(), -Math.max(0, 2 * x.value.e)));
  const reciprocal: Call = (x = undefinedValue) => divide(one, x);
  /** decimal.js sums a series, whose length grows with the argument: only near zero is it used. */
  const hyperbolic = (name: 'sinh' | 'cosh') =>
    known((x) => {
      if (x.value.isZero() && x.error === EXACT) return name === 'sinh' ? zero : one;
      if (x.value.abs().lt(1)) return smooth(x, x.value[name](), 0.6);
      const [up, down] = [exp(x), exp(core.negate(x))];
      return divide(name === 'sinh' ? core.subtract(up, down) : core.add(up, down), two);
    });
  const [sinh, cosh] = [hyperbolic('sinh'), hyperbolic('cosh')];
  const tanh = known((x) => {
    if (x.value.abs().lt(1)) return smooth(x, x.value.tanh(), 0);
    if (x.value.abs().gt(1e6)) return rounded(new D(x.value.isNegative() ? -1 : 1), EXACT);
    const twice = exp(core.multiply(two, x));
    return divide(core.subtract(twice, one), core.add(twice, one));
  });
  /** The working precision of decimal.js follows the exponent here; far out it has to be kept away. */
  const asinh = known((x) => {
    if (x.value.isZero()) return smooth(x, x.value, 0);
    if (x.value.e < -digits / 2) return smooth(x, x.value.minus(x.value.pow(3).div(6)), 0);
    if (x.value.abs().lt(1)) return smooth(x, x.value.asinh(), 0);
    const size: B = { ...x, value: x.value.abs() };
    const value = ln(core.add(size, sqrt(core.add(core.multiply(x, x), one))));
    return x.value.isNegative() ? core.negate(value) : value;
  });
  const acosh = known((x) => {
    const room = core.subtract(x, one);
    if (room.error !== EXACT && mayBeZero(room)) return atEdge(x, new D(0));
    if (negative(room)) return undefinedValue;
    if (room.value.isZero()) return zero;
    return ln(core.add(x, sqrt(core.multiply(room, core.add(x, one)))));
  });
  const atanh = known((x) => {
    const room = core.subtract(one, { ...x, value: x.value.abs() });
    if (room.error !== EXACT && mayBeZero(room)) return unknown;
    if (room.value.lte(0)) return undefinedValue;
    return smooth(x, x.value.atanh(), Math.max(0, -room.value.e));
  });
  /** Zero where the error does not tell from it, as long as the error is small. */
  const sided = (x: B): Decimal | null => {
    if (!mayBeZero(x) || x.error === EXACT) return x.value;
    return x.error < -digits / 2 ? new D(0) : null;
  };
  const sign = known((x) => {
    const value = sided(x);
    return value ? core.exact(value.isZero() ? 0 : value.isNegative() ? -1 : 1) : unknown;
  });
  const step = (cut: (value: Decimal) => Decimal) =>
    known((x) => {
      const { value, error } = snapped(x);
      return error === UNKNOWN ? unknown : core.exact(cut(value));
    });
  const extreme = (choose: (...values: Decimal[]) => Decimal) =>
    known((...args) => ({
      value: choose(...args.map(({ value }) => value)),
      error: Math.max(...args.map(({ error }) => error)),
    }));
  const atan2 = known((y, x) => {
    const [up, right] = [sided(y), sided(x)];
    if (!up || !right) return unknown;
    if (up.isZero() && right.isZero()) return undefinedValue;
    if (up.isZero()) return right.isNegative() ? pi : zero;
    const radius = Math.max(up.isZero() ? EXACT : up.e, right.isZero() ? EXACT : right.e);
    return rounded(D.atan2(up, right), Math.max(y.error, x.error) - radius);
  });
  const { gamma, binomial } = gammaFunctions(core);

  return {
    exp,
    ln,
    log10: (x = undefinedValue) => divide(ln(x), ln(ten)),
    log2: (x = undefinedValue) => divide(ln(x), ln(two)),
    log: (base = undefinedValue, x = undefinedValue) => divide(ln(x), ln(base)),
    sqrt,
    root: (index = undefinedValue, x = undefinedValue) => power(x, divide(one, index)),
    sin,
    cos,
    tan: (x = undefinedValue) => divide(sin(x), cos(x)),
    cot: (x = undefinedValue) => divide(cos(x), sin(x)),
    sec: (x = undefinedValue) => reciprocal(cos(x)),
    csc: (x = undefinedValue) => reciprocal(sin(x)),
    asin,
    acos,
    atan,
    acot: (x = undefinedValue) => (x.value.isZero() ? divide(pi, two) : atan(reciprocal(x))),
    asec: (x = undefinedValue) => acos(reciprocal(x)),
    acsc: (x = undefinedValue) => asin(reciprocal(x)),
    sinh,
    cosh,
    tanh,
    coth: (x = undefinedValue) => reciprocal(tanh(x)),
    sech: (x = undefinedValue) => reciprocal(cosh(x)),
    csch: (x = undefinedValue) => reciprocal(sinh(x)),
    asinh,
    acosh,
    atanh,
    acoth: (x = undefinedValue) => atanh(reciprocal(x)),
    asech: (x = undefinedValue) => acosh(reciprocal(x)),
    acsch: (x = undefinedValue) => asinh(reciprocal(x)),
    abs: ({ value, error } = undefinedValue) => ({ value: value.abs(), error }),
    sign,
    floor: step((value) => value.floor()),
    ceil: step((value) => value.ceil()),
    round: step((value) => value.plus(0.5).floor()),
    min: extreme((...values) => D.min(...values)),
    max: extreme((...values) => D.max(...values)),
    atan2,
    factorial: known((x) => gamma(core.add(x, one))),
    gamma: known(gamma),
    binomial: known(binomial),
    re: (x = undefinedValue) => x,
    conj: (x = undefinedValue) => x,
    im: (x = undefinedValue) => (x.value.isNaN() ? undefinedValue : zero),
    arg: (x = undefinedValue) => atan2(zero, x),
  };
}
