import { z } from 'zod';
import type { ContentProblem, KindSchema } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declaredSymbol,
  declareSymbols,
  readingOptions,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { bestSteps } from './best-steps';
import { preparePlan } from './prepare';

/** More than any plan needs; the field offers no more. */
export const MAX_LINES = 40;

/** Longer than any line that is read, so that what is too long is graded, not refused. */
const MAX_STORED_LENGTH = 20_000;

const authoredOutput = z.strictObject({
  label: z.string().min(1).describe('How the output is shown, LaTeX.'),
  left_sides: z
    .array(z.string().min(1))
    .default([])
    .describe('Other ways to write the output in front of `=`; its id is one by itself.'),
  reference: z.string().min(1).describe('A product of symbols, transposed or not.'),
});

const authored = z.strictObject({
  symbols: authoredSymbols,
  decimal_comma: authoredReading.decimal_comma,
  outputs: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), authoredOutput),
  sizes: z
    .record(z.string(), z.int().min(1).max(1_000_000))
    .describe('What costs are counted with, for every dimension; shown to the student.'),
  shares: z
    .strictObject({
      outputs: z.number().min(0).describe('Split evenly over the outputs.'),
      order: z
        .number()
        .min(0)
        .describe('For products in an order that costs no more than it must.'),
      reuse: z.number().min(0).describe('For computing nothing twice.'),
    })
    .describe('Points; they sum to those of the part.'),
});

/** A part whose references cannot be planned, or whose sizes do not cover them, is no part. */
export const authoredPlan = authored.superRefine((value, context) => {
  const { spec, key } = split(value);
  const prepared = preparePlan(spec, key);
  if (!prepared.ok)
    context.addIssue({
      code: 'custom',
      message: prepared.error.message,
      path: prepared.error.path,
    });
});
type AuthoredPlan = z.infer<typeof authoredPlan>;

const shares = z.strictObject({ outputs: z.number(), order: z.number(), reuse: z.number() });
const sizes = z.record(z.string(), z.number());

export const planSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  outputs: z.array(
    z.strictObject({ name: z.string(), label: z.string(), leftSides: z.array(z.string()) }),
  ),
  sizes,
});
export type PlanSpec = z.infer<typeof planSpec>;

export const planKey = z.strictObject({
  references: z.record(z.string(), z.string()),
  shares,
  /** The public spec once more: the best plan follows from both. */
  spec: planSpec,
});
export type PlanKey = z.infer<typeof planKey>;

export const planAnswer = z.strictObject({
  steps: z.array(z.string().max(MAX_STORED_LENGTH)).max(MAX_LINES).optional(),
});
export type PlanAnswer = z.infer<typeof planAnswer>;

function split(value: z.infer<typeof authored>): { spec: PlanSpec; key: PlanKey } {
  const outputs = Object.entries(value.outputs);
  const spec: PlanSpec = {
    symbols: declareSymbols(value.symbols).symbols,
    reading: splitReading({
      decimal_comma: value.decimal_comma,
      elementwise: false,
      units: [],
    }),
    outputs: outputs.map(([name, { label, left_sides }]) => ({
      name,
      label,
      leftSides: [label, name, ...left_sides],
    })),
    sizes: value.sizes,
  };
  const references = Object.fromEntries(outputs.map(([name, { reference }]) => [name, reference]));
  return { spec, key: { references, shares: value.shares, spec } };
}

export const schema: KindSchema<AuthoredPlan, PlanSpec, PlanKey, PlanAnswer> = {
  version: 1,
  readsFormulas: true,
  title: 'Computation plan',
  authored: authoredPlan,
  spec: planSpec,
  key: planKey,
  answer: planAnswer,
  split,
  isEmpty: ({ steps = [] }) => steps.every((step) => step.trim() === ''),
  misfit: (): ContentProblem | null => null,
  referenceAnswer: (key) => {
    const prepared = preparePlan(key.spec, key);
    return prepared.ok ? { steps: bestSteps(key.spec, prepared.value) } : null;
  },
};
