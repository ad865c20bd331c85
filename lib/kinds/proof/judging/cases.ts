import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { Supposition } from './supposition';

interface Case {
  supposition: Supposition;
  level: number;
  /** It was led to a contradiction. */
  isClosed: boolean;
}

/**
 * The cases that a proof distinguishes. What holds in each of several cases, of which one must hold,
 * holds (proof by cases); a case that cannot be needs nothing.
 */
export class Cases {
  readonly #reasoner: Reasoner;
  #all: Case[] = [];
  #isSettled = false;

  constructor(reasoner: Reasoner) {
    this.#reasoner = reasoner;
  }

  begin(supposition: Supposition, level: number): void {
    // A new distinction, after one that has come to its end.
    if (this.#isSettled) this.#all = this.#all.filter((each) => each.level < level);
    this.#isSettled = false;
    const around = this.#all.filter((each) => each.level <= level);
    this.#all = [...around, { supposition, level, isClosed: false }];
  }

  close(supposition: Supposition): void {
    for (const each of this.#all) if (each.supposition === supposition) each.isClosed = true;
  }

  /** Whether statements are what is left once cases have led to a contradiction. */
  async isLeft(statements: readonly Statement[]): Promise<boolean> {
    const closed = this.#all.filter(({ isClosed }) => isClosed);
    const left = closed.flatMap(({ supposition }) => supposition.negation);
    return left.length > 0 && (await this.#reasoner.allFollow(left, statements));
  }

  /**
   * Those of the statements of the last case that hold in all of at least two cases, of which one must
   * hold at every moment. A limit is of all moments, and so of no case.
   */
  async inAll(
    statements: readonly Statement[],
    premises: readonly Statement[],
  ): Promise<Statement[]> {
    const last = this.#all.at(-1);
    const cases = this.#all.filter(({ level }) => level === last?.level);
    const others = cases.filter((each) => each !== last && !each.isClosed);
    const candidates = statements.filter(({ operator }) => operator !== '->');
    if (cases.length < 2 || candidates.length === 0) return [];
    const denials = cases.map(({ supposition: { negation } }) => negation);
    if (denials.some((each) => each.length === 0)) return [];
    if ((await this.#reasoner.isConsistent([...premises, ...denials.flat()])) !== false) return [];
    this.#isSettled = true;
    const found: Statement[] = [];
    for (const { isOfOneMoment: _, isOfOneChance: __, ...statement } of candidates) {
      let isInAll = true;
      for (const { supposition } of others)
        isInAll &&= await this.#reasoner.follows([...supposition.own], statement);
      if (isInAll) found.push(statement);
    }
    return found;
  }
}
