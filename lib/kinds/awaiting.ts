import { z } from 'zod';
import type { Check, JsonValue } from '@/lib/exam/check';
import type { GradeInput, KindSchema } from './contract';
import { MAX_TEXT_LENGTH } from './text/schema';

/**
 * Kinds whose grader does not exist yet are answered in words and wait for a person. Their answers
 * may already come in the content shape that the kind will have, so that nothing sent today is lost.
 */
const authoredAwaiting = z.strictObject({});
const noSpec = z.strictObject({});
export type AwaitingSpec = z.infer<typeof noSpec>;

const structured = {
  proof: z.strictObject({
    steps: z
      .array(
        z.strictObject({
          claim: z.string().max(20_000),
          from: z.array(z.int().positive()).max(200).optional(),
        }),
      )
      .max(200)
      .optional(),
  }),
};
export type AwaitingKind = keyof typeof structured;

const inWords = z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH).optional() });

export type AwaitingAnswer = { [key: string]: JsonValue };

export function awaitingSchema(
  kind: AwaitingKind,
  title: string,
): KindSchema<AwaitingSpec, AwaitingSpec, AwaitingSpec, AwaitingAnswer> {
  const answer: z.ZodType<AwaitingAnswer> = z.union([inWords, structured[kind]]);
  return {
    version: 0,
    readsFormulas: false,
    title,
    authored: authoredAwaiting,
    spec: noSpec,
    key: noSpec,
    answer,
    split: () => ({ spec: {}, key: {} }),
    isEmpty: isBlank,
    misfit: () => null,
    referenceAnswer: () => null,
  };
}

function isBlank(value: JsonValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return false;
}

export function gradeAwaiting({
  points,
}: GradeInput<AwaitingSpec, AwaitingSpec, AwaitingAnswer>): Check[] {
  return [
    {
      name: 'answer',
      verdict: 'review',
      score: 0,
      points,
      message: 'A person reads and scores this part; its points are open until then.',
      evidence: 'No grader for this kind yet.',
    },
  ];
}
