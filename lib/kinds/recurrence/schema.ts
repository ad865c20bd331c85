import { z } from 'zod';
import type { KindSchema } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declaredSymbol,
  declareSymbols,
  readingOptions,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import {
  type FieldsAnswer,
  fieldsAnswer,
  noFieldFilled,
  unknownField,
} from '@/lib/kinds/formula/schema';

/** What a symbol stands for in a stack of convolutional layers. */
const role = z.enum(['size_before', 'stride_before', 'kernel', 'stride', 'size', 'stride_after']);
export type Role = z.infer<typeof role>;

/** What a field asks for: the size or the stride of the receptive fields after the layer. */
const quantity = z.enum(['size', 'stride_after']);

export const authoredRecurrence = z.strictObject({
  symbols: authoredSymbols,
  decimal_comma: authoredReading.decimal_comma,
  model: z.literal('convolution').describe('What the recursion is run on: random conv stacks.'),
  roles: z.record(z.string(), role).describe('What each symbol stands for: id → role.'),
  fields: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
    z.strictObject({
      label: z.string().min(1),
      quantity,
      reference: z.string().min(1),
      points: z.number().min(0),
    }),
  ),
});
type AuthoredRecurrence = z.infer<typeof authoredRecurrence>;

export const recurrenceSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  fields: z.array(
    z.strictObject({ name: z.string(), label: z.string(), leftSides: z.array(z.string()) }),
  ),
});
export type RecurrenceSpec = z.infer<typeof recurrenceSpec>;

export const recurrenceKey = z.strictObject({
  roles: z.record(z.string(), role),
  fields: z.record(
    z.string(),
    z.strictObject({ quantity, reference: z.string(), points: z.number() }),
  ),
});
export type RecurrenceKey = z.infer<typeof recurrenceKey>;

function split(authored: AuthoredRecurrence): { spec: RecurrenceSpec; key: RecurrenceKey } {
  const entries = Object.entries(authored.fields);
  return {
    spec: {
      symbols: declareSymbols(authored.symbols).symbols,
      reading: splitReading({
        decimal_comma: authored.decimal_comma,
        elementwise: false,
        units: [],
      }),
      fields: entries.map(([name, { label }]) => ({ name, label, leftSides: [label, name] })),
    },
    key: {
      roles: authored.roles,
      fields: Object.fromEntries(
        entries.map(([name, { quantity: asked, reference, points }]) => [
          name,
          { quantity: asked, reference, points },
        ]),
      ),
    },
  };
}

export const schema: KindSchema<AuthoredRecurrence, RecurrenceSpec, RecurrenceKey, FieldsAnswer> = {
  version: 1,
  readsFormulas: true,
  title: 'Recurrence',
  authored: authoredRecurrence,
  spec: recurrenceSpec,
  key: recurrenceKey,
  answer: fieldsAnswer,
  split,
  isEmpty: noFieldFilled,
  misfit: unknownField,
  referenceAnswer: ({ fields }) => ({
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { reference }]) => [name, reference]),
    ),
  }),
};
