import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Demand } from '@/lib/kinds/proof/reasoning/algebra/powers';
import { DIMENSIONS, drawnModels } from './drawn-models';
import type { Language } from './language';
import { Model } from './model';
import type { Setting, SmtProblem } from './smt';
import type { Solved } from './solver';
import type { Theory } from './theory';

/** Asks the solver. */
export type Ask = (problem: SmtProblem) => Promise<Solved>;

/** How often numbers are drawn before the solver is asked for some. */
const MANY_DRAWS = 60;

/** Looks for values under which all that is known holds and a claim does not. */
export class ModelSearch {
  readonly #language: Language;
  readonly #ask: Ask;
  readonly #seed: string;

  constructor(language: Language, ask: Ask, seed: string) {
    this.#language = language;
    this.#ask = ask;
    this.#seed = seed;
  }

  /** A counterexample of small whole numbers, as one finds them by trying. */
  drawn(theory: Theory, claim: Statement, draws: number): Model | null {
    for (const model of this.#draws(theory, claim, draws))
      if (model.satisfies(claim) === false && this.#holds(model, theory, claim)) return model;
    return null;
  }

  /** Any counterexample. */
  async failing(theory: Theory, claim: Statement): Promise<Model | null> {
    const drawn = this.drawn(theory, claim, MANY_DRAWS);
    if (drawn) return drawn;
    for (const setting of entrySettings(theory, claim)) {
      const problem = theory.without(claim, setting);
      const model = await this.#model(theory, claim, problem, setting.dimension);
      if (model?.satisfies(claim) === false) return model;
    }
    return null;
  }

  /** Values under which a claim has no value, as a demand of it is not met. */
  async withoutValue(theory: Theory, demand: Demand, claim: Statement): Promise<Model | null> {
    for (const setting of entrySettings(theory)) {
      const problem = theory.breaking(demand, setting);
      const model = await this.#model(theory, claim, problem, setting.dimension);
      if (model?.lacksValue(claim)) return model;
    }
    return null;
  }

  /** The same of any of its demands. */
  async withoutAnyValue(theory: Theory, claim: Statement): Promise<Model | null> {
    for (const demand of theory.demands(claim)) {
      const model = await this.withoutValue(theory, demand, claim);
      if (model) return model;
    }
    return null;
  }

  /** Values of small numbers under which all that is known holds, and a claim may or may not. */
  models(theory: Theory, claim: Statement): readonly Model[] {
    return [...this.#draws(theory, claim, MANY_DRAWS)].filter((model) =>
      this.#holds(model, theory, claim),
    );
  }

  #draws(theory: Theory, claim: Statement, draws: number): Generator<Model> {
    return drawnModels(this.#language, theory, claim, draws, this.#seed);
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
      theory.alternatives.every((some) => some.some((each) => model.satisfies(each) === true)) &&
      model.isSound([...related, claim])
    );
  }
}

type Entries = Extract<Setting, { kind: 'entries' }>;

/** First without congruence (equal arguments give equal values), which is easier; with it only where it matters. */
export function entrySettings(theory: Theory, claim?: Statement): Entries[] {
  // What a matrix times a vector is the solver is not told entry by entry.
  if (theory.atoms.matrices.areThere) return [];
  const congruences = theory.needsCongruence(claim) ? [false, true] : [false];
  return DIMENSIONS.flatMap((dimension) =>
    congruences.map((congruent): Entries => ({ kind: 'entries', dimension, congruent })),
  );
}
