import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Decision } from '@/lib/kinds/proof/reasoning/decision';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { sameTree } from '@/lib/math/core/same-tree';
import { isWrittenAs } from './comparison';
import { denied } from './denial';
import type { PreparedProof } from './prepare';

/** What a statement that follows rests on. */
type Ground =
  /** The premises alone. */
  | 'proved'
  /** The premises, from some moment on: a bound by a number as small as one likes. */
  | 'forLarge'
  /** Something that is supposed. */
  | 'underSupposition'
  /** That the goal is false and more: a special case was led to a contradiction. */
  | 'underSpecialCase'
  /** That the goal is false, which cannot be: it is on the way to a contradiction. */
  | 'underDenial';

/** The statements of a line by what they rest on. */
export type Established = Record<Ground, Statement[]>;

export type NotFollowing = Exclude<Decision, { kind: 'follows' }>;
export type GroundedDecision = { kind: 'follows'; ground: Ground } | NotFollowing;

const BEYOND: NotFollowing = {
  kind: 'undecided',
  why: 'what follows under an assumption that cannot hold',
};

/** What is supposed, for the sake of a contradiction or as the condition of a line, and what it gives. */
export class Supposition {
  readonly #reasoner: Reasoner;
  /** Knows of functions only what is supposed. */
  readonly #bare: Reasoner;
  /** What it supposes itself. */
  readonly #own: readonly Statement[];
  /** The same, and what the suppositions around it suppose and have led to. */
  readonly #supposed: readonly Statement[];
  readonly #goal: Statement;
  readonly #hypotheses: readonly Statement[];
  readonly #names: readonly Statement[];
  /** What follows from what is supposed, alone or with the premises. */
  readonly #within: Statement[] = [];
  #isPossible: boolean | null | undefined;
  #isPossibleAlone: boolean | undefined;
  #isDenial: boolean | undefined;
  #isSpecial: boolean | undefined;
  #hasGoal: boolean | undefined;

  /** `names` are the definitions of names so far; more may come. `around` is what is supposed outside. */
  constructor(
    reasoner: Reasoner,
    supposed: readonly Statement[],
    { goal, hypotheses }: PreparedProof,
    names: readonly Statement[],
    around: readonly Statement[],
  ) {
    this.#reasoner = reasoner;
    this.#bare = reasoner.bare;
    this.#hypotheses = hypotheses;
    this.#own = supposed;
    this.#supposed = [...around, ...supposed];
    this.#goal = goal;
    this.#names = names;
  }

