import { z } from 'zod';
import type { KindAnswers } from '@/lib/kinds/contract';
import {
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

const recurrenceKey = z.strictObject({
  roles: z.record(z.string(), role),
  fields: z.record(
    z.string(),
    z.strictObject({ quantity, reference: z.string(), points: z.number() }),
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
  misfit: unknownField,
};
