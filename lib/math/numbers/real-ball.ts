import type { Arithmetic } from './arithmetic';
import {
  absolute,
  add,
  type Ball,
  ballOf,
  divide,
  fromLiteral,
  fromNumber,
  isDefined,
  isExact,
  logBound,
  logRadius,
  logSize,
  mayBeZero,
  multiply,
  negate,
  ONE,
  signOf,
  subtract,
  toNumber,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import { exp, ln, pi } from './ball-elementary';
import { ballFunctions } from './ball-functions';
import { wholeIn } from './ball-whole';
import { holds } from './real-float';

/** Odd roots of negative numbers are real: the exponent is p/q with one of these q. */
const ODD = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21];
/** Whole powers up to this are multiplied out. */
const MAX_PRODUCTS = 64;
const BITS_PER_DIGIT = Math.log2(10);
/** Bits that are carried besides the digits asked for. */
const EXTRA = 30;
/** e^{−2^32} is out of range, but known to be next to nothing. */
const VANISHING = 32;
/** Literals are kept this long until an operation cuts them, so that long ones differ. */
const LITERAL_BITS = 1000;

/** Real arithmetic with at least `digits` significant digits, and a proved bound on every error. */
export function realBall(digits: number): Arithmetic<Ball> {
  const bits = Math.ceil(digits * BITS_PER_DIGIT) + EXTRA;
  const times = (a: Ball, b: Ball) => multiply(a, b, bits);

  /** a^b = e^{b ln a} for a > 0, with guard bits for the size of b ln a. */
  const positivePower = (a: Ball, b: Ball): Ball => {
    const size = logSize(b) + Math.log2(Math.abs(logSize(a)) + 1);
    const guard = Math.min(128, Math.max(0, Math.ceil(size)) + 8);
    const product = multiply(b, ln(a, bits + guard), bits + guard);
    return exp(product, bits);
  };
  const wholePower = (a: Ball, exponent: bigint): Ball => {
    const size = exponent < 0n ? -exponent : exponent;
    if (size > BigInt(MAX_PRODUCTS)) {
      if (mayBeZero(a)) return UNKNOWN;
      const value = positivePower(absolute(a), { m: exponent, e: 0, r: 0 });
      return signOf(a) < 0 && size % 2n === 1n ? negate(value) : value;
    }
    let product = ONE;
    let square = a;
    for (let left = Number(size); left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) product = times(product, square);
      if (left > 1) square = times(square, square);
    }
    return exponent < 0n ? divide(ONE, product, bits) : product;
  };
  const rootOfNegative = (a: Ball, b: Ball): Ball => {
    if (isExact(b)) return UNDEFINED;
    for (const q of ODD) {
      const p = wholeIn(times(b, fromNumber(q)), bits);
      if (p === null) continue;
      if (p === 'unclear') return UNKNOWN;
      const size = positivePower(absolute(a), b);
      return p % 2n === 0n ? size : negate(size);
    }
    return UNDEFINED;
  };
  const power = (a: Ball, b: Ball): Ball => {
    if (Number.isNaN(a.r) || Number.isNaN(b.r)) return UNDEFINED;
    if (!isDefined(a) || !isDefined(b)) return UNKNOWN;
    const whole = wholeIn(b, bits);
    if (whole === 'unclear') return mayBeZero(a) ? UNKNOWN : generalPower(a, b);
    if (isExact(a) && a.m === 0n) {
      const side = signOf(b);
      if (whole === 0n) return ONE;
      return side > 0 ? ZERO : side < 0 ? UNDEFINED : UNKNOWN;
    }
    if (whole !== null) return wholePower(a, whole);
    if (!mayBeZero(a)) return generalPower(a, b);
    // Near 0 a positive power is at most that of the largest number in the ball.
    const upper = logBound(a);
    if (!(signOf(b) > 0 && upper < 0)) return UNKNOWN;
    // The least exponent in the ball, and a little less for the rounding of what follows.
    const least = (toNumber(b) - 2 ** logRadius(b)) * (1 - 1e-9);
    return least > 0 ? ballOf(0n, 0, Math.max(upper * least, -(2 ** 30)), bits) : UNKNOWN;
  };
  const generalPower = (a: Ball, b: Ball): Ball =>
    signOf(a) < 0 ? rootOfNegative(a, b) : positivePower(a, b);

  const functions = ballFunctions(bits, power);
  const constants = { pi: pi(bits), e: exp(ONE, bits), infinity: UNKNOWN, i: UNDEFINED };

  return {
    complex: false,
    literal: (text) => fromLiteral(text, Math.max(bits, LITERAL_BITS)),
    from: (real, imaginary = 0) => (imaginary === 0 ? fromNumber(real) : UNDEFINED),
    constant: (name) => constants[name],
    negate,
    add: (a, b) => add(a, b, bits),
    subtract: (a, b) => subtract(a, b, bits),
    multiply: times,
    divide: (a, b) => divide(a, b, bits),
    power,
    call: (name, args) => {
      const [x = UNDEFINED, y = ZERO, ...others] = args;
      // The largest of one number is that number.
      if (args.length === 1 && (name === 'min' || name === 'max')) return x;
      if (name === 'exp' && isDefined(x) && signOf(x) < 0 && logSize(x) > VANISHING)
        return ballOf(0n, 0, -(2 ** VANISHING), bits);
      return functions[name](x, y, ...others);
    },
    indicator: (operator, a, b) => {
      const gap = subtract(a, b, bits);
      if (!isDefined(gap)) return gap;
      const sign = signOf(gap);
      // What many digits do not tell apart is taken for equal.
      const isClear = sign !== 0 || isExact(gap) || logRadius(gap) < -bits / 2;
      if (!isClear) return UNKNOWN;
      return holds(operator, sign) ? ONE : ZERO;
    },
    isDefined,
    isUndefined: ({ r }) => Number.isNaN(r),
    mayBeZero: (a) => isDefined(a) && mayBeZero(a) && (isExact(a) || logRadius(a) < -bits / 2),
    // 0 is said of an exact zero only, since whoever asks leaves zeros out.
    magnitude: (a) => {
      if (!isDefined(a)) return a.r;
      return isExact(a) && a.m === 0n ? 0 : Math.max(Math.abs(toNumber(a)), Number.MIN_VALUE);
    },
    toParts: (a) => {
      if (!isDefined(a)) return { parts: [Number.isNaN(a.r) ? Number.NaN : 0], error: a.r };
      const v = toNumber(a);
      return { parts: [v], error: 2 ** logRadius(a) + Math.abs(v) * 2 ** -53 };
    },
    fromParts: ({ parts: [v = Number.NaN], error }) => {
      const middle = fromNumber(v);
      if (error === 0 || !isDefined(middle)) return middle;
      return add(middle, ballOf(0n, 0, Math.log2(error), bits), bits);
    },
  };
}
