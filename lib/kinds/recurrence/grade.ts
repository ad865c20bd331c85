import type { Check } from '@/lib/exam/check';
import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { checkOf, type Judged, leftEmpty, needsPerson, wrong } from '@/lib/kinds/judged';
import { distinctDecimal } from '@/lib/math/compare/witness/witness';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { RecurrenceKey, RecurrenceSpec } from './answer';
import { convModel } from './conv-model';
import type { Failure, Model, ModelRun } from './model';
import { programModel } from './program-model';

type Input = GradeInput<RecurrenceSpec, RecurrenceKey, FieldsAnswer>;

interface AskedField {
  label: string;
  leftSides: readonly string[];
  text: string;
  /** The name in the model that it asks for. */
  quantity: string;
}

/** Two values are told apart from this share of them on. */
const RELATIVE = 1e-9;
/** What floating point may leave of 0. */
const ROUNDING = 1e-12;
/** What a formula keeps that is right for the usual case alone. */
const USUAL_CASE = 0.5;
/** With fewer steps nothing is decided. */
const FEWEST_STEPS = 4;

/**
 * Runs the student's recursion on drawn inputs against the true values of a model: conv stacks with
 * brute force (`conv-model.ts`), or the author's program (`program-model.ts`). Each field is judged
 * step by step, with the true values of the others.
 */
export async function grade(input: Input): Promise<Check[]> {
  const { spec, key, answer, points, seed } = input;
  const table = tableOfPart(spec);
  if (!table.ok) throw new BrokenKeyError(table.error.map(({ message }) => message).join('; '));
  const total = Object.values(key.fields).reduce((sum, field) => sum + field.points, 0);
  if (!isSamePoints(total, points)) {
    throw new BrokenKeyError(`the fields' points sum to ${total}, the part has ${points}`);
  }
  const model = key.model
    ? await programModel(key.model, key, table.value.latexOf, seed)
    : convModel(seed);
  return spec.fields.map((field) => {
    const own = key.fields[field.name];
    if (!own) throw new BrokenKeyError(`field ${field.name} has no reference`);
    const text = fieldText(answer, field.name);
    const judged = judge({ ...field, text, quantity: own.quantity }, table.value, key, model);
    return checkOf(field.name, own.points, judged);
  });
}

function judge(field: AskedField, table: SymbolTable, key: RecurrenceKey, model: Model): Judged {
  const label = `$${field.label}$`;
  if (field.text.trim() === '') return leftEmpty(label);
  const reading = readField(field.text, table, field.leftSides);
  if (!reading.ok) return judgeUnread(label, field.text, reading.error);
  const symbols = Object.entries(key.roles);
  const step = compileScalar(
    reading.value.tree,
    table,
    symbols.map(([id]) => id),
  );
  if (!step.ok) return judgeUnread(label, field.text, step.error);
  const used = symbolsIn(reading.value.tree);
  if (symbols.some(([id, role]) => role === field.quantity && used.has(id))) {
    const before = key.model ? 'given before' : 'of the layer before';
    return wrong(
      `${label} is expressed through itself. Express it through the values ${before}.`,
      'The answer contains the quantity that is asked for.',
    );
  }
  const { failure, steps } = compared(step.value, symbols, field, model.runs);
  if (failure) {
    const judged = described(label, key, failure);
    const { usual } = model;
    const among = usual && compared(step.value, symbols, field, model.runs, usual.holds);
    if (!usual || !among || among.failure || among.steps < FEWEST_STEPS) return judged;
    const message = `${label} is right for ${usual.words}, and for these alone: it does not agree with counting in general.`;
    return { ...judged, message, share: USUAL_CASE };
  }
  if (model.failure) {
    const reason = 'the true values could not be worked out in every run.';
    return { ...needsPerson(label, reason), evidence: model.failure };
  }
  if (steps < FEWEST_STEPS) return needsPerson(label, 'there are too few steps to compare.');
  return {
    share: 1,
    verdict: 'right',
    message: `${label} is right: it agrees with ${model.truth}.`,
    evidence: `Agrees at ${steps} steps of ${model.runs.length} runs.`,
  };
}

/** The first step of a run at which a formula goes wrong, and at how many it was looked at. */
function compared(
  step: (values: readonly number[]) => number,
  symbols: readonly (readonly [string, string])[],
  { label, quantity }: AskedField,
  runs: readonly ModelRun[],
  isAsked: (values: ReadonlyMap<string, number>) => boolean = () => true,
): { failure: { run: ModelRun; at: Failure } | null; steps: number } {
  let steps = 0;
  for (const run of runs) {
    for (const [index, values] of run.steps.entries()) {
      const expected = values.get(quantity) ?? Number.NaN;
      const inputs = symbols.map(([, role]) => values.get(role) ?? Number.NaN);
      // A model leaves out what does not count at a step.
      if (![expected, ...inputs].every(Number.isFinite) || !isAsked(values)) continue;
      steps++;
      const value = step(inputs);
      const allowed = Math.max(RELATIVE * Math.abs(expected), ROUNDING);
      if (Math.abs(value - expected) <= allowed) continue;
      const got = Number.isFinite(value) ? distinctDecimal(value, expected, 6) : 'undefined';
      return { failure: { run, at: { label: `$${label}$`, index, expected, got } }, steps };
    }
  }
  return { failure: null, steps };
}

function described(
  label: string,
  { model }: RecurrenceKey,
  { run, at }: { run: ModelRun; at: Failure },
): Judged {
  const { witness, given } = run.witness(at);
  const truth = model ? 'the true values' : 'counting the pixels that a neuron sees';
  return {
    share: 0,
    verdict: 'wrong',
    message: `${label} does not agree with ${truth}.`,
    evidence: `${witness.summary} Given there: ${given}`,
    witness,
  };
}
