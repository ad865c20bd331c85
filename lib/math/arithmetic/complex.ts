import { abs, exp, isNegative, ln } from '@/lib/math/functions/exponential';
import { sign } from '@/lib/math/functions/steps';
import type { Arithmetic, Complex, ComplexArithmetic } from '@/lib/math/numbers/arithmetic';

/** The largest whole power that is multiplied out. */
const MAX_PRODUCTS = 64;

/**
 * Complex arithmetic over a real one, with principal branches (cuts as in ISO C, closed from
 * above). Functions that are real by nature (floor, max, …) are undefined off the real line.
 */
export function complexOver<R>(real: Arithmetic<R>): ComplexArithmetic<R> {
  type C = Complex<R>;
  const zero = real.from(0);
  const nan = real.from(Number.NaN);
  const undefinedValue: C = { re: nan, im: nan };
  const isZero = (x: R) => real.magnitude(x) === 0;
  const isReal = (z: C) => isZero(z.im);
  const ofReal = (re: R): C => ({ re, im: zero });
  const operations = fieldOperations(real, isReal, ofReal);

  const arithmetic: ComplexArithmetic<R> = {
    real,
    undefinedValue,
    ofReal,
    isZero,
    isReal,
    timesI: (z) => ({ re: real.negate(z.im), im: z.re }),
    complex: true,
    literal: (text) => ofReal(real.literal(text)),
    from: (re, im = 0) => ({ re: real.from(re), im: real.from(im) }),
    constant: (name) =>
      name === 'i' ? { re: zero, im: real.from(1) } : ofReal(real.constant(name)),
    ...operations,
    power: (a, b) => complexPower(arithmetic, a, b),
    call: (fn, args) => {
      const [x = undefinedValue, y = undefinedValue] = args;
      if (fn.complex !== 'of the reals') return fn.complex(arithmetic, x, y);
      if (!args.every(({ im }) => real.mayBeZero(im))) return undefinedValue;
      return ofReal(
        real.call(
          fn,
          args.map(({ re }) => re),
        ),
      );
    },
    indicator: (operator, a, b) => {
      if (isReal(a) && isReal(b)) return ofReal(real.indicator(operator, a.re, b.re));
      const same = real.indicator('=', arithmetic.call(abs, [operations.subtract(a, b)]).re, zero);
      if (operator === '=') return ofReal(same);
      return operator === '!=' ? ofReal(real.subtract(real.from(1), same)) : undefinedValue;
    },
    isDefined: (a) => real.isDefined(a.re) && real.isDefined(a.im),
    isUndefined: (a) => real.isUndefined(a.re) || real.isUndefined(a.im),
    mayBeZero: (a) => real.mayBeZero(a.re) && real.mayBeZero(a.im),
    magnitude: (a) => Math.hypot(real.magnitude(a.re), real.magnitude(a.im)),
    toParts: (a) => {
      const [re, im] = [real.toParts(a.re), real.toParts(a.im)];
      return { parts: [...re.parts, ...im.parts], error: Math.max(re.error, im.error) };
    },
    fromParts: ({ parts, error }) => {
      const half = parts.length / 2;
      return {
        re: real.fromParts({ parts: parts.slice(0, half), error }),
        im: real.fromParts({ parts: parts.slice(half), error }),
      };
    },
  };
  return arithmetic;
}

/** Sums, products and quotients; of real numbers they are those of the real arithmetic. */
function fieldOperations<R>(
  real: Arithmetic<R>,
  isReal: (z: Complex<R>) => boolean,
  ofReal: (x: R) => Complex<R>,
): Pick<Arithmetic<Complex<R>>, 'negate' | 'add' | 'subtract' | 'multiply' | 'divide'> {
  type C = Complex<R>;
  const add = (a: C, b: C): C => ({ re: real.add(a.re, b.re), im: real.add(a.im, b.im) });
  const subtract = (a: C, b: C): C => ({
    re: real.subtract(a.re, b.re),
    im: real.subtract(a.im, b.im),
  });
  const negate = (a: C): C => ({ re: real.negate(a.re), im: real.negate(a.im) });
  const multiply = (a: C, b: C): C => {
    if (isReal(a) && isReal(b)) return ofReal(real.multiply(a.re, b.re));
    return {
      re: real.subtract(real.multiply(a.re, b.re), real.multiply(a.im, b.im)),
      im: real.add(real.multiply(a.re, b.im), real.multiply(a.im, b.re)),
    };
  };
  const sizeSquared = (a: C) => real.add(real.multiply(a.re, a.re), real.multiply(a.im, a.im));
  const divide = (a: C, b: C): C => {
    if (isReal(a) && isReal(b)) return ofReal(real.divide(a.re, b.re));
    const size = sizeSquared(b);
    const top = multiply(a, { re: b.re, im: real.negate(b.im) });
    return { re: real.divide(top.re, size), im: real.divide(top.im, size) };
  };
  return { negate, add, subtract, multiply, divide };
}

/** a^b: whole powers by products, real ones as real numbers, all others as e^{b ln a}. */
function complexPower<R>(
  arithmetic: ComplexArithmetic<R>,
  a: Complex<R>,
  b: Complex<R>,
): Complex<R> {
  const { real, isZero, isReal, ofReal, undefinedValue, from, multiply, divide, call } = arithmetic;
  const isPositive = (x: R) => isZero(real.subtract(real.call(sign, [x]), real.from(1)));
  if (isZero(a.re) && isZero(a.im)) {
    if (isZero(b.re) && isZero(b.im)) return from(1);
    return isReal(b) && isPositive(b.re) ? from(0) : undefinedValue;
  }
  if (isReal(b)) {
    const whole = Math.round(real.magnitude(b.re));
    const isWhole = isZero(real.subtract(real.call(abs, [b.re]), real.from(whole)));
    if (isWhole && whole <= MAX_PRODUCTS) {
      let product = from(1);
      for (let count = 0; count < whole; count++) product = multiply(product, a);
      return isNegative(arithmetic, b.re) ? divide(from(1), product) : product;
    }
    if (isReal(a) && !isNegative(arithmetic, a.re)) return ofReal(real.power(a.re, b.re));
  }
  return call(exp, [multiply(b, call(ln, [a]))]);
}
