import type { Decision, Reasoner } from './reasoner';
import type { Statement } from './statement';

/** What a statement that follows rests on. */
type Ground =
  /** What is given and was shown. */
  | 'known'
  /** Something that is supposed, and that may be so. */
  | 'supposed'
  /** Something that is supposed and cannot be: it is on the way to a contradiction. */
  | 'refuted';

/** The statements of a line by what they rest on. */
export type Shown = Record<Ground, Statement[]>;

export type GroundedDecision =
  | { kind: 'follows'; ground: Ground }
  | Exclude<Decision, { kind: 'follows' }>;

const BEYOND: GroundedDecision = {
  kind: 'undecided',
  why: 'what follows under an assumption that cannot hold',
};

/** What is supposed, for the sake of a contradiction or as the condition of a line, and what it gives. */
export class Supposition {
  readonly #reasoner: Reasoner;
  readonly #supposed: readonly Statement[];
  /** What follows from what is supposed, alone or with what is known. */
  readonly #within: Statement[] = [];
  #isPossible: boolean | null | undefined;

  constructor(reasoner: Reasoner, supposed: readonly Statement[]) {
    this.#reasoner = reasoner;
    this.#supposed = supposed;
  }

  get statements(): readonly Statement[] {
    return [...this.#supposed, ...this.#within];
  }

  takeIn(statements: readonly Statement[]): void {
    this.#within.push(...statements);
  }

  /**
   * From what contradicts the known everything follows, so that a line is to follow from what is
   * supposed without the rest, or be the contradiction itself. `more` are statements of the same
   * line; `plain` is what became of the line without the supposition.
   */
  async decide(
    known: readonly Statement[],
    more: readonly Statement[],
    statement: Statement,
    plain: Exclude<Decision, { kind: 'follows' }>,
  ): Promise<GroundedDecision> {
    const supposed = [...this.statements, ...more];
    const alone = await this.#reasoner.decide(supposed, statement);
    const isPossible = await this.#canBe(known);
    const ground = isPossible === true ? 'supposed' : 'refuted';
    if (alone.kind === 'follows') return { kind: 'follows', ground };
    if (isPossible === true) {
      const decision = await this.#reasoner.decide([...known, ...supposed], statement);
      return decision.kind === 'follows' ? { kind: 'follows', ground } : decision;
    }
    const isAbsurd =
      isPossible === false && (await this.#reasoner.isConsistent([statement])) === false;
    if (isAbsurd) return { kind: 'follows', ground };
    return plain.kind === 'undecided' ? plain : BEYOND;
  }

  /** Whether it may be so, for all that is known; null where that is not found out. */
  async #canBe(known: readonly Statement[]): Promise<boolean | null> {
    // What is learnt meanwhile follows from what was known, so that this stays as it is.
    this.#isPossible ??= await this.#reasoner.isConsistent([...known, ...this.#supposed]);
    return this.#isPossible;
  }
}
