import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import {
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
  nothingEstablished,
  notRight,
  undecided,
} from './judged-step';
import { type PreparedProof, unfoldedStatement } from './prepare';
import { ProofContext } from './proof-context';
import { refutation, refuted } from './refutation';
import { RefutedLines } from './refuted-lines';
import type { Established, NotFollowing } from './supposition';

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;
type NamingStep = Extract<ReadStep, { kind: 'claim' | 'definition' }>;

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
  readonly #names: NameJudge;
  readonly #context: ProofContext;
  readonly #refutedLines: RefutedLines;

  constructor({ reasoner, table, sequences, proof, saysGoal }: Setting) {
    this.#reasoner = reasoner;
    this.#table = table;
    this.#sequences = sequences;
    this.#proof = proof;
    this.#names = new NameJudge(reasoner, sequences, table);
    const { definitions } = this.#names;
    this.#context = new ProofContext({ reasoner, proof, definitions, saysGoal });
    this.#refutedLines = new RefutedLines(reasoner);
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
        if (CONTRADICTION.test(step.text)) this.#context.discharge();
        return passed('Words, for the reader; they are not judged.');
      case 'start':
        return passed('Goes on in the next line.');
      case 'unreadable': {
        const { share: _, ...finding } = judgeUnread('It', step.text, step.error);
        return { ...passed(''), outcome: 'unreadable', ...finding };
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
      const { premises } = this.#context;
      const problem = await this.#names.introduce(step, this.#unfolded(name), premises);
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
      this.#context.discharge();
      return step.supposes === 'as a condition'
        ? this.#underCondition(step, supposed, step.chains)
        : this.#suppose(step, supposed);
    }
    if (step.mood === 'unclear') return undecided(step, DENYING);
    const isRemark = step.mood === 'called impossible' && this.#context.hasSupposition;
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

  /** `a ⇒ b` where a contradicts the premises is judged as `if a then b`; null where a is claimed as well. */
  async #judgeImplication(step: ClaimStep): Promise<JudgedStep | null> {
    const [first, ...rest] = step.chains;
    if (!step.implies || !first || rest.length === 0) return null;
    const condition = this.#statementsOf([first]);
    if (await this.#context.followFromPremises(condition)) return null;
    const all = [...this.#context.premises, ...condition];
    const isPossible = await this.#reasoner.isConsistent(all);
    return isPossible === false ? this.#underCondition(step, condition, rest) : null;
  }

  /** From here on lines may build on what is supposed, until something else is. */
  async #suppose(step: ClaimStep, supposed: readonly Statement[]): Promise<JudgedStep> {
    const isCase = step.supposes === 'as a case';
    const supposition = this.#context.suppose(supposed, { isCase });
    const { premises } = this.#context;
    const unwarranted =
      step.supposes === 'for what follows' ? await supposition.unwarranted(premises) : null;
    const summary =
      unwarranted && refutation(unwarranted.decision, unwarranted.statement, premises, this.#table);
    if (summary) {
      const message = `This is supposed, but it is not given. ${summary}`;
      return notRight(step, 'unwarranted', message, summary);
    }
    if (step.chains.length > 0) return this.#judgeStatements(step, step.chains);
    return judged(step, 'assumed', 'right', SUPPOSED, 'A supposition.');
  }

  /** `if a then b`: what is said under a condition is proved only where the condition holds. */
  async #underCondition(
    step: ClaimStep,
    condition: readonly Statement[],
    chains: readonly Chain[],
  ): Promise<JudgedStep> {
    const conditionHolds = await this.#context.followFromPremises(condition);
    if (conditionHolds && chains.length > 0) return this.#judgeStatements(step, chains);
    this.#context.supposeCondition(condition);
    if (chains.length === 0)
      return judged(step, 'assumed', 'right', 'A condition; nothing is claimed.', 'A condition.');
    const judgedStep = await this.#judgeStatements(step, chains);
    // Said under a condition, even what follows from the premises alone counts only under that condition.
    const { proved, underDenial, underSupposition } = judgedStep.established;
    const established = {
      proved: [],
      underDenial,
      underSupposition: [...underSupposition, ...proved],
    };
    return { ...judgedStep, established };
  }

  async #judgeStatements(step: ClaimStep, chains: readonly Chain[]): Promise<JudgedStep> {
    const established = nothingEstablished();
    const statements = this.#statementsOf(chains);
    for (const statement of statements) {
      const decision = await this.#context.decide(statement, established);
      // A line is accepted as a whole or not at all.
      if (decision !== 'follows') return this.#notAccepted(step, statements, statement, decision);
    }
    const isSupposed = established.underDenial.length + established.underSupposition.length > 0;
    await this.#addOveralls(chains, established, isSupposed);
    this.#context.takeIn(established);
    if (await this.#endsSupposition(step, established)) this.#context.discharge();
    const [message, evidence] = isSupposed
      ? ['Follows from what is supposed.', 'Follows under a supposition.']
      : ['Follows.', 'Follows from what is above it.'];
    return { ...judged(step, 'accepted', 'right', message, evidence), established };
  }

  async #endsSupposition({ words, supposes }: ClaimStep, established: Established) {
    if (!this.#context.hasSupposition) return false;
    if (supposes === null && CONTRADICTION.test(words)) return true;
    return this.#context.endsSupposition(established);
  }

  /** What chains say of their ends: `a ≤ b → 0` that a tends to 0. */
  async #addOveralls(
    chains: readonly Chain[],
    established: Established,
    isSupposed: boolean,
  ): Promise<void> {
    const { proved, underDenial, underSupposition } = established;
    for (const whole of chains.flatMap(overallsOf)) {
      const statement = this.#unfolded(whole);
      // Where some links rest on what is supposed, only the links themselves tell.
      const premises = isSupposed
        ? [...proved, ...underDenial, ...underSupposition]
        : [...this.#context.premises, ...proved];
      if (!(await this.#reasoner.follows(premises, statement))) continue;
      if (!isSupposed) proved.push(statement);
      else (underDenial.length > 0 ? underDenial : underSupposition).push(statement);
    }
  }

  async #notAccepted(
    step: ClaimStep,
    statements: readonly Statement[],
    statement: Statement,
    decision: NotFollowing,
  ): Promise<JudgedStep> {
    if (decision.kind === 'undecided') return undecided(step, decision.why);
    // `this contradicts a` where nothing was supposed may say that a is false.
    if (!this.#context.hasSupposition && CONTRADICTION.test(step.words))
      return undecided(step, DENYING);
    const { premises } = this.#context;
    const judgedStep = refuted(step, decision, statement, premises, this.#table);
    if (!judgedStep.witness) return judgedStep;
    const base = await this.#refutedLines.lineWith(premises, statements);
    this.#refutedLines.add(step.number, statements);
    if (base === null) return judgedStep;
    const message = `This follows from line ${base}, which does not hold; on its own it does not.`;
    return notRight(step, 'follow-on', message, judgedStep.witness.summary);
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
