import { z } from 'zod';
import { latex, markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { estimateNames } from '@/lib/kinds/derivation/estimate/names';
import { formsOf } from '@/lib/kinds/derivation/laws/forms';
import {
  authoredReading,
  authoredSymbols,
  type DeclaredSymbol,
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
import { suspects } from './suspects';
import { wayTo } from './way';

const authoredMisconception = z.strictObject({
  expression: z.string().min(1),
  message: markdown.min(1),
  setup: z.number().min(0).max(1).default(0).describe('Share of the set-up’s points it earns.'),
  result: z.number().min(0).max(1).default(0).describe('Share of the result’s points it earns.'),
});

const variable = z.string().regex(/^[a-z]$/, 'a small letter');

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
    laws: z
      .record(
        z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'an id: letters and digits'),
        z.strictObject({
          latex: latex.min(1).describe('How the law is written in front of its variables: `p`.'),
          of: z.array(variable).min(1).max(3).describe('Its random variables, letters.'),
          given: z.array(variable).max(2).default([]).describe('What it is given: of q(z | x), x.'),
        }),
      )
      .optional()
      .describe(
        'Laws of which nothing is known; what can be written of them is declared by itself.',
      ),
    relation: z
      .enum(['=', '>=', '<='])
      .default('=')
      .describe('With laws: how the problem stands to the result, `>=` for a lower bound.'),
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
  const { symbols: own, definitions, functions } = declareSymbols(authored.symbols);
  const laws = authored.laws ? { laws: authored.laws, relation: authored.relation } : null;
  const symbols = [
    ...own,
    ...(laws ? [...formsOf(laws.laws).map(({ symbol }) => symbol), POINTS] : []),
  ];
  const { quantity, problem, steps, forms, shares, misconceptions } = authored;
  return {
    spec: {
      symbols,
      reading: { ...splitReading(authored), ...(laws && { samples: POINTS.id }) },
      quantity,
      leftSides: [quantity, ...authored.left_sides],
      laws,
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

/** Up to which sums over random variables go; nobody writes it. */
const POINTS: DeclaredSymbol = {
  id: 'nablapoints',
  latex: '\\mathrm{points}',
  aliases: [],
  type: { kind: 'scalar', domain: '2..3' },
};

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
  shownInOrder: ['symbols', 'left_sides', 'objective', 'laws'],
  readsFormulas: true,
  authored: authoredDerivation,
  split,
  referenceAnswer: (spec, key) => ({ lines: wayTo(spec, key) }),
  suspects,
};
