import { z } from 'zod';
import type { KindAnswers } from '@/lib/kinds/contract';
import {
  emptyFields,
  type FieldsAnswer,
  fieldsAnswer,
  noFieldFilled,
  unknownField,
} from '@/lib/kinds/fields/answer';
import { declaredSymbol, readingOptions } from '@/lib/kinds/fields/symbols';

/** What a symbol stands for in a stack of convolutional layers. */
export const role = z.enum([
  'size_before',
  'stride_before',
  'kernel',
  'stride',
  'size',
  'stride_after',
]);
export type Role = z.infer<typeof role>;

/** What a field asks for: the size or the stride of the receptive fields after the layer. */
export const quantity = z.enum(['size', 'stride_after']);

const recurrenceSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  fields: z.array(
    z.strictObject({ name: z.string(), label: z.string(), leftSides: z.array(z.string()) }),
  ),
});
export type RecurrenceSpec = z.infer<typeof recurrenceSpec>;

/** Whole numbers from one to another. */
const range = z.strictObject({ from: z.int(), to: z.int() });
export type Range = z.infer<typeof range>;

/** A whole number that is drawn, or a list of them; `count` may be the name of another input. */
const modelInput = z.strictObject({
  ...range.shape,
  count: z.union([z.string(), range]).nullable(),
});
export type ModelInput = z.infer<typeof modelInput>;

const recurrenceKey = z.strictObject({
  /** What the recursion is run on; null are conv stacks. */
  model: z
    .strictObject({ inputs: z.record(z.string(), modelInput), program: z.string() })
    .nullable()
    .default(null),
  /** What each symbol stands for: a name in the model. */
  roles: z.record(z.string(), z.string()),
  fields: z.record(
    z.string(),
    z.strictObject({ quantity: z.string(), reference: z.string(), points: z.number() }),
  ),
});
export type RecurrenceKey = z.infer<typeof recurrenceKey>;

export const answers: KindAnswers<RecurrenceSpec, RecurrenceKey, FieldsAnswer> = {
  version: 1,
  title: 'Recurrence',
  spec: recurrenceSpec,
  key: recurrenceKey,
  answer: fieldsAnswer,
  isEmpty: noFieldFilled,
  missing: emptyFields,
  misfit: unknownField,
};
