import type { Check } from '@/lib/exam/check';

/** What is said of one aspect of an answer, and which share of its points that earns. */
export type Judged = Finding & {
  share: number;
  /** The most that a person can still add, as a share; without it all that is not earned. */
  open?: number;
};

/** What is said of something in an answer, whatever it is worth. */
export type Finding = Pick<
  Check,
  'verdict' | 'message' | 'evidence' | 'witness' | 'unread' | 'blank' | 'place'
>;

/** What is said of an aspect of which a line tells, without points of its own. */
export function judgedAs({ verdict, message, evidence, witness, unread, place }: Finding): Judged {
  return {
    ...{ share: 0, verdict, message, evidence },
    ...(witness && { witness }),
    ...(unread && { unread, place }),
  };
}

/** Wrong, with one sentence as witness and evidence: the message, unless another one tells more. */
export function wrong(message: string, summary = message): Judged {
  return { share: 0, verdict: 'wrong', message, evidence: summary, witness: { summary } };
}

/** A field that was left empty: it earns nothing, and there is no witness, since nothing can be compared. */
export function leftEmpty(label: string): Judged {
  const message = `${label} was left empty.`;
  return { share: 0, verdict: 'wrong', blank: true, message, evidence: 'Nothing was answered.' };
}

/** Left to a person; `what` begins the sentence for the student, and `reason` ends it. */
export function needsPerson(what: string, reason: string): Judged {
  const message = `${what} needs a person’s eye: ${reason}`;
  return { share: 0, verdict: 'review', message, evidence: reason };
}

/** The check of an aspect that is worth so many points. */
export function checkOf(name: string, points: number, { share, open, ...judged }: Judged): Check {
  const rest = open === undefined ? {} : { open: open * points };
  return { name, points, score: share * points, ...rest, ...judged };
}

/** What became of a line of the answer; it stands beside the line and carries no points. */
export function lineCheck(
  number: number,
  { verdict, message, evidence, witness, unread, place }: Finding,
): Check {
  return {
    name: `line ${number}`,
    verdict,
    score: 0,
    points: 0,
    message,
    evidence,
    beside: true,
    ...(witness && { witness }),
    ...(unread && { unread, place }),
  };
}
