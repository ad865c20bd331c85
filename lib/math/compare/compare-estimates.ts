import { WorkSpent } from '@/lib/math/core/meter';
import { type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { staysOneSided } from './one-sided';
import { INDISTINGUISHABLE, type Outcome, undecided } from './outcome';
import type { Pair, PairExpressions } from './pair';
import { estimatedPair } from './precisions';
import { ESTIMATES } from './sampling';
import { distinctValues, pointOf } from './witness/witness';

/** Where the meter allows no more points, so many that agree have to do, as with integrals of integrals. */
const FEWEST_AFFORDABLE = 3;
/** A point costs more or less than the ones before; with this reserve it is expected to be affordable. */
const COST_RESERVE = 1.5;
/** For each point that agrees so many may be unclear: estimates are often too coarse to tell. */
const MOST_UNCLEAR = 2;
/** With so many unclear points, and fewer than so many that agree, there is no hope for the others. */
const HOPELESS = { unclear: 13, equal: 2 };
/** Digits that both values are shown with, until they differ. */
const WITNESS_DIGITS = [6, 9, 13];
/** How far beside a point it is looked whether a side stays undefined, as a share of the values. */
const AROUND = [2 ** -7];

/**
 * Decides the equality of expressions with integrals, limits and endless sums from their estimated
 * values in Float64: equal where they agree at all points (`asked`) as far as errors below 1e-8 go, wrong
 * where they differ by ten times the estimated errors, and by 1e-9, at a point, review otherwise.
 * Differences below that are not seen, and pieces are not searched as they are elsewhere.
 */
export function compareEstimates(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
  asked = ESTIMATES.points,
): Outcome {
  const pair = estimatedPair(expressions);
  const { table, seed, meter } = expressions;
  const sampler = new Sampler(ids, table, seed, sizes);
  const start = meter.spent;
  let points = asked;
  let [equal, unclear] = [0, 0];
  const draws = sampler.isConstant ? 1 : ESTIMATES.draws;
  for (let drawn = 1; drawn <= draws && equal < points; drawn++) {
    const sample = sampler.next();
    const relation = relationWithin(pair, sample, expressions);
    if (relation === 'unaffordable' && equal >= FEWEST_AFFORDABLE) points = equal;
    else if (relation === 'unaffordable') throw new WorkSpent();
    if (relation === 'different') {
      const values = distinctValues(pair, sample, WITNESS_DIGITS);
      if (!values) return undecided(INDISTINGUISHABLE);
      return { verdict: 'wrong', witness: { at: pointOf(sample, ids, table), ...values } };
    }
    if (relation === 'equal') equal++;
    if (relation === 'unclear') unclear++;
    const expectedCost = (COST_RESERVE * (meter.spent - start)) / drawn;
    if (equal >= FEWEST_AFFORDABLE && expectedCost > meter.left) points = Math.min(points, equal);
    if (unclear >= HOPELESS.unclear && equal < HOPELESS.equal) break;
  }
  const isEnough = sampler.isConstant
    ? equal === 1
    : equal >= Math.min(ESTIMATES.fewest, points) && unclear <= MOST_UNCLEAR * equal;
  if (isEnough) return { verdict: 'right', transposed: false };
  return undecided(
    unclear > 0
      ? 'an integral, a limit or an endless sum could not be worked out precisely enough.'
      : 'there are too few points at which both sides have a value.',
  );
}

/** What a point says: `no point` where the condition fails or a side has no value. */
function relationWithin(
  pair: Pair,
  sample: Sample,
  { table }: PairExpressions,
): 'equal' | 'different' | 'unclear' | 'no point' | 'unaffordable' {
  try {
    if (!pair.holds(sample)) return 'no point';
    const relation = pair.judge(sample);
    switch (relation) {
      case 'one-sided':
        return staysOneSided(pair, sample, AROUND, table) ? 'different' : 'no point';
      case 'undefined':
        return 'no point';
      case 'close':
        return 'unclear';
      default:
        return relation;
    }
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return 'unaffordable';
  }
}
