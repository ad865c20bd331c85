import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { atEveryMoment, type Statement } from '@/lib/kinds/proof/reading/statement';
import { type Polynomial, TooLarge } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { type Demand, Unsupported } from '@/lib/kinds/proof/reasoning/algebra/translate';
import type { Tree } from '@/lib/math/core/tree';
import { DIMENSIONS, drawnModels } from './drawn-models';
import { Model } from './model';
import { NullSequences } from './null-sequences';
import { divergence, type SequenceModel } from './sequence-models';
import type { Setting, SmtProblem } from './smt';
import type { Solved } from './solver';
import { type Language, Theory } from './theory';

/** What a single relation between two expressions came to. */
export type Decision =
  | { kind: 'follows' }
  /** Values under which all premises hold and the relation does not. */
  | { kind: 'fails'; model: Model }
  /** Values under which all premises hold, and the relation has no value. */
  | { kind: 'undefined'; model: Model }
  /** Sequences for which all premises hold, and the limit is another. */
  | { kind: 'diverges'; model: SequenceModel }
  | { kind: 'undecided'; why: string };

/** Asks the solver. */
export type Ask = (problem: SmtProblem) => Promise<Solved>;

const FOLLOWS: Decision = { kind: 'follows' };
const UNDECIDED: Decision = { kind: 'undecided', why: 'the solver did not tell' };
/** How often numbers are drawn before the solver is asked, and before it is asked for numbers. */
const FEW_DRAWS = 16;
const MANY_DRAWS = 60;

/** Decides what follows from statements that hold, each of them at every moment. */
export class Reasoner {
  readonly #language: Language;
  readonly #sequences: Sequences;
  readonly #ask: Ask;
  readonly #seed: string;

  constructor(language: Language, sequences: Sequences, ask: Ask, seed: string) {
    this.#language = language;
    this.#sequences = sequences;
    this.#ask = ask;
    this.#seed = seed;
  }

