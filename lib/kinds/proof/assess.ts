import type { Check } from '@/lib/exam/check';
import { sameTree } from '@/lib/math/same-tree';
import type { JudgedStep } from './judge-steps';
import type { Milestone, PreparedProof } from './prepare';
import type { Reasoner } from './reasoner';
import type { Statement } from './statement';
import type { Theory } from './theory';

/** What a line that does not follow costs of the part's points, out of those of the milestones. */
const SLIP_COST = 0.25;

const SLIPS: readonly JudgedStep['outcome'][] = ['refuted', 'circular'];

/**
 * Points of a proof: milestones for the way, and the goal. The goal earns nothing unless a line
 * before it meets a milestone, and then passes beyond those that were skipped.
 */
export class Assessment {
  readonly #proof: PreparedProof;
  readonly #points: number;
  readonly #steps: readonly JudgedStep[];
  readonly #reasoner: Reasoner;
  /** What names that the student introduced stand for. */
  readonly #names: readonly Statement[];
  /** Without hypotheses: only what statements say by themselves. */
  readonly #bare: Theory;

  constructor(
    proof: PreparedProof,
    points: number,
    steps: readonly JudgedStep[],
    reasoner: Reasoner,
    names: readonly Statement[],
    bare: Theory,
  ) {
    this.#proof = proof;
    this.#points = points;
    this.#steps = steps;
    this.#reasoner = reasoner;
    this.#names = names;
    this.#bare = bare;
  }

  async checks(): Promise<Check[]> {
    const goalAt = await this.#goalLines();
    const lastGoal = goalAt.at(-1) ?? null;
    const resting = this.#restingOn(goalAt);
    const met: { line: number; milestone: number }[] = [];
    for (const step of this.#steps) {
      if (resting.has(step.number)) continue;
      const milestone = await this.#lastMilestone(step);
      if (milestone !== null) met.push({ line: step.number, milestone });
    }
    const before = met.filter(({ line }) => lastGoal !== null && line <= lastGoal);
    const isReached = lastGoal !== null && before.length > 0;
    const furthest = isReached
      ? this.#proof.milestones.length
      : Math.max(0, ...met.map(({ milestone }) => milestone + 1));
    const isOtherWay =
      lastGoal !== null && met.length === 0 && (await this.#hasOtherWay(lastGoal, resting));
    return [
      this.#way(furthest, met[0]?.line ?? null, isOtherWay, resting.size > 0),
      this.#conclusion(goalAt, await this.#supposedGoal(), isReached, met.length > 0, isOtherWay),
    ];
  }

  #way(furthest: number, line: number | null, isOtherWay: boolean, rests: boolean): Check {
    const { milestones } = this.#proof;
    const points = sum(milestones);
    const earned = sum(milestones.slice(0, furthest));
    const slips = this.#steps.filter(({ outcome }) => SLIPS.includes(outcome));
    const open = this.#steps.filter(({ outcome }) => outcome === 'undecided');
    // An open line may turn out a slip.
    const doubts = slips.length + open.length;
    const score = Math.max(0, earned - doubts * SLIP_COST * this.#points);
    const evidence = `${furthest} of ${milestones.length} milestones are met; ${slips.length} lines do not follow, ${open.length} are undecided.`;
    const check = { name: 'way', points, evidence };
    if (isOtherWay) {
      const message =
        'Every step holds and the conclusion is reached, but on a way that the author did not foresee; a person decides whether it shows what was asked.';
      return { ...check, verdict: 'review', score: 0, message };
    }
    if (open.length > 0 && slips.length === 0) {
      const lines = open.map(({ number }) => `line ${number}`).join(', ');
      const message = `The machine could not decide ${lines}; a person does.`;
      return { ...check, verdict: 'review', score: Math.min(score, points), message };
    }
    const [slip] = slips;
    if (slip) {
      const right = line === null ? '' : `Line ${line} brings the proof on. `;
      const many = slips.length > 1 ? ` So it is with ${slips.length - 1} more.` : '';
      const message = `${right}Line ${slip.number}: ${slip.message}${many}`;
      return {
        ...check,
        verdict: 'wrong',
        score,
        message,
        witness: { summary: slip.witness ?? slip.message },
      };
    }
    if (furthest === milestones.length) {
      const message =
        line === null ? 'The steps hold.' : `The steps hold; line ${line} is the one that matters.`;
      return { ...check, verdict: 'right', score, message };
    }
    const summary = this.#missing(furthest, line, rests);
    return { ...check, verdict: 'wrong', score, message: summary, witness: { summary } };
  }

  #missing(furthest: number, line: number | null, rests: boolean): string {
    if (furthest > 0) return `Line ${line} holds and leads on; the way is not finished.`;
    if (rests) return 'The lines rest on the conclusion, which is what was to be shown.';
    const unread = this.#steps.find(({ outcome }) => outcome === 'unreadable');
    if (unread) return `No line leads on yet. Line ${unread.number}: ${unread.message}`;
    return this.#steps.some(({ outcome }) => outcome === 'accepted')
      ? 'What is written holds, but no line leads from what is given to what is to be shown.'
      : 'No line leads from what is given to what is to be shown.';
  }

