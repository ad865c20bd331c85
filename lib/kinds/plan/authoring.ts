import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import type { PlanAnswer, PlanKey, PlanSpec } from './answer';
import { bestSteps } from './best-steps';
import { preparePlan } from './prepare';

const authoredOutput = z.strictObject({
  label: latex.min(1).describe('How the output is shown, LaTeX.'),
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
  return { spec, key: { references, shares: value.shares } };
}

export const authoring: KindAuthoring<AuthoredPlan, PlanSpec, PlanKey, PlanAnswer> = {
  shownInOrder: ['symbols', 'outputs', 'sizes'],
  readsFormulas: true,
  authored: authoredPlan,
  split,
  referenceAnswer: (spec, key) => {
    const prepared = preparePlan(spec, key);
    return prepared.ok ? { steps: bestSteps(spec, prepared.value) } : null;
  },
};
