import { Decimal } from 'decimal.js';

const PRECISION = 140;

/**
 * The numbers of this folder. Whatever is drawn, read off a solver or worked out is one of these, so
 * that no value has fewer digits than it is compared with (`model.ts`); decimal.js's own `Decimal`,
 * of 20 digits, is used nowhere (a lint rule).
 */
export const Digits = Decimal.clone({ precision: PRECISION, defaults: true });
export type Digits = Decimal;

/**
 * The square root, as `sqrt` of decimal.js has it, in a tenth of its time: norms are most of what is worked out
 * at points.
 */
export function rootOf(value: Digits): Digits {
  if (!value.isFinite() || value.isNegative() || value.isZero()) return value.sqrt();
  const [mantissa = '', exponent] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const last = Number(exponent) - digits.length + 1;
  // With so many zeros behind them the root has some digits more than are kept, and a whole exponent.
  const zeros = Math.max(0, 2 * (PRECISION + 4) - digits.length);
  const even = (last - zeros) % 2 === 0 ? zeros : zeros + 1;
  const root = wholeRoot(BigInt(digits) * 10n ** BigInt(even));
  return new Digits(`${root}e${(last - even) / 2}`).toSignificantDigits(PRECISION);
}

/** The root of a positive whole number, rounded down: Newton’s iteration, from above. */
function wholeRoot(square: bigint): bigint {
  const bits = 4 * square.toString(16).length;
  const shift = BigInt(Math.max(0, bits - 100) >> 1);
  const first = BigInt(Math.ceil(Math.sqrt(Number(square >> (2n * shift)))));
  let root = (first + 2n) << shift;
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** What was worked out before: the same small numbers are tried again and again, and each takes a millisecond. */
const kept = new Map<string, Digits>();
const MOST_KEPT = 5000;

/** The exponential, as `exp` of decimal.js has it. */
export function expOf(value: Digits): Digits {
  return remembered(`e${value}`, () => value.exp());
}

/** The natural logarithm of a positive value, as `ln` of decimal.js has it. */
export function lnOf(value: Digits): Digits {
  return remembered(`l${value}`, () => value.ln());
}

function remembered(key: string, work: () => Digits): Digits {
  const known = kept.get(key);
  if (known) return known;
  const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  const value = work();
  kept.set(key, value);
  return value;
}
