import type { Check } from '@/lib/exam/check';
import { checkOf, type Judged, wrong } from '@/lib/kinds/judged';
import { RELATION_LATEX } from '@/lib/math/claims/relation';
import type { Assessment } from './assessment';
import { isSlip, type JudgedStep, unreadIn } from './judged-step';
import { openIn } from './way';

/** The check of the conclusion, which a person decides where it may stand in a line that was not read. */
export function conclusionCheck(assessment: Assessment): Check {
  const judged = judge(assessment);
  const unread = unreadIn(assessment.steps);
  const isOpen = unread !== null && judged.verdict === 'wrong';
  const found = isOpen ? { ...judged, ...openIn(unread, unreadGoal(assessment, unread)) } : judged;
  return checkOf('conclusion', assessment.proof.goalPoints, found);
}

/** What a person looks for in a line that was not read. */
function unreadGoal({ goalAt: [said] }: Assessment, { number }: JudgedStep): string {
  if (said === undefined)
    return `No line that was read says what was to be shown; a person looks for it in line ${number}.`;
  return `Line ${said} is what was to be shown; a person looks whether line ${number}, which was not read, leads to it.`;
}

function judge(assessment: Assessment): Judged {
  const { goalAt, isReached, isOtherWay, met, steps } = assessment;
  if (isReached)
    return {
      share: 1,
      verdict: 'right',
      message: `The conclusion is reached in line ${goalAt.at(-1)}.`,
      evidence: 'A line says the same as the goal, after a milestone.',
    };
  const [first] = goalAt;
  if (first === undefined) return wrong(notSaid(assessment));
  if (isOtherWay)
    return {
      share: 0,
      verdict: 'review',
      message: `Line ${first} is the conclusion; whether it was shown is for a person to say.`,
      evidence: 'The goal is stated; no milestone was met.',
    };
  const isOpen = steps.some(({ outcome }) => outcome === 'undecided');
  if (isOpen && met === null)
    return {
      share: 0,
      verdict: 'review',
      message: `Line ${first} is the conclusion; it counts if the open lines lead to it.`,
      evidence: 'The goal is stated; lines are undecided.',
    };
  return wrong(notReached(assessment, first));
}

function notSaid({ supposedGoalAt, nearly, proof }: Assessment): string {
  if (supposedGoalAt !== null)
    return `Line ${supposedGoalAt} says what was to be shown, but only under something supposed that is not given.`;
  if (!nearly) return 'No line says what was to be shown.';
  const [has, asked] = [nearly.operator, proof.goal.operator].map((sign) => RELATION_LATEX[sign]);
  return `Line ${nearly.line} says less than what was to be shown: $${has}$ where $${asked}$ is asked.`;
}

function notReached({ met, goalAt, steps }: Assessment, first: number): string {
  if (met?.way === 'special case')
    return `Line ${first} says what was to be shown, but only a special case of its opposite was refuted.`;
  if (met?.way === 'slip')
    return `Line ${first} says what was to be shown, but it does not follow from line ${met.line} as that is written.`;
  if (met && (goalAt.at(-1) ?? 0) < met.line)
    return `The conclusion stands in line ${first}, before anything that it could follow from, so it was assumed. State it again at the end.`;
  if (steps.some(isSlip))
    return `Line ${first} is what was to be shown, but no line in front that holds leads to it; the claim alone earns nothing.`;
  const isAlone = steps.filter(({ outcome }) => outcome === 'accepted').length <= goalAt.length;
  return isAlone
    ? `Line ${first} is what was to be shown, and nothing stands in front that leads to it; the claim alone earns nothing.`
    : `Line ${first} is what was to be shown. The lines in front hold, but say only what is given or what is always true, so they do not lead to it; the claim alone earns nothing.`;
}
