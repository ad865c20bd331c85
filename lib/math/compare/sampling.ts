import type { Sample, Sampler } from '@/lib/math/evaluate/sample';
import type { Pair } from './pair';

/** How many points a question of equality looks at. */
export interface SamplingPlan {
  /** With so many points that count, no more are drawn. */
  points: number;
  /** With fewer nothing is decided. */
  fewest: number;
  /** So many draws at most: a point counts for nothing where the condition fails or a side has no value. */
  draws: number;
}

/** What is decided at all, and with proved bounds: the error falls with every independent point. */
export const IDENTITY: SamplingPlan = { points: 32, fewest: 6, draws: 320 };
/** Up to a constant every point is judged with many digits, which takes long. */
export const UP_TO_CONSTANT: SamplingPlan = { points: 16, fewest: 6, draws: 80 };
/** Integrals, limits and endless sums take thousands of times as long as other expressions. */
export const ESTIMATES: SamplingPlan = { points: 8, fewest: 4, draws: 48 };
/** Numbers within a tolerance: mostly constants, for which one point is all there is. */
export const TOLERANCE: SamplingPlan = { points: 16, fewest: 1, draws: 80 };
/** A slip is only a hint beside a verdict, and many are tried. */
export const SLIP: SamplingPlan = { points: 10, fewest: 4, draws: 40 };
/** A constant between two sides is read off fewer points only by luck. */
export const CONSTANT_APART: SamplingPlan = { points: 10, fewest: 5, draws: 40 };
/** Factors of expressions that are equal as a whole. */
export const PROPORTIONAL: SamplingPlan = { points: 12, fewest: 6, draws: 60 };

/** The points, of so many draws, at which the condition of the pair holds. */
export function* drawnWhere(
  pair: Pick<Pair, 'holds'>,
  sampler: Sampler,
  draws: number,
): Generator<Sample, void> {
  for (let count = 0; count < draws; count++) {
    const sample = sampler.next();
    if (pair.holds(sample)) yield sample;
  }
}
