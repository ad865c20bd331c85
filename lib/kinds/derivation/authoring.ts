import { z } from 'zod';
import { latex, markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import {
  type DerivationAnswer,
  type DerivationKey,
  type DerivationSpec,
  type EstimateSpec,
  form,
} from './answer';
import { estimateNames } from './estimate/names';
import { suspects } from './suspects';
import { wayTo } from './way';

const authoredMisconception = z.strictObject({
  expression: z.string().min(1),
  message: markdown.min(1),
  setup: z.number().min(0).max(1).default(0).describe('Share of the set-up’s points it earns.'),
  result: z.number().min(0).max(1).default(0).describe('Share of the result’s points it earns.'),
});

export const authoredDerivation = z
  .strictObject({
    symbols: authoredSymbols,
    ...authoredReading,
    quantity: latex.min(1).describe('What is derived, LaTeX: lines may begin with it and `=`.'),
    left_sides: z
      .array(z.string().min(1))
      .default([])
      .describe('Other ways to write the quantity.'),
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
    result: z
      .string()
      .min(1)
      .optional()
      .describe('What the last line is to be, in any equal closed form.'),
    forms: z
      .array(form)
      .default(['no_integral', 'no_sum', 'no_derivative'])
      .describe('What must not be left standing in the result.'),
    estimate: z
      .strictObject({
        objective: z
          .array(latex.min(1))
          .min(1)
          .describe(
            'Names of what is made extreme, `\\ell(\\lambda)`; those of derivatives follow.',
          ),
        parameters: z
          .record(z.string(), z.string().min(1))
          .describe('The symbols that are estimated, id → what each is in the end.'),
      })
      .optional()
      .describe(
        'Parameters are to be found that make the problem extreme: by maximum likelihood, least squares.',
      ),
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
  })
  .refine(({ result, estimate }) => (result === undefined) === (estimate !== undefined), {
    message: 'a derivation has a result; an estimate has parameters instead',
    path: ['result'],
  })
  .refine(({ estimate }) => !estimate || Object.keys(estimate.parameters).length > 0, {
    message: 'an estimate needs a parameter',
    path: ['estimate', 'parameters'],
  });
type AuthoredDerivation = z.infer<typeof authoredDerivation>;

function split(authored: AuthoredDerivation): { spec: DerivationSpec; key: DerivationKey } {
  const { symbols, definitions, functions } = declareSymbols(authored.symbols);
  const { quantity, problem, steps, forms, shares, misconceptions } = authored;
  return {
    spec: {
      symbols,
      reading: splitReading(authored),
      quantity,
      leftSides: [quantity, ...authored.left_sides],
      estimate: authored.estimate ? splitEstimate(authored, authored.estimate) : null,
    },
    key: {
      definitions,
      functions,
      problem,
      steps,
      result: authored.result ?? Object.values(authored.estimate?.parameters ?? {})[0] ?? '',
      forms,
      where: authored.where ?? null,
      parameters: authored.estimate?.parameters ?? null,
      shares,
      followOn: authored.follow_on,
      misconceptions,
    },
  };
}

function splitEstimate(
  { symbols, quantity, left_sides }: AuthoredDerivation,
  { objective, parameters }: NonNullable<AuthoredDerivation['estimate']>,
): EstimateSpec {
  const latexOf = Object.keys(parameters).map((id) => [id, symbols[id]?.latex ?? id] as const);
  const names = estimateNames(objective, Object.fromEntries(latexOf));
  return { quantities: [quantity, ...left_sides], names };
}

export const authoring: KindAuthoring<
  AuthoredDerivation,
  DerivationSpec,
  DerivationKey,
  DerivationAnswer
> = {
  shownInOrder: ['symbols', 'left_sides', 'objective'],
  readsFormulas: true,
  authored: authoredDerivation,
  split,
  referenceAnswer: (spec, key) => ({ lines: wayTo(spec, key) }),
  suspects,
};
