import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import { compareFamilies, type FamilyWitness } from '@/lib/math/families/compare-families';
import { judgeBy } from './judge-asked';
import { readAskedFamily } from './read-asked';

/** Families of functions: the same functions of the variable, whatever the constants are called. */
export const judgeGeneralSolution = judgeBy(
  readAskedFamily,
  (reference, answer, { variable, constants }, setting) => {
    if (variable === null) return { verdict: 'review', reason: 'Its variable is not known.' };
    const own = { ...setting, variable, constants };
    const outcome = compareFamilies(reference.tree, answer.tree, own);
    if (outcome.verdict !== 'wrong') return outcome;
    if (answer.isNamedOtherwise)
      return { verdict: 'review', reason: 'What stands before “=” was not read.' };
    const { isInReference, isUndefined, constants: at, values } = outcome.witness;
    const [message, end] = isInReference
      ? [
          'leaves out solutions.',
          isUndefined ? 'Yours has no value there.' : 'No constants of yours give that.',
        ]
      : ['has functions in it that are no solutions.', 'That is none of the expected solutions.'];
    const summary = `${memberWords(outcome.witness)} ${end}`;
    return {
      verdict: 'wrong',
      message: `${message} ${summary}`,
      summary,
      data: { isInReference, constants: at, values: [...values] },
    };
  },
);

/** `With $C = 1$ the expected solution is $1$ at $x = 0$ and $2.718$ at $x = 1$.` */
function memberWords({ isInReference, constants, values }: FamilyWitness): string {
  const shown = values.map(({ at, value }) => `$${value}$ at ${assignmentsIn(at)}`).join(' and ');
  if (constants.length === 0)
    return `${isInReference ? 'The expected solution' : 'Yours'} is ${shown}.`;
  const whose = isInReference ? 'the expected solution' : 'yours';
  return `With ${assignmentsIn(constants)} ${whose} is ${shown}.`;
}
