import type { Arithmetic, ScalarFunction } from './arithmetic';

export interface Complex<R> {
  readonly re: R;
  readonly im: R;
}

/**
 * Complex arithmetic over a real one, with principal branches (cuts as in ISO C, closed from
 * above). Functions that are real by nature (floor, max, …) are undefined off the real line.
 */
export function complexOver<R>(real: Arithmetic<R>): Arithmetic<Complex<R>> {
  type C = Complex<R>;
  const zero = real.from(0);
  const one = real.from(1);
  const two = real.from(2);
  const nan = real.from(Number.NaN);
  const undefinedValue: C = { re: nan, im: nan };
  const unit: C = { re: one, im: zero };
  const i: C = { re: zero, im: one };
  const pi = real.constant('pi');
  const isZero = (x: R) => real.magnitude(x) === 0;
  const isReal = (z: C) => isZero(z.im);
  const ofReal = (re: R): C => ({ re, im: zero });
  const f = (name: ScalarFunction, ...args: R[]) => real.call(name, args);

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
  const square = (a: C) => real.add(real.multiply(a.re, a.re), real.multiply(a.im, a.im));
  const divide = (a: C, b: C): C => {
    if (isReal(a) && isReal(b)) return ofReal(real.divide(a.re, b.re));
    const size = square(b);
    const top = multiply(a, { re: b.re, im: real.negate(b.im) });
    return { re: real.divide(top.re, size), im: real.divide(top.im, size) };
  };
  const modulus = (a: C): R => (isReal(a) ? f('abs', a.re) : f('sqrt', square(a)));
  const argument = (a: C): R => f('atan2', a.im, a.re);
  const exp = (a: C): C => {
    const size = f('exp', a.re);
    if (isReal(a)) return ofReal(size);
    return { re: real.multiply(size, f('cos', a.im)), im: real.multiply(size, f('sin', a.im)) };
  };
  const ln = (a: C): C => {
    if (isZero(a.re) && isZero(a.im)) return undefinedValue;
    if (isReal(a) && !isNegative(a.re)) return ofReal(f('ln', a.re));
    return { re: f('ln', modulus(a)), im: argument(a) };
  };
  const sqrt = (a: C): C => {
    if (isZero(a.re) && isZero(a.im)) return ofReal(zero);
    if (isReal(a)) {
      const root = f('sqrt', f('abs', a.re));
      return real.magnitude(f('sign', a.re)) === 1 && isZero(real.add(f('sign', a.re), one))
        ? { re: zero, im: root }
        : ofReal(root);
    }
    return exp(divide(ln(a), ofReal(two)));
  };
  const power = (a: C, b: C): C => {
    if (isZero(a.re) && isZero(a.im)) {
      if (isZero(b.re) && isZero(b.im)) return unit;
      return isReal(b) && isZero(real.subtract(f('sign', b.re), one))
        ? ofReal(zero)
        : undefinedValue;
    }
    if (isReal(b)) {
      const whole = Math.round(real.magnitude(b.re));
      const exact = isZero(real.subtract(f('abs', b.re), real.from(whole)));
      if (exact && whole <= 64) {
        let product = unit;
        for (let count = 0; count < whole; count++) product = multiply(product, a);
        return isZero(real.subtract(f('sign', b.re), real.negate(one))) || isNegative(b.re)
          ? divide(unit, product)
          : product;
      }
      if (isReal(a) && !isNegative(a.re)) return ofReal(real.power(a.re, b.re));
    }
    return exp(multiply(b, ln(a)));
  };
  const isNegative = (x: R) => !isZero(x) && isZero(real.add(f('sign', x), one));
  const half = (a: C): C => divide(a, ofReal(two));
  const timesI = (a: C): C => ({ re: real.negate(a.im), im: a.re });
  const times = (a: R, b: R) => real.multiply(a, b);
  const sin = (a: C): C =>
    isReal(a)
      ? ofReal(f('sin', a.re))
      : {
          re: times(f('sin', a.re), f('cosh', a.im)),
          im: times(f('cos', a.re), f('sinh', a.im)),
        };
  const cos = (a: C): C =>
    isReal(a)
      ? ofReal(f('cos', a.re))
      : {
          re: times(f('cos', a.re), f('cosh', a.im)),
          im: real.negate(times(f('sin', a.re), f('sinh', a.im))),
        };
  const sinh = (a: C): C => (isReal(a) ? ofReal(f('sinh', a.re)) : negate(timesI(sin(timesI(a)))));
  const cosh = (a: C): C => (isReal(a) ? ofReal(f('cosh', a.re)) : cos(timesI(a)));
  const asin = (a: C): C =>
    negate(timesI(ln(add(timesI(a), sqrt(subtract(unit, multiply(a, a)))))));
  const acos = (a: C): C => subtract(ofReal(real.divide(pi, two)), asin(a));
  const atan = (a: C): C => {
    const ia = timesI(a);
    return half(timesI(subtract(ln(subtract(unit, ia)), ln(add(unit, ia)))));
  };
  const asinh = (a: C): C => ln(add(a, sqrt(add(multiply(a, a), unit))));
  const acosh = (a: C): C => ln(add(a, multiply(sqrt(add(a, unit)), sqrt(subtract(a, unit)))));
  const atanh = (a: C): C => half(subtract(ln(add(unit, a)), ln(subtract(unit, a))));

  const call = (name: ScalarFunction, args: readonly C[]): C => {
    const [x = undefinedValue, y = undefinedValue] = args;
    switch (name) {
      case 'exp':
        return exp(x);
      case 'ln':
        return ln(x);
      case 'log10':
        return divide(ln(x), ofReal(f('ln', real.from(10))));
      case 'log2':
        return divide(ln(x), ofReal(f('ln', two)));
      case 'log':
        return divide(ln(y), ln(x));
      case 'sqrt':
        return sqrt(x);
      case 'root':
        return power(y, divide(unit, x));
      case 'sin':
        return sin(x);
      case 'cos':
        return cos(x);
      case 'tan':
        return divide(sin(x), cos(x));
      case 'cot':
        return divide(cos(x), sin(x));
      case 'sec':
        return divide(unit, cos(x));
      case 'csc':
        return divide(unit, sin(x));
      case 'asin':
        return asin(x);
      case 'acos':
        return acos(x);
      case 'atan':
        return atan(x);
      case 'acot':
        return atan(divide(unit, x));
      case 'asec':
        return acos(divide(unit, x));
      case 'acsc':
        return asin(divide(unit, x));
      case 'sinh':
        return sinh(x);
      case 'cosh':
        return cosh(x);
      case 'tanh':
        return divide(sinh(x), cosh(x));
      case 'coth':
        return divide(cosh(x), sinh(x));
      case 'sech':
        return divide(unit, cosh(x));
      case 'csch':
        return divide(unit, sinh(x));
      case 'asinh':
        return asinh(x);
      case 'acosh':
        return acosh(x);
      case 'atanh':
        return atanh(x);
      case 'acoth':
        return atanh(divide(unit, x));
      case 'asech':
        return acosh(divide(unit, x));
      case 'acsch':
        return asinh(divide(unit, x));
      case 'abs':
        return ofReal(modulus(x));
      case 're':
        return ofReal(x.re);
      case 'im':
        return ofReal(x.im);
      case 'arg':
        return isZero(x.re) && isZero(x.im) ? undefinedValue : ofReal(argument(x));
      case 'conj':
        return { re: x.re, im: real.negate(x.im) };
      default:
        return args.every(({ im }) => real.mayBeZero(im))
          ? ofReal(
              real.call(
                name,
                args.map(({ re }) => re),
              ),
            )
          : undefinedValue;
    }
  };

  return {
    complex: true,
    literal: (text) => ofReal(real.literal(text)),
    from: (re, im = 0) => ({ re: real.from(re), im: real.from(im) }),
    constant: (name) => (name === 'i' ? i : ofReal(real.constant(name))),
    negate,
    add,
    subtract,
    multiply,
    divide,
    power,
    call,
    indicator: (operator, a, b) => {
      if (isReal(a) && isReal(b)) return ofReal(real.indicator(operator, a.re, b.re));
      const same = real.indicator('=', modulus(subtract(a, b)), zero);
      if (operator === '=') return ofReal(same);
      return operator === '!=' ? ofReal(real.subtract(one, same)) : undefinedValue;
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
}
