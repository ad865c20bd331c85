import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import {
  atEveryMoment,
  gapOf,
  isThereFor,
  type Statement,
} from '@/lib/kinds/proof/reading/statement';
import { type Polynomial, TooLarge } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Demand } from '@/lib/kinds/proof/reasoning/algebra/powers';
import { Unsupported } from '@/lib/kinds/proof/reasoning/algebra/value';
import { type Decision, FOLLOWS, orUndecided, UNDECIDED } from './decision';
import type { Fact } from './fact';
import { type Language, undeclared } from './language';
import { NullSequences } from './limits/null-sequences';
import { divergence } from './limits/sequence-models';
import type { Model } from './model';
import { type Ask, entrySettings, ModelSearch } from './model-search';
import { fromTheStart } from './moments/from-the-start';
import { atFixedMoments, inductionFor, inNumbers, isThere, numbered } from './moments/numbered';
import { Vanishing } from './moments/vanishing';
import type { Setting } from './smt';
import { Theory, workable } from './theory';

/** How often numbers are drawn before the solver is asked. */
const FEW_DRAWS = 16;

/** Decides what follows from statements that hold, each of them at every moment. */
export class Reasoner {
  readonly #language: Language;
  readonly #sequences: Sequences;
  readonly #ask: Ask;
  readonly #search: ModelSearch;
  readonly #seed: string;

  constructor(language: Language, sequences: Sequences, ask: Ask, seed: string) {
    this.#language = language;
    this.#sequences = sequences;
    this.#ask = ask;
    this.#seed = seed;
    this.#search = new ModelSearch(language, ask, seed);
  }

  /** Whether moments begin somewhere; then what is supposed is so of one of them. */
  get countsMoments(): boolean {
    return this.#sequences.counted !== null;
  }

