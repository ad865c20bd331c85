import { z } from 'zod';
import { latex, markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { type DerivationAnswer, type DerivationKey, type DerivationSpec, form } from './answer';
import { suspects } from './suspects';

const authoredMisconception = z.strictObject({
  expression: z.string().min(1),
  message: markdown.min(1),
  setup: z.number().min(0).max(1).default(0).describe('Share of the set-up’s points it earns.'),
  result: z.number().min(0).max(1).default(0).describe('Share of the result’s points it earns.'),
});

export const authoredDerivation = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  quantity: latex.min(1).describe('What is derived, LaTeX: lines may begin with it and `=`.'),
  left_sides: z.array(z.string().min(1)).default([]).describe('Other ways to write the quantity.'),
  problem: z
    .string()
    .min(1)
    .describe('What the first line is to state, in any equivalent form with an integral, sum, …'),
  steps: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Lines between problem and result, one way to get there. With any, definition and result alone earn no points for steps.',
    ),
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

function split(authored: AuthoredDerivation): { spec: DerivationSpec; key: DerivationKey } {
  const { symbols, definitions, functions } = declareSymbols(authored.symbols);
  const { quantity, problem, steps, result, forms, shares, misconceptions } = authored;
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
      steps,
      result,
      forms,
      where: authored.where ?? null,
      shares,
      followOn: authored.follow_on,
      misconceptions,
    },
  };
}

export const authoring: KindAuthoring<
  AuthoredDerivation,
  DerivationSpec,
  DerivationKey,
  DerivationAnswer
> = {
  shownInOrder: ['symbols', 'left_sides'],
  readsFormulas: true,
  authored: authoredDerivation,
  split,
  referenceAnswer: (_, { problem, steps, result }) => ({ lines: [problem, ...steps, result] }),
  suspects,
};
