import { sameShape } from '@/lib/math/core/dimension';
import { WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { Sampler } from '@/lib/math/evaluate/sample';
import { shapeOf } from '@/lib/math/language/shape';
import { floatPair, precisePair } from './pairs';
import type { PairExpressions } from './side';
import { simpleChanges } from './simple-changes';
import { numberApart } from './witness';

/** A change must fit at so many points before it is said. */
const POINTS = 10;
const FEWEST = 4;
const MAX_DRAWS = 40;
/** So many points are looked at with many digits. */
const CONFIRMED = 3;

/** What is drawn for a comparison. */
export interface Drawn {
  ids: readonly string[];
  sizes: readonly string[];
}

/**
 * How a wrong answer differs, in the student's terms, where one simple change of the reference
 * gives it at every sample, the most specific first (`simpleChanges`), or where it is a constant
 * away from it. Null where nothing fits.
 */
export function explain(expressions: PairExpressions, drawn: Drawn): string | null {
  try {
    const fitting = simpleChanges(expressions.reference, expressions.table, drawn.ids).find(
      ({ changed }) => fits(changed, expressions, drawn),
    );
    return fitting?.says ?? byConstant(expressions, drawn);
  } catch (error) {
    if (error instanceof WorkSpent) return null;
    throw error;
  }
}

/** Whether the changed reference agrees with the answer, as far as Float64 can tell. */
function fits(changed: Tree, expressions: PairExpressions, { ids, sizes }: Drawn): boolean {
  const { table, answer, seed } = expressions;
  const [expected, given] = [shapeOf(changed, table), shapeOf(answer, table)];
  if (!expected.ok || !given.ok || !sameShape(expected.value, given.value)) return false;
  const pair = floatPair({ ...expressions, reference: changed });
  const precise = precisePair({ ...expressions, reference: changed }, 50);
  const sampler = new Sampler(ids, table, `${seed}/explain`, sizes);
  let agreed = 0;
  for (let drawn = 0; drawn < MAX_DRAWS && agreed < POINTS; drawn++) {
    const sample = sampler.next();
    if (!pair.holds(sample)) continue;
    const found = pair.judge(sample);
    if (found === 'different' || found === 'one-sided') return false;
    // What Float64 only takes for equal must be equal with many digits too, and so must the first few.
    const isDoubtful = found !== 'equal' || agreed < CONFIRMED;
    const isEqual = !isDoubtful || precise.judge(sample) === 'equal';
    if (isEqual) agreed++;
    else if (found === 'equal') return false;
    if (sampler.isConstant) return agreed > 0;
  }
  return agreed >= FEWEST;
}

/** The entries of both sides at some points, where they are real and defined. */
function valuesOf(
  expressions: PairExpressions,
  { ids, sizes }: Drawn,
): { expected: readonly number[]; given: readonly number[] }[] {
  const zero: Tree = { kind: 'number', text: '0' };
  const expected = floatPair({ ...expressions, answer: zero });
  const given = floatPair({ ...expressions, reference: expressions.answer, answer: zero });
  const sampler = new Sampler(ids, expressions.table, `${expressions.seed}/explain`, sizes);
  const values: { expected: readonly number[]; given: readonly number[] }[] = [];
  if (sampler.isConstant) return values;
  for (let drawn = 0; drawn < MAX_DRAWS && values.length < POINTS; drawn++) {
    const sample = sampler.next();
    if (!expected.holds(sample)) continue;
    const [left, right] = [expected.offset(sample), given.offset(sample)];
    if (!left || !right || left.length !== right.length) continue;
    if ([...left, ...right].some(({ im }) => im !== 0)) continue;
    values.push({ expected: left.map(({ re }) => re), given: right.map(({ re }) => re) });
  }
  return values;
}

function byConstant(expressions: PairExpressions, drawn: Drawn): string | null {
  const values = valuesOf(expressions, drawn);
  if (values.length <= FEWEST) return null;
  const pairs = values.flatMap(({ expected, given }) =>
    expected.map((value, index) => ({ expected: value, given: given[index] ?? Number.NaN })),
  );
  const ratio = constantOf(
    pairs
      .filter(({ expected, given }) => expected !== 0 || given !== 0)
      .map(({ expected, given }) => given / expected),
  );
  if (ratio !== null && !near(ratio, 1) && ratio !== 0) {
    for (const base of [10, 2]) {
      if (near(ratio, 1 / Math.log(base)) || near(ratio, Math.log(base)))
        return `The base of a logarithm seems to be different (a factor of $\\ln ${base}$).`;
    }
    const times = shortNumber(ratio);
    // A factor that reads 1 would say that nothing is wrong.
    return `It is $${times === '1' ? numberApart(ratio, 1, 5) : times}$ times what is expected.`;
  }
  const summand = constantOf(pairs.map(({ expected, given }) => given - expected));
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
