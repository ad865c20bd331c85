import { toLatex } from './latex';
import { WorkSpent } from './meter';
import { floatPair } from './pairs';
import { Sampler } from './sample';
import type { Pair, PairExpressions } from './side';
import { substitute } from './substitute';
import type { Tree } from './tree';

const POINTS = 10;
const MAX_SWAPS = 10;

/**
 * How a wrong answer differs, where one simple change of the reference gives it at every sample:
 * sign, reciprocal, two symbols swapped, a missing term, a constant factor or summand, a base of a
 * logarithm. Null where none fits; scalars get more of these than matrices.
 */
export function explain(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
): string | null {
  try {
    return explanationOf(expressions, ids, sizes);
  } catch (error) {
    if (error instanceof WorkSpent) return null;
    throw error;
  }
}

function explanationOf(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
): string | null {
  const { reference, table } = expressions;
  const fits = (changed: Tree) => agrees({ ...expressions, reference: changed }, ids, sizes);
  if (fits({ kind: 'negate', operand: reference }))
    return 'It has the wrong sign: the whole expression is negated.';
  for (const [a, b] of pairsOf(ids.filter((id) => isPlain(id, expressions)))) {
    const swapped = substitute(reference, (id) =>
      id === a ? symbol(b) : id === b ? symbol(a) : null,
    );
    if (fits(swapped)) return `$${table.latexOf(a)}$ and $${table.latexOf(b)}$ seem to be swapped.`;
  }
  for (const { without, term } of missingTerms(reference)) {
    if (fits(without)) return `The term $${toLatex(term, table)}$ seems to be missing.`;
  }
  const one: Tree = { kind: 'number', text: '1' };
  if (isScalarTree(expressions) && fits({ kind: 'divide', left: one, right: reference })) {
    return 'It is the reciprocal of what is expected.';
  }
  return explainByConstant(expressions, ids, sizes);
}

function explainByConstant(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
): string | null {
  const values = scalarValues(expressions, ids, sizes);
  if (!values || values.length < 5) return null;
  const ratio = constantOf(
    values
      .filter(({ expected, given }) => expected !== 0 || given !== 0)
      .map(({ expected, given }) => given / expected),
  );
  if (ratio !== null && ratio !== 1) {
    for (const [base, name] of [
      [10, '10'],
      [2, '2'],
    ] as const) {
      if (near(ratio, 1 / Math.log(base)) || near(ratio, Math.log(base))) {
        return `The base of a logarithm seems to be different (a factor of $\\ln ${name}$).`;
      }
    }
    return `It is $${shortNumber(ratio)}$ times what is expected.`;
  }
  const summand = constantOf(values.map(({ expected, given }) => given - expected));
  if (summand !== null && summand !== 0) {
    return `It differs from what is expected by the constant $${shortNumber(summand)}$.`;
  }
  return null;
}

function scalarValues(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
): { expected: number; given: number }[] | null {
  const zero: Tree = { kind: 'number', text: '0' };
  const expected = floatPair({ ...expressions, answer: zero });
  const given = floatPair({ ...expressions, reference: expressions.answer, answer: zero });
  const sampler = new Sampler(ids, expressions.table, `${expressions.seed}/explain`, sizes);
  if (sampler.isConstant) return null;
  const values: { expected: number; given: number }[] = [];
  for (let drawn = 0; drawn < 40 && values.length < POINTS; drawn++) {
    const sample = sampler.next();
    if (!expected.holds(sample)) continue;
    const [left] = expected.offset(sample) ?? [];
    const [right] = given.offset(sample) ?? [];
    if (left && right && left.im === 0 && right.im === 0)
      values.push({ expected: left.re, given: right.re });
  }
  return values;
}

/** Whether the pair agrees, as far as Float64 can tell, at enough points. */
function agrees(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
): boolean {
  const pair: Pair = floatPair(expressions);
  const sampler = new Sampler(ids, expressions.table, `${expressions.seed}/explain`, sizes);
  let agreed = 0;
  for (let drawn = 0; drawn < 40 && agreed < POINTS; drawn++) {
    const sample = sampler.next();
    if (!pair.holds(sample)) continue;
    const found = pair.judge(sample);
    if (found === 'different' || found === 'one-sided') return false;
    if (found === 'equal' || found === 'close') agreed++;
    if (sampler.isConstant) break;
  }
  return agreed > 0;
}

function isPlain(id: string, { table }: PairExpressions): boolean {
  const type = table.typeOf(id);
  return type?.kind === 'scalar' || type?.kind === 'matrix';
}

function isScalarTree({ answer }: PairExpressions): boolean {
  return answer.kind !== 'matrix' && answer.kind !== 'transpose';
}

function symbol(id: string): Tree {
  return { kind: 'symbol', id };
}

/** Swaps among symbols; only those of one type make sense, the typer refuses the others. */
function pairsOf(ids: readonly string[]): [string, string][] {
  const pairs = ids.flatMap((a, index) =>
    ids.slice(index + 1).map((b): [string, string] => [a, b]),
  );
  return pairs.slice(0, MAX_SWAPS);
}

/** The expression without one of its summands, for each of them. */
function missingTerms(tree: Tree): { without: Tree; term: Tree }[] {
  if (tree.kind !== 'add' && tree.kind !== 'subtract') return [];
  const { left, right } = tree;
  const withoutLeft: Tree = tree.kind === 'add' ? right : { kind: 'negate', operand: right };
  const deeper = missingTerms(left).map(({ without, term }) => ({
    without: { ...tree, left: without },
    term,
  }));
  return [
    { without: left, term: right },
    ...(left.kind === 'add' || left.kind === 'subtract'
      ? deeper
      : [{ without: withoutLeft, term: left }]),
  ];
}

function constantOf(values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined || !values.every((value) => Number.isFinite(value) && near(value, first)))
    return null;
  return first;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-10 * Math.max(Math.abs(a), Math.abs(b));
}

function shortNumber(value: number): string {
  for (const denominator of [1, 2, 3, 4, 5, 6, 8, 10]) {
    const numerator = value * denominator;
    if (Math.abs(numerator - Math.round(numerator)) > 1e-9 * Math.abs(numerator)) continue;
    const whole = Math.round(numerator);
    return denominator === 1
      ? String(whole)
      : `${whole < 0 ? '-' : ''}\\frac{${Math.abs(whole)}}{${denominator}}`;
  }
  return String(Number(value.toPrecision(5)));
}
