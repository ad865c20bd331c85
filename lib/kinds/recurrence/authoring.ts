import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { authoredProgram } from '@/lib/kinds/fields/authored-program';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import {
  type ModelInput,
  quantity,
  type Range,
  type RecurrenceKey,
  type RecurrenceSpec,
  role,
} from './answer';

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'a name: letters, digits, underscores');

/** Ranges are for numbers that are drawn; larger ones show nothing more. */
const LARGEST = 1_000_000;
const LONGEST = 100;

/** `1..5` as it is written; read by `rangeOf`. */
function range(lowest: number, highest: number) {
  return z
    .string()
    .regex(/^-?\d+\.\.-?\d+$/, 'whole numbers, 1..5')
    .refine(
      (text) => {
        const { from, to } = rangeOf(text);
        return lowest <= from && from <= to && to <= highest;
      },
      { message: `from the smaller to the larger, between ${lowest} and ${highest}` },
    );
}

const number = range(-LARGEST, LARGEST);
const authoredInput = z.union([
  number,
  z.strictObject({
    range: number,
    count: z
      .union([range(0, LONGEST), name])
      .describe('How many entries the list has: a range, or the input that says so.'),
  }),
]);
type AuthoredInput = z.infer<typeof authoredInput>;

const shared = {
  symbols: authoredSymbols,
  decimal_comma: authoredReading.decimal_comma,
};
const fieldsAsking = <Quantity extends z.ZodType<string>>(quantityAsked: Quantity) =>
  z.record(
    name,
    z.strictObject({
      label: latex.min(1),
      quantity: quantityAsked,
      reference: z.string().min(1),
      points: z.number().min(0),
    }),
  );

export const authoredRecurrence = z.discriminatedUnion('model', [
  z.strictObject({
    ...shared,
    model: z.literal('convolution').describe('What the recursion is run on: random conv stacks.'),
    roles: z.record(z.string(), role).describe('What each symbol stands for: id → role.'),
    fields: fieldsAsking(quantity),
  }),
  z.strictObject({
    ...shared,
    model: z
      .literal('program')
      .describe('The true values are what a program finds by brute force.'),
    inputs: z
      .record(name, authoredInput)
      .describe('What the program is given: name → whole numbers.'),
    program: authoredProgram.describe(
      'Gives names values, in the language of mathjs: a list has an entry for each step.',
    ),
    roles: z
      .record(z.string(), name)
      .describe('What each symbol stands for: id → a name of the program, or of an input.'),
    fields: fieldsAsking(name.describe('The name of the program that the field asks for.')),
  }),
]);
type AuthoredRecurrence = z.infer<typeof authoredRecurrence>;

function rangeOf(text: string): Range {
  const [from = 0, to = 0] = text.split('..').map(Number);
  return { from, to };
}

function splitInput(authored: AuthoredInput): ModelInput {
  if (typeof authored === 'string') return { ...rangeOf(authored), count: null };
  const count = authored.count.includes('..') ? rangeOf(authored.count) : authored.count;
  return { ...rangeOf(authored.range), count };
}

function splitModel(authored: AuthoredRecurrence): RecurrenceKey['model'] {
  if (authored.model === 'convolution') return null;
  const inputs = Object.entries(authored.inputs).map(([id, each]) => [id, splitInput(each)]);
  return { inputs: Object.fromEntries(inputs), program: authored.program };
}

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
      model: splitModel(authored),
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
  shownKey: (key) => ({ ...key, model: null }),
};
