/** A slip costs at least this share of the steps, however many lines stand around it. */
const LEAST_COST = 0.25;

/**
 * The share of the points for steps that so many earn of which some are right and some are not. A
 * slip in the very last costs what a slip costs, and no share of its own besides.
 */
export function stepShare({
  count,
  right,
  wrong,
  endsInSlip,
}: {
  count: number;
  right: number;
  wrong: number;
  endsInSlip: boolean;
}): number {
  const shared = count - (endsInSlip ? 1 : 0);
  if (shared === 0) return 0;
  return Math.min(right / shared, Math.max(0, 1 - LEAST_COST * wrong));
}
