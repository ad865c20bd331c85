import type { Check } from '@/lib/exam/check';
import { checkOf, type Judged, wrong } from '@/lib/kinds/judged';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Tree } from '@/lib/math/core/tree';
import type { Comparison } from './comparison';
import type { JudgedStep } from './judged-step';
import { Milestones } from './milestones';
import { type Milestone, type PreparedProof, unfoldedStatement } from './prepare';
import type { Established } from './supposition';

interface Assessed {
  proof: PreparedProof;
  points: number;
  steps: readonly JudgedStep[];
  comparison: Comparison;
  /** An expression without the names that the student gave. */
  expandNames: (tree: Tree) => Tree;
}

/** What a line that does not follow costs of the part's points, out of those of the milestones. */
const SLIP_COST = 0.25;

const SLIPS: readonly JudgedStep['outcome'][] = ['refuted', 'circular', 'unwarranted'];

/**
 * Points of a proof: for the milestones on the way, and for the goal. The goal earns nothing unless a
 * line before it meets a milestone; then milestones that were skipped count as met.
 */
export class Assessment {
  readonly #proof: PreparedProof;
  readonly #points: number;
  readonly #steps: readonly JudgedStep[];
  readonly #comparison: Comparison;

  constructor({ proof, points, steps, comparison, expandNames }: Assessed) {
    this.#proof = proof;
    this.#points = points;
    this.#comparison = comparison;
    this.#steps = steps.map((step) => ({
      ...step,
      established: withoutNames(step.established, expandNames),
    }));
  }

  async checks(): Promise<Check[]> {
    const goalAt = await this.#goalLines();
    const lastGoal = goalAt.at(-1) ?? null;
    const resting = this.#restingOn(goalAt);
    const milestones = new Milestones(this.#proof, this.#comparison);
    const counting = this.#steps.filter(({ number }) => !resting.has(number));
    const listed = await milestones.metBy(counting, goalAt[0] ?? null);
    const upTo = counting.filter(({ number }) => number <= (lastGoal ?? 0));
    const bridge = lastGoal === null || listed.length > 0 ? null : await milestones.bridge(upTo);
    const last = this.#proof.milestones.length - 1;
    const met = bridge === null ? listed : [{ line: bridge, milestone: last }];
    const before = met.filter(({ line }) => lastGoal !== null && line <= lastGoal);
    const isReached = lastGoal !== null && before.length > 0;
    const furthest = isReached
      ? last + 1
      : Math.max(0, ...met.map(({ milestone }) => milestone + 1));
    const isOtherWay = lastGoal !== null && met.length === 0 && (await this.#hasOtherWay(upTo));
    return [
      this.#way(furthest, met[0]?.line ?? null, isOtherWay, resting.size > 0),
      this.#conclusion(goalAt, await this.#supposedGoal(), isReached, met.length > 0, isOtherWay),
    ];
  }

  /** The way, of which a person decides what hangs on a line that could not be read. */
  #way(furthest: number, line: number | null, isOtherWay: boolean, rests: boolean): Check {
    const check = this.#readWay(furthest, line, isOtherWay, rests);
    const unread = this.#steps.find((step) => step.unread);
    if (!unread || check.verdict !== 'wrong' || furthest === this.#proof.milestones.length)
      return check;
    const missing = sum(this.#proof.milestones.slice(furthest));
    const open = Math.min(missing, check.points - check.score);
    return { ...check, open, ...missingIn(unread, check.message) };
  }

  #readWay(furthest: number, line: number | null, isOtherWay: boolean, rests: boolean): Check {
    const { milestones } = this.#proof;
    const points = sum(milestones);
    const earned = sum(milestones.slice(0, furthest));
    const slips = this.#steps.filter(({ outcome }) => SLIPS.includes(outcome));
    const open = this.#steps.filter(({ outcome }) => outcome === 'undecided');
    // A line that a person still has to judge may turn out to be a slip, so its cost is held back.
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
      const others = slips.slice(1).map(({ number }) => number);
      const many =
        others.length === 0
          ? ''
          : ` Nor ${others.length === 1 ? `is line ${others[0]} right` : `are lines ${others.join(', ')} right`}.`;
      const message = `${right}Line ${slip.number}: ${slip.message}${many}`;
      return {
        ...check,
        verdict: 'wrong',
        score,
        message,
        witness: slip.witness ?? { summary: slip.message },
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
    const faulty = this.#steps.find(({ outcome }) => outcome === 'unreadable');
    if (faulty) return `No line leads on yet. Line ${faulty.number}: ${faulty.message}`;
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
    const judged = this.#judgeConclusion(goalAt, supposedAt, isReached, hasWay, isOtherWay);
    const unread = this.#steps.find((step) => step.unread);
    const isOpen = unread !== undefined && judged.verdict === 'wrong';
    const found = isOpen ? { ...judged, ...missingIn(unread, judged.message) } : judged;
    return checkOf('conclusion', this.#proof.goalPoints, found);
  }

  #judgeConclusion(
    goalAt: readonly number[],
    supposedAt: number | null,
    isReached: boolean,
    hasWay: boolean,
    isOtherWay: boolean,
  ): Judged {
    if (isReached) {
      return {
        share: 1,
        verdict: 'right',
        message: `The conclusion is reached in line ${goalAt.at(-1)}.`,
        evidence: 'A line says the same as the goal, after a milestone.',
      };
    }
    const [first] = goalAt;
    if (first === undefined)
      return wrong(
        supposedAt === null
          ? 'No line says what was to be shown.'
          : `Line ${supposedAt} says what was to be shown, but only under something supposed that is not given.`,
      );
    if (isOtherWay) {
      return {
        share: 0,
        verdict: 'review',
        message: `Line ${first} is the conclusion; whether it was shown is for a person to say.`,
        evidence: 'The goal is stated; no milestone was met.',
      };
    }
    const isOpen = this.#steps.some(({ outcome }) => outcome === 'undecided');
    if (isOpen && !hasWay) {
      return {
        share: 0,
        verdict: 'review',
        message: `Line ${first} is the conclusion; it counts if the open lines lead to it.`,
        evidence: 'The goal is stated; lines are undecided.',
      };
    }
    return wrong(
      hasWay
        ? `The conclusion stands in line ${first}, before anything that it could follow from, so it was assumed. State it again at the end.`
        : `Line ${first} is what was to be shown, but nothing leads to it; the claim alone earns nothing.`,
    );
  }

  /** The lines that say the same as the goal. */
  async #goalLines(): Promise<number[]> {
    const { goal, hypotheses } = this.#proof;
    const equations = hypotheses.filter(({ operator }) => operator === '=');
    // If the given equations alone imply the goal, then with them every statement is equivalent to it.
    const withEquations = !(await this.#comparison.follows(equations, goal));
    const lines: number[] = [];
    for (const { number, established } of this.#steps) {
      for (const statement of established.proved) {
        const isGoal =
          (await this.#comparison.isSame(statement, goal)) ||
          (withEquations && (await this.#isSameGiven(equations, statement)));
        if (!isGoal) continue;
        lines.push(number);
        break;
      }
    }
    return lines;
  }

  /** Whether a statement is equivalent to the goal once the given equations are used. */
  async #isSameGiven(equations: readonly Statement[], statement: Statement): Promise<boolean> {
    const { goal } = this.#proof;
    if ((statement.operator === '->') !== (goal.operator === '->')) return false;
    return (
      !(await this.#comparison.follows(equations, statement)) &&
      (await this.#comparison.follows([...equations, statement], goal)) &&
      (await this.#comparison.follows([...equations, goal], statement))
    );
  }

  /** The first line that says the goal under a supposition only. */
  async #supposedGoal(): Promise<number | null> {
    for (const { number, established } of this.#steps)
      for (const statement of established.underSupposition)
        if (await this.#comparison.isSame(statement, this.#proof.goal)) return number;
    return null;
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

  /** Whether a proof without a slip has a line that is neither trivial, nor given, nor the goal. */
  async #hasOtherWay(steps: readonly JudgedStep[]): Promise<boolean> {
    if (this.#steps.some(({ outcome }) => SLIPS.includes(outcome))) return false;
    const trivial = [this.#proof.goal, ...this.#proof.hypotheses];
    for (const { established } of steps) {
      for (const statement of established.proved) {
        if (await this.#comparison.follows([], statement)) continue;
        let isTrivial = false;
        for (const each of trivial) isTrivial ||= await this.#comparison.isSame(statement, each);
        if (!isTrivial) return true;
      }
    }
    return false;
  }
}

/** What may stand in a line that could not be read, and is not found elsewhere. */
function missingIn({ number, place }: JudgedStep, message: string) {
  const verdict = 'review' as const;
  return {
    verdict,
    message: `${message} Line ${number} could not be read, so a person looks whether it is there.`,
    unread: true,
    place,
    witness: undefined,
  };
}

function withoutNames(
  { proved, underDenial, underSupposition }: Readonly<Established>,
  expandNames: (tree: Tree) => Tree,
): Established {
  const all = (statements: readonly Statement[]) =>
    statements.map((each) => unfoldedStatement(each, expandNames));
  return {
    proved: all(proved),
    underDenial: all(underDenial),
    underSupposition: all(underSupposition),
  };
}

function sum(milestones: readonly Milestone[]): number {
  return milestones.reduce((total, { points }) => total + points, 0);
}
