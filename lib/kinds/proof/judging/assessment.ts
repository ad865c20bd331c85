import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { JudgedStep } from './judged-step';
import type { Met } from './milestones';
import type { PreparedProof } from './prepare';

/** What the lines of a proof come to. */
export interface Assessment {
  proof: PreparedProof;
  /** Of the part. */
  points: number;
  steps: readonly JudgedStep[];
  /** So many milestones count, from the first. */
  furthest: number;
  /** The first line that meets one, and how; null without one. */
  met: Met | null;
  /** Numbers of the lines that say the goal. */
  goalAt: readonly number[];
  /** The first that says it under something supposed only. */
  supposedGoalAt: number | null;
  /** The goal stands behind a line that leads to it. */
  isReached: boolean;
  /** All holds and the goal is said, on a way that the author did not list. */
  isOtherWay: boolean;
  /** Lines rest on the goal. */
  isCircular: boolean;
  /** The last line that says the goal but for a weaker sign, and that sign; null without one. */
  nearly: { line: number; operator: Statement['operator'] } | null;
}
