/** An exact rational number; the denominator is positive and the fraction reduced. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };
export const ONE: Fraction = { top: 1n, bottom: 1n };

/** Throws a RangeError where the bottom is 0. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 1n) return { top, bottom };
  if (bottom === 0n) throw new RangeError('a fraction over zero');
  const common = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

function gcd(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

export function negate({ top, bottom }: Fraction): Fraction {
  return { top: -top, bottom };
}

export function isZero({ top }: Fraction): boolean {
  return top === 0n;
}

export function compare(a: Fraction, b: Fraction): number {
  const gap = a.top * b.bottom - b.top * a.bottom;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** A decimal literal such as `0.25` or `1e-3`, exactly; null where it is none or has too many digits. */
export function parseFraction(text: string): Fraction | null {
  const [, whole = '', decimals = '', exponent = '0'] =
    /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = whole + decimals;
  const shift = Number(exponent) - decimals.length;
  if (digits === '' || digits.length > 60 || Math.abs(shift) > 60) return null;
  const scale = 10n ** BigInt(Math.abs(shift));
  return shift < 0 ? fraction(BigInt(digits), scale) : fraction(BigInt(digits) * scale);
}
