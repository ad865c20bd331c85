import { z } from 'zod';
import type { KindSchema } from '@/lib/kinds/contract';

/** What a person looks for when scoring a text. */
const rubricItem = z.strictObject({ text: z.string().min(1), points: z.number() });

export const authoredText = z.strictObject({
  rubric: z.array(rubricItem).default([]),
});
type AuthoredText = z.infer<typeof authoredText>;

export const textSpec = z.strictObject({});
export type TextSpec = z.infer<typeof textSpec>;

export const textKey = z.strictObject({ rubric: z.array(rubricItem) });
export type TextKey = z.infer<typeof textKey>;

export const MAX_TEXT_LENGTH = 20_000;

export const textAnswer = z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH).optional() });
export type TextAnswer = z.infer<typeof textAnswer>;

export const schema: KindSchema<AuthoredText, TextSpec, TextKey, TextAnswer> = {
  version: 1,
  readsFormulas: false,
  title: 'Text',
  authored: authoredText,
  spec: textSpec,
  key: textKey,
  answer: textAnswer,
  split: ({ rubric }) => ({ spec: {}, key: { rubric } }),
  isEmpty: ({ text = '' }) => text.trim() === '',
  misfit: () => null,
  referenceAnswer: () => null,
};