  #conclusion(
    goalAt: readonly number[],
    supposedAt: number | null,
    isReached: boolean,
    hasWay: boolean,
    isOtherWay: boolean,
  ): Check {
    const points = this.#proof.goalPoints;
    const check = { name: 'conclusion', points };
    const [first] = goalAt;
    if (isReached) {
      return {
        ...check,
        verdict: 'right',
        score: points,
        message: `The conclusion is reached in line ${goalAt.at(-1)}.`,
        evidence: 'A line says the same as the goal, after a milestone.',
      };
    }
    if (first === undefined) {
      const summary =
        supposedAt === null
          ? 'No line says what was to be shown.'
          : `Line ${supposedAt} says what was to be shown, but only under what is supposed above it, which is not given.`;
      return {
        ...check,
        verdict: 'wrong',
        score: 0,
        message: summary,
        evidence: summary,
        witness: { summary },
      };
    }
    if (isOtherWay) {
      return {
        ...check,
        verdict: 'review',
        score: 0,
        message: `Line ${first} is the conclusion; whether it was shown is for a person to say.`,
        evidence: 'The goal is stated; no milestone was met.',
      };
    }
    const open = this.#steps.some(({ outcome }) => outcome === 'undecided');
    if (open && !hasWay) {
      return {
        ...check,
        verdict: 'review',
        score: 0,
        message: `Line ${first} is the conclusion; it counts if the open lines lead to it.`,
        evidence: 'The goal is stated; lines are undecided.',
      };
    }
    const summary = hasWay
      ? `The conclusion stands in line ${first}, before anything that it could follow from, so it was assumed. State it again at the end.`
      : `Line ${first} is what was to be shown, but nothing leads to it; the claim alone earns nothing.`;
    return {
      ...check,
      verdict: 'wrong',
      score: 0,
      message: summary,
      evidence: summary,
      witness: { summary },
    };
  }

  /** The lines that say the same as the goal. */
  async #goalLines(): Promise<number[]> {
    const { goal } = this.#proof;
    const lines: number[] = [];
    for (const { number, shown } of this.#steps) {
      for (const statement of shown.known) {
        if (!(await this.#isSame(statement, goal))) continue;
        lines.push(number);
        break;
      }
    }
    return lines;
  }

  /** The first line that says the goal under a supposition only. */
  async #supposedGoal(): Promise<number | null> {
    for (const { number, shown } of this.#steps)
      for (const statement of shown.supposed)
        if (await this.#isSame(statement, this.#proof.goal)) return number;
    return null;
  }

  async #isSame(statement: Statement, goal: Statement): Promise<boolean> {
    const key = this.#bare.keyOf(statement);
    if (key !== null && key === this.#bare.keyOf(goal)) return true;
    if ((statement.operator === '->') !== (goal.operator === '->')) return false;
    return (await this.#follows([statement], goal)) && (await this.#follows([goal], statement));
  }

  /** Lines that cite the conclusion, or a line that does. */
  #restingOn(goalAt: readonly number[]): ReadonlySet<number> {
    const resting = new Set<number>();
    for (const { number, from } of this.#steps) {
      const rests = from.some((cited) => resting.has(cited) || goalAt.includes(cited));
      if (rests && !goalAt.includes(number)) resting.add(number);
    }
    return resting;
  }

  /** The last milestone that a line meets by itself, counted from 0. */
  async #lastMilestone({ shown }: JudgedStep): Promise<number | null> {
    const { goal, hypotheses, milestones } = this.#proof;
    const given = [goal, ...hypotheses];
    const listed = milestones.flatMap(({ alternatives }) => alternatives.flat());
    const keysOf = (statements: readonly Statement[]) =>
      new Set(statements.map((each) => this.#bare.keyOf(each)));
    const [known, meant] = [keysOf(given), keysOf(listed)];
    // What is given or to be shown leads nowhere, unless the author lists it in other words.
    const bridging = [...shown.known, ...shown.refuted].filter((statement) => {
      const key = this.#bare.keyOf(statement);
      if (given.some((each) => isWrittenAs(statement, each))) return false;
      return !known.has(key) || meant.has(key);
    });
    if (bridging.length === 0) return null;
    for (let index = milestones.length - 1; index >= 0; index--) {
      const milestone = milestones[index];
      if (milestone && (await this.#meets(bridging, milestone))) return index;
    }
    return null;
  }

  async #meets(statements: readonly Statement[], { alternatives }: Milestone): Promise<boolean> {
    const keys = new Set(statements.map((statement) => this.#bare.keyOf(statement)));
    const isSaid = (claim: Statement) => keys.has(this.#bare.keyOf(claim));
    if (alternatives.some((claims) => claims.every(isSaid))) return true;
    for (const claims of alternatives) {
      let isMet = true;
      for (const claim of claims) isMet &&= await this.#follows(statements, claim);
      if (isMet) return true;
    }
    return false;
  }

  /** A line before the goal that is neither trivial nor given, in a proof without a slip. */
  async #hasOtherWay(goalAt: number, resting: ReadonlySet<number>): Promise<boolean> {
    if (this.#steps.some(({ outcome }) => SLIPS.includes(outcome))) return false;
    const { hypotheses, goal } = this.#proof;
    for (const { number, shown } of this.#steps) {
      if (number > goalAt || resting.has(number)) continue;
      for (const statement of shown.known) {
        if (await this.#follows([], statement)) continue;
        if (await this.#isSame(statement, goal)) continue;
        let isGiven = false;
        for (const hypothesis of hypotheses) isGiven ||= await this.#isSame(statement, hypothesis);
        if (!isGiven) return true;
      }
    }
    return false;
  }

  async #follows(known: readonly Statement[], statement: Statement): Promise<boolean> {
    const key = this.#bare.keyOf(statement);
    if (key !== null && known.some((each) => this.#bare.keyOf(each) === key)) return true;
    return this.#reasoner.follows([...this.#names, ...known], statement);
  }
}

/** The same sides, in this order or turned around. */
function isWrittenAs(a: Statement, b: Statement): boolean {
  const isSame =
    a.operator === b.operator && sameTree(a.left, b.left) && sameTree(a.right, b.right);
  const turned = TURNED[b.operator];
  return (
    isSame || (a.operator === turned && sameTree(a.left, b.right) && sameTree(a.right, b.left))
  );
}

const TURNED: Partial<Record<Statement['operator'], Statement['operator']>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function sum(milestones: readonly Milestone[]): number {
  return milestones.reduce((so, { points }) => so + points, 0);
}
