import type { Complex } from 'mathjs';
import type { Expression } from './expression';
import { ProgramFault } from './fault';
import { MOST_CELLS } from './limits';

/** One number. */
export type Scalar = number | boolean | Complex;
/** Numbers, lists of them, and matrices as lists of rows. */
export type Data = Scalar | readonly Scalar[] | readonly (readonly Scalar[])[];

/** A function that the program defines. */
export interface Closure {
  kind: 'closure';
  name: string;
  parameters: readonly string[];
  body: Expression;
  /** The parameters around it. */
  frame: Frame | null;
  /** Where it is defined, for messages. */
  line: number;
}

/** A function of the library as a value, as in `map(v, sqrt)`. */
export interface Builtin {
  kind: 'builtin';
  name: string;
}

/** What a name can stand for; null is nothing, which `forEach` gives. */
export type Value = Data | Closure | Builtin | null;

/** The parameters of a call, and of those around it. */
export interface Frame {
  values: ReadonlyMap<string, Value>;
  outer: Frame | null;
}

export function isList(value: Value): value is readonly Scalar[] | readonly (readonly Scalar[])[] {
  return Array.isArray(value);
}

export function isFunction(value: Value): value is Closure | Builtin {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Numbers of entries along each dimension; none of a number. */
export function sizeOf(value: Data): readonly number[] {
  if (!isList(value)) return [];
  const [first] = value;
  return Array.isArray(first) ? [value.length, first.length] : [value.length];
}

export function cellsIn(value: Data): number {
  return sizeOf(value).reduce((product, size) => product * size, 1);
}

/** Data among the values; throws where it is a function or nothing. */
export function dataOf(value: Value): Data {
  if (value === null) throw new ProgramFault('there is no value here');
  if (isFunction(value)) throw new ProgramFault(`the function ${value.name} is no number`);
  return value;
}

export function tooLarge(): ProgramFault {
  return new ProgramFault(`a list or matrix has more than ${MOST_CELLS} entries`);
}
