import type { Ask } from './model-search';
import type { Setting } from './smt';
import { solve } from './solver';

/** The work that a question of each sort may take, in steps of the solver: some 1000 a millisecond. */
const MOST_WORK: Readonly<Record<Setting['kind'], number>> = {
  lemmas: 150_000,
  gram: 500_000,
  entries: 120_000,
};
/** What putting a question costs besides. */
const ASKING = 5_000;
/** After this, or after so many questions without an answer, nothing more is asked: some seconds. */
const MOST_IN_A_PROOF = 4_000_000;
const MOST_UNANSWERED = 8;

/** The same of looking for the slip in one statement that does not follow: an explanation, and no verdict. */
export const OF_MENDING = 1_000_000;

/** The solver, within bounds: a proof that asks too much of it is left to a person. */
export function boundedSolver(mostWork = MOST_IN_A_PROOF): Ask {
  let spent = 0;
  let unanswered = 0;
  return async (problem) => {
    if (spent >= mostWork || unanswered >= MOST_UNANSWERED)
      return { answer: 'unknown', model: new Map(), work: 0 };
    const solved = await solve(problem.text(), MOST_WORK[problem.kind]);
    spent += ASKING + solved.work;
    if (solved.answer === 'unknown') unanswered++;
    return solved;
  };
}
