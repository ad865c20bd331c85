import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofPart } from './golden/case';
import { momentum } from './golden/momentum';
import { contraction, descent, monotone } from './golden/optimization';
import { triplet } from './golden/triplet';
import type { ProofAnswer } from './schema';

export const golden: readonly GoldenPart<ProofPart, ProofAnswer>[] = [
  momentum,
  triplet,
  descent,
  monotone,
  contraction,
];
