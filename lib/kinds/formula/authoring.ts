import { z } from 'zod';
import { latex, markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { authoredProgram } from '@/lib/kinds/fields/authored-program';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  shape,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { asks, type FormulaKey, type FormulaSpec, form, tolerance, upTo } from './answer';
import { suspects } from './suspects';

const HAS_VARIABLE: ReadonlySet<string> = new Set(['set', 'general_solution']);

const authoredField = z
  .strictObject({
    label: latex.min(1).describe('The left side, LaTeX, shown in front of the field.'),
    left_sides: z
      .array(z.string().min(1))
      .default([])
      .describe('Other left sides that an answer may begin with, before `=`.'),
    asks: asks
      .default('value')
      .describe(
        'A value; a set of real numbers; a relation, of which the solutions count; all solutions of a differential equation, whatever their constants are called; or a class of growth such as O(n log n).',
      ),
    variable: z
      .string()
      .optional()
      .describe(
        'Of a set: the id of the symbol whose values it holds, for answers such as `x < 2`. Of a general solution: of its variable.',
      ),
    constants: z
      .array(z.string())
      .default([])
      .describe(
        'Of a general solution: ids of symbols that are free constants, besides C, K, A, C_1 and the like.',
      ),
    reference: z.string().min(1).optional(),
    program: authoredProgram
      .optional()
      .describe(
        'Works out the right value from the symbols by their ids, in the language of mathjs; its last line is the value.',
      ),
    shape: shape
      .optional()
      .describe(
        'Of the program’s value where there is no reference: [rows, columns]. Default: a number.',
      ),
    references: z
      .array(z.string().min(1))
      .default([])
      .describe('Other answers that are right as well.'),
    unevaluated: z
      .boolean()
      .default(false)
      .describe('Derivatives, integrals and limits may be left standing.'),
    up_to: upTo
      .optional()
      .describe(
        'Accept the answer up to transposition, a sign, a factor, or an additive constant.',
      ),
    points: z.number().min(0).optional().describe('Default: an equal share of what is left.'),
    where: z
      .string()
      .optional()
      .describe('The answer is asked for only where this relation holds.'),
    hint: markdown.optional().describe('Shown under the field, for example the condition.'),
    tolerance: tolerance
      .optional()
      .describe(
        'For numeric answers; without it numbers are exact, beside a program up to 1e-9 of them.',
      ),
    forms: z.array(form).default([]).describe('How the answer is to be written.'),
  })
  .refine(({ reference, program }) => reference !== undefined || program !== undefined, {
    message: 'a field needs a reference or a program',
  })
  .refine(
    ({ reference, program, shape }) =>
      shape === undefined || (program !== undefined && reference === undefined),
    { message: 'a shape is for a program without a reference' },
  )
  .refine((field) => field.asks === 'value' || isPlain(field), {
    message:
      'a field that asks for no value has a reference, and no program, up_to, where, tolerance, forms or unevaluated',
  })
  .refine(({ asks, variable }) => variable === undefined || HAS_VARIABLE.has(asks), {
    message: 'only a set or a general solution has a variable',
  })
  .refine(({ asks, variable }) => asks !== 'general_solution' || variable !== undefined, {
    message: 'a general solution needs its variable',
  })
  .refine(({ asks, constants }) => asks === 'general_solution' || constants.length === 0, {
    message: 'only a general solution has constants',
  });

/** What is said of values alone. */
interface OfValues {
  reference?: string | undefined;
  program?: unknown;
  up_to?: unknown;
  where?: unknown;
  tolerance?: unknown;
  forms: readonly unknown[];
  unevaluated: boolean;
}

function isPlain(field: OfValues): boolean {
  const { reference, program, up_to, where, tolerance, forms, unevaluated } = field;
  const isOfValues = [program, up_to, where, tolerance].some((each) => each !== undefined);
  return reference !== undefined && !isOfValues && forms.length === 0 && !unevaluated;
}

export const authoredFormula = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  show_shapes: z.boolean().default(false).describe('Show each symbol’s shape beside the prompt.'),
  fields: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), authoredField),
  not_allowed: z
    .record(z.string(), markdown)
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
        message: markdown,
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

function split(authored: AuthoredFormula): { spec: FormulaSpec; key: FormulaKey } {
  const { symbols, definitions, functions } = declareSymbols(authored.symbols);
  const entries = Object.entries(authored.fields);
  return {
    spec: {
      symbols,
      reading: {
        ...splitReading(authored),
        constants: entries.some(([, { up_to: upTo }]) => isUpToConstant(upTo)),
      },
      eitherOrientation: authored.either_orientation,
      keys: symbols.map(({ id }) => id).filter((id) => !Object.hasOwn(authored.not_allowed, id)),
      showShapes: authored.show_shapes,
      fields: entries.map(([name, { label, left_sides, hint, asks, variable, constants }]) => ({
        name,
        label,
        leftSides: [label, ...left_sides],
        hint: hint ?? null,
        asks,
        variable: variable ?? null,
        constants: constants.toSorted(),
      })),
    },
    key: {
      fields: Object.fromEntries(
        entries.map(([name, field]) => [
          name,
          {
            reference: field.reference ?? null,
            program: field.program ?? null,
            shape: field.shape ?? null,
            references: field.references,
            unevaluated: field.unevaluated,
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

/** Then an undeclared C in an answer is the constant. */
function isUpToConstant(upTo: AuthoredFormula['fields'][string]['up_to']): boolean {
  return upTo === 'constant' || typeof upTo === 'object';
}

export const authoring: KindAuthoring<AuthoredFormula, FormulaSpec, FormulaKey, FieldsAnswer> = {
  shownInOrder: ['symbols', 'fields', 'either_orientation', 'units', 'left_sides'],
  readsFormulas: true,
  authored: authoredFormula,
  split,
  referenceAnswer: (_, { fields }) => ({
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([name, { reference }]) =>
        reference === null ? [] : [[name, reference]],
      ),
    ),
  }),
  trial: (_, { fields }) => {
    const entries = Object.entries(fields);
    if (entries.every(([, { reference }]) => reference !== null)) return null;
    return {
      answer: {
        fields: Object.fromEntries(
          entries.map(([name, { reference }]) => [name, reference ?? '0']),
        ),
      },
      right: entries.flatMap(([name, { reference }]) => (reference === null ? [] : [name])),
    };
  },
  shownKey: (key) => ({
    ...key,
    fields: Object.fromEntries(
      Object.entries(key.fields).map(([name, field]) => [name, { ...field, program: null }]),
    ),
  }),
  suspects,
};
