import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { Sampler } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { CompareOptions, Comparison, Outcome } from './outcome';
import { precisePair } from './pairs';
import type { PairExpressions } from './side';
import { pointOf, READ_ALIKE, shownApart } from './witness';

/**
 * How far a value may be off: by a share of the reference, by an amount, or by half a unit in the
 * reference's last significant figure; where several are given, by the largest.
 */
export interface Tolerance {
  relative?: number | undefined;
  absolute?: number | undefined;
  figures?: number | undefined;
}

const POINTS = 16;
const MAX_DRAWS = 80;
/** Digits that both values are shown with, until they differ. */
const SHOWN_DIGITS = [8, 16, 30, 45];
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
    const reason = 'The machine could not decide: it would take too much work.';
    return { verdict: 'review', reason, work: meter.spent };
  }
}

function judge(expressions: PairExpressions, tolerance: Tolerance): Outcome {
  const { reference, answer, where, definitions, table, seed } = expressions;
  const ids = freeIds([reference, answer, ...(where ? [where] : [])], definitions);
  const sampler = new Sampler(ids, table, seed);
  const pair = precisePair(expressions, 50);
  let inside = 0;
  for (let drawn = 0; drawn < MAX_DRAWS && inside < POINTS; drawn++) {
    const sample = sampler.next();
    if (!pair.holds(sample)) continue;
    const found = pair.judge(sample);
    const isNear =
      found === 'equal' || (found !== 'one-sided' && isWithin(pair.gaps(sample), tolerance));
    if (isNear) inside++;
    else if (found === 'different' || found === 'one-sided') {
      const shown = shownApart(pair, sample, SHOWN_DIGITS);
      if (!shown) return { verdict: 'review', reason: READ_ALIKE };
      return { verdict: 'wrong', witness: { at: pointOf(sample, ids, table), ...shown } };
    }
    if (sampler.isConstant) break;
  }
  if (inside > 0) return { verdict: 'right', transposed: false };
  return {
    verdict: 'review',
    reason: 'The machine could not decide: there is no value to compare.',
  };
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
