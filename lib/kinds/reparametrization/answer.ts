import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';
import { emptyFields, fieldsAnswer } from '@/lib/kinds/fields/answer';
import { declaredSymbol, functionsSchema, readingOptions } from '@/lib/kinds/fields/symbols';

/**
 * What a symbol stands for: the parameter λ of the law, the base variable u, the sample y = T(u, λ),
 * the loss ℓ, the gradient ∇_w f of the network that gives λ, and, so that they may be written out,
 * T itself and its slope ∂T/∂λ.
 */
export const role = z.enum([
  'parameter',
  'base',
  'sample',
  'loss',
  'network',
  'transform',
  'slope',
]);
export type Role = z.infer<typeof role>;

const named = z.enum(['uniform', 'exponential', 'normal']);
export type NamedBase = z.infer<typeof named>;
/** Longer than anything that is read, so that what is too long is graded, not refused. */
const ownBase = z.strictObject({ density: z.string().max(20_000), domain: z.string().max(200) });
const base = z.union([named, ownBase]);
export type Base = z.infer<typeof base>;

export const reference = z.strictObject({
  base,
  T: z.string().min(1),
  gradient: z.string().min(1),
});
export const shares = z.strictObject({ T: z.number().min(0), gradient: z.number().min(0) });

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
  slip: z.number().default(0.5),
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

function isEmpty({ base: chosen, fields = {} }: ReparametrizationAnswer): boolean {
  const written = typeof chosen === 'object' ? [chosen.density] : [];
  return [...written, ...Object.values(fields)].every((text) => text.trim() === '');
}

function missing(
  spec: ReparametrizationSpec,
  { base: chosen, fields = {} }: ReparametrizationAnswer,
): string[] {
  const variable = spec.symbols.find(({ id }) => spec.roles[id] === 'base')?.latex ?? 'u';
  const hasNoDensity = typeof chosen === 'object' && chosen.density.trim() === '';
  return [
    ...(hasNoDensity ? [`the density of $${variable}$`] : []),
    ...emptyFields({ fields: FIELDS.map((name) => ({ ...spec[name], name })) }, { fields }),
  ];
}

function misfit(
  _: ReparametrizationSpec,
  { fields = {} }: ReparametrizationAnswer,
): ContentProblem | null {
  const unknown = Object.keys(fields).find((name) => !FIELDS.some((field) => field === name));
  if (unknown === undefined) return null;
  return { message: 'no such field; this part has T, gradient', path: ['fields', unknown] };
}

export const answers: KindAnswers<
  ReparametrizationSpec,
  ReparametrizationKey,
  ReparametrizationAnswer
> = {
  version: 1,
  title: 'Reparametrization',
  spec: reparametrizationSpec,
  key: reparametrizationKey,
  answer: reparametrizationAnswer,
  isEmpty,
  missing,
  misfit,
};
