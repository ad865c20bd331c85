import { z } from 'zod';
import type { ContentProblem, KindSchema } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declaredSymbol,
  declareSymbols,
  functionsSchema,
  readingOptions,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { fieldsAnswer } from '@/lib/kinds/formula/schema';
import { parseDomain } from '@/lib/math/core/domain';

/**
 * What a symbol stands for: the parameter λ of the law, the base variable u, the sample y = T(u, λ),
 * the loss ℓ, the gradient ∇_w f of the network that gives λ, and, so that they may be written out,
 * T itself and its slope ∂T/∂λ.
 */
const role = z.enum(['parameter', 'base', 'sample', 'loss', 'network', 'transform', 'slope']);
export type Role = z.infer<typeof role>;

const realDomain = z.string().refine(
  (text) => {
    const domain = parseDomain(text);
    return domain?.kind === 'real' || domain?.kind === 'interval';
  },
  { message: 'no interval: real, (0, inf), (a, b)' },
);

const named = z.enum(['uniform', 'exponential', 'normal']);
export type NamedBase = z.infer<typeof named>;
/** Longer than anything that is read, so that what is too long is graded, not refused. */
const ownBase = z.strictObject({ density: z.string().max(20_000), domain: z.string().max(200) });
const base = z.union([named, ownBase]);
export type Base = z.infer<typeof base>;

const reference = z.strictObject({ base, T: z.string().min(1), gradient: z.string().min(1) });
const shares = z.strictObject({ T: z.number().min(0), gradient: z.number().min(0) });

export const authoredReparametrization = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  roles: z.record(z.string(), role).describe('What each symbol stands for: id → role.'),
  density: z
    .string()
    .min(1)
    .describe('Of the law to sample from, in the sample and the parameter.'),
  domain: realDomain.describe('Where that density lives: (0, inf), real, …'),
  T: z
    .strictObject({ label: z.string().min(1), left_sides: z.array(z.string().min(1)).default([]) })
    .describe('How the field for the transformation is labelled.'),
  gradient: z
    .strictObject({ label: z.string().min(1), left_sides: z.array(z.string().min(1)).default([]) })
    .describe('How the field for the estimator is labelled.'),
  reference,
  shares: shares.describe('Points of the transformation with its base, and of the estimator.'),
  follow_on: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Share that an estimator earns which is right for a transformation that is not.'),
  score_function: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .describe('Share that an unbiased estimator earns which does not reparametrize.'),
});
type AuthoredReparametrization = z.infer<typeof authoredReparametrization>;

const field = z.strictObject({ label: z.string(), leftSides: z.array(z.string()) });

const reparametrizationSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  roles: z.record(z.string(), role),
  density: z.string(),
  domain: z.string(),
  T: field,
  gradient: field,
});
export type ReparametrizationSpec = z.infer<typeof reparametrizationSpec>;

const reparametrizationKey = z.strictObject({
  reference,
  shares,
  followOn: z.number(),
  scoreFunction: z.number(),
  functions: functionsSchema,
});
export type ReparametrizationKey = z.infer<typeof reparametrizationKey>;

const reparametrizationAnswer = z.strictObject({
  base: base.optional(),
  fields: fieldsAnswer.shape.fields,
});
export type ReparametrizationAnswer = z.infer<typeof reparametrizationAnswer>;

export const FIELDS = ['T', 'gradient'] as const;
export type FieldName = (typeof FIELDS)[number];

function split(authored: AuthoredReparametrization): {
  spec: ReparametrizationSpec;
  key: ReparametrizationKey;
} {
  const { roles, density, domain } = authored;
  const { symbols, functions } = declareSymbols(authored.symbols);
  const fieldOf = ({ label, left_sides }: AuthoredReparametrization['T'], name: FieldName) => ({
    label,
    leftSides: [label, ...left_sides, name],
  });
  return {
    spec: {
      symbols,
      reading: splitReading(authored),
      roles,
      density,
      domain,
      T: fieldOf(authored.T, 'T'),
      gradient: fieldOf(authored.gradient, 'gradient'),
    },
    key: {
      reference: authored.reference,
      shares: authored.shares,
      followOn: authored.follow_on,
      scoreFunction: authored.score_function,
      functions,
    },
  };
}

function isEmpty({ base: chosen, fields = {} }: ReparametrizationAnswer): boolean {
  const written = typeof chosen === 'object' ? [chosen.density] : [];
  return [...written, ...Object.values(fields)].every((text) => text.trim() === '');
}

function misfit(
  _: ReparametrizationSpec,
  { fields = {} }: ReparametrizationAnswer,
): ContentProblem | null {
  const unknown = Object.keys(fields).find((name) => !FIELDS.some((known) => known === name));
  if (unknown === undefined) return null;
  return { message: 'no such field; this part has T, gradient', path: ['fields', unknown] };
}

export const schema: KindSchema<
  AuthoredReparametrization,
  ReparametrizationSpec,
  ReparametrizationKey,
  ReparametrizationAnswer
> = {
  version: 1,
  readsFormulas: true,
  title: 'Reparametrization',
  authored: authoredReparametrization,
  spec: reparametrizationSpec,
  key: reparametrizationKey,
  answer: reparametrizationAnswer,
  split,
  isEmpty,
  misfit,
  referenceAnswer: ({ reference: { base: chosen, T, gradient } }) => ({
    base: chosen,
    fields: { T, gradient },
  }),
};
