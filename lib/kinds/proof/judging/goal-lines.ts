import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Comparison } from './comparison';
import { isSlip, type JudgedStep } from './judged-step';
import type { PreparedProof } from './prepare';

/** Where lines say what was to be shown. */
export interface GoalLines {
  /** Numbers of the lines that say it for good. */
  said: readonly number[];
  /** The first line that says it under something supposed only; null without one. */
  supposed: number | null;
  /** Numbers of the lines that cite the goal, or a line that does. */
  resting: ReadonlySet<number>;
}

/** The lines that say the same as the goal, in other names by equations that are given too. */
export async function goalLines(
  steps: readonly JudgedStep[],
  { goal, hypotheses }: PreparedProof,
  comparison: Comparison,
): Promise<GoalLines> {
  const equations = hypotheses.filter(({ operator }) => operator === '=');
  // If the given equations alone imply the goal, then with them every statement is equivalent to it.
  const withEquations = !(await comparison.follows(equations, goal));
  const isSameGiven = async (statement: Statement) =>
    (statement.operator === '->') === (goal.operator === '->') &&
    !(await comparison.follows(equations, statement)) &&
    (await comparison.follows([...equations, statement], goal)) &&
    (await comparison.follows([...equations, goal], statement));
  const saysGoal = async (statement: Statement) =>
    (await comparison.isSame(statement, goal)) || (withEquations && (await isSameGiven(statement)));
  const said: number[] = [];
  let supposed: number | null = null;
  for (const { number, established } of steps) {
    if (await someOf(established.proved, saysGoal)) said.push(number);
    const isSupposed = (each: Statement) => comparison.isSame(each, goal);
    if (supposed === null && (await someOf(established.underSupposition, isSupposed)))
      supposed = number;
  }
  return { said, supposed, resting: restingOn(steps, said) };
}

/** The last line about the same difference of sides as the goal that says less of it, with its sign. */
export function nearlyGoal(
  steps: readonly JudgedStep[],
  { goal }: PreparedProof,
  comparison: Comparison,
): { line: number; operator: Statement['operator'] } | null {
  const gap = comparison.gapKeyOf(goal);
  const found = steps.flatMap(({ number, established }) =>
    established.proved
      .filter((each) => gap !== null && comparison.gapKeyOf(each) === gap)
      .map(({ operator }) => ({ line: number, operator })),
  );
  return found.at(-1) ?? null;
}

function restingOn(steps: readonly JudgedStep[], goalAt: readonly number[]): ReadonlySet<number> {
  const resting = new Set<number>();
  for (const { number, from } of steps) {
    const rests = from.some((cited) => resting.has(cited) || goalAt.includes(cited));
    if (rests && !goalAt.includes(number)) resting.add(number);
  }
  return resting;
}

/** Whether a proof without a slip has a line that is neither trivial, nor given, nor the goal. */
export async function hasOtherWay(
  steps: readonly JudgedStep[],
  { goal, hypotheses }: PreparedProof,
  comparison: Comparison,
): Promise<boolean> {
  if (steps.some(isSlip)) return false;
  const trivial = [goal, ...hypotheses];
  for (const { established } of steps) {
    for (const statement of [...established.proved, ...established.forLarge]) {
      if (await comparison.follows([], statement)) continue;
      // A limit that is the goal and more shows no way to it.
      if (statement.operator === '->' && (await comparison.follows([statement], goal))) continue;
      if (!(await someOf(trivial, (each) => comparison.isSame(statement, each)))) return true;
    }
  }
  return false;
}

async function someOf<Item>(
  items: readonly Item[],
  isSo: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (await isSo(item)) return true;
  return false;
}
