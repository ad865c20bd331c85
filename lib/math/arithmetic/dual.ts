import { ln } from '@/lib/math/functions/exponential';
import type {
  Arithmetic,
  Dual,
  DualArithmetic,
  ScalarFunction,
} from '@/lib/math/numbers/arithmetic';

/**
 * Dual numbers over any arithmetic: forward-mode differentiation (Griewank & Walther, Evaluating
 * Derivatives, ch. 3). Errors are bounded as they are below. What has no derivative at a point,
 * such as |x| at 0, has none that is known; so have factorials, whose derivative is not built in.
 */
export function dualOver<N>(base: Arithmetic<N>): Arithmetic<Dual<N>> {
  type D = Dual<N>;
  const constant = (v: N): D => ({ v, d: null });
  const { add, subtract, multiply, divide, negate } = base;
  const plus = (a: N | null, b: N | null) => (a === null ? b : b === null ? a : add(a, b));

  const arithmetic: DualArithmetic<N> = {
    base,
    complex: base.complex,
    literal: (text) => constant(base.literal(text)),
    from: (real, imaginary) => constant(base.from(real, imaginary)),
    constant: (name) => constant(base.constant(name)),
    negate: ({ v, d }) => ({ v: negate(v), d: d === null ? null : negate(d) }),
    add: (a, b) => ({ v: add(a.v, b.v), d: plus(a.d, b.d) }),
    subtract: (a, b) => ({
      v: subtract(a.v, b.v),
      d: plus(a.d, b.d === null ? null : negate(b.d)),
    }),
    multiply: (a, b) => ({
      v: multiply(a.v, b.v),
      d: plus(a.d === null ? null : multiply(b.v, a.d), b.d === null ? null : multiply(a.v, b.d)),
    }),
    divide: (a, b) => {
      const v = divide(a.v, b.v);
      const top = plus(a.d, b.d === null ? null : negate(multiply(v, b.d)));
      return { v, d: top === null ? null : divide(top, b.v) };
    },
    power: (a, b) => dualPower(base, plus, a, b),
    call: (fn, args) => dualCall(arithmetic, fn, args),
    indicator: (operator, a, b) => {
      const value = base.indicator(operator, a.v, b.v);
      const isConstant = a.d === null && b.d === null;
      return isConstant || !base.mayBeZero(subtract(a.v, b.v))
        ? constant(value)
        : { v: value, d: base.constant('infinity') };
    },
    isDefined: ({ v, d }) => base.isDefined(v) && (d === null || base.isDefined(d)),
    isUndefined: ({ v, d }) => base.isUndefined(v) || (d !== null && base.isUndefined(d)),
    mayBeZero: ({ v }) => base.mayBeZero(v),
    magnitude: ({ v }) => base.magnitude(v),
    toParts: ({ v, d }) => {
      const [value, derivative] = [base.toParts(v), base.toParts(d ?? base.from(0))];
      const error = Math.max(value.error, derivative.error);
      return { parts: [...value.parts, ...derivative.parts], error };
    },
    fromParts: ({ parts, error }) => {
      const half = parts.length / 2;
      return {
        v: base.fromParts({ parts: parts.slice(0, half), error }),
        d: base.fromParts({ parts: parts.slice(half), error }),
      };
    },
  };
  return arithmetic;
}

/** (a^b)′ = b a^{b−1} a′ + a^b ln(a) b′. */
function dualPower<N>(
  base: Arithmetic<N>,
  plus: (a: N | null, b: N | null) => N | null,
  a: Dual<N>,
  b: Dual<N>,
): Dual<N> {
  const { multiply, power, subtract, call, from, magnitude } = base;
  const v = power(a.v, b.v);
  const fromBase =
    a.d === null || magnitude(b.v) === 0
      ? null
      : multiply(multiply(b.v, power(a.v, subtract(b.v, from(1)))), a.d);
  const fromExponent = b.d === null ? null : multiply(multiply(v, call(ln, [a.v])), b.d);
  return { v, d: plus(fromBase, fromExponent) };
}

function dualCall<N>(
  arithmetic: DualArithmetic<N>,
  fn: ScalarFunction,
  args: readonly Dual<N>[],
): Dual<N> {
  const { base } = arithmetic;
  // ∞ is neither defined nor undefined: nothing is known of it.
  const unknown = base.constant('infinity');
  const isConstant = args.every(({ d }) => d === null);
  const [x = { v: unknown, d: null }, y = { v: unknown, d: null }] = args;
  if (!isConstant && typeof fn.slope === 'object') return fn.slope.dual(arithmetic, x, y, args);
  const v = base.call(
    fn,
    args.map((arg) => arg.v),
  );
  if (isConstant) return { v, d: null };
  if (typeof fn.slope !== 'function' || x.d === null) return { v, d: unknown };
  return { v, d: base.multiply(fn.slope(base, x.v, v), x.d) };
}
