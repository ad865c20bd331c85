import type { Decimal } from 'decimal.js';
import { type BoundedDecimal, boundedDecimal } from './bounded-decimal';
import { type Complex, complexOver } from './complex';
import { type Bounded, realFloat } from './real-float';
import { type Pair, type PairExpressions, pairIn, type View } from './side';

const floatView: View<Bounded> = {
  error: ({ e }) => Math.log10(e),
  size: ({ v }) => Math.log10(Math.abs(v)),
  parts: ({ v }) => ({ re: v, im: 0 }),
  show: ({ v }, digits) => showNumber(v, digits),
};

const decimalView: View<BoundedDecimal> = {
  error: ({ error }) => error,
  size: ({ v }) =>
    v.isFinite() && !v.isZero()
      ? v.e + Math.log10(leadingDigits(v))
      : Math.log10(v.abs().toNumber()),
  parts: ({ v }) => ({ re: v.toNumber(), im: 0 }),
  show: ({ v }, digits) => showDecimal(v, digits),
};

function complexView<R>(view: View<R>): View<Complex<R>> {
  return {
    error: ({ re, im }) => Math.max(view.error(re), view.error(im)) + 0.3,
    size: ({ re, im }) => Math.max(view.size(re), view.size(im)) + 0.15,
    parts: ({ re, im }) => ({ re: view.parts(re).re, im: view.parts(im).re }),
    show: ({ re, im }, digits) => {
      const [real, imaginary] = [view.show(re, digits), view.show(im, digits)];
      if (imaginary === '0') return real;
      const signed = imaginary.startsWith('-') ? imaginary : `+${imaginary}`;
      return `${real === '0' ? '' : real}${real === '0' ? imaginary : signed}i`;
    },
  };
}

const complexFloat = complexOver(realFloat);
const DIGITS = [50, 90] as const;
const decimals = DIGITS.map(boundedDecimal);
const complexDecimals = decimals.map(complexOver);

/** The pair in Float64 with error bounds. */
export function floatPair(expressions: PairExpressions): Pair {
  return expressions.table.complex
    ? pairIn(expressions, complexFloat, complexView(floatView))
    : pairIn(expressions, realFloat, floatView);
}

/** The pair with 50 and with 90 significant digits. */
export function decimalPairs(expressions: PairExpressions): { low: Pair; high: Pair } {
  const [low, high] = expressions.table.complex
    ? complexDecimals.map((arithmetic) => pairIn(expressions, arithmetic, complexView(decimalView)))
    : decimals.map((arithmetic) => pairIn(expressions, arithmetic, decimalView));
  if (!low || !high) throw new RangeError('there are two precisions');
  return { low, high };
}

/** The first seven digits of a mantissa, as a number in [1, 10). */
function leadingDigits(value: Decimal): number {
  const first = String(value.d[0] ?? 1);
  return Number(first) / 10 ** (first.length - 1);
}

function showDecimal(value: Decimal, digits: number): string {
  const rounded = value.toSignificantDigits(digits);
  // Rounding noise is shown as 0, unless it is all that is to be seen.
  if (digits < 30 && rounded.abs().lt('1e-40')) return '0';
  const size = rounded.isZero() ? 0 : rounded.e;
  if (size >= -5 && size < 9)
    return rounded
      .toFixed()
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  const [mantissa = '', exponent = ''] = rounded.toExponential().split('e');
  return `${mantissa} \\cdot 10^{${exponent.replace('+', '')}}`;
}

function showNumber(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}