  /** A reasoner that knows of functions and matrices only what premises say of them. */
  get bare(): Reasoner {
    const plain = undeclared(this.#language);
    if (plain === this.#language) return this;
    return new Reasoner(plain, this.#sequences, this.#ask, this.#seed);
  }

  async decide(premises: readonly Statement[], statement: Statement): Promise<Decision> {
    return orUndecided(async () => {
      const theories = await this.#theories(premises, statement);
      return (
        (await this.#undefined(theories, statement)) ??
        (statement.operator === '->'
          ? await this.#decideLimit(theories, statement)
          : await this.#decideRelation(theories, statement))
      );
    });
  }

  /** Whether a statement is seen to follow, without a search for what speaks against it. */
  async follows(premises: readonly Statement[], statement: Statement): Promise<boolean> {
    const decision = await orUndecided(async () => {
      const theories = await this.#theories(premises, statement);
      const { near, wide } = theories;
      if (statement.operator === '->') {
        const nulls = await this.#nulls(theories, statement);
        return nulls.isNull(gapOf(statement)) ? FOLLOWS : UNDECIDED;
      }
      if (near.isIdentity(statement) || wide.isIdentity(statement)) return FOLLOWS;
      if (wide.isBySquares(statement)) return FOLLOWS;
      if (this.#drawn(wide, statement)) return UNDECIDED;
      return (await this.#isProved(theories, statement)) ? FOLLOWS : UNDECIDED;
    });
    return decision.kind === 'follows';
  }

  /** Whether each of the statements is seen to follow. */
  async allFollow(
    premises: readonly Statement[],
    statements: readonly Statement[],
  ): Promise<boolean> {
    for (const statement of statements)
      if (!(await this.follows(premises, statement))) return false;
    return true;
  }

  /** Whether some values satisfy all of the statements; null where that is not found out. */
  async isConsistent(statements: readonly Statement[]): Promise<boolean | null> {
    try {
      const { wide } = await this.#theories(statements);
      if ((await this.#ask(wide.itself({ kind: 'gram' }))).answer === 'unsat') return false;
      for (const setting of entrySettings(wide)) {
        const { answer } = await this.#ask(wide.itself(setting));
        if (answer === 'sat') return true;
      }
      return null;
    } catch (error) {
      if (error instanceof Unsupported || error instanceof TooLarge) return null;
      throw error;
    }
  }

  /** The theory of statements as they were said, and with what they say of the moments around. */
  async #theories(said: readonly Statement[], claim?: Statement): Promise<Theories> {
    const near = new Theory(this.#language, said, claim);
    const sequences = this.#sequences;
    if (sequences.counted) return this.#countedTheories(near, said, claim);
    const all = atEveryMoment(said, sequences, claim);
    const wide = all.length === said.length ? near : new Theory(this.#language, all, claim);
    return { said, near, wide };
  }

  /** The same where moments are counted, with what follows from the first one on. */
  async #countedTheories(
    plain: Theory,
    said: readonly Statement[],
    claim?: Statement,
  ): Promise<Theories> {
    const sequences = this.#sequences;
    const steps = await fromTheStart(plain, sequences, (constant, isBelowOne) =>
      this.#isBetween(plain, constant, isBelowOne),
    );
    const known = [...said, ...steps];
    const fixed = [...atFixedMoments(known, sequences), ...isThere(claim, sequences)];
    const own = known.filter((each) => isThereFor(each, 0, claim, sequences));
    const all = [...atEveryMoment(known, sequences, claim), ...fixed];
    return {
      said,
      near: new Theory(this.#language, [...own, ...fixed], claim),
      wide: new Theory(this.#language, all, claim),
    };
  }

  /** Whether a statement is seen to have a value, wherever the premises hold. */
  async hasValue(premises: readonly Statement[], statement: Statement): Promise<boolean> {
    const decision = await orUndecided(async () =>
      (await this.#unmet(await this.#theories(premises, statement), statement))
        ? UNDECIDED
        : FOLLOWS,
    );
    return decision.kind === 'follows';
  }

  /** Null where the statement has a meaning whatever the values. */
  async #undefined(theories: Theories, statement: Statement): Promise<Decision | null> {
    const demand = await this.#unmet(theories, statement);
    if (!demand) return null;
    const model = this.#sequences.counted
      ? await this.#numbered(theories, statement, (theory, claim) =>
          this.#search.withoutAnyValue(theory, claim),
        )
      : await this.#search.withoutValue(theories.wide, demand, statement);
    return model ? { kind: 'undefined', model } : UNDECIDED;
  }

  /** The first demand of a statement that is not seen to be met. */
  async #unmet({ near, wide }: Theories, statement: Statement): Promise<Demand | null> {
    const own = near.demands(statement);
    for (const [index, demand] of wide.demands(statement).entries()) {
      const ownDemand = own[index];
      if (ownDemand && (await this.#isMet(near, ownDemand))) continue;
      if (!(await this.#isMet(wide, demand))) return demand;
    }
    return null;
  }

  async #isMet(theory: Theory, demand: Demand): Promise<boolean> {
    return (await this.#ask(theory.breaking(demand, { kind: 'gram' }))).answer === 'unsat';
  }

  async #decideRelation(theories: Theories, statement: Statement): Promise<Decision> {
    const { near, wide } = theories;
    if (near.isIdentity(statement) || wide.isIdentity(statement)) return FOLLOWS;
    if (wide.isBySquares(statement)) return FOLLOWS;
    const simple = this.#drawn(wide, statement);
    if (simple) return { kind: 'fails', model: simple };
    if (await this.#isProved(theories, statement)) return FOLLOWS;
    const model = this.#sequences.counted
      ? await this.#numbered(theories, statement, (theory, claim) =>
          this.#search.failing(theory, claim),
        )
      : await this.#search.failing(wide, statement);
    if (model) return { kind: 'fails', model };
    if (wide !== near && (await this.#isRefutable(wide, statement, { kind: 'gram' })))
      return FOLLOWS;
    return UNDECIDED;
  }

  /** A counterexample that is found at once. Where moments are counted, values around one of them show nothing. */
  #drawn(theory: Theory, statement: Statement): Model | null {
    return this.#sequences.counted ? null : this.#search.drawn(theory, statement, FEW_DRAWS);
  }

  /** A counterexample at one of the first moments. */
  async #numbered(
    { said }: Theories,
    statement: Statement,
    find: (theory: Theory, claim: Statement) => Promise<Model | null>,
  ): Promise<Model | null> {
    for (const { moment, premises, claim } of numbered(said, statement, this.#sequences)) {
      const model = await find(new Theory(this.#language, premises, claim), claim);
      const whole =
        model && inNumbers(model, moment, [...said, statement], this.#language, this.#sequences);
      if (whole) return whole;
    }
    return null;
  }

  async #isProved(theories: Theories, statement: Statement): Promise<boolean> {
    return (
      (await this.#isProvedAtOnce(theories, statement)) ||
      (await this.#isByInduction(theories, statement))
    );
  }

  /** Whether it holds at the first moment, and at the next one wherever it does. */
  async #isByInduction({ said }: Theories, statement: Statement): Promise<boolean> {
    const induction = inductionFor(said, statement, this.#sequences);
    if (!induction) return false;
    const { start, next, premises } = induction;
    const first = new Theory(this.#language, start.premises, start.claim);
    const isSoAtFirst =
      first.isIdentity(start.claim) ||
      (await this.#isRefutable(first, start.claim, { kind: 'lemmas' }));
    return isSoAtFirst && this.#isProvedAtOnce(await this.#theories(premises, next), next);
  }

  async #isProvedAtOnce({ near, wide }: Theories, statement: Statement): Promise<boolean> {
    return (
      (await this.#isRefutable(near, statement, { kind: 'lemmas' })) ||
      (await this.#isRefutable(near, statement, { kind: 'gram' })) ||
      (wide !== near && (await this.#isRefutable(wide, statement, { kind: 'lemmas' }))) ||
      (await this.#isSoAtEveryPoint(wide, statement))
    );
  }

  /** Whether a bound on means or sums holds of what they are of. */
  async #isSoAtEveryPoint(theory: Theory, statement: Statement): Promise<boolean> {
    const fact = theory.atEveryPoint(statement);
    return fact !== null && this.#isSo(theory, fact);
  }

  /** Whether the negation of the statement contradicts the theory. */
  async #isRefutable(theory: Theory, statement: Statement, setting: Setting): Promise<boolean> {
    return (await this.#ask(theory.without(statement, setting))).answer === 'unsat';
  }

  /** Values of small numbers under which all premises hold, and a statement may or may not. */
  async modelsOf(premises: readonly Statement[], statement: Statement): Promise<readonly Model[]> {
    if (this.#sequences.counted) return [];
    try {
      const { wide } = await this.#theories(premises, statement);
      return this.#search.models(wide, statement);
    } catch (error) {
      if (error instanceof Unsupported || error instanceof TooLarge) return [];
      throw error;
    }
  }

  async #decideLimit(theories: Theories, statement: Statement): Promise<Decision> {
    const nulls = await this.#nulls(theories, statement);
    if (nulls.isNull(gapOf(statement))) return FOLLOWS;
    const model = divergence(this.#language, this.#sequences, theories.said, statement);
    return model ? { kind: 'diverges', model } : { kind: 'undecided', why: 'this limit' };
  }

  async #nulls({ near, wide }: Theories, statement: Statement): Promise<NullSequences> {
    // What the claim is made of is known to the theory from here on.
    workable(() => wide.value(gapOf(statement)));
    const isBelowOne = (constant: Polynomial) => this.#isBetween(near, constant, true);
    const vanishing = await Vanishing.of(wide, this.#sequences, (fact) => this.#isSo(wide, fact));
    return NullSequences.of(wide, this.#sequences, isBelowOne, vanishing);
  }

  async #isSo(theory: Theory, fact: Fact): Promise<boolean> {
    return (await this.#ask(theory.denying(fact, { kind: 'gram' }))).answer === 'unsat';
  }

  async #isBetween(theory: Theory, constant: Polynomial, isBelowOne: boolean): Promise<boolean> {
    const [notNegative, belowOne] = theory.betweenZeroAndOne(constant);
    if (!(await this.#isSo(theory, notNegative))) return false;
    return !isBelowOne || this.#isSo(theory, belowOne);
  }
}

interface Theories {
  /** The statements that were given. */
  said: readonly Statement[];
  near: Theory;
  wide: Theory;
}
