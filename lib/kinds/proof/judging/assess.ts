import type { Check } from '@/lib/exam/check';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Tree } from '@/lib/math/core/tree';
import type { Assessment } from './assessment';
import type { Comparison } from './comparison';
import { conclusionCheck } from './conclusion';
import { goalLines, hasOtherWay, nearlyGoal } from './goal-lines';
import type { JudgedStep, Slip } from './judged-step';
import { type Met, Milestones } from './milestones';
import { type PreparedProof, unfoldedStatement } from './prepare';
import type { Established } from './supposition';
import { wayCheck } from './way';

interface Assessed {
  proof: PreparedProof;
  points: number;
  steps: readonly JudgedStep[];
  comparison: Comparison;
  /** An expression without the names that the student gave. */
  expandNames: (tree: Tree) => Tree;
}

/**
 * Points of a proof: for the milestones on the way, and for the goal. The goal earns nothing unless a
 * line before it meets a milestone and leads to it; then milestones that were skipped count as met.
 */
export async function assess({
  proof,
  points,
  steps: judgedSteps,
  comparison,
  expandNames,
}: Assessed): Promise<Check[]> {
  const steps = judgedSteps.map((step) => withoutNames(step, expandNames));
  const goal = await goalLines(steps, proof, comparison);
  const [firstGoal, lastGoal] = [goal.said[0] ?? null, goal.said.at(-1) ?? null];
  const counting = steps.filter(({ number }) => !goal.resting.has(number));
  const milestones = new Milestones(proof, comparison);
  const listed = await milestones.metBy(counting, firstGoal);
  const upTo = counting.filter(({ number }) => number <= (lastGoal ?? 0));
  const bridge = lastGoal === null || listed.length > 0 ? null : await milestones.bridge(upTo);
  const last = proof.milestones.length - 1;
  const met: readonly Met[] =
    bridge === null ? listed : [{ line: bridge, milestone: last, way: 'shown' }];
  const trivial = await milestones.trivial();
  const leads = ({ line, way, milestone }: Met) =>
    lastGoal !== null &&
    line <= lastGoal &&
    (!trivial.has(milestone) || trivial.size === proof.milestones.length) &&
    (way === 'shown' || way === 'slip that leads on');
  const isReached = met.some(leads);
  const own = met.filter(({ way }) => way !== 'special case');
  const counted = own.length > 0 ? own : met;
  const assessment: Assessment = {
    ...{ proof, points, steps, isReached },
    furthest: isReached ? last + 1 : Math.max(0, ...counted.map(({ milestone }) => milestone + 1)),
    met: counted.find(({ way }) => way === 'shown') ?? counted[0] ?? null,
    goalAt: goal.said,
    supposedGoalAt: goal.supposed,
    isOtherWay:
      lastGoal !== null && met.length === 0 && (await hasOtherWay(upTo, proof, comparison)),
    isCircular: goal.resting.size > 0,
    nearly: lastGoal === null ? nearlyGoal(steps, proof, comparison) : null,
  };
  return [wayCheck(assessment), conclusionCheck(assessment)];
}

function withoutNames(step: JudgedStep, expandNames: (tree: Tree) => Tree): JudgedStep {
  const expanded = (statement: Statement) => unfoldedStatement(statement, expandNames);
  const { proved, forLarge, underDenial, underSpecialCase, underSupposition } = step.established;
  const established: Established = {
    proved: proved.map(expanded),
    forLarge: forLarge.map(expanded),
    underDenial: underDenial.map(expanded),
    underSpecialCase: underSpecialCase.map(expanded),
    underSupposition: underSupposition.map(expanded),
  };
  const slips = step.slips.map(
    (slip): Slip => ({
      ...slip,
      statement: expanded(slip.statement),
      mended: slip.mended.map((each) => ({ ...each, statement: expanded(each.statement) })),
    }),
  );
  return { ...step, established, slips };
}