  /** The supposition and what was derived from it, together with the meanings of names, which suppose nothing. */
  get statements(): readonly Statement[] {
    return [...this.#names, ...this.#supposed, ...this.#within];
  }

  /** The same without the meanings of names. */
  get own(): readonly Statement[] {
    return [...this.#supposed, ...this.#within];
  }

  takeIn(statements: readonly Statement[]): void {
    this.#within.push(...statements);
  }

  /**
   * Decides a statement under the supposition. From a supposition that contradicts the premises
   * everything follows; then a line has to follow from the supposition without the premises, or be
   * the contradiction itself. `more` are statements of the same line; `plain` is the decision without
   * the supposition.
   */
  async decide(
    premises: readonly Statement[],
    more: readonly Statement[],
    statement: Statement,
    plain: NotFollowing,
  ): Promise<GroundedDecision> {
    const supposed = [...this.statements, ...more];
    if ((await this.canBe(premises)) !== false) {
      const decision = await this.#reasoner.decide([...premises, ...supposed], statement);
      return decision.kind === 'follows'
        ? { kind: 'follows', ground: 'underSupposition' }
        : decision;
    }
    const ground = await this.#groundOf(statement);
    // From what cannot be by itself everything follows, and nothing is shown.
    if (!(await this.#canBeAlone())) return { kind: 'follows', ground: 'underSupposition' };
    if (await this.#gives(supposed, statement)) return { kind: 'follows', ground };
    if (await this.#givesWithSome(premises, supposed, statement))
      return { kind: 'follows', ground };
    if ((await this.#bare.isConsistent([statement])) === false) return { kind: 'follows', ground };
    return plain.kind === 'undecided' ? plain : BEYOND;
  }

  /**
   * Whether a statement follows from the supposition and so much of what is given as can hold with it: all
   * but one hypothesis, or but what is declared of functions, with or without what lines have shown.
   */
  async #givesWithSome(
    premises: readonly Statement[],
    supposed: readonly Statement[],
    statement: Statement,
  ): Promise<boolean> {
    const shown = premises.filter((each) => !this.#hypotheses.includes(each));
    const knowsFunctions = this.#bare !== this.#reasoner;
    if (this.#hypotheses.length + (knowsFunctions ? 1 : 0) < 2) return false;
    const parts = this.#hypotheses.map((left) => ({
      others: this.#hypotheses.filter((each) => each !== left),
      reasoner: this.#reasoner,
    }));
    if (knowsFunctions) parts.push({ others: [...this.#hypotheses], reasoner: this.#bare });
    for (const { others, reasoner } of parts) {
      for (const some of [[...others, ...shown], others]) {
        if (!(await reasoner.follows([...some, ...supposed], statement))) continue;
        if ((await reasoner.isConsistent([...some, ...this.#supposed])) === true) return true;
      }
    }
    return false;
  }

  async #groundOf(statement: Statement): Promise<Ground> {
    if (this.restates(statement)) return 'underSupposition';
    if (await this.isDenial()) return 'underDenial';
    return (await this.#isSpecialCase()) ? 'underSpecialCase' : 'underSupposition';
  }

  /** Whether a statement is one that is supposed. */
  restates(statement: Statement): boolean {
    return this.#supposed.some((each) => isWrittenAs(each, statement));
  }

  /** That the goal is false: at one moment, where moments are counted. */
  #goalDenied(): Statement | null {
    const denial = denied(this.#goal);
    return denial && this.#reasoner.countsMoments ? { ...denial, isOfOneMoment: true } : denial;
  }

  /** Whether the goal is false wherever it holds. */
  async #isSpecialCase(): Promise<boolean> {
    const denial = this.#goalDenied();
    this.#isSpecial ??= denial !== null && (await this.#gives(this.statements, denial));
    return this.#isSpecial;
  }

  /** What is known outside once it was led to a contradiction; nothing where it supposes several things. */
  get negation(): readonly Statement[] {
    const [only, ...more] = this.#own;
    const opposite = only && more.length === 0 ? denied(only) : null;
    if (!opposite) return [];
    // The outcome of chance was any, and so was the moment where it was one of those that are counted.
    const { isOfOneChance: _chance, isOfOneMoment, ...certain } = opposite;
    const isAny = isOfOneMoment !== true || this.#reasoner.countsMoments;
    return [isAny ? certain : { ...certain, isOfOneMoment }];
  }

  /** Whether the supposition alone implies a statement; no, where the supposition contradicts itself. */
  async #gives(supposed: readonly Statement[], statement: Statement): Promise<boolean> {
    return (await this.#canBeAlone()) && (await this.#bare.follows(supposed, statement));
  }

  async #canBeAlone(): Promise<boolean> {
    this.#isPossibleAlone ??=
      (await this.#bare.isConsistent([...this.#names, ...this.#supposed])) !== false;
    return this.#isPossibleAlone;
  }

  /**
   * The first supposed statement that a proof may not suppose, and why it does not follow: it is not
   * given, may be false, and is not the denial of the goal. `a ≠ b` is allowed, since it often leaves a
   * trivial case aside, and so is another limit for the goal's sequence, to be led to a contradiction.
   */
  async unwarranted(premises: readonly Statement[]) {
    if ((await this.canBe(premises)) !== true || (await this.isDenial())) return null;
    for (const statement of this.#own) {
      if (statement.operator === '!=' || this.#isAboutGoal(statement)) continue;
      const decision = await this.#reasoner.decide(premises, statement);
      if (decision.kind !== 'follows' && decision.kind !== 'undecided')
        return { decision, statement };
    }
    return null;
  }

  #isAboutGoal({ operator, left }: Statement): boolean {
    return operator === '->' && this.#goal.operator === '->' && sameTree(left, this.#goal.left);
  }

  /** Whether it is consistent with the premises; null where that is not found out. */
  async canBe(premises: readonly Statement[]): Promise<boolean | null> {
    // Premises that are proved later follow from the earlier ones, so the answer never changes.
    this.#isPossible ??= await this.#reasoner.isConsistent([...premises, ...this.#supposed]);
    return this.#isPossible;
  }

  /** Whether it cannot be by itself, whatever is given, and is not that the goal is false: `0 = 1`. */
  async isAbsurd(): Promise<boolean> {
    return !(await this.#canBeAlone()) && !(await this.isDenial());
  }

  /** Whether it says no more than that the goal is false, as a proof by contradiction supposes. */
  async isDenial(): Promise<boolean> {
    const denial = this.#goalDenied();
    this.#isDenial ??=
      denial !== null && (await this.#bare.allFollow([...this.#names, denial], this.#supposed));
    return this.#isDenial;
  }

  /** Whether what was to be shown is supposed. */
  async hasGoal(): Promise<boolean> {
    this.#hasGoal ??=
      (await this.#canBeAlone()) &&
      (await this.#bare.follows([...this.#names, ...this.#supposed], this.#goal));
    return this.#hasGoal;
  }
}
