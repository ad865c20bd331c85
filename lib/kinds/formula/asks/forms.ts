import type { Asked } from './asked-reading';
import type { PrepareAsked } from './judge-asked';
import { judgeGeneralSolution } from './judge-general-solution';
import { judgeGrowth } from './judge-growth';
import { judgeRelation } from './judge-relation';
import { judgeSet } from './judge-set';

/** How each form besides a value is judged. */
export const ASKED_FORMS: Readonly<Record<Asked, PrepareAsked>> = {
  set: judgeSet,
  relation: judgeRelation,
  general_solution: judgeGeneralSolution,
  growth: judgeGrowth,
};
