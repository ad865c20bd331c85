import type { Verdict } from '@/lib/exam/check';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { Finding } from '@/lib/kinds/judged';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Mended } from './mending';
import type { Established } from './supposition';

/** What became of a line. */
export type Outcome =
  /** Nothing to be judged: words, a name, an empty line. */
  | 'passed'
  | 'unreadable'
  | 'assumed'
  /** It supposes what is not given and may well be false. */
  | 'unwarranted'
  | 'accepted'
  | 'refuted'
  /** It follows from a line that was refuted. */
  | 'follow-on'
  /** It cites itself or a line below it. */
  | 'circular'
  | 'undecided';

/** A statement that does not follow. */
export interface Slip {
  statement: Statement;
  /** Simple changes by which it follows; the likeliest first. */
  mended: readonly Mended[];
  /** It holds after the same change as one further up, and costs nothing more. */
  isFollowOn: boolean;
}

export interface JudgedStep extends Finding {
  number: number;
  outcome: Outcome;
  /** What the line says and follows, link by link and over its chains. */
  established: Readonly<Established>;
  /** What it says and does not follow. */
  slips: readonly Slip[];
  /** Its words claim something that was not read. */
  claimsInWords: boolean;
  /** Numbers of the lines that it cites. */
  from: readonly number[];
}

/** Whether a line costs points: something in it does not follow, and not only from a slip further up. */
export function isSlip({ outcome }: JudgedStep): boolean {
  return outcome === 'refuted' || outcome === 'circular' || outcome === 'unwarranted';
}

/** The first line that was not read, or not all of it; null without one. */
export function unreadIn(steps: readonly JudgedStep[]): JudgedStep | null {
  return (
    steps.find(({ unread }) => unread === true) ??
    steps.find(({ claimsInWords }) => claimsInWords) ??
    null
  );
}

export function nothingEstablished(): Established {
  return { proved: [], forLarge: [], underDenial: [], underSpecialCase: [], underSupposition: [] };
}

export function judged(
  { number, from }: ReadStep,
  outcome: Outcome,
  verdict: Verdict,
  message: string,
  evidence: string,
): JudgedStep {
  const established = nothingEstablished();
  return {
    ...{ number, from, outcome, verdict, message, evidence, established },
    ...{ slips: [], claimsInWords: false },
  };
}

export function notRight(
  step: ReadStep,
  outcome: Outcome,
  message: string,
  summary: string,
): JudgedStep {
  return { ...judged(step, outcome, 'wrong', message, summary), witness: { summary } };
}

export function undecided(step: ReadStep, why: string): JudgedStep {
  const message = `The machine cannot tell whether this follows (${why}); a person decides.`;
  return judged(step, 'undecided', 'review', message, why);
}

/** A line in which nothing is to be judged. */
export function passed(step: ReadStep, message: string): JudgedStep {
  return judged(step, 'passed', 'right', message, 'Nothing to judge.');
}

/** A line without a claim that was read. */
export function passedOver(
  step: Extract<ReadStep, { kind: 'blank' | 'words' | 'start' | 'unreadable' }>,
): JudgedStep {
  switch (step.kind) {
    case 'blank':
      return passed(step, 'Left empty.');
    case 'start':
      return passed(step, 'Goes on in the next line.');
    case 'words': {
      const line = passed(step, 'Words, for the reader; they are not judged.');
      const place = { text: step.text, start: 0, end: step.text.length };
      return step.claimsInWords ? { ...line, unread: true, place } : line;
    }
    case 'unreadable': {
      const { text, error } = step;
      if (error.isFault) return notRight(step, 'refuted', error.message, error.message);
      const { share: _, ...finding } = judgeUnread('It', text, error);
      return { ...passed(step, ''), outcome: 'unreadable', ...finding };
    }
  }
}

/** A line that was read, and whose words leave open what it says. */
export function unread(step: ReadStep, message: string): JudgedStep {
  return { ...judged(step, 'unreadable', 'review', message, message), unread: true };
}

/**
 * A line that does not follow from what was read, below a line that was not: as that may suppose or show
 * what is missing, a person decides.
 */
export function openBelow(above: readonly JudgedStep[], step: JudgedStep): JudgedStep {
  const missing = above.find((each) => each.unread === true);
  const isOpen = step.slips.length > 0 || step.outcome === 'unwarranted';
  if (!missing || !isOpen) return step;
  const { witness, ...rest } = step;
  const message = `Line ${missing.number} was not read. Without it this does not follow: ${witness?.summary ?? step.evidence}`;
  return { ...rest, outcome: 'undecided', verdict: 'review', message };
}

export function circular(step: ReadStep, later: readonly number[]): JudgedStep {
  const cited = later.map((number) => (number === step.number ? 'itself' : `line ${number}`));
  const summary = `Line ${step.number} is said to follow from ${cited.join(' and ')}.`;
  return notRight(
    step,
    'circular',
    `${summary} A line can build only on the lines above it.`,
    summary,
  );
}
