import type { Check } from '@/lib/exam/check';

/** What a recursion is run on: drawn runs, each with the true values step by step. */
export interface Model {
  /** The simplest first. */
  runs: readonly ModelRun[];
  /** How the true values were found, as the end of a sentence: "it agrees with …". */
  truth: string;
  /** The usual case: a formula that is right there alone keeps part of its points. */
  usual: UsualCase | null;
  /** Where some run has no values, as the program fails on it; for staff. */
  failure: string | null;
}

/** Steps of one kind, such as odd kernels. */
interface UsualCase {
  holds: (values: ReadonlyMap<string, number>) => boolean;
  /** The steps in words, behind “right for”. */
  words: string;
}

/** One run of a model. */
export interface ModelRun {
  /** What each name stands for at each step. */
  steps: readonly ReadonlyMap<string, number>[];
  /** What is shown where a formula goes wrong at a step. */
  witness: (failure: Failure) => {
    witness: NonNullable<Check['witness']>;
    /** What was given at the step, for staff. */
    given: string;
  };
}

/** A step at which a formula does not give the true value. */
export interface Failure {
  /** The formula's left side, as markdown. */
  label: string;
  /** Which step of the run, from 0. */
  index: number;
  expected: number;
  /** What the formula gives, in as many digits as it takes. */
  got: string;
}
