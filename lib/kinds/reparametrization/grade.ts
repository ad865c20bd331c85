import type { Check } from '@/lib/exam/check';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { fieldText } from '@/lib/kinds/fields/answer';
import { readFunctions } from '@/lib/kinds/fields/read-authored';
import type {
  ReparametrizationAnswer,
  ReparametrizationKey,
  ReparametrizationSpec,
} from './answer';
import { judgeEstimator } from './judge-estimator';
import { type Judged, judgeTransform } from './judge-transform';
import { prepare } from './prepare';

type Input = GradeInput<ReparametrizationSpec, ReparametrizationKey, ReparametrizationAnswer>;

/** The transformation with its base earns one share of the points, the estimator the other. */
export function grade({ spec, key, answer, points, seed }: Input): Check[] {
  const { shares } = key;
  if (Math.abs(shares.T + shares.gradient - points) > 1e-9) {
    const sum = shares.T + shares.gradient;
    throw new BrokenKeyError(`the shares sum to ${sum}, the part has ${points}`);
  }
  const prepared = prepare(spec, seed);
  const densities = readFunctions(key.functions, prepared.table);
  const transform = judgeTransform(prepared, answer.base, fieldText(answer, 'T'), key.followOn);
  const text = fieldText(answer, 'gradient');
  const estimator = judgeEstimator(prepared, key, transform, text, densities);
  const { transform: _, base: _base, hasLaw: _hasLaw, ...judged } = transform;
  return [check('T', shares.T, judged), check('gradient', shares.gradient, estimator)];
}

function check(name: string, points: number, { share, ...judged }: Judged): Check {
  return { name, points, score: share * points, ...judged };
}
