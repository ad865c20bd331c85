import type { Check } from '@/lib/exam/check';
import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { workOf } from '@/lib/kinds/plan/cost/ledger';
import { grouped } from '@/lib/kinds/plan/cost/sizes';
import { type Waste, wasteOf } from '@/lib/kinds/plan/cost/waste';
import { type Program, readProgram } from '@/lib/kinds/plan/program/program';
import type { PlanAnswer, PlanKey, PlanSpec } from './answer';
import { type JudgedOutput, judgeOutput } from './judge-outputs';
import { type Names, namesOf, orderFault, orderPraise, reuseFault } from './messages';
import { type PreparedPlan, preparePlan } from './prepare';

type Input = GradeInput<PlanSpec, PlanKey, PlanAnswer>;

/**
 * Runs the student's program: every output is compared with its reference (`judge-outputs.ts`);
 * the multiply-adds, with the sizes that the author gives, are compared with the best plan
 * (`optimum.ts`) for the outputs that are right. Order and reuse are earned in proportion to them.
 */
export function grade({ spec, key, answer, points, seed }: Input): Check[] {
  const prepared = preparePlan(spec, key);
  if (!prepared.ok) throw new BrokenKeyError(prepared.error.message);
  const { outputs, order, reuse } = key.shares;
  const sum = outputs + order + reuse;
  if (!isSamePoints(sum, points)) {
    throw new BrokenKeyError(`the shares sum to ${sum}, the part has ${points} points`);
  }
  const run = (isTurned: boolean) => {
    const program = readProgram(answer.steps ?? [], spec, prepared.value.table, isTurned);
    const judged = prepared.value.outputs.map((output) => judgeOutput(output, program, seed));
    return { program, judged };
  };
  const { program, judged } = run(false);
  if (judged.every(({ judged: { verdict } }) => verdict === 'wrong')) {
    const turned = run(true);
    if (turned.judged.every(({ judged: { verdict } }) => verdict === 'right'))
      return turnedChecks(judged, turned, key.shares, prepared.value);
  }
  const each = outputs / judged.length;
  const checks = judged.map(({ output, judged: own }, index): Check => {
    const message = index === 0 ? withLeftOut(own.message, program) : own.message;
    const score = own.verdict === 'right' ? each : 0;
    return { ...own, name: output.name, points: each, score, message };
  });
  const share = earned(judged);
  const wasteAndNames = wasteIn(judged, program, prepared.value);
  const { table } = prepared.value;
  const cost = (name: 'order' | 'reuse', fault: string | null, praise: string) =>
    costCheck({
      name,
      points: key.shares[name],
      share,
      waste: wasteAndNames?.waste ?? null,
      fault,
      praise,
    });
  if (!wasteAndNames)
    return withUnreadCosts([...checks, cost('order', null, ''), cost('reuse', null, '')]);
  const { waste, names } = wasteAndNames;
  return withUnreadCosts([
    ...checks,
    cost('order', orderFault(waste, names, table), orderPraise(waste)),
    cost('reuse', reuseFault(waste, names, table), 'Nothing is computed twice.'),
  ]);
}

/**
 * Every product has its factors in reverse, and would be right the other way round: the outputs and
 * their order are not, but what is reused is.
 */
function turnedChecks(
  judged: readonly JudgedOutput[],
  turned: { judged: readonly JudgedOutput[]; program: Program },
  shares: PlanKey['shares'],
  prepared: PreparedPlan,
): Check[] {
  const points = shares.outputs / judged.length;
  const outputs = judged.map(({ output: { name, label }, judged: own }): Check => {
    const message = `$${label}$ has the right factors, all in reverse order: from the loss backwards, what comes later in the network stands further to the left.`;
    return {
      ...own,
      name,
      points,
      score: 0,
      message,
      witness: own.witness ?? { summary: own.message },
    };
  });
  const found = wasteIn(turned.judged, turned.program, prepared);
  const fault = found && reuseFault(found.waste, found.names, prepared.table);
  const none: Earned = { right: 0, review: 0, all: judged.length };
  const all: Earned = { ...none, right: judged.length };
  const waste = found?.waste ?? null;
  const order = { name: 'order', points: shares.order, share: none, waste: null } as const;
  const reuse = { name: 'reuse', points: shares.reuse, share: all, waste } as const;
  return [
    ...outputs,
    costCheck({ ...order, fault: null, praise: '' }),
    costCheck({ ...reuse, fault, praise: 'Nothing is computed twice.' }),
  ];
}

