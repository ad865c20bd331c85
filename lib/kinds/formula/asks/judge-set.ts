import { compareWithConditions } from '@/lib/math/sets/compare-conditions';
import { judgeBy } from './judge-asked';
import { readAskedSet } from './read-asked';

/** Sets of real numbers: the same numbers, however they are written. */
export const judgeSet = judgeBy(readAskedSet, (reference, answer, { variable }, setting) => {
  const outcome = compareWithConditions(reference, answer, variable, setting);
  if (outcome.verdict !== 'wrong') return outcome;
  const { number, isInReference, where } = outcome.witness;
  const what = where === '' ? `$${number}$` : `for ${where}the number $${number}$`;
  const fault = isInReference ? 'is missing' : 'does not belong to it';
  const summary = isInReference
    ? `${where}$${number}$ is in the expected set and not in yours.`
    : `${where}$${number}$ is in your set and not in the expected one.`;
  const data = { number, isInReference };
  return {
    verdict: 'wrong',
    message: `is not the set that is asked for: ${what} ${fault}.`,
    summary,
    data,
  };
});
