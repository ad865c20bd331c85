import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { type Comparison, isWrittenAs } from './comparison';
import { denied } from './denial';
import type { JudgedStep } from './judged-step';
import type { Milestone, PreparedProof } from './prepare';

/** How a line met a milestone. */
type Way =
  /** It follows, perhaps under the supposition that the goal is false. */
  | 'shown'
  /** It would follow after a simple change, and as it is written leads to the goal all the same. */
  | 'slip that leads on'
  | 'slip'
  /** Under a supposition that is more than the denial of the goal. */
  | 'special case';

/** A line, and the milestone that it meets, counted from 0. */
export interface Met {
  line: number;
  milestone: number;
  way: Way;
}

/** A statement with how it was come by. */
interface Candidate {
  statement: Statement;
  way: Way;
}

/** Finds which lines lead from what is given to what is to be shown. */
export class Milestones {
  readonly #proof: PreparedProof;
  readonly #comparison: Comparison;
  /** Claims of an alternative that were met by lines so far; several lines may meet it together. */
  readonly #claimed = new Map<readonly Statement[], Set<Statement>>();

  constructor(proof: PreparedProof, comparison: Comparison) {
    this.#proof = proof;
    this.#comparison = comparison;
  }

  /**
   * The milestones that lines meet, in the order of the lines. What a line below `goalAt`, the first
   * that states the goal, only restates of the goal does not count.
   */
  async metBy(steps: readonly JudgedStep[], goalAt: number | null): Promise<Met[]> {
    const met: Met[] = [];
    for (const step of steps) {
      const isBelow = goalAt !== null && step.number > goalAt;
      for (const candidates of await this.#candidates(step)) {
        const bridging = await this.#bridging(candidates, isBelow);
        const milestone = await this.#last(bridging.map(({ statement }) => statement));
        const [first] = bridging;
        if (milestone !== null && first) met.push({ line: step.number, milestone, way: first.way });
      }
    }
    return met;
  }

  /** What a line says, apart by how it was come by. */
  async #candidates(step: JudgedStep): Promise<Candidate[][]> {
    const { established, slips } = step;
    const all = (statements: readonly Statement[], way: Way): Candidate[] =>
      statements.map((statement) => ({ statement, way }));
    const shown = await this.#shownIn(step);
    const special = await this.#withoutEnds(established.underSpecialCase);
    const mended: Candidate[][] = [];
    for (const { statement, mended: changes } of slips) {
      const way = (await this.#leadsOn(statement)) ? 'slip that leads on' : 'slip';
      for (const change of changes) mended.push(all([change.statement], way));
    }
    return [all(shown, 'shown'), all(special, 'special case'), ...mended];
  }

