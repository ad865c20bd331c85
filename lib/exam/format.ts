import { z } from 'zod';
import type { JsonValue } from './check';
import { markdown } from './written-texts';

/** What an answer that cannot be read comes to: a person reads it, or it earns nothing. */
const unreadRule = z.enum(['review', 'wrong']);
export type UnreadRule = z.infer<typeof unreadRule>;

/** A part as it is stored: `spec` may go to a student's browser, `key` and `solution` only after release. */
export interface LoadedPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  prompt: string;
  spec: JsonValue;
  key: JsonValue;
  /** The reference solution in markdown. */
  solution: string;
}

export interface LoadedAssignment {
  title: string;
  prompt: string;
  points: number;
  parts: LoadedPart[];
}

/** A picture that lay beside an exam file, checked. */
export interface LoadedFile {
  name: string;
  mediaType: string;
  /** In pixels. */
  width: number;
  height: number;
  /** sha256 of the bytes. */
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Shown in solutions and keys alone: no student may have it before release. */
  secret: boolean;
}

/** A validated exam file. */
export interface LoadedExam {
  slug: string;
  title: string;
  minutes: number;
  language: string;
  /** What is allowed and how it is graded, markdown, shown in the lobby. */
  rules: string;
  /** Scores of parts are rounded to multiples of this. */
  roundTo: number;
  unread: UnreadRule;
  /** The text of exam.yaml. */
  source: string;
  /** sha256 of the source and of its pictures: what has the same hash is the same version. */
  hash: string;
  assignments: LoadedAssignment[];
  /** The pictures that its texts show, by name. */
  files: LoadedFile[];
}

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');

/** An answer with the result that the author expects of the grader; `nabla check` runs them. */
const partTestSchema = z.strictObject({
  answer: z
    .record(z.string(), z.json())
    .describe('An answer as students give it, in the content shape of the kind.'),
  points: z.number().min(0).describe('The score this answer must get.'),
  verdict: z.enum(['right', 'wrong', 'review']).optional(),
  says: z.string().optional().describe('Words that the feedback must contain.'),
});
export type PartTest = z.infer<typeof partTestSchema>;

/** What every part has, whatever its kind; further keys belong to the kind and are checked by it. */
export const partFileSchema = z.looseObject({
  id: identifier.describe('Unique within the exam, for example 1a-gradients.'),
  label: z.string().max(20).default('').describe('How the part is called on paper: a, b, c.'),
  points: z.number().positive(),
  kind: z.string().describe('The kind of answer.'),
  prompt: markdown.min(1).describe('Markdown with $…$.'),
  solution: markdown.default('').describe('The reference solution, markdown, shown after release.'),
  tests: z.array(partTestSchema).default([]),
});

export const examFileSchema = z.strictObject({
  slug: identifier,
  title: z.string().min(1),
  minutes: z
    .int()
    .positive()
    .max(24 * 60),
  points: z.number().positive().optional().describe('The total; checked against the parts.'),
  language: z.string().default('en'),
  round_to: z.number().positive().default(0.25),
  unread: unreadRule
    .default('review')
    .describe('What an answer that cannot be read is: for a person, or wrong. Students are told.'),
  decimal_comma: z
    .boolean()
    .default(false)
    .describe('Numbers are written with a comma, 1,5, in every part.'),
  rules: markdown.default('').describe('What is allowed; markdown, shown before the start.'),
  assignments: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        prompt: markdown.default(''),
        points: z.number().positive().optional(),
        parts: z.array(partFileSchema).min(1),
      }),
    )
    .min(1),
});
export type ExamFile = z.infer<typeof examFileSchema>;
