import type { Ask } from './reasoner';
import type { Setting } from './smt';
import { solve } from './solver';

/** How long the solver may take for a question of each sort, in ms. */
const LIMITS: Readonly<Record<Setting['kind'], number>> = { lemmas: 300, gram: 1500, entries: 700 };
/** Questions without an answer after which no more are asked: together about ten seconds. */
const MOST_UNANSWERED = 8;
const MOST_QUESTIONS = 2000;

/** The solver, within bounds: a proof that asks too much of it is left to a person. */
export function boundedSolver(): Ask {
  let asked = 0;
  let unanswered = 0;
  return async (problem) => {
    if (++asked > MOST_QUESTIONS || unanswered >= MOST_UNANSWERED)
      return { answer: 'unknown', model: new Map() };
    const solved = await solve(problem.text(), LIMITS[problem.kind]);
    if (solved.answer === 'unknown') unanswered++;
    return solved;
  };
}
