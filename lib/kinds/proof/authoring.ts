import { z } from 'zod';
import type { KindAuthoring } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { hasIndex, writtenElements } from '@/lib/kinds/proof/reading/sequences';
import type { ProofAnswer, ProofKey, ProofSpec } from './answer';
import { authoredFunction, misfitsOf } from './function-authoring';
import { authoredMatrix, matrixMisfitsOf } from './matrix-authoring';

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
        'Symbols written with it, `x_t`, are sequences: `x_{t-1}`, `x_{t+1}` are declared with them, and what is said of t holds for all t. An element declared by its number, `x_0`, or the index as a symbol makes the moments count.',
      ),
    functions: z
      .record(z.string().min(1), authoredFunction)
      .optional()
      .describe('What holds of functions of which no more is known: convex, smooth. By their ids.'),
    matrices: z
      .record(z.string().min(1), authoredMatrix)
      .optional()
      .describe('Symmetric matrices by their ids, with the interval of their eigenvalues.'),
    random: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Ids of symbols that are random variables: what is said of them is certain, and `\\mathbb{E}[…]` is their mean, which exists.',
      ),
    words: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Words of this exam that say nothing of the claims beside them, such as “triplet”. Any word that is not known leaves its line to a person.',
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
  .superRefine(({ symbols, index, random = [], functions = {}, matrices = {} }, context) => {
    for (const [id, said] of Object.entries(matrices))
      for (const message of matrixMisfitsOf(id, said, symbols, index))
        context.addIssue({ code: 'custom', message, path: ['matrices', id] });
    for (const [id, said] of Object.entries(functions))
      for (const message of misfitsOf(id, said, symbols, index))
        context.addIssue({ code: 'custom', message, path: ['functions', id] });
    for (const id of random)
      if (!symbols[id] || symbols[id].shape || symbols[id].from || symbols[id].definition)
        context.addIssue({ code: 'custom', message: `${id} is no free scalar`, path: ['random'] });
    if (index === undefined) return;
    if (!Object.values(symbols).some(({ latex }) => hasIndex(latex, index))) {
      const message = `no symbol is written with the index ${index}`;
      context.addIssue({ code: 'custom', message, path: ['index'] });
    }
  });
type AuthoredProof = z.infer<typeof authoredProof>;

function split(authored: AuthoredProof): { spec: ProofSpec; key: ProofKey } {
  const { symbols: declared, definitions } = declareSymbols(authored.symbols);
  const {
    index = null,
    hypotheses,
    functions,
    random,
    words,
    goal,
    goal_points,
    milestones,
  } = authored;
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
      ...(functions && { functions }),
      ...(authored.matrices && { matrices: authored.matrices }),
      ...(random && { random }),
      ...(words && { words }),
    },
    key: { definitions, goal, goalPoints: goal_points, milestones },
  };
}

export const authoring: KindAuthoring<AuthoredProof, ProofSpec, ProofKey, ProofAnswer> = {
  shownInOrder: ['symbols', 'hypotheses'],
  readsFormulas: true,
  authored: authoredProof,
  split,
  referenceAnswer: (_, { milestones, goal }) => ({
    steps: [...milestones.map(({ claims: [first = goal] }) => first), goal].map((claim) => ({
      claim,
    })),
  }),
};
