import { WorkSpent } from '@/lib/math/core/meter';
import { nudged, type Sample, Sampler } from '@/lib/math/evaluate/sample';
import type { Outcome } from './outcome';
import { estimatedPair } from './pairs';
import type { Pair, PairExpressions } from './side';
import { pointOf, READ_ALIKE, shownApart } from './witness';

const POINTS = 8;
const ENOUGH = 4;
const LEAST = 3;
const MAX_DRAWS = 48;
/** Digits that both values are shown with, until they differ. */
const SHOWN_DIGITS = [6, 9, 13];

/**
 * Decides the equality of expressions with integrals, limits and endless sums from their estimated
 * values in Float64: equal where they agree at all points (eight unless told) as far as errors below 1e-8 go, wrong
 * where they differ by ten times the estimated errors, and by 1e-9, at a point, review otherwise.
 * Differences below that are not seen, and pieces are not searched as they are elsewhere.
 */
export function compareEstimates(
  expressions: PairExpressions,
  ids: readonly string[],
  sizes: readonly string[],
  asked = POINTS,
): Outcome {
  const pair = estimatedPair(expressions);
  const { table, seed, meter } = expressions;
  const sampler = new Sampler(ids, table, seed, sizes);
  const start = meter.spent;
  let points = asked;
  let [equal, unclear] = [0, 0];
  const draws = sampler.isConstant ? 1 : MAX_DRAWS;
  for (let drawn = 0; drawn < draws && equal < points; drawn++) {
    const sample = sampler.next();
    const found = judgedWithin(pair, sample, expressions);
    // What has been seen has to do where no other point is affordable, as with integrals of integrals.
    if (found === 'spent' && equal >= LEAST) points = equal;
    else if (found === 'spent') throw new WorkSpent();
    if (found === 'different') {
      const shown = shownApart(pair, sample, SHOWN_DIGITS);
      if (!shown) return { verdict: 'review', reason: READ_ALIKE };
      return { verdict: 'wrong', witness: { at: pointOf(sample, ids, table), ...shown } };
    }
    if (found === 'equal') equal++;
    if (found === 'unclear') unclear++;
    const dearest = (1.5 * (meter.spent - start)) / (drawn + 1);
    if (equal >= LEAST && dearest > meter.left) points = Math.min(points, equal);
    if (unclear > 12 && equal < 2) break;
  }
  const isEnough = sampler.isConstant
    ? equal === 1
    : equal >= Math.min(ENOUGH, points) && unclear <= 2 * equal;
  if (isEnough) return { verdict: 'right', transposed: false };
  const reason =
    unclear > 0
      ? 'an integral, a limit or an endless sum could not be worked out precisely enough.'
      : 'there are too few points at which both sides have a value.';
  return { verdict: 'review', reason: `The machine could not decide: ${reason}` };
}

/** What a point says; `spent` where it is beyond what may be spent. */
function judgedWithin(
  pair: Pair,
  sample: Sample,
  expressions: PairExpressions,
): 'equal' | 'different' | 'unclear' | 'nothing' | 'spent' {
  try {
    if (!pair.holds(sample)) return 'nothing';
    const found = pair.judge(sample);
    if (found === 'one-sided')
      return staysOneSided(pair, sample, expressions) ? 'different' : 'nothing';
    if (found === 'close') return 'unclear';
    return found === 'undefined' ? 'nothing' : found;
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return 'spent';
  }
}

/** A single hole is no evidence. */
function staysOneSided(pair: Pair, sample: Sample, { table }: PairExpressions): boolean {
  return [2 ** -7, -(2 ** -7)]
    .map((step) => nudged(sample, step, table))
    .every((near) => !pair.holds(near) || pair.judge(near) === 'one-sided');
}
