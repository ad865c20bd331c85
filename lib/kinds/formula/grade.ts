import type { Check } from '@/lib/exam/check';
import { compare } from '@/lib/math/compare';
import type { Shape } from '@/lib/math/declaration';
import { sameShape } from '@/lib/math/shape';
import { symbolsIn } from '@/lib/math/symbols-in';
import type { GradeInput } from '../contract';
import { placeOf, type ReadField, readField } from '../field';
import { followOnDefinitions } from './follow-on';
import { type PreparedField, type PreparedFormula, prepareFormula } from './prepare';
import { type FieldsAnswer, type FormulaKey, type FormulaSpec, fieldText } from './schema';

type Input = GradeInput<FormulaSpec, FormulaKey, FieldsAnswer>;
type Judged = Pick<Check, 'verdict' | 'message' | 'evidence' | 'witness'> & { share: number };

/** Judges each field by typed equality with the author's reference (`lib/math/compare`). */
export function grade(input: Input): Check[] {
  const prepared = prepareFormula(input.spec, input.key, input.points);
  return prepared.fields.map((field) => {
    const { share, ...judged } = judgeField(field, prepared, input);
    return { name: field.name, points: field.points, score: share * field.points, ...judged };
  });
}

function judgeField(field: PreparedField, prepared: PreparedFormula, input: Input): Judged {
  const text = fieldText(input.answer, field.name);
  const label = `$${field.label}$`;
  if (text.trim() === '') return wrong(`${label} was left empty.`, 'Nothing was answered.');
  const reading = readField(text, prepared.table, field.leftSides);
  if (!reading.ok) {
    const place = placeOf(text, reading.error);
    return wrong(
      `${label} could not be read: ${reading.error.message} (${place})`,
      `Not readable ${place}.`,
    );
  }
  const forbidden = notAllowed(reading.value, input.key);
  if (forbidden)
    return wrong(`${label}: ${forbidden}`, 'Uses a symbol that the part does not allow.');
  if (!shapesFit(field, reading.value.shape)) {
    return wrong(
      `${label} should be ${shapeWords(field.shape)}, but your answer is ${shapeWords(reading.value.shape)}.`,
      'The shape differs from the reference, transposed too.',
    );
  }
  return judgeValue(field, reading.value, prepared, input);
}

function judgeValue(
  field: PreparedField,
  answer: ReadField,
  prepared: PreparedFormula,
  input: Input,
): Judged {
  const options = { ...field.compareOptions, seed: `${input.seed}/${field.name}` };
  const outcome = compare(field.reference, answer.tree, prepared.table, options);
  if (outcome.verdict === 'right') {
    const message = outcome.transposed
      ? `$${field.label}$ is right (written transposed to the reference; both conventions count).`
      : `$${field.label}$ is right.`;
    return {
      verdict: 'right',
      share: 1,
      message,
      evidence: 'Equal to the reference at every sample.',
    };
  }
  if (outcome.verdict === 'review') {
    return {
      verdict: 'review',
      share: 0,
      message: `$${field.label}$ needs a person’s eye: ${outcome.reason}`,
      evidence: outcome.reason,
    };
  }
  const { at, reference, answer: value } = outcome.witness;
  const point = at.map(({ latex, value: number }) => `$${latex} = ${number}$`).join(', ');
  const where = point === '' ? '' : `At ${point}: `;
  const summary = `${where}yours is $${value}$, expected $${reference}$.`;
  const witness = { summary, data: { at, reference, answer: value } };
  const evidence = `Differs from the reference. ${summary}`;

  const misconception = prepared.misconceptions.find(
    (candidate) =>
      candidate.field === field.name &&
      sameShape(candidate.shape, answer.shape) &&
      compare(candidate.tree, answer.tree, prepared.table, options).verdict === 'right',
  );
  if (misconception) {
    const { message, credit } = misconception;
    return {
      verdict: 'wrong',
      share: credit,
      message: `$${field.label}$: ${message}`,
      evidence: `Equal to the author’s misconception “${message}”.`,
      witness,
    };
  }
  const earlier = followOnDefinitions(input, prepared);
  if (earlier && input.key.followOn) {
    const definitions = new Map([...prepared.definitions, ...earlier]);
    const given = compare(field.reference, answer.tree, prepared.table, {
      ...options,
      definitions,
    });
    if (given.verdict === 'right') {
      return {
        verdict: 'wrong',
        share: input.key.followOn.credit,
        message: `$${field.label}$ is right given your earlier answer, and is credited as such; the earlier answer itself is not right.`,
        evidence: 'Right with the student’s own earlier answers in place of the definitions.',
        witness,
      };
    }
  }
  const how = outcome.explanation ? ` ${outcome.explanation}` : '';
  return wrong(`$${field.label}$ is not equal to the expected result.${how}`, evidence, witness);
}

function wrong(message: string, evidence: string, witness?: Check['witness']): Judged {
  return { verdict: 'wrong', share: 0, message, evidence, ...(witness && { witness }) };
}

function notAllowed(answer: ReadField, key: FormulaKey): string | undefined {
  const used = symbolsIn(answer.tree);
  return Object.entries(key.notAllowed).find(([id]) => used.has(id))?.[1];
}

function shapesFit(field: PreparedField, shape: Shape): boolean {
  if (sameShape(field.shape, shape)) return true;
  return field.upTo === 'transpose' && sameShape(field.shape, [shape[1], shape[0]]);
}

function shapeWords([rows, columns]: Shape): string {
  if (rows === 1 && columns === 1) return 'a scalar';
  if (columns === 1) return `a column vector ($${size(rows)} \\times 1$)`;
  if (rows === 1) return `a row vector ($1 \\times ${size(columns)}$)`;
  return `a $${size(rows)} \\times ${size(columns)}$ matrix`;
}

function size(dimension: number | string): string {
  return String(dimension).replace(/_(.{2,})$/, '_{$1}');
}
