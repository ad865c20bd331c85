import { Decimal } from 'decimal.js';
import type { Arithmetic, ScalarFunction } from './arithmetic';
import { holds } from './real-float';
import type { RelationOperator } from './tree';

/** Larger arguments of sine and cosine would need more digits of π than we keep. */
const MAX_ANGLE = 1e25;
/** Above this a factorial is computed by Stirling's series. */
const MAX_PRODUCT = 400;

/**
 * Real arithmetic with `digits` significant digits (decimal.js). It carries no error bound: the
 * comparison evaluates with two numbers of digits and sees what does not stand still.
 */
export function realDecimal(digits: number): Arithmetic<Decimal> {
  const D = Decimal.clone({
    precision: digits,
    toExpNeg: -40,
    toExpPos: 40,
    maxE: 9e6,
    minE: -9e6,
  });
  const undefinedValue = new D(Number.NaN);
  const zero = new D(0);
  const one = new D(1);
  /** What is nearer to a whole number than this is taken for it. */
  const nearly = new D(10).pow(12 - digits);
  const pi = D.acos(-1);

  const guarded = (work: () => Decimal): Decimal => {
    try {
      return work();
    } catch {
      // decimal.js throws where an argument reduction would need more digits than it has.
      return undefinedValue;
    }
  };

  /** Rounding noise must not decide on which side of a jump a value lies. */
  const snapped = (x: Decimal): Decimal => {
    const whole = x.round();
    const gap = x.minus(whole).abs();
    return gap.lte(nearly.times(D.max(one, whole.abs()))) ? whole : x;
  };

  const power = (a: Decimal, b: Decimal): Decimal =>
    guarded(() => {
      const exponent = snapped(b);
      if (a.isZero())
        return exponent.isZero() ? one : exponent.isPositive() ? zero : undefinedValue;
      if (exponent.isInteger()) return exponent.abs().gt(1e15) ? undefinedValue : a.pow(exponent);
      if (a.isPositive()) return a.pow(b);
      for (const q of [3, 5, 7, 9]) {
        const p = snapped(b.times(q));
        if (!p.isInteger()) continue;
        const size = a.abs().pow(b);
        return p.mod(2).isZero() ? size : size.negated();
      }
      return undefinedValue;
    });

  const divide = (a: Decimal, b: Decimal) => (b.isZero() ? undefinedValue : a.div(b));
  const inside = (x: Decimal, work: () => Decimal) =>
    x.abs().gt(MAX_ANGLE) ? undefinedValue : guarded(work);
  const ln = (x: Decimal) => (x.gt(0) ? guarded(() => x.ln()) : undefinedValue);

  const call = (name: ScalarFunction, args: readonly Decimal[]): Decimal => {
    const [x = undefinedValue, y = undefinedValue] = args;
    if (x.isNaN()) return undefinedValue;
    switch (name) {
      case 'exp':
        return x.abs().gt(1e7)
          ? x.isPositive()
            ? new D(Number.POSITIVE_INFINITY)
            : zero
          : guarded(() => x.exp());
      case 'ln':
        return ln(x);
      case 'log10':
        return divide(ln(x), ln(new D(10)));
      case 'log2':
        return divide(ln(x), ln(new D(2)));
      case 'log':
        return divide(ln(y), ln(x));
      case 'sqrt':
        return x.abs().lte(nearly) && x.isNegative()
          ? zero
          : x.isNegative()
            ? undefinedValue
            : x.sqrt();
      case 'root':
        return power(y, divide(one, x));
      case 'sin':
        return inside(x, () => x.sin());
      case 'cos':
        return inside(x, () => x.cos());
      case 'tan':
        return divide(call('sin', [x]), call('cos', [x]));
      case 'cot':
        return divide(call('cos', [x]), call('sin', [x]));
      case 'sec':
        return divide(one, call('cos', [x]));
      case 'csc':
        return divide(one, call('sin', [x]));
      case 'asin':
      case 'acos': {
        const clipped = x.abs().minus(1).abs().lte(nearly)
          ? x.isNegative()
            ? one.negated()
            : one
          : x;
        if (clipped.abs().gt(1)) return undefinedValue;
        return guarded(() => (name === 'asin' ? clipped.asin() : clipped.acos()));
      }
      case 'atan':
        return guarded(() => x.atan());
      case 'acot':
        return x.isZero() ? pi.div(2) : call('atan', [divide(one, x)]);
      case 'asec':
        return call('acos', [divide(one, x)]);
      case 'acsc':
        return call('asin', [divide(one, x)]);
      case 'sinh':
        return x.abs().gt(1e6) ? undefinedValue : guarded(() => x.sinh());
      case 'cosh':
        return x.abs().gt(1e6) ? undefinedValue : guarded(() => x.cosh());
      case 'tanh':
        return x.abs().gt(1e4) ? new D(x.isNegative() ? -1 : 1) : guarded(() => x.tanh());
      case 'coth':
        return divide(one, call('tanh', [x]));
      case 'sech':
        return divide(one, call('cosh', [x]));
      case 'csch':
        return divide(one, call('sinh', [x]));
      case 'asinh':
        return guarded(() => x.asinh());
      case 'acosh':
        return x.minus(1).abs().lte(nearly)
          ? zero
          : x.lt(1)
            ? undefinedValue
            : guarded(() => x.acosh());
      case 'atanh':
        return x.abs().gte(1) ? undefinedValue : guarded(() => x.atanh());
      case 'abs':
        return x.abs();
      case 'sign':
        return x.abs().lte(nearly) ? zero : new D(x.isNegative() ? -1 : 1);
      case 'floor':
        return snapped(x).floor();
      case 'ceil':
        return snapped(x).ceil();
      case 'round':
        return snapped(x.plus(0.5)).floor();
      case 'min':
        return args.some((arg) => arg.isNaN()) ? undefinedValue : D.min(...args);
      case 'max':
        return args.some((arg) => arg.isNaN()) ? undefinedValue : D.max(...args);
      case 'atan2':
        return x.isZero() && y.isZero() ? undefinedValue : guarded(() => D.atan2(x, y));
      case 'factorial':
        return gammaAt(x.plus(1));
      case 'gamma':
        return gammaAt(x);
      case 'binomial':
        return binomial(x, y);
      case 're':
      case 'conj':
        return x;
      case 'im':
        return zero;
      case 'arg':
        return x.isZero() ? undefinedValue : x.isNegative() ? pi : zero;
    }
  };

  const gammaAt = (input: Decimal): Decimal =>
    guarded(() => {
      const x = snapped(input);
      if (x.isInteger()) {
        if (x.lte(0)) return undefinedValue;
        if (x.lte(MAX_PRODUCT)) {
          let product = one;
          for (let factor = 2; factor < x.toNumber(); factor++) product = product.times(factor);
          return product;
        }
      }
      if (x.gt(1e6)) return new D(Number.POSITIVE_INFINITY);
      if (x.lt(-MAX_PRODUCT)) return undefinedValue;
      // Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1)), and Stirling's series is good from `digits` on.
      let shift = one;
      let t = x;
      while (t.lt(digits)) {
        shift = shift.times(t);
        t = t.plus(1);
      }
      return stirling(t).div(shift);
    });

  const stirling = (t: Decimal): Decimal => {
    let series = t.minus(0.5).times(t.ln()).minus(t).plus(pi.times(2).ln().div(2));
    let divisor = t;
    for (const [index, bernoulli] of bernoulliNumbers(D).entries()) {
      const k = 2 * (index + 1);
      series = series.plus(bernoulli.div(k * (k - 1)).div(divisor));
      divisor = divisor.times(t).times(t);
    }
    return series.exp();
  };

  const binomial = (n: Decimal, k: Decimal): Decimal => {
    const whole = snapped(k);
    if (whole.isInteger() && whole.lte(MAX_PRODUCT)) {
      if (whole.isNegative()) return zero;
      let product = one;
      for (let index = 0; index < whole.toNumber(); index++)
        product = product.times(n.minus(index)).div(index + 1);
      return product;
    }
    return divide(gammaAt(n.plus(1)), gammaAt(k.plus(1)).times(gammaAt(n.minus(k).plus(1))));
  };

  return {
    complex: false,
    literal: (text) => new D(text),
    from: (real, imaginary = 0) => (imaginary === 0 ? new D(real) : undefinedValue),
    constant: (name) => {
      if (name === 'i') return undefinedValue;
      if (name === 'infinity') return new D(Number.POSITIVE_INFINITY);
      return name === 'pi' ? pi : D.exp(1);
    },
    negate: (a) => a.negated(),
    add: (a, b) => a.plus(b),
    subtract: (a, b) => a.minus(b),
    multiply: (a, b) => a.times(b),
    divide,
    power,
    call,
    indicator: (operator: RelationOperator, a, b) => {
      const gap = a.minus(b);
      if (gap.isNaN()) return undefinedValue;
      const scale = D.max(one, a.abs());
      return new D(
        holds(operator, gap.abs().lte(nearly.times(scale)) ? 0 : gap.isNegative() ? -1 : 1) ? 1 : 0,
      );
    },
    isDefined: (a) => a.isFinite(),
    magnitude: (a) => a.abs().toNumber(),
  };
}

const bernoulliCache = new Map<number, Decimal[]>();

/** B₂, B₄, …, B₆₀ by their recurrence, with guard digits against its cancellation. */
function bernoulliNumbers(D: typeof Decimal): Decimal[] {
  const known = bernoulliCache.get(D.precision);
  if (known) return known;
  const G = Decimal.clone({ precision: D.precision + 60 });
  const all: Decimal[] = [new G(1)];
  for (let m = 1; m <= 60; m++) {
    let sum = new G(0);
    let choose = new G(1);
    for (const [k, bernoulli] of all.entries()) {
      sum = sum.plus(choose.times(bernoulli));
      choose = choose.times(m + 1 - k).div(k + 1);
    }
    all.push(sum.negated().div(m + 1));
  }
  const even = all.flatMap((bernoulli, index) =>
    index > 0 && index % 2 === 0 ? [new D(bernoulli)] : [],
  );
  bernoulliCache.set(D.precision, even);
  return even;
}
