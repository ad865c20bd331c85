import type { Ball } from './ball';
import type { Bounded } from './bounded-float';
import type { RelationOperator } from './comparison';

/** A number of any sort as its components in Float64: of a complex one two, of a dual one twice as many. */
export interface Parts {
  readonly parts: readonly number[];
  /** Bound on the error of each component; ∞ where nothing is known. NaN components are undefined. */
  readonly error: number;
}

/**
 * Numbers of one sort, as the evaluator uses them: Float64 and decimals of many digits, both with
 * error bounds, and complex numbers over either. Nothing throws. A number is defined, or undefined
 * for certain (1/0, ln −1), or neither: out of range, or too near to an edge to tell.
 */
export interface Arithmetic<N> {
  readonly complex: boolean;
  /** An exact decimal literal. */
  literal: (text: string) => N;
  /** An exact Float64, and its imaginary part where the sort has one. */
  from: (real: number, imaginary?: number) => N;
  constant: (name: 'pi' | 'e' | 'i' | 'infinity') => N;
  negate: (a: N) => N;
  add: (a: N, b: N) => N;
  subtract: (a: N, b: N) => N;
  multiply: (a: N, b: N) => N;
  divide: (a: N, b: N) => N;
  power: (a: N, b: N) => N;
  call: (fn: ScalarFunction, args: readonly N[]) => N;
  /** 1 or 0; not defined where it cannot be told. */
  indicator: (operator: RelationOperator, a: N, b: N) => N;
  isDefined: (a: N) => boolean;
  isUndefined: (a: N) => boolean;
  /** Whether a defined number is zero as far as its small error tells. */
  mayBeZero: (a: N) => boolean;
  /** Absolute value as a Float64, for choosing pivots and for scales; may overflow. */
  magnitude: (a: N) => number;
  toParts: (a: N) => Parts;
  /** The number whose components lie within the error of these. */
  fromParts: (parts: Parts) => N;
}

/** Balls of `bits` bits. */
export interface BallArithmetic extends Arithmetic<Ball> {
  readonly bits: number;
}

export interface Complex<R> {
  readonly re: R;
  readonly im: R;
}

/** Complex numbers over a real sort, and what their functions are put together from. */
export interface ComplexArithmetic<R> extends Arithmetic<Complex<R>> {
  readonly real: Arithmetic<R>;
  readonly undefinedValue: Complex<R>;
  ofReal: (x: R) => Complex<R>;
  /** Whether a real number is exactly zero. */
  isZero: (x: R) => boolean;
  isReal: (z: Complex<R>) => boolean;
  /** i z. */
  timesI: (z: Complex<R>) => Complex<R>;
}

/** A value with its derivative; null is the derivative of a constant, exactly zero. */
export interface Dual<N> {
  readonly v: N;
  readonly d: N | null;
}

export interface DualArithmetic<N> extends Arithmetic<Dual<N>> {
  readonly base: Arithmetic<N>;
}

/** g′(x) of a function of one argument, in terms of x and g(x). */
type Slope = <N>(base: Arithmetic<N>, x: N, value: N) => N;

/** A function with its derivative where that is not one slope: of several arguments. */
export interface DualValue {
  readonly dual: <N>(
    arithmetic: DualArithmetic<N>,
    x: Dual<N>,
    y: Dual<N>,
    all: readonly Dual<N>[],
  ) => Dual<N>;
}

/**
 * What a function of numbers is in each sort. All get the arithmetic that they are computed in, the
 * first and the second argument (undefined where there is none) and all arguments.
 */
export interface ScalarFunction {
  readonly float: (
    arithmetic: Arithmetic<Bounded>,
    x: Bounded,
    y: Bounded,
    all: readonly Bounded[],
  ) => Bounded;
  readonly ball: (arithmetic: BallArithmetic, x: Ball, y: Ball, all: readonly Ball[]) => Ball;
  /** `of the reals`: it has no meaning off the real line, where it is undefined. */
  readonly complex:
    | 'of the reals'
    | (<R>(arithmetic: ComplexArithmetic<R>, x: Complex<R>, y: Complex<R>) => Complex<R>);
  /** `unknown`: its derivative is not built in, or it has none. */
  readonly slope: Slope | DualValue | 'unknown';
}
