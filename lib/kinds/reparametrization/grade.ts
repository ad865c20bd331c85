import type { Check } from '@/lib/exam/check';
import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { fieldText } from '@/lib/kinds/fields/answer';
import { readFunctions } from '@/lib/kinds/fields/read-authored';
import { checkOf } from '@/lib/kinds/judged';
import type {
  ReparametrizationAnswer,
  ReparametrizationKey,
  ReparametrizationSpec,
} from './answer';
import { judgeEstimator } from './judge-estimator';
import { judgeTransform } from './judge-transform';
import { prepare } from './prepare';

type Input = GradeInput<ReparametrizationSpec, ReparametrizationKey, ReparametrizationAnswer>;

/** The transformation with its base earns one share of the points, the estimator the other. */
export function grade({ spec, key, answer, points, seed }: Input): Check[] {
  const { shares } = key;
  const sum = shares.T + shares.gradient;
  if (!isSamePoints(sum, points)) {
    throw new BrokenKeyError(`the shares sum to ${sum}, the part has ${points}`);
  }
  const prepared = prepare(spec, seed);
  const densities = readFunctions(key.functions, prepared.table);
  const transform = judgeTransform(prepared, answer.base, fieldText(answer, 'T'), key);
  const text = fieldText(answer, 'gradient');
  const estimator = judgeEstimator(prepared, key, transform, text, densities);
  const { transform: _, base: _base, hasLaw: _hasLaw, ...judged } = transform;
  return [checkOf('T', shares.T, judged), checkOf('gradient', shares.gradient, estimator)];
}
