import { formsOf, type Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { PreparedProof } from './prepare';
import {
  type Established,
  type GroundedDecision,
  type NotFollowing,
  Supposition,
} from './supposition';

interface Setting {
  reasoner: Reasoner;
  proof: PreparedProof;
  /** What the names that lines gave so far stand for. */
  definitions: readonly Statement[];
  /** Whether a statement says the goal in other words. */
  saysGoal: (statement: Statement) => boolean;
  /** Lines say how deep they stand; otherwise a supposition ends where the next one begins. */
  hasLevels: boolean;
}

/** A supposition that lines may build on. */
interface Open {
  supposition: Supposition;
  level: number;
  /** It is the condition of a line above, and lines may go on from it. */
  isCondition: boolean;
  /** It is about one moment, not about all. */
  isOfOneMoment: boolean;
}

/** What a line may build on: premises, and what is supposed for the time being. */
export class ProofContext {
  /** The hypotheses and what the lines so far have proved; grows as lines prove more. */
  readonly premises: Statement[];
  readonly #reasoner: Reasoner;
  readonly #proof: PreparedProof;
  readonly #definitions: readonly Statement[];
  readonly #saysGoal: (statement: Statement) => boolean;
  readonly #hasLevels: boolean;
  /** From the outermost to the innermost. */
  #open: Open[] = [];

  constructor({ reasoner, proof, definitions, saysGoal, hasLevels }: Setting) {
    this.#reasoner = reasoner;
    this.#proof = proof;
    this.#definitions = definitions;
    this.#saysGoal = saysGoal;
    this.#hasLevels = hasLevels;
    this.premises = [...proof.hypotheses];
  }

  get hasSupposition(): boolean {
    return this.#open.length > 0;
  }

  get supposition(): Supposition | null {
    return this.#open.at(-1)?.supposition ?? null;
  }

  /** A line stands at a level: what was supposed at it or deeper ends. */
  enter(level: number): void {
    if (this.#hasLevels) this.#open = this.#open.filter((open) => open.level < level);
  }

  /** From here on lines may build on these statements. A case is of one moment, and so is any where moments are counted; others may be meant for all. */
  suppose(statements: readonly Statement[], level: number, isCase: boolean): Supposition {
    const supposed = statements.map(ofOneChance);
    const isOfOneMoment = isCase || this.#reasoner.countsMoments;
    return this.#begin(isOfOneMoment ? supposed.map(ofOneMoment) : supposed, {
      ...{ level, isCondition: false, isOfOneMoment },
    });
  }

  /** From here on lines may build on the condition of `if a then b`, which is of one moment. */
  supposeCondition(condition: readonly Statement[], level: number): Supposition {
    return this.#begin(condition.map(ofOneChance).map(ofOneMoment), {
      ...{ level, isCondition: true, isOfOneMoment: true },
    });
  }

  #begin(statements: readonly Statement[], open: Omit<Open, 'supposition'>): Supposition {
    if (!this.#hasLevels) this.#open = [];
    const around = this.supposition?.own ?? [];
    const names = this.#definitions;
    const supposition = new Supposition(this.#reasoner, statements, this.#proof, names, around);
    this.#open.push({ ...open, supposition });
    return supposition;
  }

  /** From here on the innermost supposition does not count. */
  discharge(): void {
    this.#open.pop();
  }

  /** Whether statements follow from the premises alone. */
  followFromPremises(statements: readonly Statement[]): Promise<boolean> {
    return this.#reasoner.allFollow(this.premises, statements);
  }

  /** Whether each statement is said by a premise, perhaps in other words. */
  async areSaid(statements: readonly Statement[]): Promise<boolean> {
    for (const statement of statements) {
      let isSaid = false;
      for (const premise of this.premises)
        isSaid ||= await this.#reasoner.bare.follows([premise], statement);
      if (!isSaid) return false;
    }
    return true;
  }

  /** Decides a statement of a line, and notes in `established`, where it follows, what it rests on. */
  async decide(statement: Statement, established: Established): Promise<'follows' | NotFollowing> {
    let last: NotFollowing = { kind: 'undecided', why: 'an inequality between limits' };
    for (const form of formsOf(statement)) {
      const decision = await this.#decideForm(form, established);
      if (decision.kind === 'follows') {
        const isShort = this.#open.at(-1)?.isOfOneMoment === true && decision.ground !== 'proved';
        established[decision.ground].push(isShort ? ofOneMoment(form) : form);
        return 'follows';
      }
      if (!statement.ofLimits) last = decision;
    }
    return last;
  }

  async #decideForm(statement: Statement, established: Established): Promise<GroundedDecision> {
    const premises = [...this.premises, ...established.proved];
    const { supposition } = this;
    const ofSameLine = supposedIn(established).map(ofOneChance);
    // Where the goal itself is supposed, what follows from it proves nothing.
    if (supposition && (await supposition.hasGoal())) {
      const supposed = [...supposition.statements, ...ofSameLine];
      if (await this.#reasoner.bare.follows(supposed, statement))
        return { kind: 'follows', ground: 'underSupposition' };
    }
    const plain = await this.#reasoner.decide(premises, statement);
    if (plain.kind === 'follows') {
      // What is said within something that nobody can suppose is not said.
      const isIdle = (await supposition?.isAbsurd()) === true;
      return { kind: 'follows', ground: isIdle ? 'underSupposition' : 'proved' };
    }
    if (!supposition) return plain;
    const decision = await supposition.decide(premises, ofSameLine, statement, plain);
    // After `if a then b` a line may use a; where that decides nothing, the verdict without a counts.
    const isCondition = this.#open.at(-1)?.isCondition === true;
    return isCondition && decision.kind === 'undecided' ? plain : decision;
  }

  /** Lines below may build on what a line has established. */
  takeIn(established: Established): void {
    this.premises.push(...established.proved);
    this.supposition?.takeIn(supposedIn(established).map(ofOneChance));
  }

  /** Whether what comes after a line no longer builds on what is supposed. */
  endsSupposition(established: Established): boolean {
    if (supposedIn(established).length > 0) return false;
    // A line after `if a then b` that does not need a ends the condition.
    const isCondition = this.#open.at(-1)?.isCondition === true;
    return (
      isCondition || (!this.#hasLevels && established.proved.some((each) => this.#saysGoal(each)))
    );
  }
}

/** What of a line rests on something supposed. */
export function supposedIn(established: Readonly<Established>): Statement[] {
  const { underDenial, underSpecialCase, underSupposition } = established;
  return [...underDenial, ...underSpecialCase, ...underSupposition];
}

function ofOneChance(statement: Statement): Statement {
  return { ...statement, isOfOneChance: true };
}

function ofOneMoment(statement: Statement): Statement {
  return { ...statement, isOfOneMoment: true };
}
