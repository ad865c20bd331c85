import type { BallArithmetic } from '@/lib/math/numbers/arithmetic';
import {
  add,
  type Ball,
  ballOf,
  divide,
  fromLiteral,
  fromNumber,
  isDefined,
  isExact,
  logRadius,
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
} from '@/lib/math/numbers/ball';
import { exp, pi } from '@/lib/math/numbers/ball-elementary';
import { ballPower } from '@/lib/math/numbers/ball-power';
import { holds, type RelationOperator } from '@/lib/math/numbers/comparison';

const BITS_PER_DIGIT = Math.log2(10);
/** Bits that are carried besides the digits asked for. */
const EXTRA = 30;
/** Literals are kept this long until an operation cuts them, so that long ones differ. */
const LITERAL_BITS = 1000;

/** Real arithmetic with at least `digits` significant digits, and a proved bound on every error. */
export function realBall(digits: number): BallArithmetic {
  const bits = Math.ceil(digits * BITS_PER_DIGIT) + EXTRA;
  const constants = { pi: pi(bits), e: exp(ONE, bits), infinity: UNKNOWN, i: UNDEFINED };

  const arithmetic: BallArithmetic = {
    bits,
    complex: false,
    literal: (text) => fromLiteral(text, Math.max(bits, LITERAL_BITS)),
    from: (real, imaginary = 0) => (imaginary === 0 ? fromNumber(real) : UNDEFINED),
    constant: (name) => constants[name],
    negate,
    add: (a, b) => add(a, b, bits),
    subtract: (a, b) => subtract(a, b, bits),
    multiply: (a, b) => multiply(a, b, bits),
    divide: (a, b) => divide(a, b, bits),
    power: (a, b) => ballPower(a, b, bits),
    call: (fn, args) => {
      const [x = UNDEFINED, y = ZERO] = args;
      return fn.ball(arithmetic, x, y, args);
    },
    indicator: (operator, a, b) => indicatorOf(operator, subtract(a, b, bits), bits),
    isDefined,
    isUndefined: ({ r }) => Number.isNaN(r),
    mayBeZero: (a) => isDefined(a) && mayBeZero(a) && isSharp(a, bits),
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
  return arithmetic;
}

/** Whether a ball is small enough that what lies in it is taken for equal. */
function isSharp(a: Ball, bits: number): boolean {
  return isExact(a) || logRadius(a) < -bits / 2;
}

function indicatorOf(operator: RelationOperator, difference: Ball, bits: number): Ball {
  if (!isDefined(difference)) return difference;
  const sign = signOf(difference);
  if (sign === 0 && !isSharp(difference, bits)) return UNKNOWN;
  return holds(operator, sign) ? ONE : ZERO;
}
