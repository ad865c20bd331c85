import type { Decimal } from 'decimal.js';
import { type Complex, complexOver } from './complex';
import { realDecimal } from './real-decimal';
import { type Bounded, realFloat } from './real-float';
import { type Pair, type PairExpressions, pairIn, type View } from './side';

const floatView: View<Bounded> = {
  error: ({ e }) => e,
  parts: ({ v }) => ({ re: v, im: 0 }),
  show: ({ v }, digits) => showNumber(v, digits),
};

const decimalView: View<Decimal> = {
  error: () => 0,
  parts: (value) => ({ re: value.toNumber(), im: 0 }),
  show: (value, digits) => showDecimal(value, digits),
};

function complexView<R>(view: View<R>): View<Complex<R>> {
  return {
    error: ({ re, im }) => view.error(re) + view.error(im),
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
const decimals = DIGITS.map(realDecimal);
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

function showDecimal(value: Decimal, digits: number): string {
  const rounded = value.toSignificantDigits(digits);
  if (rounded.abs().lt('1e-40')) return '0';
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
