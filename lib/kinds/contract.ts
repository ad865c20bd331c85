import type { ZodType } from 'zod';
import type { Check } from '@/lib/exam/check';

/** Everything a grader may depend on. Same input, same checks: no clock, no I/O, no global randomness. */
export interface GradeInput<Spec, Key, Answer> {
  spec: Spec;
  key: Key;
  /** Never empty: an empty answer is scored 0 before a grader is asked. */
  answer: Answer;
  /** Points of the part; the checks' points sum to it. */
  points: number;
  /** Stored with the grade, so that it can be reproduced. */
  seed: string;
}

/**
 * The data of one kind of answer. What an author writes (`authored`) is split into a public
 * `spec`, which a student's browser may hold, and a `key`, which it may not.
 */
export interface KindSchema<Authored, Spec, Key, Answer> {
  /** Raised when stored specs, keys or answers change shape. */
  version: number;
  authored: ZodType<Authored>;
  spec: ZodType<Spec>;
  key: ZodType<Key>;
  /** Accepts `{}`; strict: unknown fields are refused. */
  answer: ZodType<Answer>;
  split: (authored: Authored) => { spec: Spec; key: Key };
  /** Nothing was answered; whitespace counts as nothing. */
  isEmpty: (answer: Answer) => boolean;
}
