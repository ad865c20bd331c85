import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';
import { MAX_STORED_LENGTH } from '@/lib/kinds/fields/answer';
import { declaredSymbol, readingOptions } from '@/lib/kinds/fields/symbols';

/** More than any plan needs; the field offers no more. */
export const MAX_LINES = 40;

const shares = z.strictObject({ outputs: z.number(), order: z.number(), reuse: z.number() });
const sizes = z.record(z.string(), z.number());

const planSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  outputs: z.array(
    z.strictObject({ name: z.string(), label: z.string(), leftSides: z.array(z.string()) }),
  ),
  sizes,
});
export type PlanSpec = z.infer<typeof planSpec>;

/** Not strict: keys that were stored before also hold the spec, which is not read any more. */
const planKey = z.object({ references: z.record(z.string(), z.string()), shares });
export type PlanKey = z.infer<typeof planKey>;

const planAnswer = z.strictObject({
  steps: z.array(z.string().max(MAX_STORED_LENGTH)).max(MAX_LINES).optional(),
});
export type PlanAnswer = z.infer<typeof planAnswer>;

export const answers: KindAnswers<PlanSpec, PlanKey, PlanAnswer> = {
  version: 1,
  title: 'Computation plan',
  spec: planSpec,
  key: planKey,
  answer: planAnswer,
  isEmpty: ({ steps = [] }) => steps.every((step) => step.trim() === ''),
  misfit: (): ContentProblem | null => null,
};
