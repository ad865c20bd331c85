import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import {
  formsOf,
  overallsOf,
  type Statement,
  settledOf,
  statementsOf,
} from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { Chain } from '@/lib/math/claims/read-claim';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { denied } from './denial';
import { NameJudge } from './judge-names';
import {
  circular,
  type JudgedStep,
  judged,
  nothingShown,
  notRight,
  undecided,
} from './judged-step';
import { type PreparedProof, unfoldedStatement } from './prepare';
import { refutation, refuted } from './refutation';
import { type GroundedDecision, type NotFollowing, type Shown, Supposition } from './supposition';

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;
type NamingStep = Extract<ReadStep, { kind: 'claim' | 'definition' }>;

/** Refuted lines that one is tried to follow from: a proof with more of them has no points left to keep. */
const MOST_GIVEN = 4;

const CONTRADICTION = /contradict|absurd|impossible|widerspr/i;
const DENYING = 'words that deny what is written';
const SUPPOSED = 'Supposed: what holds only under it does not count as shown.';

/** What a line is decided with. */
interface Setting {
  /** Whether a statement says the goal in other words. */
  saysGoal: (statement: Statement) => boolean;
  reasoner: Reasoner;
  table: SymbolTable;
  sequences: Sequences;
  proof: PreparedProof;
}

/** Decides line after line what follows from the hypotheses and the lines above. */
export class StepJudge {
  readonly #reasoner: Reasoner;
  readonly #table: SymbolTable;
  readonly #sequences: Sequences;
  readonly #proof: PreparedProof;
  readonly #saysGoal: (statement: Statement) => boolean;
  readonly #known: Statement[];
  readonly #refuted: { number: number; statements: readonly Statement[] }[] = [];
  readonly #names: NameJudge;
  #supposition: Supposition | null = null;
  /** The supposition is the condition of a line above, and lines may go on from it. */
  #isCondition = false;
  /** The supposition is about one moment, not about all. */
  #isOfOneMoment = false;

  constructor({ reasoner, table, sequences, proof, saysGoal }: Setting) {
    this.#saysGoal = saysGoal;
    this.#reasoner = reasoner;
    this.#table = table;
    this.#sequences = sequences;
    this.#proof = proof;
    this.#known = [...proof.hypotheses];
    this.#names = new NameJudge(reasoner, sequences, table);
  }

  async all(steps: readonly ReadStep[]): Promise<JudgedStep[]> {
    const judgedSteps: JudgedStep[] = [];
    for (const step of steps) judgedSteps.push(await this.#judge(step));
    return judgedSteps;
  }

  async #judge(step: ReadStep): Promise<JudgedStep> {
    const { number, from } = step;
    const passed = (message: string): JudgedStep =>
      judged(step, 'passed', 'right', message, 'Nothing to judge.');
    switch (step.kind) {
      case 'blank':
        return passed('Left empty.');
      case 'words':
        if (CONTRADICTION.test(step.text)) this.#discharge();
        return passed('Words, for the reader; they are not judged.');
      case 'start':
        return passed('Goes on in the next line.');
      case 'unreadable': {
        const { message } = step.error;
        return notRight(step, 'unreadable', `Could not be read: ${message}`, message);
      }
      case 'definition':
        return (await this.#introduce(step)) ?? passed('Gives a name to an expression.');
      case 'claim': {
        const later = from.filter((cited) => cited >= number);
        if (later.length > 0) return circular(step, later);
        return (await this.#introduce(step)) ?? this.#judgeClaim(step);
      }
    }
  }

  /** What is wrong with a name that a line introduces; null where all can be used. */
  async #introduce(step: NamingStep): Promise<JudgedStep | null> {
    for (const name of step.names) {
      const problem = await this.#names.introduce(step, this.#unfolded(name), this.#known);
      if (problem) return problem;
    }
    return null;
  }

  async #judgeClaim(step: ClaimStep): Promise<JudgedStep> {
    if (step.mood === 'announced')
      return judged(step, 'passed', 'right', 'Announced, not claimed.', 'Nothing to judge.');
    const supposed = this.#statementsOf(step.supposed);
    const statements = this.#statementsOf(step.chains);
    const unusable = this.#names.unusableIn(step, [...supposed, ...statements]);
    if (unusable) return unusable;
    if (supposed.length > 0) {
      this.#discharge();
      return step.supposes === 'as a condition'
        ? this.#underCondition(step, supposed, step.chains)
        : this.#suppose(step, supposed);
    }
    if (step.mood === 'unclear') return undecided(step, DENYING);
    const isRemark = step.mood === 'called impossible' && this.#supposition !== null;
    if (step.mood !== 'claimed' && !isRemark) return this.#judgeDenial(step, statements);
    return (await this.#judgeImplication(step)) ?? this.#judgeStatements(step, step.chains);
  }

  /** `it is not true that a` claims the opposite of a. */
  async #judgeDenial(step: ClaimStep, [only, ...more]: readonly Statement[]): Promise<JudgedStep> {
    const opposite = only && more.length === 0 ? denied(only) : null;
    if (!opposite) return undecided(step, DENYING);
    const { left, right, operator } = opposite;
    if (operator === '->') return undecided(step, DENYING);
    const chain: Chain = { members: [left, right], operators: [operator], limits: [] };
    return this.#judgeStatements(step, [chain]);
  }

