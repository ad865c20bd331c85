import type { Decimal } from 'decimal.js';
import { above, type BoundedDecimal, type DecimalCore, UNKNOWN } from './bounded-decimal';

/** Above this a factorial is computed by Stirling's series. */
const MAX_PRODUCT = 400;
/** Terms of Stirling's series. */
const TERMS = 30;

export interface GammaFunctions {
  gamma: (x: BoundedDecimal) => BoundedDecimal;
  binomial: (n: BoundedDecimal, k: BoundedDecimal) => BoundedDecimal;
}

/** Γ and binomial coefficients of real arguments, at the digits of `core`. */
export function gammaFunctions(core: DecimalCore): GammaFunctions {
  const { D, digits, one, undefinedValue } = core;
  const start = Math.max(30, Math.ceil(digits * 0.9));
  const halfLogTwoPi = D.ln(D.acos(-1).times(2)).div(2);
  let series: readonly Decimal[] | null = null;

  const stirling = (t: Decimal): Decimal => {
    series ??= bernoulliNumbers(D);
    let sum = t.minus(0.5).times(t.ln()).minus(t).plus(halfLogTwoPi);
    const square = t.times(t);
    let divisor = t;
    for (const [index, bernoulli] of series.entries()) {
      const k = 2 * (index + 1);
      sum = sum.plus(bernoulli.div(divisor.times(k * (k - 1))));
      divisor = divisor.times(square);
    }
    return sum;
  };

  const gamma = (input: BoundedDecimal): BoundedDecimal => {
    const { value: x, error } = core.snapped(input);
    if (error === UNKNOWN) return { value: x, error };
    if (x.isNaN()) return undefinedValue;
    if (x.isInteger()) {
      if (x.lte(0)) return undefinedValue;
      if (x.lte(MAX_PRODUCT)) {
        let factorial = one;
        for (let factor = 2; factor < x.toNumber(); factor++)
          factorial = core.multiply(factorial, core.exact(factor));
        return factorial;
      }
    }
    if (x.abs().gt(1e12) || x.lt(-MAX_PRODUCT)) return { value: x, error: UNKNOWN };
    // Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1)); Stirling's series is good from `start` on.
    let shift = new D(1);
    let t = x;
    while (t.lt(start)) {
      shift = shift.times(t);
      t = t.plus(1);
    }
    const value = stirling(t).exp().div(shift);
    // ψ(x) is below ln t + 1/distance to the nearest pole.
    const pole = x.isPositive() ? x : x.minus(x.round()).abs();
    const slope = Math.log10(Math.log(t.toNumber()) + 2) + Math.max(0, -pole.e);
    const truncation = 33 - (2 * TERMS + 1) * Math.log10(t.toNumber());
    // exp turns the absolute error of its large argument into a relative one.
    const rounding = 4 + Math.log10(t.toNumber()) * 1.2 - digits;
    const relative = Math.max(error + slope, truncation, rounding) + 0.5;
    return core.rounded(value, above(value) + relative);
  };

  const binomial = (n: BoundedDecimal, k: BoundedDecimal): BoundedDecimal => {
    const whole = core.snapped(k);
    if (whole.value.isInteger() && whole.value.lte(MAX_PRODUCT)) {
      if (whole.value.isNegative() && !whole.value.isZero()) return core.zero;
      let coefficient = one;
      for (let index = 0; index < whole.value.toNumber(); index++) {
        const factor = core.subtract(n, core.exact(index));
        coefficient = core.divide(core.multiply(coefficient, factor), core.exact(index + 1));
      }
      return coefficient;
    }
    const below = core.multiply(gamma(core.add(k, one)), gamma(core.add(core.subtract(n, k), one)));
    return core.divide(gamma(core.add(n, one)), below);
  };

  return { gamma, binomial };
}

/** B₂, B₄, …, B₆₀ by their recurrence, with guard digits against its cancellation. */
function bernoulliNumbers(D: typeof Decimal): readonly Decimal[] {
  const G = D.clone({ precision: D.precision + 60 });
  const all: Decimal[] = [new G(1)];
  for (let m = 1; m <= 2 * TERMS; m++) {
    let sum = new G(0);
    let choose = new G(1);
    for (const [k, bernoulli] of all.entries()) {
      if (!bernoulli.isZero()) sum = sum.plus(choose.times(bernoulli));
      choose = choose.times(m + 1 - k).div(k + 1);
    }
    all.push(sum.negated().div(m + 1));
  }
  return all.flatMap((bernoulli, index) =>
    index > 0 && index % 2 === 0 ? [new D(bernoulli)] : [],
  );
}
