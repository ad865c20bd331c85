import { z } from 'zod';
import type { KindAnswers } from '@/lib/kinds/contract';
import {
  emptyFields,
  type FieldsAnswer,
  fieldsAnswer,
  noFieldFilled,
  unknownField,
} from '@/lib/kinds/fields/answer';
import {
  declaredSymbol,
  definitionsSchema,
  functionsSchema,
  readingOptions,
  shape,
} from '@/lib/kinds/fields/symbols';

export const upTo = z.union([
  z.enum(['transpose', 'constant', 'sign', 'scale']),
  z
    .strictObject({ constant: z.union([z.string(), z.array(z.string()).min(1)]) })
    .describe('Up to anything that does not depend on these symbols (ids).'),
]);

const credit = z.number().min(0).max(1).describe('Share of the field’s points.');

/** A form in which the answer is to be written: a check of its own beside that of the value. */
export const form = z.discriminatedUnion('form', [
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

export const tolerance = z
  .strictObject({
    relative: z.number().positive().max(1).optional(),
    absolute: z.number().positive().optional(),
  })
  .refine(({ relative, absolute }) => relative !== undefined || absolute !== undefined, {
    message: 'a tolerance is relative, absolute, or both (the larger counts)',
  });

/** What a field asks for: a value, or what has a language and a notion of being the same of its own. */
export const asks = z.enum(['value', 'set', 'relation', 'general_solution', 'growth']);

const formulaSpec = z.strictObject({
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
      asks: asks.default('value'),
      /** The id of the symbol whose values a set holds, or that the functions of a solution are of. */
      variable: z.string().nullable().default(null),
      /** Ids of symbols that are free constants of a general solution. */
      constants: z.array(z.string()).default([]),
    }),
  ),
});
export type FormulaSpec = z.infer<typeof formulaSpec>;

const keyField = z.strictObject({
  /** Null where there is a program alone. */
  reference: z.string().nullable(),
  /** Gives the right value at a point, in the language of mathjs; answers are held against it. */
  program: z.string().nullable().default(null),
  /** Of the program's value, where there is no reference to tell. */
  shape: shape.nullable().default(null),
  /** Other answers that are right as well. */
  references: z.array(z.string()).default([]),
  /** An answer may have operators that the reference does not have. */
  unevaluated: z.boolean().default(false),
  upTo: upTo.nullable(),
  points: z.number().nullable(),
  where: z.string().nullable(),
  tolerance: tolerance.nullable().default(null),
  forms: z.array(form).default([]),
});
export type FormulaKeyField = z.infer<typeof keyField>;

const formulaKey = z.strictObject({
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

export const answers: KindAnswers<FormulaSpec, FormulaKey, FieldsAnswer> = {
  version: 1,
  title: 'Formula',
  spec: formulaSpec,
  key: formulaKey,
  answer: fieldsAnswer,
  isEmpty: noFieldFilled,
  missing: emptyFields,
  misfit: unknownField,
};
