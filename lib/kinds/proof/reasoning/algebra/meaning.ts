import type { Polynomial } from './polynomial';
import type { VectorForm } from './vector-form';

/** What an atom of the algebra stands for. */
export type Meaning =
  | { kind: 'scalar'; id: string; isConstant: boolean }
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
  | { kind: 'ln'; of: Polynomial };
