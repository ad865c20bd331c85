import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import { compareRelations } from '@/lib/math/sets/compare-relations';
import { judgeBy } from './judge-asked';
import { readAskedRelation } from './read-asked';

/** Equations and inequalities: the same solutions, however they are written. */
export const judgeRelation = judgeBy(readAskedRelation, (reference, answer, _, setting) => {
  const outcome = compareRelations(reference, answer, setting);
  if (outcome.verdict !== 'wrong') return outcome;
  const { at, holdsInReference } = outcome.witness;
  const point = at.length > 0 ? `At ${assignmentsIn(at)} ` : 'Everywhere ';
  const summary = holdsInReference
    ? `${point}the expected relation holds and yours does not.`
    : `${point}yours holds and the expected relation does not.`;
  return {
    verdict: 'wrong',
    message: `does not have the expected solutions. ${summary}`,
    summary,
    data: { at, holdsInReference },
  };
});
