import type { Check, Verdict } from './check';

/** What a part's checks come to. `open` is what a person may still add: the part is provisional while it is above 0. */
export interface PartScore {
  verdict: Verdict;
  score: number;
  open: number;
}

/** Sums of thirds and sixths differ from whole points by float noise only; nothing real is this small. */
const NOISE = 1e-9;

/** Whether points come to the same, up to float noise. */
export function isSamePoints(a: number, b: number): boolean {
  return Math.abs(a - b) <= NOISE;
}

/**
 * Rounds to the exam's step, half up, except that rounding never turns a partial score into
 * nothing or into all: it then stays one step away from that end, or as it was where the part is
 * too small for a step.
 */
export function roundScore(score: number, points: number, roundTo: number): number {
  if (score <= NOISE) return 0;
  if (score >= points - NOISE) return points;
  const rounded = Math.round(Math.floor(score / roundTo + 0.5 + NOISE) * roundTo * 1e6) / 1e6;
  if (rounded > 0 && rounded < points) return rounded;
  const inner = rounded <= 0 ? roundTo : points - roundTo;
  return inner > 0 && inner < points ? inner : score;
}

/**
 * A part is `review` if any check is, else `right` if all are, else `wrong` (partly right included);
 * checks that carry no points only comment. Points that only a review can give are not part of `score`; they are `open`.
 */
export function partScore(checks: readonly Check[], points: number, roundTo: number): PartScore {
  const earned = checks.reduce((sum, check) => sum + check.score, 0);
  const undecided = checks
    .filter((check) => check.verdict === 'review')
    .reduce((sum, { points: worth, score: own, open: rest = worth - own }) => sum + rest, 0);
  const score = roundScore(earned, points, roundTo);
  const open = Math.min(roundScore(undecided, points, roundTo), points - score);
  return { verdict: partVerdict(checks), score, open };
}

function partVerdict(all: readonly Check[]): Verdict {
  const scoring = all.filter(({ points }) => points > 0);
  const checks = scoring.length > 0 ? scoring : all;
  if (checks.some((check) => check.verdict === 'review')) return 'review';
  return checks.length > 0 && checks.every((check) => check.verdict === 'right')
    ? 'right'
    : 'wrong';
}
