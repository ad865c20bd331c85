import type { Verdict } from '@/lib/exam/check';
import type { Finding } from '@/lib/kinds/judged';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
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

export interface JudgedStep extends Finding {
  number: number;
  outcome: Outcome;
  /** What the line says, link by link and over its chains; empty unless accepted. */
  established: Readonly<Established>;
  /** Numbers of the lines that it cites. */
  from: readonly number[];
}

export function nothingEstablished(): Established {
  return { proved: [], underDenial: [], underSupposition: [] };
}

export function judged(
  { number, from }: ReadStep,
  outcome: Outcome,
  verdict: Verdict,
  message: string,
  evidence: string,
): JudgedStep {
  const established = nothingEstablished();
  return { number, from, outcome, verdict, message, evidence, established };
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
