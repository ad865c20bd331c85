import { complexOver } from '@/lib/math/arithmetic/complex';
import { realBall } from '@/lib/math/arithmetic/real-ball';
import { realFloat } from '@/lib/math/arithmetic/real-float';
import { type Costs, FLOAT_COSTS } from '@/lib/math/core/meter';
import type { Arithmetic, Complex } from '@/lib/math/numbers/arithmetic';
import {
  type Ball,
  isDefined,
  logRadius,
  logSize,
  mayBeZero,
  subtract,
  toNumber,
} from '@/lib/math/numbers/ball';
import { showBall } from '@/lib/math/numbers/ball-text';
import type { Bounded } from '@/lib/math/numbers/bounded-float';
import { ArithmeticPair, type NumberView, worstRelation } from './arithmetic-pair';
import type { Pair, PairExpressions } from './pair';

/** When two Float64 values are equal, and when they differ. */
interface FloatThresholds {
  /** The largest error beside the value with which they may be called equal. */
  settled: number;
  /** They differ where they are further apart than so many times their errors. */
  slack: number;
  /** Beside values smaller than this, errors are measured against it: integrals may be 0. */
  least: number;
  /** Smaller shares of the values are no difference, whatever their errors are said to be. */
  finest: number;
}

/** Float64 alone settles equality where its error bound is below this share of the value. */
const SETTLED = 1e-13;
/** Many digits settle it where they leave no doubt on 35 of them. */
const CERTAIN_BITS = 117;
/** Differences of balls are rounded to so many bits: more than a thousand digits have. */
const VIEW_BITS = 4000;

const floatView = ({ settled, slack, least, finest }: FloatThresholds): NumberView<Bounded> => ({
  costs: FLOAT_COSTS,
  size: ({ v }) => Math.abs(v),
  judge: (a, b, scale) => {
    const error = a.e + b.e;
    const gap = Math.abs(a.v - b.v);
    if (gap === 0 && error === 0) return 'equal';
    if (!Number.isFinite(error)) return 'unclear';
    const size = Math.max(scale, least);
    if (gap > error * slack && gap > finest * size) return 'different';
    return error <= settled * size ? 'equal' : 'close';
  },
  isCertain: ({ e }) => e === 0,
  parts: ({ v }) => ({ re: v, im: 0 }),
  latex: ({ v }, digits) => String(Number(v.toPrecision(digits))),
});
/** Where errors are proved bounds, and where those of integrals and endless sums are estimates. */
const PROVED = floatView({ settled: SETTLED, slack: 1.01, least: 0, finest: 0 });
const ESTIMATED = floatView({ settled: 1e-8, slack: 10, least: 1e-2, finest: 1e-9 });

/** How many digits are tried, one after the other, where fewer do not tell. */
export const PRECISIONS = [50, 110, 300] as const;
/** For what only shows far down, such as the difference of tanh(200) and 1. */
export const LAST_PRECISION = 1000;
export type Precision = (typeof PRECISIONS)[number] | typeof LAST_PRECISION;

/** What balls cost, measured (bench/): more digits cost more than in proportion. */
const BALL_COSTS: Readonly<Record<Precision, Costs>> = {
  50: { operation: 50, function: 700 },
  110: { operation: 60, function: 1300 },
  300: { operation: 200, function: 4500 },
  1000: { operation: 1000, function: 50_000 },
};

const ballView = (costs: Costs): NumberView<Ball> => ({
  costs,
  size: logSize,
  judge: (a, b, scale) => {
    const gap = subtract(a, b, VIEW_BITS);
    if (!isDefined(gap)) return 'unclear';
    if (!mayBeZero(gap)) return 'different';
    const error = logRadius(gap);
    return error <= Math.max(scale, 0) - CERTAIN_BITS ? 'equal' : 'unclear';
  },
  isCertain: isDefined,
  parts: (value) => ({ re: toNumber(value), im: 0 }),
  latex: showBall,
});

function complexView<R>(view: NumberView<R>): NumberView<Complex<R>> {
  const { operation, function: call } = view.costs;
  return {
    costs: { operation: 4 * operation, function: 6 * call },
    size: ({ re, im }) => Math.max(view.size(re), view.size(im)),
    judge: (a, b, scale) =>
      worstRelation([view.judge(a.re, b.re, scale), view.judge(a.im, b.im, scale)]),
    isCertain: ({ re, im }) => view.isCertain(re) && view.isCertain(im),
    parts: ({ re, im }) => ({ re: view.parts(re).re, im: view.parts(im).re }),
    latex: ({ re, im }, digits) => {
      const [real, imaginary] = [view.latex(re, digits), view.latex(im, digits)];
      if (imaginary === '0') return real;
      const factor = imaginary === '1' ? '' : imaginary === '-1' ? '-' : imaginary;
      if (real === '0') return `${factor}i`;
      return `${real}${imaginary.startsWith('-') ? '' : '+'}${factor}i`;
    },
  };
}

const complexFloat = complexOver(realFloat);
const arithmetics = new Map<
  Precision,
  { real: Arithmetic<Ball>; complex: Arithmetic<Complex<Ball>> }
>();

/** The pair in Float64 with error bounds. */
export function floatPair(expressions: PairExpressions): Pair {
  return expressions.table.complex
    ? new ArithmeticPair(expressions, complexFloat, complexView(PROVED))
    : new ArithmeticPair(expressions, realFloat, PROVED);
}

/**
 * The same where values are estimates: equal where errors are below 1e-8, different from ten times
 * the errors on, and from 1e-9 of the values.
 */
export function estimatedPair(expressions: PairExpressions): Pair {
  return expressions.table.complex
    ? new ArithmeticPair(expressions, complexFloat, complexView(ESTIMATED))
    : new ArithmeticPair(expressions, realFloat, ESTIMATED);
}

/** The pair with that many significant digits and error bounds. */
export function precisePair(expressions: PairExpressions, digits: Precision): Pair {
  const { real, complex } = arithmeticsOf(digits);
  return expressions.table.complex
    ? new ArithmeticPair(expressions, complex, complexView(ballView(BALL_COSTS[digits])))
    : new ArithmeticPair(expressions, real, ballView(BALL_COSTS[digits]));
}

function arithmeticsOf(digits: Precision) {
  const cached = arithmetics.get(digits);
  if (cached) return cached;
  const real = realBall(digits);
  const made = { real, complex: complexOver(real) };
  arithmetics.set(digits, made);
  return made;
}
