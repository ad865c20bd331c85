import type { Polynomial } from './polynomial';
import type { VectorForm } from './vector-form';

/** What an atom of the algebra stands for. */
export type Meaning =
  /** Of a value of an unknown function `parts` are the numbers in its arguments. */
  | { kind: 'scalar'; id: string; isConstant: boolean; parts?: readonly Polynomial[] }
  /** The inner product of two vectors that are atoms themselves, ids in order. */
  | { kind: 'inner'; left: string; right: string }
  | { kind: 'norm'; of: VectorForm }
  | { kind: 'max' | 'min'; of: readonly Polynomial[] }
  | { kind: 'abs' | 'sqrt' | 'inverse'; of: Polynomial }
  /** e to the power of one term. */
  | { kind: 'exp'; of: Polynomial }
  /** Something to the power of a whole number that is not negative, a scalar by its id. */
  | { kind: 'power'; of: Polynomial; exponent: string }
  /** The logarithm of the size of something that is not zero. */
  | { kind: 'ln'; of: Polynomial }
  /** The entry of a vector at the index that a sum runs over. */
  | { kind: 'entry'; of: string; dimension: string }
  /** How many entries vectors have. */
  | { kind: 'size'; dimension: string }
  /** 1 where a number is as the relation to 0 says, else 0. */
  | { kind: 'indicator'; operator: '<' | '<=' | '=' | '!='; of: Polynomial }
  /** The mean, or the sum over the entries of vectors, of one product of what it runs over. */
  | { kind: 'functional'; functional: Functional; of: Polynomial };

/** The mean over chance, or the sum over the entries of vectors of some dimension. */
export type Functional = { kind: 'mean' } | { kind: 'sum'; dimension: string };
