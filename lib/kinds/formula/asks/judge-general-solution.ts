import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import type { Tree } from '@/lib/math/core/tree';
import {
  compareFamilies,
  type FamilyOutcome,
  type FamilySetting,
  type FamilyWitness,
} from '@/lib/math/families/compare-families';
import { type AskedOutcome, judgeBy } from './judge-asked';
import { readAskedFamily, readFreeFamily } from './read-family';

/** Families of functions: the same functions of the variable, whatever the constants are called. */
export const judgeGeneralSolution = judgeBy(
  readAskedFamily,
  (reference, answer, { variable, constants }, setting): AskedOutcome => {
    if (variable === null) return { verdict: 'review', reason: 'Its variable is not known.' };
    const own = { ...setting, variable, constants };
    const outcome = compareBranches(reference.branches, answer.branches, own);
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
  readFreeFamily,
);

/**
 * Compares the families that a ± stands for: the same where each is one of the others. Of several a
 * member that one leaves out may be of another one, so that only against a single one all is said.
 */
function compareBranches(
  references: readonly Tree[],
  answers: readonly Tree[],
  setting: FamilySetting,
): FamilyOutcome {
  const rows = references.map((reference) =>
    answers.map((answer) => compareFamilies(reference, answer, setting)),
  );
  const isRight = ({ verdict }: FamilyOutcome) => verdict === 'right';
  const isMet = answers.every((_, at) => rows.some((row) => row[at] && isRight(row[at])));
  if (isMet && rows.every((row) => row.some(isRight))) return { verdict: 'right' };
  const strays = references.length === 1 && answers.length > 1 ? answers : [];
  for (const stray of strays) {
    // The other way round what is found first is a member of the answer.
    const turned = references[0] && compareFamilies(stray, references[0], setting);
    if (turned?.verdict !== 'wrong' || !turned.witness.isInReference) continue;
    return { verdict: 'wrong', witness: { ...turned.witness, isInReference: false } };
  }
  const found = rows.flat().find((outcome) => {
    if (outcome.verdict !== 'wrong') return false;
    return outcome.witness.isInReference ? answers.length === 1 : references.length === 1;
  });
  const open: FamilyOutcome = { verdict: 'review', reason: 'It stands for two families.' };
  return found ?? (rows.length === 1 && answers.length === 1 ? (rows[0]?.[0] ?? open) : open);
}

/** `With $C = 1$ the expected solution is $1$ at $x = 0$ and $2.718$ at $x = 1$.` */
function memberWords({ isInReference, constants, values }: FamilyWitness): string {
  const shown = values.map(({ at, value }) => `$${value}$ at ${assignmentsIn(at)}`).join(' and ');
  if (constants.length === 0)
    return `${isInReference ? 'The expected solution' : 'Yours'} is ${shown}.`;
  const whose = isInReference ? 'the expected solution' : 'yours';
  return `With ${assignmentsIn(constants)} ${whose} is ${shown}.`;
}
