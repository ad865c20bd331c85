import { z } from 'zod';
import type { KindAnswers } from '@/lib/kinds/contract';
import { MAX_STORED_LENGTH } from '@/lib/kinds/fields/answer';
import { declaredSymbol, definitionsSchema, readingOptions } from '@/lib/kinds/fields/symbols';

const constant = z.union([z.string(), z.number()]);
const functionClass = z.strictObject({
  convex: z.union([z.literal(true), z.literal('strictly')]).optional(),
  strongly_convex: constant.optional(),
  smooth: constant.optional(),
  gradient: z.string().optional(),
  subgradient: z.string().optional(),
});

const proofSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  /** The ids of symbols that are sequences, and the index that they run over. */
  sequences: z.array(z.string()),
  index: z.string().nullable(),
  hypotheses: z.array(z.strictObject({ name: z.string(), claim: z.string() })),
  /** What holds of all values of functions, by the ids of these; gradients, moduli and bounds by theirs. */
  functions: z.record(z.string(), functionClass).optional(),
  /** Symmetric matrices by their ids, with the intervals of their eigenvalues. */
  matrices: z.record(z.string(), z.strictObject({ eigenvalues: z.string() })).optional(),
  /** The ids of symbols that are random variables; of sequences those of their current elements. */
  random: z.array(z.string()).optional(),
  /** Words of the exam that say nothing of the claims beside them. */
  words: z.array(z.string()).optional(),
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
export const MAX_LEVEL = 6;

const proofStep = z.strictObject({
  claim: z.string().max(MAX_STORED_LENGTH),
  /** Numbers of the lines that it follows from, counted from 1. */
  from: z.array(z.int().min(1).max(MAX_STEPS)).max(MAX_STEPS).optional(),
  /** What the line is, where that was chosen; without it its words say so. */
  role: z.enum(['claim', 'suppose', 'case', 'define']).optional(),
  /** How many suppositions and cases it stands below; where no line says it, their words do. */
  level: z.int().min(0).max(MAX_LEVEL).optional(),
});
export type ProofStep = z.infer<typeof proofStep>;

const proofAnswer = z.strictObject({ steps: z.array(proofStep).max(MAX_STEPS).optional() });
export type ProofAnswer = z.infer<typeof proofAnswer>;

export const answers: KindAnswers<ProofSpec, ProofKey, ProofAnswer> = {
  version: 1,
  title: 'Proof',
  spec: proofSpec,
  key: proofKey,
  answer: proofAnswer,
  isEmpty: ({ steps = [] }) => steps.every(({ claim }) => claim.trim() === ''),
  misfit: () => null,
};
