import type { ZodType } from 'zod';
import type { Check, JsonValue, Place } from '@/lib/exam/check';

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
 * What a student's browser needs of a kind: its data as they are stored. What an author writes is
 * split into a public `spec`, which the browser may hold, and a `key`, which it may not before
 * release; the shape of a key is no secret.
 */
export interface KindAnswers<Spec, Key, Answer> {
  /** Raised when stored specs, keys or answers change shape. */
  version: number;
  /** The kind's name for people, e.g. "Formula". */
  title: string;
  spec: ZodType<Spec>;
  key: ZodType<Key>;
  /** Accepts `{}`; strict: unknown fields are refused. */
  answer: ZodType<Answer>;
  /** Nothing was answered; whitespace counts as nothing. */
  isEmpty: (answer: Answer) => boolean;
  /**
   * What of an answer that is not empty was left empty, such as one of several fields, as markdown: a student
   * is told before handing in. Kinds that ask for one thing have none.
   */
  missing?: (spec: Spec, answer: Answer) => readonly string[];
  /** What in a well-formed answer does not belong to this part, such as a field it does not have. */
  misfit: (spec: Spec, answer: Answer) => ContentProblem | null;
}

/** What authors write in this kind; in no browser. */
export interface KindAuthoring<Authored, Spec, Key, Answer> {
  /** Authors may say how its formulas are read (`decimal_comma`). */
  readsFormulas: boolean;
  authored: ZodType<Authored>;
  /**
   * Nothing in the spec tells the key: where an order is asked for, or an order could tell, the
   * spec is sorted by what students see (`inNoOrder`), and `Input` shuffles it by the attempt's seed.
   */
  split: (authored: Authored) => { spec: Spec; key: Key };
  /**
   * The names in what an author writes whose order students see as it is written, such as fields.
   * The order of everything else must not tell in the spec, which the contract suite looks at.
   */
  shownInOrder: readonly string[];
  /** The author's reference as an answer; null where only a person can tell a right one. */
  referenceAnswer: (spec: Spec, key: Key) => Answer | null;
  /** Nothing that is answered is graded by the machine, so that tests of a part tell nothing. */
  onlyByPerson?: boolean;
  /** Answers that ought not to be graded right; kinds that can tell none leave it out. */
  suspects?: (spec: Spec, key: Key) => readonly Suspect<Answer>[];
  /**
   * Where the reference does not answer everything, as where a program works out the right value: an
   * answer that makes the grader try all of the key. Null where the reference does.
   */
  trial?: (spec: Spec, key: Key) => Trial<Answer> | null;
  /** What of the key students may see once it is no secret any more; all of it, unless told. */
  shownKey?: (key: Key) => Key;
}

/** How bad it is what an exam file says: with an error it is not published. */
export type Severity = 'error' | 'warning';

/** An answer that ought not to be graded right. Where it is, the exam says what its author does not mean. */
export interface Suspect<Answer> {
  answer: Answer;
  /** The names of the checks of which none ought to be right. */
  checks: readonly string[];
  severity: Severity;
  /** What is said to the author where one is. */
  message: string;
  /** What it is about, in the part as its author wrote it. */
  path: readonly PropertyKey[];
}

/** An answer that is graded to see that a key can be used. */
export interface Trial<Answer> {
  answer: Answer;
  /** The names of the checks that have to be right; no other may be left to a person. */
  right: readonly string[];
}

/** Something in an answer that the machine cannot read. */
export interface UnreadPlace {
  /** A field or a line, as markdown: `$x$`, `line 2`. */
  what: string;
  /** Why, and how to write it. */
  message: string;
  place: Place;
}

/**
 * What of an answer cannot be read, by the reading that the grader uses: a student is told while
 * there is time. Kinds that read no formulas have none.
 */
export type FindUnread<Spec, Answer> = (spec: Spec, answer: Answer) => readonly UnreadPlace[];

/** What the student answers with. Controlled: it holds no answer of its own. */
export interface InputProps<Spec, Answer> {
  spec: Spec;
  value: Answer;
  /**
   * Also called with what is shown already: an input that shows something before anything was
   * answered, such as an order to be changed, says in this way that it was touched.
   */
  onChange: (answer: Answer) => void;
  /** The same for this part of this attempt wherever it is opened; for shuffling (`shuffled`). */
  seed: string;
  /** Names the part for screen readers, e.g. "Assignment 1, part a". */
  label: string;
  disabled: boolean;
}

/** A check as a student may see it: without the evidence for the instructor. */
export type StudentCheck = Omit<Check, 'evidence' | 'open'>;

/** What a part's review may show once the key is no secret any more. */
export interface Reference {
  key: JsonValue;
  /** The author's reference as an answer; null where only a person can tell a right one. */
  answer: JsonValue;
}

/** What student and staff see after grading. */
export interface ReviewProps<Spec, Key, Answer> {
  spec: Spec;
  /** Null as long as the person who looks may not see it. */
  reference: {
    key: Key;
    /** The author's reference as an answer; null where only a person can tell a right one. */
    answer: Answer | null;
  } | null;
  answer: Answer;
  checks: readonly StudentCheck[];
  label: string;
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

/** What a part is answered on where it is written by hand: options to tick, labels to fill in. */
export interface PaperProps<Spec> {
  spec: Spec;
}
