import type { Check } from '@/lib/exam/check';
import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { checkOf, type Judged, notComparable, wrong } from '@/lib/kinds/judged';
import { distinctDecimal } from '@/lib/math/compare/witness/witness';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { RecurrenceKey, RecurrenceSpec, Role } from './answer';
import { type ConvLayer, type ReceptiveField, receptiveFields } from './conv-stack';
import { drawStacks } from './draw-stacks';

type Input = GradeInput<RecurrenceSpec, RecurrenceKey, FieldsAnswer>;

interface Failure {
  stack: readonly ConvLayer[];
  layer: number;
  inputs: Record<Role, number>;
  expected: number;
  got: number;
}

/**
 * Runs the student's recursion on conv stacks against brute force (`conv-stack.ts`), layer by
 * layer, each field with the true values of the others. Counts are integers far below 2^53, so
 * Float64 is exact but for divisions; two values are told apart from a relative 1e-9 on.
 */
export function grade(input: Input): Check[] {
  const { spec, key, answer, points, seed } = input;
  const table = tableOfPart(spec);
  if (!table.ok) throw new BrokenKeyError(table.error.map(({ message }) => message).join('; '));
  const total = Object.values(key.fields).reduce((sum, field) => sum + field.points, 0);
  if (!isSamePoints(total, points)) {
    throw new BrokenKeyError(`the fields' points sum to ${total}, the part has ${points}`);
  }
  const runs = drawStacks(seed).map((stack) => ({ stack, fields: receptiveFields(stack) }));
  return spec.fields.map((field) => {
    const own = key.fields[field.name];
    if (!own) throw new BrokenKeyError(`field ${field.name} has no reference`);
    const text = fieldText(answer, field.name);
    const judged = judge({ ...field, text, quantity: own.quantity }, table.value, key, runs);
    return checkOf(field.name, own.points, judged);
  });
}

function judge(
  field: { label: string; leftSides: readonly string[]; text: string; quantity: Role },
  table: SymbolTable,
  key: RecurrenceKey,
  runs: readonly { stack: readonly ConvLayer[]; fields: readonly ReceptiveField[] }[],
): Judged {
  const label = `$${field.label}$`;
  if (field.text.trim() === '')
    return notComparable(`${label} was left empty.`, 'Nothing was answered.');
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
    return wrong(
      `${label} is expressed through itself. Express it through the values of the layer before.`,
      'The answer contains the quantity that is asked for.',
    );
  }
  const failure = firstFailure(step.value, symbols, field.quantity, runs);
  if (!failure) {
    return {
      share: 1,
      verdict: 'right',
      message: `${label} is right: it agrees with counting pixels on every network tried.`,
      evidence: `Agrees with brute force on ${runs.length} stacks.`,
    };
  }
  return describe(label, failure);
}

function firstFailure(
  step: (values: readonly number[]) => number,
  symbols: readonly (readonly [string, Role])[],
  quantity: Role,
  runs: readonly { stack: readonly ConvLayer[]; fields: readonly ReceptiveField[] }[],
): Failure | null {
  for (const { stack, fields } of runs) {
    for (const [index, { kernel, stride }] of stack.entries()) {
      const before = fields[index];
      const after = fields[index + 1];
      if (!before || !after) continue;
      const inputs: Record<Role, number> = {
        size_before: before.size,
        stride_before: before.stride,
        kernel,
        stride,
        size: after.size,
        stride_after: after.stride,
      };
      const expected = inputs[quantity];
      const got = step(symbols.map(([, role]) => inputs[role]));
      if (!(Math.abs(got - expected) <= 1e-9 * expected)) {
        return { stack: stack.slice(0, index + 1), layer: index + 1, inputs, expected, got };
      }
    }
  }
  return null;
}

function describe(label: string, { stack, layer, inputs, expected, got }: Failure): Judged {
  const layers = stack
    .map(({ kernel, stride }, index) => `layer ${index + 1}: kernel ${kernel}, stride ${stride}`)
    .join('; ');
  const value = Number.isFinite(got) ? distinctDecimal(got, expected, 6) : 'undefined';
  const summary = `In the network ${layers}, your formula gives ${label} $= ${value}$ for layer ${layer}; counting pixels gives $${expected}$.`;
  return {
    share: 0,
    verdict: 'wrong',
    message: `${label} does not agree with counting the pixels that a neuron sees.`,
    evidence: `${summary} Given there: size before ${inputs.size_before}, stride before ${inputs.stride_before}.`,
    witness: {
      summary,
      data: { stack: stack.map((each) => ({ ...each })), layer, expected, got: value },
    },
  };
}
