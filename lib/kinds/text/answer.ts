import { z } from 'zod';
import { markdown } from '@/lib/exam/written-texts';
import type { KindAnswers } from '@/lib/kinds/contract';

/** What a person looks for when scoring a text. */
export const rubricItem = z.strictObject({ text: markdown.min(1), points: z.number() });

const textSpec = z.strictObject({});
export type TextSpec = z.infer<typeof textSpec>;

const textKey = z.strictObject({ rubric: z.array(rubricItem) });
export type TextKey = z.infer<typeof textKey>;

export const MAX_TEXT_LENGTH = 20_000;

const textAnswer = z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH).optional() });
export type TextAnswer = z.infer<typeof textAnswer>;

export const answers: KindAnswers<TextSpec, TextKey, TextAnswer> = {
  version: 1,
  title: 'Text',
  spec: textSpec,
  key: textKey,
  answer: textAnswer,
  isEmpty: ({ text = '' }) => text.trim() === '',
  misfit: () => null,
};
