import type { ComponentType } from 'react';
import type { ZodType } from 'zod';
import type { Check, JsonValue } from '@/lib/exam/check';

/** A value that does not have the shape its kind asks for, and where in it. */
export interface ContentProblem {
  message: string;
  path: readonly PropertyKey[];
}

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
  /** The same attempt's contents for other parts, by part id: what follow-on credit builds on. */
  earlier: Readonly<Record<string, JsonValue>>;
}

/**
 * The data of one kind of answer. What an author writes (`authored`) is split into a public
 * `spec`, which a student's browser may hold, and a `key`, which it may not.
 */
export interface KindSchema<Authored, Spec, Key, Answer> {
  /** Raised when stored specs, keys or answers change shape. */
  version: number;
  /** Authors may say how its formulas are read (`decimal_comma`). */
  readsFormulas: boolean;
  /** The kind's name for people, e.g. "Formula". */
  title: string;
  authored: ZodType<Authored>;
  spec: ZodType<Spec>;
  key: ZodType<Key>;
  /** Accepts `{}`; strict: unknown fields are refused. */
  answer: ZodType<Answer>;
  split: (authored: Authored) => { spec: Spec; key: Key };
  /** Nothing was answered; whitespace counts as nothing. */
  isEmpty: (answer: Answer) => boolean;
  /** What in a well-formed answer does not belong to this part, such as a field it does not have. */
  misfit: (spec: Spec, answer: Answer) => ContentProblem | null;
  /** The author's reference as an answer; null where only a person can tell a right one. */
  referenceAnswer: (key: Key) => Answer | null;
}

/** What the student answers with. Controlled: it holds no answer of its own. */
export interface InputProps<Spec, Answer> {
  spec: Spec;
  value: Answer;
  onChange: (answer: Answer) => void;
  /** Names the part for screen readers, e.g. "Assignment 1, part a". */
  label: string;
  disabled: boolean;
}

/** A check as a student may see it: without the evidence for the instructor. */
export type ShownCheck = Omit<Check, 'evidence'>;

/** What student and staff see after grading. */
export interface ReviewProps<Spec, Key, Answer> {
  spec: Spec;
  /** Null as long as the person who looks may not see it. */
  reference: Key | null;
  answer: Answer;
  checks: readonly ShownCheck[];
  label: string;
}

/** The screens of one kind. */
export interface KindScreens<Spec, Key, Answer> {
  Input: ComponentType<InputProps<Spec, Answer>>;
  Review: ComponentType<ReviewProps<Spec, Key, Answer>>;
}

/** A golden answer: the contract suite grades it and expects exactly this. */
export interface GoldenCase<Answer> {
  name: string;
  answer: Answer;
  points: number;
  verdict: 'right' | 'wrong' | 'review';
  /** Words that some message must contain. */
  says?: string;
}

/** A part of a kind with its golden answers. */
export interface GoldenPart<Authored, Answer> {
  part: Authored;
  points: number;
  cases: readonly GoldenCase<Answer>[];
}

/** An unscored example of the kind, for getting used to it before the clock starts. */
export interface TryOut {
  prompt: string;
  part: unknown;
}
