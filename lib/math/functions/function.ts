import type { Arithmetic, ScalarFunction } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';

/** How a call is printed where that is not its name with the arguments in parentheses. */
interface Notation {
  /** LaTeX of the call from the LaTeX of its arguments. */
  readonly print: (...args: string[]) => string;
  /** Whether nothing can be taken for a part of it, as under a root; else it binds like a power. */
  readonly isClosed: boolean;
  /** Whether an argument that is no single sign is put in parentheses. */
  readonly wrapsArguments?: true;
}

interface Named {
  /** The least and the largest number of arguments. */
  readonly arity: readonly [number, number];
  /** Words and commands that are read as this function; one for each letter case. */
  readonly names: readonly string[];
  /** `command`: TeX has a command of this name; without anything it is set as an operator name. */
  readonly notation?: 'command' | Notation;
}

/** A function of numbers: one entry says all that there is to say of it. */
export interface FunctionOfNumbers extends Named, ScalarFunction {
  readonly of: 'numbers';
  /** `f^{-1}` of that function is this one and not its reciprocal. */
  readonly inverseOf?: ScalarFunction;
  /** What it costs more than others: where its last argument is a whole number, and elsewhere. */
  readonly cost?: readonly [whole: number, other: number];
}

/** A function of one matrix. */
export interface FunctionOfMatrix extends Named {
  readonly of: 'matrix';
  /** What it is called in messages, with its article. */
  readonly noun: string;
  /** `scalar`: of a square matrix a number; `diagonal`: a vector for a square matrix and the reverse. */
  readonly gives: 'scalar' | 'diagonal';
  /** Operations of one value for a matrix with so many rows. */
  readonly operations: (rows: number) => number;
  readonly value: <N>(arithmetic: Arithmetic<N>, matrix: Matrix<N>) => Matrix<N>;
}

export type MathFunction = FunctionOfNumbers | FunctionOfMatrix;
