import type { Tree } from '@/lib/math/core/tree';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import type { PointWitness } from './witness/witness';

/**
 * The answer may be the reference transposed, with the other sign, or a multiple of it by a number
 * other than 0; or differ from it by what does not depend on some symbols (their ids), or on any
 * but those that are called constants (null).
 */
export type UpTo = 'transpose' | 'sign' | 'scale' | { constantIn: readonly string[] | null };

export interface CompareOptions {
  /** Stored with the grade: the same seed gives the same outcome. */
  seed: string;
  /** In what the answer may differ from the reference. */
  upTo?: UpTo;
  /** Only points at which this relation holds count. */
  where?: Tree;
  /** Symbols that are not free but computed from others; no cycles. */
  definitions?: ReadonlyMap<string, Tree>;
  /** What declared functions are; without it they are any smooth functions. */
  functions?: FunctionBodies;
  /** What the comparison may cost where it takes more than the usual: integrals and endless sums. */
  mostWork?: number;
  /** At how many points estimated values have to agree. */
  points?: number;
}

/** `work` counts what deciding took, in units of the meter: at most `MOST_WORK` and what showing a witness takes. */
export type Comparison = { work: number } & Outcome;

/** A verdict with its evidence. */
export type Outcome =
  | { verdict: 'right'; transposed: boolean }
  | { verdict: 'wrong'; witness: PointWitness; explanation?: string }
  | Undecided;

type Undecided = { verdict: 'review'; reason: string };

/** What is left to a person; `because` ends a sentence. */
export function undecided(because: string): Undecided {
  return { verdict: 'review', reason: `The machine could not decide: ${because}` };
}

/** Deciding reached the limit of its meter. */
export const TOO_MUCH_WORK = 'it would take too much work.';
/** Nothing is called wrong of which no witness can be shown. */
export const INDISTINGUISHABLE = 'the two values are too close to each other to be told apart.';
/** A verdict needs points, and there are hardly any. */
export const TOO_FEW_POINTS = 'there are too few points at which both sides are defined.';