  /** `a ⇒ b` where a cannot be is about the case that it were; else a is claimed too. */
  async #judgeImplication(step: ClaimStep): Promise<JudgedStep | null> {
    const [first, ...rest] = step.chains;
    if (!step.implies || !first || rest.length === 0) return null;
    const condition = this.#statementsOf([first]);
    if (await this.#allFollow(this.#known, condition)) return null;
    const isPossible = await this.#reasoner.isConsistent([...this.#known, ...condition]);
    return isPossible === false ? this.#underCondition(step, condition, rest) : null;
  }

  /** From here on lines may build on what is supposed, until something else is. */
  async #suppose(step: ClaimStep, supposed: readonly Statement[]): Promise<JudgedStep> {
    // A case is of one moment; what is supposed may be meant for all.
    this.#isOfOneMoment = step.supposes === 'as a case';
    const all = this.#isOfOneMoment ? supposed.map(ofOneMoment) : supposed;
    const supposition = new Supposition(
      this.#reasoner,
      all,
      this.#proof.goal,
      this.#names.definitions,
    );
    this.#supposition = supposition;
    const ungiven =
      step.supposes === 'for what follows' ? await supposition.ungiven(this.#known) : null;
    const summary =
      ungiven && refutation(ungiven.decision, ungiven.statement, this.#known, this.#table);
    if (summary) {
      const message = `This is supposed, but it is not given. ${summary}`;
      return notRight(step, 'ungiven', message, summary);
    }
    if (step.chains.length > 0) return this.#judgeStatements(step, step.chains);
    return judged(step, 'assumed', 'right', SUPPOSED, 'A supposition.');
  }

  /** `if a then b`: what is said under a condition is known only where the condition holds. */
  async #underCondition(
    step: ClaimStep,
    condition: readonly Statement[],
    chains: readonly Chain[],
  ): Promise<JudgedStep> {
    const isGiven = await this.#allFollow(this.#known, condition);
    if (isGiven && chains.length > 0) return this.#judgeStatements(step, chains);
    const all = condition.map(ofOneMoment);
    this.#supposition = new Supposition(
      this.#reasoner,
      all,
      this.#proof.goal,
      this.#names.definitions,
    );
    [this.#isCondition, this.#isOfOneMoment] = [true, true];
    if (chains.length === 0)
      return judged(step, 'assumed', 'right', 'A condition; nothing is claimed.', 'A condition.');
    const judgedStep = await this.#judgeStatements(step, chains);
    // What would hold anyway is said for less here than was asked for.
    const { known, refuted, supposed } = judgedStep.shown;
    return { ...judgedStep, shown: { known: [], refuted, supposed: [...supposed, ...known] } };
  }

  #discharge(): void {
    this.#supposition = null;
    [this.#isCondition, this.#isOfOneMoment] = [false, false];
  }

  async #judgeStatements(step: ClaimStep, chains: readonly Chain[]): Promise<JudgedStep> {
    const shown = nothingShown();
    const statements = this.#statementsOf(chains);
    for (const statement of statements) {
      const decision = await this.#decide(statement, shown);
      // A line is accepted as a whole or not at all.
      if (decision !== 'follows') return this.#notAccepted(step, statements, statement, decision);
    }
    const under = [...shown.refuted, ...shown.supposed];
    await this.#addOveralls(chains, shown, under.length > 0);
    this.#known.push(...shown.known);
    this.#supposition?.takeIn([...shown.refuted, ...shown.supposed]);
    if (await this.#isEnd(step, shown)) this.#discharge();
    const [message, evidence] =
      under.length > 0
        ? ['Follows from what is supposed.', 'Follows under a supposition.']
        : ['Follows.', 'Follows from what is above it.'];
    return { ...judged(step, 'accepted', 'right', message, evidence), shown };
  }

