import type { Arithmetic, ScalarFunction } from './arithmetic';

/** A value with its derivative; null is the derivative of a constant, exactly zero. */
export interface Dual<N> {
  readonly v: N;
  readonly d: N | null;
}

/**
 * Dual numbers over any arithmetic: forward-mode differentiation (Griewank & Walther, Evaluating
 * Derivatives, ch. 3). Errors are bounded as they are below. What has no derivative at a point,
 * such as |x| at 0, has none that is known; so have factorials, whose derivative is not built in.
 */
export function dualOver<N>(base: Arithmetic<N>): Arithmetic<Dual<N>> {
  type D = Dual<N>;
  const zero = base.from(0);
  const one = base.from(1);
  const two = base.from(2);
  // ∞ is neither defined nor undefined: nothing is known of it.
  const unknown = base.constant('infinity');
  const constant = (v: N): D => ({ v, d: null });
  const { add, subtract, multiply, divide, negate } = base;
  const call = (name: ScalarFunction, ...args: readonly N[]) => base.call(name, args);
  const square = (x: N) => multiply(x, x);
  const plus = (a: N | null, b: N | null) => (a === null ? b : b === null ? a : add(a, b));
  const times = (factor: () => N, d: N | null) => (d === null ? null : multiply(factor(), d));

  /** g′(x) for a function of one argument, in terms of x and g(x). */
  const slope = (name: ScalarFunction, x: N, value: N): N => {
    const root = (inside: N) => call('sqrt', inside);
    switch (name) {
      case 'exp':
        return value;
      case 'ln':
        return divide(one, x);
      case 'log10':
        return divide(one, multiply(x, call('ln', base.from(10))));
      case 'log2':
        return divide(one, multiply(x, call('ln', two)));
      case 'sqrt':
        return divide(one, multiply(two, value));
      case 'sin':
        return call('cos', x);
      case 'cos':
        return negate(call('sin', x));
      case 'tan':
        return add(one, square(value));
      case 'cot':
        return negate(add(one, square(value)));
      case 'sec':
        return multiply(value, call('tan', x));
      case 'csc':
        return negate(multiply(value, call('cot', x)));
      case 'asin':
        return divide(one, root(subtract(one, square(x))));
      case 'acos':
        return negate(divide(one, root(subtract(one, square(x)))));
      case 'atan':
        return divide(one, add(one, square(x)));
      case 'acot':
        return negate(divide(one, add(one, square(x))));
      case 'asec':
        return divide(one, multiply(square(x), root(subtract(one, divide(one, square(x))))));
      case 'acsc':
        return negate(
          divide(one, multiply(square(x), root(subtract(one, divide(one, square(x)))))),
        );
      case 'sinh':
        return call('cosh', x);
      case 'cosh':
        return call('sinh', x);
      case 'tanh':
      case 'coth':
        return subtract(one, square(value));
      case 'sech':
        return negate(multiply(value, call('tanh', x)));
      case 'csch':
        return negate(multiply(value, call('coth', x)));
      case 'asinh':
        return divide(one, root(add(square(x), one)));
      case 'acosh':
        return divide(one, multiply(root(subtract(x, one)), root(add(x, one))));
      case 'atanh':
      case 'acoth':
        return divide(one, subtract(one, square(x)));
      case 'asech':
        return negate(divide(one, multiply(x, root(subtract(one, square(x))))));
      case 'acsch':
        return negate(divide(one, multiply(square(x), root(add(one, divide(one, square(x)))))));
      case 'abs':
        return base.complex || base.mayBeZero(x) ? unknown : call('sign', x);
      case 'sign':
      case 'floor':
      case 'ceil':
      case 'round':
        return base.complex || jumpsAt(name, x) ? unknown : zero;
      default:
        return unknown;
    }
  };
  const jumpsAt = (name: ScalarFunction, x: N) => {
    const place =
      name === 'sign'
        ? x
        : call('sin', multiply(base.constant('pi'), name === 'round' ? add(x, base.from(0.5)) : x));
    return base.mayBeZero(place);
  };

  const power = (a: D, b: D): D => {
    const v = base.power(a.v, b.v);
    const fromBase =
      a.d === null || base.magnitude(b.v) === 0
        ? null
        : multiply(multiply(b.v, base.power(a.v, subtract(b.v, one))), a.d);
    const fromExponent = times(() => multiply(v, call('ln', a.v)), b.d);
    return { v, d: plus(fromBase, fromExponent) };
  };
  const quotient = (a: D, b: D): D => {
    const v = divide(a.v, b.v);
    const top = plus(a.d, b.d === null ? null : negate(multiply(v, b.d)));
    return { v, d: top === null ? null : divide(top, b.v) };
  };

  const several = (name: ScalarFunction, args: readonly D[]): D => {
    const [x = constant(unknown), y = constant(unknown)] = args;
    switch (name) {
      case 'log':
        return quotient(callDual('ln', [y]), callDual('ln', [x]));
      case 'root':
        return power(y, quotient(constant(one), x));
      case 'atan2': {
        // Arguments are y, x.
        const size = add(square(x.v), square(y.v));
        const left = times(() => divide(y.v, size), x.d);
        const right = times(() => negate(divide(x.v, size)), y.d);
        return { v: call(name, x.v, y.v), d: plus(left, right) };
      }
      case 'min':
      case 'max': {
        const v = base.call(
          name,
          args.map((arg) => arg.v),
        );
        // Where two of them tie there is no derivative.
        const reached = args.filter((arg) => base.mayBeZero(subtract(arg.v, v)));
        const [only, ...others] = reached;
        return { v, d: only && others.length === 0 ? only.d : unknown };
      }
      default:
        return {
          v: base.call(
            name,
            args.map((arg) => arg.v),
          ),
          d: unknown,
        };
    }
  };
  const callDual = (name: ScalarFunction, args: readonly D[]): D => {
    const [x] = args;
    if (args.every(({ d }) => d === null))
      return constant(
        base.call(
          name,
          args.map(({ v }) => v),
        ),
      );
    if (!x || args.length > 1) return several(name, args);
    const v = call(name, x.v);
    return { v, d: times(() => slope(name, x.v, v), x.d) };
  };

  return {
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
      d: plus(
        times(() => b.v, a.d),
        times(() => a.v, b.d),
      ),
    }),
    divide: quotient,
    power,
    call: callDual,
    indicator: (operator, a, b) => {
      const value = base.indicator(operator, a.v, b.v);
      const isConstant = a.d === null && b.d === null;
      return isConstant || !base.mayBeZero(subtract(a.v, b.v))
        ? constant(value)
        : { v: value, d: unknown };
    },
    isDefined: ({ v, d }) => base.isDefined(v) && (d === null || base.isDefined(d)),
    isUndefined: ({ v, d }) => base.isUndefined(v) || (d !== null && base.isUndefined(d)),
    mayBeZero: ({ v }) => base.mayBeZero(v),
    magnitude: ({ v }) => base.magnitude(v),
    toParts: ({ v, d }) => {
      const [value, derivative] = [base.toParts(v), base.toParts(d ?? zero)];
      return {
        parts: [...value.parts, ...derivative.parts],
        error: Math.max(value.error, derivative.error),
      };
    },
    fromParts: ({ parts, error }) => {
      const half = parts.length / 2;
      return {
        v: base.fromParts({ parts: parts.slice(0, half), error }),
        d: base.fromParts({ parts: parts.slice(half), error }),
      };
    },
  };
}
