import type { Arithmetic } from './arithmetic';
import { above, type BoundedDecimal, EXACT, UNKNOWN } from './bounded-decimal';
import type { Bounded } from './bounded-float';
import { type Complex, complexOver } from './complex';
import { realDecimal } from './real-decimal';
import { realFloat } from './real-float';
import { type Pair, type PairExpressions, pairIn, type View } from './side';

/** Float64 alone settles equality where its error bound is below this share of the value. */
const SETTLED = 1e-13;
/** Decimals settle it where they leave no doubt on so many digits. */
const CERTAIN_DIGITS = 35;

const floatView: View<Bounded> = {
  costs: { operation: 1, function: 3 },
  size: ({ v }) => Math.abs(v),
  judge: (a, b, scale) => {
    const error = a.e + b.e;
    const gap = Math.abs(a.v - b.v);
    if (gap === 0 && error === 0) return 'equal';
    if (!Number.isFinite(error)) return 'unclear';
    if (gap > error * 1.01) return 'different';
    return error <= SETTLED * scale ? 'equal' : 'close';
  },
  isCertain: ({ e }) => e === 0,
  parts: ({ v }) => ({ re: v, im: 0 }),
  show: ({ v }, digits) => String(Number(v.toPrecision(digits))),
};

const decimalView: View<BoundedDecimal> = {
  costs: { operation: 20, function: 4000 },
  size: ({ value }) => above(value),
  judge: (a, b, scale) => {
    const error = Math.max(a.error, b.error) + 0.31;
    const gap = a.value.minus(b.value);
    if (error === UNKNOWN || gap.isNaN()) return 'unclear';
    if (error === EXACT) return a.value.eq(b.value) ? 'equal' : 'different';
    if (!gap.isZero() && gap.e > error) return 'different';
    return error <= Math.max(scale, 0) - CERTAIN_DIGITS ? 'equal' : 'unclear';
  },
  isCertain: ({ error }) => error !== UNKNOWN,
  parts: ({ value }) => ({ re: value.toNumber(), im: 0 }),
  show: showDecimal,
};

function complexView<R>(view: View<R>): View<Complex<R>> {
  const { operation, function: call } = view.costs;
  return {
    costs: { operation: 4 * operation, function: 6 * call },
    size: ({ re, im }) => Math.max(view.size(re), view.size(im)),
    judge: (a, b, scale) => {
      const found = [view.judge(a.re, b.re, scale), view.judge(a.im, b.im, scale)];
      for (const outcome of ['different', 'unclear', 'close'] as const)
        if (found.includes(outcome)) return outcome;
      return 'equal';
    },
    isCertain: ({ re, im }) => view.isCertain(re) && view.isCertain(im),
    parts: ({ re, im }) => ({ re: view.parts(re).re, im: view.parts(im).re }),
    show: ({ re, im }, digits) => {
      const [real, imaginary] = [view.show(re, digits), view.show(im, digits)];
      if (imaginary === '0') return real;
      const factor = imaginary === '1' ? '' : imaginary === '-1' ? '-' : imaginary;
      if (real === '0') return `${factor}i`;
      return `${real}${imaginary.startsWith('-') ? '' : '+'}${factor}i`;
    },
  };
}

/** How many digits are tried, one after the other, where fewer do not tell. */
export const PRECISIONS = [50, 110, 300] as const;
export type Precision = (typeof PRECISIONS)[number];

const complexFloat = complexOver(realFloat);
const arithmetics = new Map<
  Precision,
  { real: Arithmetic<BoundedDecimal>; complex: Arithmetic<Complex<BoundedDecimal>> }
>();

/** The pair in Float64 with error bounds. */
export function floatPair(expressions: PairExpressions): Pair {
  return expressions.table.complex
    ? pairIn(expressions, complexFloat, complexView(floatView))
    : pairIn(expressions, realFloat, floatView);
}

/** The pair with that many significant digits and error bounds. */
export function decimalPair(expressions: PairExpressions, digits: Precision): Pair {
  const { real, complex } = arithmeticsOf(digits);
  return expressions.table.complex
    ? pairIn(expressions, complex, complexView(decimalView))
    : pairIn(expressions, real, decimalView);
}

function arithmeticsOf(digits: Precision) {
  const known = arithmetics.get(digits);
  if (known) return known;
  const real = realDecimal(digits);
  const made = { real, complex: complexOver(real) };
  arithmetics.set(digits, made);
  return made;
}

function showDecimal({ value, error }: BoundedDecimal, digits: number): string {
  const isNoise = error !== EXACT && value.e <= error;
  if (isNoise || value.isZero()) return '0';
  const rounded = value.toSignificantDigits(digits);
  if (rounded.e >= -5 && rounded.e < 9)
    return rounded
      .toFixed()
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  const [mantissa = '', exponent = ''] = rounded.toExponential().split('e');
  return `${mantissa} \\cdot 10^{${exponent.replace('+', '')}}`;
}