/** Where all that waits waits for what could not be read, so do order and reuse, for the same place. */
function withUnreadCosts(checks: readonly Check[]): Check[] {
  const waiting = checks.filter(
    ({ name, verdict }) => verdict === 'review' && name !== 'order' && name !== 'reuse',
  );
  const place = waiting.every(({ unread }) => unread) ? waiting[0]?.place : undefined;
  return checks.map((check) =>
    check.verdict === 'review' && place ? { ...check, unread: true, place } : check,
  );
}

/** Lines that no output was meant to come from, and that could not be read, are told beside the first, once. */
function withLeftOut(message: string, { lines }: Program): string {
  const left = lines.flatMap(({ line, text, step, output }) => {
    if (step.ok || output !== null) return [];
    const { message: said } = judgeUnread(`line ${line}`, text, step.error);
    return message.includes(said) ? [] : [`Left out: ${said}`];
  });
  return [message, ...left.slice(0, 3)].join(' ');
}

interface Earned {
  right: number;
  review: number;
  all: number;
}

function earned(judged: readonly JudgedOutput[]): Earned {
  const count = (verdict: Check['verdict']) =>
    judged.filter((each) => each.judged.verdict === verdict).length;
  return { right: count('right'), review: count('review'), all: judged.length };
}

function wasteIn(
  judged: readonly JudgedOutput[],
  program: Program,
  prepared: PreparedPlan,
): { waste: Waste; names: Names } | null {
  const right = judged.flatMap(({ output, step, judged: { verdict } }) =>
    verdict === 'right' && step ? [{ output, step }] : [],
  );
  if (right.length === 0) return null;
  const works = workOf(program, prepared.sizes);
  const attempted = judged.flatMap(({ step }) => step ?? []);
  const waste = wasteOf(right, attempted, program, works, prepared.optimum);
  if (!waste) throw new BrokenKeyError('there are too many plans to find the best of them');
  return { waste, names: namesOf(works) };
}

function costCheck({
  name,
  points,
  share: { right, review, all },
  waste,
  fault,
  praise,
}: {
  name: 'order' | 'reuse';
  points: number;
  share: Earned;
  /** Null where no output is right. */
  waste: Waste | null;
  fault: string | null;
  praise: string;
}): Check {
  const base = { name, points };
  if (!waste) {
    const what = name === 'order' ? 'The order of the products' : 'Reuse';
    const message = `${what} counts once an output is right.`;
    if (review > 0) {
      const evidence = 'The outputs are in review.';
      const open = (points * review) / all;
      return { ...base, verdict: 'review', score: 0, open, message, evidence };
    }
    const witness = { summary: message };
    return {
      ...base,
      verdict: 'wrong',
      score: 0,
      message,
      evidence: 'No output is right.',
      witness,
    };
  }
  const evidence = `${grouped(waste.cost)} multiply-adds; ${grouped(waste.optimum.cost)} suffice.`;
  if (fault !== null) {
    const data = { cost: waste.cost, optimum: waste.optimum.cost };
    const witness = { summary: fault, data };
    return { ...base, verdict: 'wrong', score: 0, message: fault, evidence, witness };
  }
  const score = (points * right) / all;
  if (right === all) return { ...base, verdict: 'right', score, message: praise, evidence };
  const summary = `This counts for the ${right} of ${all} outputs that are right.`;
  const message = `${praise} ${summary}`;
  const open = (points * review) / all;
  if (review > 0) return { ...base, verdict: 'review', score, open, message, evidence };
  return { ...base, verdict: 'wrong', score, message, evidence, witness: { summary } };
}
