import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from './answer';
import type { ProofPart } from './golden/case';
import { gradientRate, gradientStep, jensen, level, unique } from './golden/convexity';
import { gibbs, tail } from './golden/logarithms';
import { chebyshev, quadratic } from './golden/means';
import { momentum } from './golden/momentum';
import { contraction, contractionRate, descent, monotone } from './golden/optimization';
import { leastPoint, shrinking } from './golden/quadratic-forms';
import { recursion } from './golden/recursion';
import { triplet } from './golden/triplet';

export const golden: readonly GoldenPart<ProofPart, ProofAnswer>[] = [
  momentum,
  triplet,
  descent,
  monotone,
  contraction,
  tail,
  gibbs,
  contractionRate,
  chebyshev,
  quadratic,
  recursion,
  level,
  gradientStep,
  gradientRate,
  unique,
  jensen,
  leastPoint,
  shrinking,
];