  async #shownIn({ established }: JudgedStep): Promise<Statement[]> {
    return [...established.proved, ...(await this.#withoutEnds(established.underDenial))];
  }

  /** A contradiction implies everything, so it meets no milestone. */
  async #withoutEnds(statements: readonly Statement[]): Promise<Statement[]> {
    const kept: Statement[] = [];
    for (const each of statements) if (!(await this.#comparison.isAbsurd(each))) kept.push(each);
    return kept;
  }

  /** Whether the goal follows from a false statement as it is written, with the limits that are given. */
  async #leadsOn(statement: Statement): Promise<boolean> {
    const { goal, hypotheses } = this.#proof;
    if (await this.#comparison.isAbsurd(statement)) return false;
    const limits = hypotheses.filter(({ operator }) => operator === '->');
    return this.#comparison.follows([...limits, statement], goal);
  }

  /**
   * The first line from which the goal follows together with the given limits, though it does not
   * from the limits alone: a bridge that the author did not list. A line that is a limit is no bridge:
   * with one more term it would be the goal itself. Nor is what is true without any hypothesis.
   */
  async bridge(steps: readonly JudgedStep[]): Promise<number | null> {
    const { goal, hypotheses } = this.#proof;
    const limits = hypotheses.filter(({ operator }) => operator === '->');
    if (await this.#comparison.follows(limits, goal)) return null;
    for (const step of steps) {
      const shown = (await this.#shownIn(step)).map(
        (statement): Candidate => ({ statement, way: 'shown' }),
      );
      const bridging = (await this.#bridging(shown, false))
        .map(({ statement }) => statement)
        .filter(({ operator }) => operator !== '->');
      if (bridging.length === 0 || (await this.#comparison.allFollow([goal], bridging))) continue;
      if (await this.#comparison.allFollow([], bridging)) continue;
      if (await this.#comparison.follows([...limits, ...bridging], goal)) return step.number;
    }
    return null;
  }

  /** Those that are neither given, whatever their sign, nor the goal; what the author lists counts all the same. */
  async #bridging(candidates: readonly Candidate[], isBelowGoal: boolean): Promise<Candidate[]> {
    const { goal, hypotheses, milestones } = this.#proof;
    const listed = milestones.flatMap(({ alternatives }) => alternatives.flat());
    const listedKeys = new Set(listed.map((each) => this.#comparison.keyOf(each)));
    const givenGaps = new Set(hypotheses.map((each) => this.#comparison.gapKeyOf(each)));
    const bridging: Candidate[] = [];
    for (const candidate of candidates) {
      const { statement } = candidate;
      if ([goal, ...hypotheses].some((each) => isWrittenAs(statement, each))) continue;
      const isListed =
        listedKeys.has(this.#comparison.keyOf(statement)) ||
        (await this.#isListedLimit(statement, listed));
      const isGiven = [statement, withoutNorms(statement)].some((each) =>
        givenGaps.has(this.#comparison.gapKeyOf(each)),
      );
      if (!isListed && (isGiven || (await this.#saysGoal(statement)))) continue;
      if (isBelowGoal && (await this.#comparison.follows([goal], statement))) continue;
      bridging.push(candidate);
    }
    return bridging;
  }

  /** Whether a limit is one that the author lists, of a norm or of what the norm is of. */
  async #isListedLimit(statement: Statement, listed: readonly Statement[]): Promise<boolean> {
    const limits = statement.operator === '->' ? listed : [];
    for (const each of limits)
      if (each.operator === '->' && (await this.#comparison.isSame(statement, each))) return true;
    return false;
  }

  /** Milestones that hold whatever is given, counted from 0: they lead nowhere by themselves. */
  async trivial(): Promise<ReadonlySet<number>> {
    const trivial = new Set<number>();
    for (const [index, { alternatives }] of this.#proof.milestones.entries())
      if (await this.#comparison.allFollow([], alternatives.flat())) trivial.add(index);
    return trivial;
  }

  /** The goal or its denial in other words, or a limit that is the goal and more. */
  async #saysGoal(statement: Statement): Promise<boolean> {
    const { goal } = this.#proof;
    if (this.#comparison.keyOf(statement) === this.#comparison.keyOf(goal)) return true;
    const denial = denied(goal);
    if (denial && (await this.#comparison.isSame(statement, denial))) return true;
    if (statement.operator === '->') return this.#comparison.follows([statement], goal);
    return this.#comparison.isSame(statement, goal);
  }

  async #last(bridging: readonly Statement[]): Promise<number | null> {
    if (bridging.length === 0) return null;
    const { milestones } = this.#proof;
    for (let index = milestones.length - 1; index >= 0; index--) {
      const milestone = milestones[index];
      if (milestone && (await this.#meets(bridging, milestone))) return index;
    }
    return null;
  }

  async #meets(bridging: readonly Statement[], { alternatives }: Milestone): Promise<boolean> {
    for (const claims of alternatives) {
      const claimed = this.#claimed.get(claims) ?? new Set();
      this.#claimed.set(claims, claimed);
      let isNew = false;
      for (const claim of claims) {
        if (!(await this.#says(bridging, claim))) continue;
        isNew = true;
        claimed.add(claim);
      }
      if (isNew && claimed.size === claims.length) return true;
    }
    return false;
  }

  /** What is true without any hypothesis has to be said; anything else may follow from what is said. */
  async #says(bridging: readonly Statement[], claim: Statement): Promise<boolean> {
    const key = this.#comparison.keyOf(claim);
    if (bridging.some((each) => this.#comparison.keyOf(each) === key)) return true;
    if (await this.#comparison.follows([], claim)) return false;
    return this.#comparison.follows(bridging, claim);
  }
}

/** Of `‖a‖ = ‖b‖` the equation a = b, which says more. */
function withoutNorms(statement: Statement): Statement {
  const { operator, left, right } = statement;
  const areNorms = left.kind === 'norm' && right.kind === 'norm' && operator === '=';
  return areNorms ? { ...statement, left: left.operand, right: right.operand } : statement;
}
