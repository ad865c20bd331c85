import { z } from 'zod';
import type { ContentProblem, KindSchema } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declaredSymbol,
  declareSymbols,
  definitionsSchema,
  functionsSchema,
  readingOptions,
  splitReading,
} from '@/lib/kinds/fields/symbols';

const upTo = z.enum(['transpose', 'constant']);

const credit = z.number().min(0).max(1).describe('Share of the field’s points.');

/** A form in which the answer is to be written: a check of its own beside that of the value. */
const form = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.enum(['expanded', 'factored', 'single_fraction', 'no_integral']),
    credit: credit.default(0.25),
  }),
  z.strictObject({
    form: z.literal('only_symbols'),
    symbols: z.array(z.string()).describe('Ids of the symbols that may stay.'),
    credit: credit.default(0.25),
  }),
  z.strictObject({
    form: z.literal('significant_figures'),
    figures: z.int().min(1).max(15),
    credit: credit.default(0.25),
  }),
]);
export type Form = z.infer<typeof form>;

const tolerance = z
  .strictObject({
    relative: z.number().positive().max(1).optional(),
    absolute: z.number().positive().optional(),
  })
  .refine(({ relative, absolute }) => relative !== undefined || absolute !== undefined, {
    message: 'a tolerance is relative, absolute, or both (the larger counts)',
  });

const authoredField = z.strictObject({
  label: z.string().min(1).describe('The left side, LaTeX, shown in front of the field.'),
  left_sides: z
    .array(z.string().min(1))
    .default([])
    .describe('Other left sides that an answer may begin with, before `=`.'),
  reference: z.string().min(1),
  up_to: upTo.optional().describe('Accept the answer up to transposition or an additive constant.'),
  points: z.number().min(0).optional().describe('Default: an equal share of what is left.'),
  where: z.string().optional().describe('The answer is asked for only where this relation holds.'),
  hint: z.string().optional().describe('Shown under the field, for example the condition.'),
  tolerance: tolerance.optional().describe('For numeric answers; without it numbers are exact.'),
  forms: z.array(form).default([]).describe('How the answer is to be written.'),
});

export const authoredFormula = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  show_shapes: z.boolean().default(false).describe('Show each symbol’s shape beside the prompt.'),
  fields: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), authoredField),
  not_allowed: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Symbols that are read, so that the message can say why they may not stay: id → why.',
    ),
  either_orientation: z
    .array(z.string())
    .default([])
    .describe('Gradient symbols that may be meant as rows or as columns, as the answer needs it.'),
  misconceptions: z
    .array(
      z.strictObject({
        field: z.string(),
        expression: z.string(),
        message: z.string(),
        credit: z.number().min(0).max(1).default(0).describe('Share of the field’s points.'),
      }),
    )
    .default([]),
  follow_on: z
    .strictObject({
      credit: z.number().min(0).max(1).default(1),
      symbols: z
        .record(z.string(), z.strictObject({ part: z.string().optional(), field: z.string() }))
        .describe(
          'Defined symbols that an earlier answer stands for: id → the field, and its part where it is another one.',
        ),
    })
    .optional()
    .describe('Credit for an answer that is right given the student’s own earlier answers.'),
});
type AuthoredFormula = z.infer<typeof authoredFormula>;

export const formulaSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  eitherOrientation: z.array(z.string()),
  /** Ids of the symbols that get a key; those that must not stay in the answer get none. */
  keys: z.array(z.string()),
  showShapes: z.boolean(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      leftSides: z.array(z.string()),
      hint: z.string().nullable(),
    }),
  ),
});
export type FormulaSpec = z.infer<typeof formulaSpec>;

const keyField = z.strictObject({
  reference: z.string(),
  upTo: upTo.nullable(),
  points: z.number().nullable(),
  where: z.string().nullable(),
  tolerance: tolerance.nullable().default(null),
  forms: z.array(form).default([]),
});
export type FormulaKeyField = z.infer<typeof keyField>;

export const formulaKey = z.strictObject({
  fields: z.record(z.string(), keyField),
  definitions: definitionsSchema,
  functions: functionsSchema.default({}),
  notAllowed: z.record(z.string(), z.string()),
  misconceptions: z.array(
    z.strictObject({
      field: z.string(),
      expression: z.string(),
      message: z.string(),
      credit: z.number(),
    }),
  ),
  followOn: z
    .strictObject({
      credit: z.number(),
      symbols: z.record(
        z.string(),
        z.strictObject({ part: z.string().optional(), field: z.string() }),
      ),
    })
    .nullable(),
});
export type FormulaKey = z.infer<typeof formulaKey>;

/** Longer than any formula that is read, so that what is too long is graded, not refused. */
const MAX_STORED_LENGTH = 20_000;

export const fieldsAnswer = z.strictObject({
  fields: z.record(z.string().max(100), z.string().max(MAX_STORED_LENGTH)).optional(),
});
export type FieldsAnswer = z.infer<typeof fieldsAnswer>;

/** The text of one field; nothing typed is the empty text. */
export function fieldText(answer: FieldsAnswer, name: string): string {
  return (Object.hasOwn(answer.fields ?? {}, name) ? answer.fields?.[name] : undefined) ?? '';
}

export function noFieldFilled(answer: FieldsAnswer): boolean {
  return Object.values(answer.fields ?? {}).every((text) => text.trim() === '');
}

function split(authored: AuthoredFormula): { spec: FormulaSpec; key: FormulaKey } {
  const { symbols, definitions, functions } = declareSymbols(authored.symbols);
  const entries = Object.entries(authored.fields);
  return {
    spec: {
      symbols,
      reading: splitReading(authored),
      eitherOrientation: authored.either_orientation,
      keys: symbols.map(({ id }) => id).filter((id) => !Object.hasOwn(authored.not_allowed, id)),
      showShapes: authored.show_shapes,
      fields: entries.map(([name, { label, left_sides, hint }]) => ({
        name,
        label,
        leftSides: [label, ...left_sides],
        hint: hint ?? null,
      })),
    },
    key: {
      fields: Object.fromEntries(
        entries.map(([name, field]) => [
          name,
          {
            reference: field.reference,
            upTo: field.up_to ?? null,
            points: field.points ?? null,
            where: field.where ?? null,
            tolerance: field.tolerance ?? null,
            forms: field.forms,
          },
        ]),
      ),
      definitions,
      functions,
      notAllowed: authored.not_allowed,
      misconceptions: authored.misconceptions,
      followOn: authored.follow_on ?? null,
    },
  };
}

/** Fields that the part does not have: a mistake of the program that sent them. */
export function unknownField(
  spec: { fields: readonly { name: string }[] },
  answer: FieldsAnswer,
): ContentProblem | null {
  const names = spec.fields.map((field) => field.name);
  const unknown = Object.keys(answer.fields ?? {}).find((name) => !names.includes(name));
  if (unknown === undefined) return null;
  return { message: `no such field; this part has ${names.join(', ')}`, path: ['fields', unknown] };
}

export const schema: KindSchema<AuthoredFormula, FormulaSpec, FormulaKey, FieldsAnswer> = {
  version: 1,
  readsFormulas: true,
  title: 'Formula',
  authored: authoredFormula,
  spec: formulaSpec,
  key: formulaKey,
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
