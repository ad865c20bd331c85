import { z } from 'zod';
import type { KindAnswers } from '@/lib/kinds/contract';
import { MAX_STORED_LENGTH } from '@/lib/kinds/fields/answer';
import {
  declaredSymbol,
  definitionsSchema,
  functionsSchema,
  readingOptions,
} from '@/lib/kinds/fields/symbols';

export const form = z.enum(['no_integral', 'no_sum', 'no_derivative']);
export type ResultForm = z.infer<typeof form>;

const namesBy = z.record(z.string(), z.array(z.string()));
/** Of an estimate: the names of what is derived, and of the parameter that is asked for. */
const estimateSpec = z.strictObject({
  quantities: z.array(z.string()),
  names: z.strictObject({ objective: z.array(z.string()), first: namesBy, second: namesBy }),
});
export type EstimateSpec = z.infer<typeof estimateSpec>;

/** Laws of which nothing is known, and how the result is to stand to the problem. */
const lawsSpec = z.strictObject({
  laws: z.record(
    z.string(),
    z.strictObject({ latex: z.string(), of: z.array(z.string()), given: z.array(z.string()) }),
  ),
  relation: z.enum(['=', '>=', '<=']),
});
export type LawsSpec = z.infer<typeof lawsSpec>;

const derivationSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  quantity: z.string(),
  leftSides: z.array(z.string()),
  /** A parameter is to be found that makes the problem extreme; null where a value is derived. */
  estimate: estimateSpec.nullable().default(null),
  laws: lawsSpec.nullable().default(null),
});
export type DerivationSpec = z.infer<typeof derivationSpec>;

const derivationKey = z.strictObject({
  definitions: definitionsSchema,
  functions: functionsSchema,
  problem: z.string(),
  /** The author's lines between; where there are any, students have to show some too. */
  steps: z.array(z.string()).default([]),
  result: z.string(),
  forms: z.array(form),
  where: z.string().nullable(),
  /** Of an estimate: what each parameter is in the end, by its id. */
  parameters: z.record(z.string(), z.string()).nullable().default(null),
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

const derivationAnswer = z.strictObject({
  lines: z.array(z.string().max(MAX_STORED_LENGTH)).max(MAX_LINES).optional(),
});
export type DerivationAnswer = z.infer<typeof derivationAnswer>;

export const answers: KindAnswers<DerivationSpec, DerivationKey, DerivationAnswer> = {
  version: 1,
  title: 'Derivation',
  spec: derivationSpec,
  key: derivationKey,
  answer: derivationAnswer,
  isEmpty: ({ lines = [] }) => lines.every((line) => line.trim() === ''),
  misfit: () => null,
};
