import { z } from 'zod';
import type { KindSchema } from '@/lib/kinds/contract';
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

const form = z.enum(['no_integral', 'no_sum', 'no_derivative']);
export type ResultForm = z.infer<typeof form>;

const authoredMisconception = z.strictObject({
  expression: z.string().min(1),
  message: z.string().min(1),
  setup: z.number().min(0).max(1).default(0).describe('Share of the set-up’s points it earns.'),
  result: z.number().min(0).max(1).default(0).describe('Share of the result’s points it earns.'),
});

export const authoredDerivation = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  quantity: z.string().min(1).describe('What is derived, LaTeX: lines may begin with it and `=`.'),
  left_sides: z.array(z.string().min(1)).default([]).describe('Other ways to write the quantity.'),
  problem: z
    .string()
    .min(1)
    .describe('What the first line is to state, in any equivalent form with an integral, sum, …'),
  result: z.string().min(1).describe('What the last line is to be, in any equal closed form.'),
  forms: z
    .array(form)
    .default(['no_integral', 'no_sum', 'no_derivative'])
    .describe('What must not be left standing in the result.'),
  where: z.string().optional().describe('Lines need to be equal only where this relation holds.'),
  shares: z
    .strictObject({
      setup: z.number().min(0),
      steps: z.number().min(0),
      result: z.number().min(0),
    })
    .describe('Points of the first line, of the steps between, and of the last line.'),
  follow_on: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Share that a result earns which is right but for a slip in an earlier line.'),
  misconceptions: z.array(authoredMisconception).default([]),
});
type AuthoredDerivation = z.infer<typeof authoredDerivation>;

const derivationSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  quantity: z.string(),
  leftSides: z.array(z.string()),
});
export type DerivationSpec = z.infer<typeof derivationSpec>;

const derivationKey = z.strictObject({
  definitions: definitionsSchema,
  functions: functionsSchema,
  problem: z.string(),
  result: z.string(),
  forms: z.array(form),
  where: z.string().nullable(),
  shares: z.strictObject({ setup: z.number(), steps: z.number(), result: z.number() }),
  followOn: z.number(),
  misconceptions: z.array(
    z.strictObject({
      expression: z.string(),
      message: z.string(),
      setup: z.number(),
      result: z.number(),
    }),
  ),
});
export type DerivationKey = z.infer<typeof derivationKey>;

export const MAX_LINES = 40;
/** Longer than any line that is read, so that what is too long is graded, not refused. */
const MAX_STORED_LENGTH = 20_000;

const derivationAnswer = z.strictObject({
  lines: z.array(z.string().max(MAX_STORED_LENGTH)).max(MAX_LINES).optional(),
});
export type DerivationAnswer = z.infer<typeof derivationAnswer>;

function split(authored: AuthoredDerivation): { spec: DerivationSpec; key: DerivationKey } {
  const { symbols, definitions, functions } = declareSymbols(authored.symbols);
  const { quantity, problem, result, forms, shares, misconceptions } = authored;
  return {
    spec: {
      symbols,
      reading: splitReading(authored),
      quantity,
      leftSides: [quantity, ...authored.left_sides],
    },
    key: {
      definitions,
      functions,
      problem,
      result,
      forms,
      where: authored.where ?? null,
      shares,
      followOn: authored.follow_on,
      misconceptions,
    },
  };
}

export const schema: KindSchema<
  AuthoredDerivation,
  DerivationSpec,
  DerivationKey,
  DerivationAnswer
> = {
  version: 1,
  readsFormulas: true,
  title: 'Derivation',
  authored: authoredDerivation,
  spec: derivationSpec,
  key: derivationKey,
  answer: derivationAnswer,
  split,
  isEmpty: ({ lines = [] }) => lines.every((line) => line.trim() === ''),
  misfit: () => null,
  referenceAnswer: ({ problem, result }) => ({ lines: [problem, result] }),
};
