import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { quantity, type RecurrenceKey, type RecurrenceSpec, role } from './answer';

export const authoredRecurrence = z.strictObject({
  symbols: authoredSymbols,
  decimal_comma: authoredReading.decimal_comma,
  model: z.literal('convolution').describe('What the recursion is run on: random conv stacks.'),
  roles: z.record(z.string(), role).describe('What each symbol stands for: id → role.'),
  fields: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
    z.strictObject({
      label: latex.min(1),
      quantity,
      reference: z.string().min(1),
      points: z.number().min(0),
    }),
  ),
});
type AuthoredRecurrence = z.infer<typeof authoredRecurrence>;

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

export const authoring: KindAuthoring<
  AuthoredRecurrence,
  RecurrenceSpec,
  RecurrenceKey,
  FieldsAnswer
> = {
  shownInOrder: ['symbols', 'fields'],
  readsFormulas: true,
  authored: authoredRecurrence,
  split,
  referenceAnswer: (_, { fields }) => ({
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { reference }]) => [name, reference]),
    ),
  }),
};
