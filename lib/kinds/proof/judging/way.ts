import type { Check } from '@/lib/exam/check';
import type { Assessment } from './assessment';
import { isSlip, type JudgedStep, unreadIn } from './judged-step';
import type { Milestone } from './prepare';
import { supposedIn } from './proof-context';
import type { Established } from './supposition';

/** What a statement that does not follow costs of the part's points, out of those of the milestones. */
const SLIP_COST = 0.25;

/** The check of the way, of which a person decides what hangs on a line that was not read. */
export function wayCheck(assessment: Assessment): Check {
  const { proof, steps, furthest } = assessment;
  const check = readWay(assessment);
  const unread = unreadIn(steps);
  if (!unread || check.verdict !== 'wrong' || furthest === proof.milestones.length) return check;
  const missing = sum(proof.milestones.slice(furthest));
  const open = Math.min(missing, check.points - check.score);
  return { ...check, open, ...openIn(unread, `${ledOn(assessment)}${unreadWay(unread)}`) };
}

function readWay(assessment: Assessment): Check {
  const { proof, points: whole, steps, furthest, met } = assessment;
  const { milestones } = proof;
  const points = sum(milestones);
  const share = met?.way === 'special case' ? 0.5 : 1;
  const earned = share * sum(milestones.slice(0, furthest));
  const slips = steps.filter(isSlip);
  const open = steps.filter(({ outcome }) => outcome === 'undecided');
  // A line that a person still has to judge may turn out to be a slip, so its cost is held back.
  const doubts = slips.reduce((total, step) => total + costsOf(step), 0) + open.length;
  const score = Math.max(0, earned - doubts * SLIP_COST * whole);
  const evidence = `${furthest} of ${milestones.length} milestones are met; ${slips.length} lines do not follow, ${open.length} are undecided.`;
  const check = { name: 'way', points, evidence };
  if (assessment.isOtherWay) {
    const unread = unreadIn(steps);
    const message = unread
      ? `The lines that were read hold and reach the conclusion. ${unreadWay(unread)}`
      : 'Every step holds and the conclusion is reached, but on a way that the author did not foresee; a person decides whether it shows what was asked.';
    return { ...check, verdict: 'review', score: 0, message };
  }
  if (open.length > 0 && slips.length === 0) {
    const lines = open.map(({ number }) => `line ${number}`).join(', ');
    const message = `The machine could not decide ${lines}; a person does.`;
    return { ...check, verdict: 'review', score: Math.min(score, points), message };
  }
  const [slip] = slips;
  if (slip) return { ...check, verdict: 'wrong', score, ...saidOfSlips(assessment, slips, slip) };
  if (furthest === milestones.length && share === 1) {
    const message =
      met === null
        ? 'The steps hold.'
        : `The steps hold; line ${met.line} leads to the conclusion.`;
    return { ...check, verdict: 'right', score, message };
  }
  const summary = missing(assessment);
  return { ...check, verdict: 'wrong', score, message: summary, witness: { summary } };
}

/** Statements of a line that do not follow; one that is wrong as a whole counts once. */
function costsOf({ slips }: JudgedStep): number {
  return Math.max(1, slips.filter(({ isFollowOn }) => !isFollowOn).length);
}

/** What is right, to begin with. */
function ledOn({ met, steps }: Assessment): string {
  if (met?.way === 'shown') return `Line ${met.line} leads on. `;
  if (met?.way === 'slip that leads on') return 'The idea leads to the conclusion. ';
  const held = steps.filter(({ outcome }) => outcome === 'accepted').map(({ number }) => number);
  if (held.length === 0) return '';
  return held.length === 1 ? `Line ${held[0]} holds. ` : `Lines ${held.join(', ')} hold. `;
}

/** What a person looks for in a line that was not read. */
function unreadWay({ number, message, outcome }: JudgedStep): string {
  const whether = 'A person looks whether it leads to what was to be shown.';
  return outcome === 'unreadable'
    ? `Line ${number} was not judged. ${message} ${whether}`
    : `Line ${number} says something in words. ${whether}`;
}

function saidOfSlips(assessment: Assessment, slips: readonly JudgedStep[], slip: JudgedStep) {
  const others = slips.slice(1).map(({ number }) => number);
  const many =
    others.length === 0
      ? ''
      : ` Nor ${others.length === 1 ? `is line ${others[0]} right` : `are lines ${others.join(', ')} right`}.`;
  const message = `${ledOn(assessment)}Line ${slip.number}: ${slip.message}${many}`;
  return { message, witness: slip.witness ?? { summary: slip.message } };
}

function missing({ met, isCircular, steps }: Assessment): string {
  if (met?.way === 'special case')
    return `Line ${met.line} refutes a special case only: what is supposed is more than that the conclusion is false, and the other cases are left.`;
  if (met) return `Line ${met.line} holds and leads on; the way to the conclusion is not finished.`;
  if (isCircular) return 'The lines rest on the conclusion, which is what was to be shown.';
  const faulty = steps.find(({ outcome }) => outcome === 'unreadable');
  if (faulty) return `No line leads on yet. Line ${faulty.number}: ${faulty.message}`;
  const under = steps.find(({ established }) => isOnlySupposed(established));
  if (under)
    return `Line ${under.number} holds under something supposed; no line shows that this is so, or that it cannot be.`;
  return steps.some(({ outcome }) => outcome === 'accepted')
    ? 'What is written holds. A line is missing that leads from what is given to what is to be shown.'
    : 'No line leads from what is given to what is to be shown.';
}

/** Whether all that a line says rests on what is supposed. */
function isOnlySupposed(established: Readonly<Established>): boolean {
  return established.proved.length === 0 && supposedIn(established).length > 0;
}

/** What may stand in a line that was not read, and is not found elsewhere, is for a person. */
export function openIn({ place, unread }: JudgedStep, message: string) {
  const verdict = 'review' as const;
  return { verdict, message, ...(unread && { unread, place }), witness: undefined };
}

function sum(milestones: readonly Milestone[]): number {
  return milestones.reduce((total, { points }) => total + points, 0);
}
