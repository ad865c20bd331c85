import { add, type Ball, scaledBy, toNumber } from '@/lib/math/numbers/ball';
import { showBall } from '@/lib/math/numbers/ball-text';

/** Digits of a witness where a few tell it apart, and where only many do. */
const SHOWN_DIGITS = 8;
const MOST_DIGITS = 40;
const VIEW_BITS = 400;

/** Parts of one that make plain numbers: halves, then decimals. */
const UNITS: readonly number[] = [1, 2, ...Array.from({ length: 12 }, (_, k) => 10 ** (k + 1))];

/** A value as a person reads it, LaTeX. */
export function pointLatex(value: Ball): string {
  return showBall(value, SHOWN_DIGITS);
}

/** The plainest number between two others, LaTeX; without one it goes on for ever. */
export function numberBetween(from: Ball | null, to: Ball | null): string {
  const [low, high] = [
    from ? toNumber(from) : Number.NEGATIVE_INFINITY,
    to ? toNumber(to) : Number.POSITIVE_INFINITY,
  ];
  const plain = plainBetween(low, high);
  if (plain !== null) return String(plain);
  const known = from ?? to;
  if (!known) return '0';
  const middle = from && to ? scaledBy(add(from, to, VIEW_BITS), -1) : known;
  return showBall(middle, MOST_DIGITS);
}

/** A number of few digits strictly between two others; null where only many would do. */
function plainBetween(low: number, high: number): number | null {
  for (const unit of UNITS) {
    const nearest = Math.min(Math.max(0, Math.floor(low * unit) + 1), Math.ceil(high * unit) - 1);
    const number = nearest / unit;
    if (low < number && number < high && Number.isFinite(number)) return number;
  }
  return null;
}