  async decide(premises: readonly Statement[], statement: Statement): Promise<Decision> {
    return orUndecided(async () => {
      const theories = this.#theories(premises, statement);
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
      const { near, wide } = this.#theories(premises, statement);
      if (statement.operator === '->') {
        const nulls = await this.#nulls({ near, wide });
        return nulls.isNull(gapOf(statement)) ? FOLLOWS : UNDECIDED;
      }
      if (near.isIdentity(statement) || wide.isIdentity(statement)) return FOLLOWS;
      if (wide.isBySquares(statement)) return FOLLOWS;
      if (this.#drawn(wide, statement, FEW_DRAWS)) return UNDECIDED;
      return (await this.#isProved({ near, wide }, statement)) ? FOLLOWS : UNDECIDED;
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
      const { wide } = this.#theories(statements);
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
  #theories(statements: readonly Statement[], claim?: Statement): Theories {
    const near = new Theory(this.#language, statements);
    const all = atEveryMoment(statements, this.#sequences, claim);
    return {
      near,
      wide: all.length === statements.length ? near : new Theory(this.#language, all),
    };
  }

  /** Whether a statement is seen to have a value, wherever the premises hold. */
  async hasValue(premises: readonly Statement[], statement: Statement): Promise<boolean> {
    const decision = await orUndecided(async () =>
      (await this.#unmet(this.#theories(premises, statement), statement)) ? UNDECIDED : FOLLOWS,
    );
    return decision.kind === 'follows';
  }

  /** Null where the statement has a meaning whatever the values. */
  async #undefined(theories: Theories, statement: Statement): Promise<Decision | null> {
    const { wide } = theories;
    const demand = await this.#unmet(theories, statement);
    if (!demand) return null;
    for (const setting of entrySettings(wide)) {
      const problem = wide.breaking(demand, setting);
      const model = await this.#model(wide, statement, problem, setting.dimension);
      if (model?.lacksValue(statement)) return { kind: 'undefined', model };
    }
    return UNDECIDED;
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

  async #decideRelation({ near, wide }: Theories, statement: Statement): Promise<Decision> {
    if (near.isIdentity(statement) || wide.isIdentity(statement)) return FOLLOWS;
    if (wide.isBySquares(statement)) return FOLLOWS;
    const simple = this.#drawn(wide, statement, FEW_DRAWS);
    if (simple) return { kind: 'fails', model: simple };
    if (await this.#isProved({ near, wide }, statement)) return FOLLOWS;
    const drawn = this.#drawn(wide, statement, MANY_DRAWS);
    if (drawn) return { kind: 'fails', model: drawn };
    for (const setting of entrySettings(wide, statement)) {
      const model = await this.#model(
        wide,
        statement,
        wide.without(statement, setting),
        setting.dimension,
      );
      if (model?.satisfies(statement) === false) return { kind: 'fails', model };
    }
    if (wide !== near && (await this.#isRefutable(wide, statement, { kind: 'gram' })))
      return FOLLOWS;
    return UNDECIDED;
  }

  async #isProved({ near, wide }: Theories, statement: Statement): Promise<boolean> {
    return (
      (await this.#isRefutable(near, statement, { kind: 'lemmas' })) ||
      (await this.#isRefutable(near, statement, { kind: 'gram' })) ||
      (wide !== near && (await this.#isRefutable(wide, statement, { kind: 'lemmas' })))
    );
  }

  /** Whether the negation of the statement contradicts the theory. */
  async #isRefutable(theory: Theory, statement: Statement, setting: Setting): Promise<boolean> {
    return (await this.#ask(theory.without(statement, setting))).answer === 'unsat';
  }

  /** Values of small numbers under which all premises hold, and a statement may or may not. */
  modelsOf(premises: readonly Statement[], statement: Statement): readonly Model[] {
    try {
      const { wide } = this.#theories(premises, statement);
      return [...this.#draws(wide, statement, MANY_DRAWS)].filter((model) =>
        this.#holds(model, wide, statement),
      );
    } catch (error) {
      if (error instanceof Unsupported || error instanceof TooLarge) return [];
      throw error;
    }
  }

  #draws(theory: Theory, statement: Statement, draws: number): Generator<Model> {
    return drawnModels(this.#language, theory, statement, draws, this.#seed);
  }

  /** A counterexample of small whole numbers, as one finds them by trying. */
  #drawn(theory: Theory, statement: Statement, draws: number): Model | null {
    for (const model of this.#draws(theory, statement, draws))
      if (model.satisfies(statement) === false && this.#holds(model, theory, statement))
        return model;
    return null;
  }

  async #decideLimit({ near, wide }: Theories, statement: Statement): Promise<Decision> {
    const nulls = await this.#nulls({ near, wide });
    if (nulls.isNull(gapOf(statement))) return FOLLOWS;
    const model = divergence(this.#language, this.#sequences, near.statements, statement);
    return model ? { kind: 'diverges', model } : { kind: 'undecided', why: 'this limit' };
  }

  #nulls({ near, wide }: Theories): Promise<NullSequences> {
    return NullSequences.of(wide, this.#sequences, (constant) => this.#isBelowOne(near, constant));
  }

  async #isBelowOne(theory: Theory, constant: Polynomial): Promise<boolean> {
    const bounds = theory.betweenZeroAndOne(constant);
    for (const fact of bounds) {
      const { answer } = await this.#ask(theory.denying(fact, { kind: 'gram' }));
      if (answer !== 'unsat') return false;
    }
    return true;
  }

  /** A model that was checked against every statement, apart from the solver. */
  async #model(
    theory: Theory,
    claim: Statement,
    problem: SmtProblem,
    dimension: number,
  ): Promise<Model | null> {
    const { answer, model: solution } = await this.#ask(problem);
    if (answer !== 'sat') return null;
    const values = new Map(
      [...problem.variables].flatMap(([id, name]) => {
        const value = solution.get(name);
        return value ? [[id, value] as const] : [];
      }),
    );
    const model = new Model(this.#language, theory, dimension, values);
    return this.#holds(model, theory, claim) ? model : null;
  }

  #holds(model: Model, theory: Theory, claim: Statement): boolean {
    const related = theory.statements.filter(({ operator }) => operator !== '->');
    return (
      related.every((premise) => model.satisfies(premise) === true) &&
      model.isSound([...related, claim])
    );
  }
}

interface Theories {
  near: Theory;
  wide: Theory;
}

function gapOf({ left, right }: Statement): Tree {
  return { kind: 'subtract', left, right };
}

type Entries = Extract<Setting, { kind: 'entries' }>;

/** First without congruence (equal arguments give equal values), which is easier; with it only where it matters. */
function entrySettings(theory: Theory, claim?: Statement): Entries[] {
  const congruences = theory.needsCongruence(claim) ? [false, true] : [false];
  return DIMENSIONS.flatMap((dimension) =>
    congruences.map((congruent): Entries => ({ kind: 'entries', dimension, congruent })),
  );
}

async function orUndecided(decide: () => Promise<Decision>): Promise<Decision> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'undecided', why: error.message };
    if (error instanceof TooLarge) return { kind: 'undecided', why: 'an expression that large' };
    throw error;
  }
}
