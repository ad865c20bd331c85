import { z } from 'zod';
import type { KindSchema } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declaredSymbol,
  declareSymbols,
  definitionsSchema,
  readingOptions,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { hasIndex, writtenElements } from '@/lib/kinds/proof/reading/sequences';

const claims = z.string().min(1).describe('LaTeX: a relation, a chain of them, or a limit.');

const authoredMilestone = z.strictObject({
  points: z.number().positive(),
  claims: z
    .array(claims)
    .min(1)
    .describe('Alternatives: a line meets the milestone that says as much as one of them.'),
});

export const authoredProof = z
  .strictObject({
    symbols: authoredSymbols,
    ...authoredReading,
    index: z
      .string()
      .regex(/^[a-z]$/, 'one letter')
      .optional()
      .describe(
        'Symbols written with it, `x_t`, are sequences: `x_{t-1}`, `x_{t+1}` are declared with them, and what is said of t holds for all t.',
      ),
    hypotheses: z
      .record(z.string().min(1), claims)
      .describe('What is given, by its name, such as the number of an equation.'),
    goal: claims.describe('What is to be shown.'),
    goal_points: z.number().positive(),
    milestones: z
      .array(authoredMilestone)
      .min(1)
      .describe('What lies between, in order. The goal earns nothing without one of them.'),
  })
  .superRefine(({ symbols, index }, context) => {
    if (index === undefined) return;
    if (!Object.values(symbols).some(({ latex }) => hasIndex(latex, index))) {
      const message = `no symbol is written with the index ${index}`;
      context.addIssue({ code: 'custom', message, path: ['index'] });
    }
  });
type AuthoredProof = z.infer<typeof authoredProof>;

const proofSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  /** The ids of symbols that are sequences, and the index that they run over. */
  sequences: z.array(z.string()),
  index: z.string().nullable(),
  hypotheses: z.array(z.strictObject({ name: z.string(), claim: z.string() })),
});
export type ProofSpec = z.infer<typeof proofSpec>;

const milestone = z.strictObject({ points: z.number(), claims: z.array(z.string()) });
const proofKey = z.strictObject({
  definitions: definitionsSchema,
  goal: z.string(),
  goalPoints: z.number(),
  milestones: z.array(milestone),
});
export type ProofKey = z.infer<typeof proofKey>;

export const MAX_STEPS = 40;
/** Longer than any line that is read, so that what is too long is graded, not refused. */
const MAX_STORED_LENGTH = 20_000;

const proofStep = z.strictObject({
  claim: z.string().max(MAX_STORED_LENGTH),
  /** Numbers of the lines that it follows from, counted from 1. */
  from: z.array(z.int().min(1).max(MAX_STEPS)).max(MAX_STEPS).optional(),
});
export type ProofStep = z.infer<typeof proofStep>;

const proofAnswer = z.strictObject({ steps: z.array(proofStep).max(MAX_STEPS).optional() });
export type ProofAnswer = z.infer<typeof proofAnswer>;

function split(authored: AuthoredProof): { spec: ProofSpec; key: ProofKey } {
  const { symbols: declared, definitions } = declareSymbols(authored.symbols);
  const { index = null, hypotheses, goal, goal_points, milestones } = authored;
  const isSequence = (latex: string) => index !== null && hasIndex(latex, index);
  return {
    spec: {
      symbols: declared.flatMap((symbol) =>
        index !== null && isSequence(symbol.latex) ? writtenElements(symbol, index) : [symbol],
      ),
      reading: splitReading(authored),
      sequences: declared.filter(({ latex }) => isSequence(latex)).map(({ id }) => id),
      index,
      hypotheses: Object.entries(hypotheses).map(([name, claim]) => ({ name, claim })),
    },
    key: { definitions, goal, goalPoints: goal_points, milestones },
  };
}

export const schema: KindSchema<AuthoredProof, ProofSpec, ProofKey, ProofAnswer> = {
  version: 1,
  readsFormulas: true,
  title: 'Proof',
  authored: authoredProof,
  spec: proofSpec,
  key: proofKey,
  answer: proofAnswer,
  split,
  isEmpty: ({ steps = [] }) => steps.every(({ claim }) => claim.trim() === ''),
  misfit: () => null,
  referenceAnswer: ({ milestones, goal }) => ({
    steps: [...milestones.map(({ claims: [first = goal] }) => first), goal].map((claim) => ({
      claim,
    })),
  }),
};
