/** A Float64 with a bound on its absolute error, after the running error analysis of Wilkinson. */
export interface Bounded {
  readonly v: number;
  readonly e: number;
}

/** Unit roundoff of Float64. */
export const ROUNDOFF = 2 ** -53;
/** Errors of the elementary functions of V8 in units of the last place, with room to spare. */
export const LIBRARY_ERROR = 4 * ROUNDOFF;
/** Underflow leaves an absolute error of its own. */
export const UNDERFLOW = 1e-300;
/**
 * Where a change of an operand in its last 26 bits no longer shows in the result (`x + 10^{-20}`,
 * `tanh(20)`), Float64 may not speak of equality: the bound is widened by this share of the value,
 * so that many digits are asked instead.
 */
export const BLUR = 2 ** -40;
export const BLURRED = 2 ** -26;

export const UNDEFINED: Bounded = { v: Number.NaN, e: 0 };
export const ZERO: Bounded = { v: 0, e: 0 };
export const ONE: Bounded = { v: 1, e: 0 };

/** A value and its error, which underflow may have made larger. */
export function bounded(v: number, e: number): Bounded {
  return { v, e: e + UNDERFLOW };
}

/** The rounded result of an operation whose operands bring an error of `e`. */
export function rounded(v: number, e: number): Bounded {
  const error = e * (1 + 4 * ROUNDOFF) + Math.abs(v) * ROUNDOFF;
  // 0 · ∞ says nothing of how large it is.
  return { v, e: Number.isNaN(error) ? Number.POSITIVE_INFINITY : error };
}

/** A value behind a jump that the error bound does not exclude: it can be anything. */
export function uncertain(v: number): Bounded {
  // What may be 0/0 need not be undefined.
  return { v: Number.isNaN(v) ? 0 : v, e: Number.POSITIVE_INFINITY };
}

/**
 * f(x) with |f′| at x as the factor by which the error grows, for errors of up to `most`: over them
 * the slope may grow by 5 % at most.
 */
export function smooth(x: Bounded, v: number, slope: number, most = 0.01): Bounded {
  // Of a value beyond the range of Float64 nothing is known but that it is large: it is no exact ∞.
  if (!Number.isFinite(v)) return Number.isNaN(v) ? UNDEFINED : { v, e: Number.POSITIVE_INFINITY };
  if (x.e > most) return uncertain(v);
  const isBlurred = x.v !== 0 && Math.abs(slope * x.v) < BLURRED * Math.abs(v);
  const blur = isBlurred ? BLUR * Math.abs(v) : 0;
  return bounded(v, 1.05 * Math.abs(slope) * x.e + LIBRARY_ERROR * Math.abs(v) + blur);
}
