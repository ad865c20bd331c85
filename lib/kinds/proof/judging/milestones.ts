import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { type Comparison, isWrittenAs } from './comparison';
import type { JudgedStep } from './judged-step';
import type { Milestone, PreparedProof } from './prepare';

/** A line, and the milestone that it meets, counted from 0. */
export interface Met {
  line: number;
  milestone: number;
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
      const bridging = await this.#bridging(step, isBelow);
      const milestone = await this.#last(bridging);
      if (milestone !== null) met.push({ line: step.number, milestone });
    }
    return met;
  }

  /**
   * The first line from which the goal follows together with the given limits, though it does not
   * from the limits alone: a bridge that the author did not list. A line that is a limit is no bridge:
   * with one more term it would be the goal itself.
   */
  async bridge(steps: readonly JudgedStep[]): Promise<number | null> {
    const { goal, hypotheses } = this.#proof;
    const limits = hypotheses.filter(({ operator }) => operator === '->');
    if (await this.#comparison.follows(limits, goal)) return null;
    for (const step of steps) {
      const bridging = (await this.#bridging(step, false)).filter(
        ({ operator }) => operator !== '->',
      );
      if (bridging.length === 0 || (await this.#comparison.allFollow([goal], bridging))) continue;
      if (await this.#comparison.follows([...limits, ...bridging], goal)) return step.number;
    }
    return null;
  }

  /** The statements of a line that are neither given nor the goal; those that the author lists count all the same. */
  async #bridging({ established }: JudgedStep, isBelowGoal: boolean): Promise<Statement[]> {
    const { goal, hypotheses, milestones } = this.#proof;
    const trivial = [goal, ...hypotheses];
    const listed = milestones.flatMap(({ alternatives }) => alternatives.flat());
    const keysOf = (statements: readonly Statement[]) =>
      new Set(statements.map((each) => this.#comparison.keyOf(each)));
    const [trivialKeys, listedKeys] = [keysOf(trivial), keysOf(listed)];
    const bridging: Statement[] = [];
    for (const statement of [...established.proved, ...established.underDenial]) {
      const key = this.#comparison.keyOf(statement);
      if (trivial.some((each) => isWrittenAs(statement, each))) continue;
      if (trivialKeys.has(key) && !listedKeys.has(key)) continue;
      if (isBelowGoal && (await this.#comparison.follows([goal], statement))) continue;
      // A contradiction implies everything, so it meets no milestone.
      const isEnd =
        established.underDenial.includes(statement) && (await this.#comparison.isAbsurd(statement));
      if (!isEnd) bridging.push(statement);
    }
    return bridging;
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

  async #says(bridging: readonly Statement[], claim: Statement): Promise<boolean> {
    const key = this.#comparison.keyOf(claim);
    if (bridging.some((each) => this.#comparison.keyOf(each) === key)) return true;
    if (!(await this.#comparison.follows(bridging, claim))) return false;
    // A statement that is the goal in other words implies whatever the goal does, and does not count.
    const own: Statement[] = [];
    for (const each of bridging)
      if (!(await this.#comparison.isSame(each, this.#proof.goal))) own.push(each);
    return own.length === bridging.length || this.#comparison.follows(own, claim);
  }
}
