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
}

/** What a line may build on: premises, and what is supposed for the time being. */
export class ProofContext {
  /** The hypotheses and what the lines so far have proved; grows as lines prove more. */
  readonly premises: Statement[];
  readonly #reasoner: Reasoner;
  readonly #proof: PreparedProof;
  readonly #definitions: readonly Statement[];
  readonly #saysGoal: (statement: Statement) => boolean;
  #supposition: Supposition | null = null;
  /** The supposition is the condition of a line above, and lines may go on from it. */
  #isCondition = false;
  /** The supposition is about one moment, not about all. */
  #isOfOneMoment = false;

  constructor({ reasoner, proof, definitions, saysGoal }: Setting) {
    this.#reasoner = reasoner;
    this.#proof = proof;
    this.#definitions = definitions;
    this.#saysGoal = saysGoal;
    this.premises = [...proof.hypotheses];
  }

  get hasSupposition(): boolean {
    return this.#supposition !== null;
  }

  /** From here on lines may build on these statements. A case is of one moment; others may be meant for all. */
  suppose(statements: readonly Statement[], { isCase }: { isCase: boolean }): Supposition {
    [this.#isCondition, this.#isOfOneMoment] = [false, isCase];
    return this.#begin(isCase ? statements.map(ofOneMoment) : statements);
  }

  /** From here on lines may build on the condition of `if a then b`, which is of one moment. */
  supposeCondition(condition: readonly Statement[]): void {
    [this.#isCondition, this.#isOfOneMoment] = [true, true];
    this.#begin(condition.map(ofOneMoment));
  }

  #begin(statements: readonly Statement[]): Supposition {
    const { goal } = this.#proof;
    this.#supposition = new Supposition(this.#reasoner, statements, goal, this.#definitions);
    return this.#supposition;
  }

  /** From here on nothing is supposed. */
  discharge(): void {
    this.#supposition = null;
    [this.#isCondition, this.#isOfOneMoment] = [false, false];
  }

  /** Whether statements follow from the premises alone. */
  followFromPremises(statements: readonly Statement[]): Promise<boolean> {
    return this.#reasoner.allFollow(this.premises, statements);
  }

  /** Decides a statement of a line, and notes in `established`, where it follows, what it rests on. */
  async decide(statement: Statement, established: Established): Promise<'follows' | NotFollowing> {
    let last: NotFollowing = { kind: 'undecided', why: 'an inequality between limits' };
    for (const form of formsOf(statement)) {
      const decision = await this.#decideForm(form, established);
      if (decision.kind === 'follows') {
        const isShort = this.#isOfOneMoment && decision.ground !== 'proved';
        established[decision.ground].push(isShort ? ofOneMoment(form) : form);
        return 'follows';
      }
      if (!statement.ofLimits) last = decision;
    }
    return last;
  }

  async #decideForm(statement: Statement, established: Established): Promise<GroundedDecision> {
    const premises = [...this.premises, ...established.proved];
    const ofSameLine = [...established.underDenial, ...established.underSupposition];
    // Where the goal itself is supposed, what follows from it proves nothing.
    if (this.#supposition && (await this.#supposition.hasGoal())) {
      const supposed = [...this.#supposition.statements, ...ofSameLine];
      if (await this.#reasoner.follows(supposed, statement))
        return { kind: 'follows', ground: 'underSupposition' };
    }
    const plain = await this.#reasoner.decide(premises, statement);
    if (plain.kind === 'follows') return { kind: 'follows', ground: 'proved' };
    if (!this.#supposition) return plain;
    const decision = await this.#supposition.decide(premises, ofSameLine, statement, plain);
    // After `if a then b` a line may use a; where that decides nothing, the verdict without a counts.
    return this.#isCondition && decision.kind === 'undecided' ? plain : decision;
  }

  /** Lines below may build on what a line has established. */
  takeIn({ proved, underDenial, underSupposition }: Established): void {
    this.premises.push(...proved);
    this.#supposition?.takeIn([...underDenial, ...underSupposition]);
  }

  /** Whether what comes after a line no longer builds on what is supposed. */
  async endsSupposition(established: Established): Promise<boolean> {
    const { proved, underDenial, underSupposition } = established;
    const supposed = [...underDenial, ...underSupposition];
    if (supposed.length > 0)
      return (await this.#reasoner.isConsistent([...proved, ...supposed])) === false;
    // A line after `if a then b` that does not need a ends the condition.
    return this.#isCondition || proved.some((each) => this.#saysGoal(each));
  }
}

function ofOneMoment(statement: Statement): Statement {
  return { ...statement, isOfOneMoment: true };
}
