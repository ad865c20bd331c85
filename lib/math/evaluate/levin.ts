/** Neighbouring approximations move by less than the error, but may do so by luck: their moves times this. */
const MOVE_MARGIN = 3;
/** An approximation is judged with the two before it; the first, a single term, does not count. */
const FIRST_JUDGED = 3;

/**
 * The sum of a series by Levin's u-transformation (Levin 1973; Weniger 1989, section 7): the
 * approximation around which the next ones move least, and an error estimated from these moves.
 */
export function levinSum(terms: readonly number[]): { value: number; error: number } {
  // The transformation divides by the terms.
  const divisors = terms.filter((term) => term !== 0);
  const approximations = levinApproximations(divisors);
  if (approximations.length <= FIRST_JUDGED)
    return { value: divisors.reduce((sum, term) => sum + term, 0), error: 0 };
  let best = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
  for (let n = FIRST_JUDGED; n < approximations.length; n++) {
    const [a = 0, b = 0, c = 0] = approximations.slice(n - 2, n + 1);
    const error = MOVE_MARGIN * (Math.abs(c - b) + Math.abs(b - a));
    if (error < best.error) best = { value: c, error };
  }
  return best;
}

/** What the first n terms, none of them 0, make of the sum, for each n. */
function levinApproximations(terms: readonly number[]): number[] {
  const [numerators, denominators]: [number[], number[]] = [[], []];
  const approximations: number[] = [];
  let partialSum = 0;
  for (const [n, term] of terms.entries()) {
    partialSum += term;
    let factor = 1 / (n + 1);
    const weight = factor / ((n + 1) * term);
    denominators[n] = weight;
    numerators[n] = partialSum * weight;
    const ratio = n * factor;
    for (let j = 1; j <= n; j++) {
      const scale = (n - j + 1) * factor;
      numerators[n - j] = (numerators[n - j + 1] ?? 0) - scale * (numerators[n - j] ?? 0);
      denominators[n - j] = (denominators[n - j + 1] ?? 0) - scale * (denominators[n - j] ?? 0);
      factor *= ratio;
    }
    approximations.push((numerators[0] ?? 0) / (denominators[0] ?? 1));
  }
  return approximations;
}