  /** Whether what comes after a line no longer builds on what is supposed. */
  async #isEnd({ words, supposes }: ClaimStep, shown: Shown): Promise<boolean> {
    if (!this.#supposition) return false;
    if (supposes === null && CONTRADICTION.test(words)) return true;
    const under = [...shown.refuted, ...shown.supposed];
    const isPlain = under.length === 0;
    // The line after `if a then b` that does not need a.
    if (isPlain && this.#isCondition) return true;
    if (isPlain) return shown.known.some((each) => this.#saysGoal(each));
    return (await this.#reasoner.isConsistent([...shown.known, ...under])) === false;
  }

  /** What chains say of their ends: `a ≤ b → 0` that a tends to 0. */
  async #addOveralls(chains: readonly Chain[], shown: Shown, isSupposed: boolean): Promise<void> {
    for (const whole of chains.flatMap(overallsOf)) {
      const statement = this.#unfolded(whole);
      // Where some links rest on what is supposed, only the links themselves tell.
      const links = [...shown.known, ...shown.refuted, ...shown.supposed];
      const known = isSupposed ? links : [...this.#known, ...shown.known];
      if (!(await this.#reasoner.follows(known, statement))) continue;
      if (!isSupposed) shown.known.push(statement);
      else (shown.refuted.length > 0 ? shown.refuted : shown.supposed).push(statement);
    }
  }

  /** Notes what a statement rests on where it follows. */
  async #decide(statement: Statement, shown: Shown): Promise<'follows' | NotFollowing> {
    let last: NotFollowing = { kind: 'undecided', why: 'an inequality between limits' };
    for (const form of formsOf(statement)) {
      const decision = await this.#decideForm(form, shown);
      if (decision.kind === 'follows') {
        const isShort = this.#isOfOneMoment && decision.ground !== 'known';
        shown[decision.ground].push(isShort ? ofOneMoment(form) : form);
        return 'follows';
      }
      if (!statement.ofLimits) last = decision;
    }
    return last;
  }

  async #decideForm(statement: Statement, shown: Shown): Promise<GroundedDecision> {
    const known = [...this.#known, ...shown.known];
    const more = [...shown.refuted, ...shown.supposed];
    // Of what was to be shown, and is supposed, nothing is shown.
    if (await this.#supposition?.hasGoal()) {
      const supposed = [...(this.#supposition?.statements ?? []), ...more];
      if (await this.#reasoner.follows(supposed, statement))
        return { kind: 'follows', ground: 'supposed' };
    }
    const plain = await this.#reasoner.decide(known, statement);
    if (plain.kind === 'follows') return { kind: 'follows', ground: 'known' };
    if (!this.#supposition) return plain;
    const decision = await this.#supposition.decide(known, more, statement, plain);
    // A condition of the line above helps the lines below, and excuses nothing.
    const isLeft = this.#isCondition && decision.kind === 'undecided';
    return isLeft ? plain : decision;
  }

  async #notAccepted(
    step: ClaimStep,
    statements: readonly Statement[],
    statement: Statement,
    decision: NotFollowing,
  ): Promise<JudgedStep> {
    if (decision.kind === 'undecided') return undecided(step, decision.why);
    // `this contradicts a` where nothing was supposed may say that a is false.
    if (!this.#supposition && CONTRADICTION.test(step.words)) return undecided(step, DENYING);
    const found = refuted(step, decision, statement, this.#known, this.#table);
    if (found.witness === null) return found;
    const base = await this.#followsGiven(statements);
    this.#refuted.push({ number: step.number, statements });
    if (base === null) return found;
    const message = `This follows from line ${base}, which does not hold; on its own it does not.`;
    return notRight(step, 'follow-on', message, found.witness);
  }

  /** The refuted line that a line follows from together with what is known; null where there is none. */
  async #followsGiven(statements: readonly Statement[]): Promise<number | null> {
    for (const { number, statements: given } of this.#refuted.slice(-MOST_GIVEN)) {
      const known = [...this.#known, ...given];
      // From what cannot be everything follows.
      if ((await this.#allFollow(known, statements)) && (await this.#reasoner.isConsistent(known)))
        return number;
    }
    return null;
  }

  async #allFollow(known: readonly Statement[], statements: readonly Statement[]) {
    for (const statement of statements)
      if (!(await this.#reasoner.follows(known, statement))) return false;
    return true;
  }

  #unfolded(statement: Statement): Statement {
    return unfoldedStatement(statement, this.#proof.unfold);
  }

  #statementsOf(chains: readonly Chain[]): Statement[] {
    return chains
      .flatMap((chain) => [...settledOf(chain, this.#sequences), ...statementsOf(chain)])
      .map((each) => this.#unfolded(each));
  }
}

function ofOneMoment(statement: Statement): Statement {
  return { ...statement, isOfOneMoment: true };
}
