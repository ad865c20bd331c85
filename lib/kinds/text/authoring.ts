import { z } from 'zod';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { rubricItem, type TextAnswer, type TextKey, type TextSpec } from './answer';

export const authoredText = z.strictObject({
  rubric: z.array(rubricItem).default([]),
});
type AuthoredText = z.infer<typeof authoredText>;

export const authoring: KindAuthoring<AuthoredText, TextSpec, TextKey, TextAnswer> = {
  shownInOrder: ['rubric'],
  readsFormulas: false,
  onlyByPerson: true,
  authored: authoredText,
  split: ({ rubric }) => ({ spec: {}, key: { rubric } }),
  referenceAnswer: () => null,
};
