import type { FunctionName, RelationOperator } from '@/lib/math/core/tree';

/** Functions that an arithmetic computes on scalars; the others are put together from these. */
export type ScalarFunction = Exclude<FunctionName, 'trace' | 'det' | 'diag'>;

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
  call: (name: ScalarFunction, args: readonly N[]) => N;
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
