import type { PairExpressions } from '@/lib/math/compare/pair';
import { floatPair, precisePair } from '@/lib/math/compare/precisions';
import { CONSTANT_APART, drawnWhere, SLIP } from '@/lib/math/compare/sampling';
import { sameShape } from '@/lib/math/core/dimension';
import { WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { Sampler } from '@/lib/math/evaluate/sample';
import { shapeOf } from '@/lib/math/language/shape';
import { simpleChanges } from './simple-changes';
import { distinctDecimal } from './witness';

/** So many of the points at which a slip agrees are looked at with many digits. */
const CONFIRMED = 3;

const ZERO: Tree = { kind: 'number', text: '0' };

/** What a point of a comparison gives values to: symbols, and named dimensions. */
export interface SampledNames {
  ids: readonly string[];
  sizes: readonly string[];
}

/**
 * How a wrong answer differs, in the student's terms, where one simple change of the reference
 * gives it at every sample, the most specific first (`simpleChanges`), or where it is a constant
 * away from it. Null where nothing fits.
 */
export function explain(expressions: PairExpressions, names: SampledNames): string | null {
  try {
    const fitting = simpleChanges(expressions.reference, expressions.table, names.ids).find(
      ({ changed }) => fits(changed, expressions, names),
    );
    return fitting?.says ?? byConstant(expressions, names);
  } catch (error) {
    if (error instanceof WorkSpent) return null;
    throw error;
  }
}

/** Whether the changed reference agrees with the answer, as far as Float64 can tell. */
function fits(changed: Tree, expressions: PairExpressions, { ids, sizes }: SampledNames): boolean {
  const { table, answer, seed } = expressions;
  const [changedShape, answerShape] = [shapeOf(changed, table), shapeOf(answer, table)];
  if (!changedShape.ok || !answerShape.ok || !sameShape(changedShape.value, answerShape.value))
    return false;
  const pair = floatPair({ ...expressions, reference: changed });
  const precise = precisePair({ ...expressions, reference: changed }, 50);
  const sampler = new Sampler(ids, table, `${seed}/explain`, sizes);
  let agreed = 0;
  for (const sample of drawnWhere(pair, sampler, sampler.isConstant ? 1 : SLIP.draws)) {
    const relation = pair.judge(sample);
    if (relation === 'different' || relation === 'one-sided') return false;
    // What Float64 only takes for equal must be equal with many digits too, and so must the first few.
    const isDoubtful = relation !== 'equal' || agreed < CONFIRMED;
    const isEqual = !isDoubtful || precise.judge(sample) === 'equal';
    if (isEqual) agreed++;
    else if (relation === 'equal') return false;
    if (agreed === SLIP.points) break;
  }
  return agreed >= (sampler.isConstant ? 1 : SLIP.fewest);
}

/** The entries of both sides at some points, where they are real and defined. */
function valuesOf(
  expressions: PairExpressions,
  { ids, sizes }: SampledNames,
): { reference: readonly number[]; answer: readonly number[] }[] {
  const ofReference = floatPair({ ...expressions, answer: ZERO });
  const ofAnswer = floatPair({ ...expressions, reference: expressions.answer, answer: ZERO });
  const sampler = new Sampler(ids, expressions.table, `${expressions.seed}/explain`, sizes);
  const values: { reference: readonly number[]; answer: readonly number[] }[] = [];
  if (sampler.isConstant) return values;
  for (const sample of drawnWhere(ofReference, sampler, CONSTANT_APART.draws)) {
    const [left, right] = [ofReference.offset(sample), ofAnswer.offset(sample)];
    if (!left || !right || left.length !== right.length) continue;
    if ([...left, ...right].some(({ im }) => im !== 0)) continue;
    values.push({ reference: left.map(({ re }) => re), answer: right.map(({ re }) => re) });
    if (values.length === CONSTANT_APART.points) break;
  }
  return values;
}

function byConstant(expressions: PairExpressions, names: SampledNames): string | null {
  const values = valuesOf(expressions, names);
  if (values.length < CONSTANT_APART.fewest) return null;
  const entries = values.flatMap(({ reference, answer }) =>
    reference.map((value, index) => ({ reference: value, answer: answer[index] ?? Number.NaN })),
  );
  const ratio = constantOf(
    entries
      .filter(({ reference, answer }) => reference !== 0 || answer !== 0)
      .map(({ reference, answer }) => answer / reference),
  );
  if (ratio !== null && !near(ratio, 1) && ratio !== 0) {
    for (const base of [10, 2]) {
      if (near(ratio, 1 / Math.log(base)) || near(ratio, Math.log(base)))
        return `The base of a logarithm seems to be different (a factor of $\\ln ${base}$).`;
    }
    const times = shortNumber(ratio);
    // A factor that reads 1 would say that nothing is wrong.
    return `It is $${times === '1' ? distinctDecimal(ratio, 1, 5) : times}$ times what is expected.`;
  }
  const summand = constantOf(entries.map(({ reference, answer }) => answer - reference));
  if (summand === null || summand === 0) return null;
  return `It differs from what is expected by the constant $${shortNumber(summand)}$.`;
}

function constantOf(values: readonly number[]): number | null {
  const [first] = values;
  const isConstant = values.every((value) => Number.isFinite(value) && near(value, first ?? 0));
  return first !== undefined && isConstant ? first : null;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-10 * Math.max(Math.abs(a), Math.abs(b));
}

/** A number as a person would write it: whole, a simple fraction, or five digits. */
function shortNumber(value: number): string {
  for (const denominator of [1, 2, 3, 4, 5, 6, 8, 10]) {
    const numerator = value * denominator;
    if (Math.abs(numerator - Math.round(numerator)) > 1e-9 * Math.abs(numerator)) continue;
    const whole = Math.round(numerator);
    if (denominator === 1) return String(whole);
    return `${whole < 0 ? '-' : ''}\\frac{${Math.abs(whole)}}{${denominator}}`;
  }
  return String(Number(value.toPrecision(5)));
}
