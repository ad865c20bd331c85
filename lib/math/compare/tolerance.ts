import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { Sampler } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import {
  type CompareOptions,
  type Comparison,
  INDISTINGUISHABLE,
  type Outcome,
  TOO_MUCH_WORK,
  undecided,
} from './outcome';
import type { PairExpressions } from './pair';
import { precisePair } from './precisions';
import { drawnWhere, TOLERANCE } from './sampling';
import { distinctValues, pointOf } from './witness/witness';

/**
 * How far a value may be off: by a share of the reference, by an amount, or by half a unit in the
 * reference's last significant figure; where several are given, by the largest.
 */
export interface Tolerance {
  relative?: number | undefined;
  absolute?: number | undefined;
  figures?: number | undefined;
}

/** Digits that both values are shown with, until they differ. */
const WITNESS_DIGITS = [8, 16, 30, 45];
/** What one comparison may cost, in units of the meter. */
const MOST_WORK = 500_000;
/** What lies on the edge is inside: 1.05 is within 5 % of 1 whatever binary makes of them. */
const EDGE = 1 + 1e-9;

/**
 * Decides whether the answer's value is within the tolerance of the reference's, at every sample:
 * for numeric answers. Both must be well-typed and of one shape. Evaluated with 50 digits.
 */
export function compareWithin(
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  tolerance: Tolerance,
  { seed, where = undefined, definitions = new Map() }: CompareOptions,
): Comparison {
  const meter = new Meter(MOST_WORK);
  const expressions: PairExpressions = {
    reference,
    answer,
    where: where ?? null,
    definitions,
    table,
    seed,
    meter,
    functions: new Map(),
  };
  try {
    return { ...judge(expressions, tolerance), work: meter.spent };
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return { ...undecided(TOO_MUCH_WORK), work: meter.spent };
  }
}

function judge(expressions: PairExpressions, tolerance: Tolerance): Outcome {
  const { reference, answer, where, definitions, table, seed } = expressions;
  const ids = freeIds([reference, answer, ...(where ? [where] : [])], definitions);
  const sampler = new Sampler(ids, table, seed);
  const pair = precisePair(expressions, 50);
  let inside = 0;
  for (const sample of drawnWhere(pair, sampler, TOLERANCE.draws)) {
    const relation = pair.judge(sample);
    const isNear =
      relation === 'equal' || (relation !== 'one-sided' && isWithin(pair.gaps(sample), tolerance));
    if (isNear) inside++;
    else if (relation === 'different' || relation === 'one-sided') {
      const values = distinctValues(pair, sample, WITNESS_DIGITS);
      if (!values) return undecided(INDISTINGUISHABLE);
      return { verdict: 'wrong', witness: { at: pointOf(sample, ids, table), ...values } };
    }
    if (sampler.isConstant || inside === TOLERANCE.points) break;
  }
  if (inside >= TOLERANCE.fewest) return { verdict: 'right', transposed: false };
  return undecided('there is no value to compare.');
}

function isWithin(
  gaps: readonly { gap: number; size: number }[] | null,
  { relative = 0, absolute = 0, figures }: Tolerance,
): boolean {
  if (!gaps) return false;
  const halfUnit = (size: number) =>
    figures === undefined || size === 0
      ? 0
      : 0.5 * 10 ** (Math.floor(Math.log10(size)) - figures + 1);
  return gaps.every(
    ({ gap, size }) => gap <= Math.max(absolute, relative * size, halfUnit(size)) * EDGE,
  );
}
