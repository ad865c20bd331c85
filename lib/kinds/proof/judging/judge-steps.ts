import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import {
  overallsOf,
  type Statement,
  settledOf,
  statementsOf,
} from '@/lib/kinds/proof/reading/statement';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { Chain } from '@/lib/math/claims/chain';
import { deniesWhatIsKnown, type Said } from './contradiction';
import { NameJudge } from './judge-names';
import { StatementJudge } from './judge-statements';
import { circular, type JudgedStep, judged, notRight } from './judged-step';
import type { Mending } from './mending';
import { type PreparedProof, unfoldedStatement } from './prepare';
import { ProofContext, supposedIn } from './proof-context';
import { refutation } from './refutation';
import type { Established } from './supposition';

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;
type NamingStep = Extract<ReadStep, { kind: 'claim' | 'definition' }>;

const SUPPOSED = 'Supposed: what holds only under it does not count as shown.';

/** What a line is decided with. */
interface Setting {
  /** Whether a statement says the goal in other words. */
  saysGoal: (statement: Statement) => boolean;
  reasoner: Reasoner;
  mending: Mending;
  vocabulary: Vocabulary;
  proof: PreparedProof;
}

/** Decides line after line what follows from the hypotheses and the lines above. */
export class StepJudge {
  readonly #setting: Setting;
  readonly #names: NameJudge;
  #context: ProofContext;
  #statements: StatementJudge;
  /** What is known outside of suppositions, as it was written. */
  readonly #known: Said[];
  /** Lines under a condition that nothing had shown, and what they say if it holds. */
  readonly #pending: { condition: readonly Statement[]; claims: readonly Statement[] }[] = [];

  constructor(setting: Setting) {
    const { reasoner, mending, vocabulary, proof } = setting;
    this.#setting = setting;
    this.#names = new NameJudge(reasoner, vocabulary.sequences, vocabulary.table);
    this.#context = this.#newContext(false);
    this.#statements = new StatementJudge(this.#context, reasoner, mending, vocabulary);
    this.#known = proof.hypotheses.map((unfolded, index) => ({
      written: proof.writtenHypotheses[index] ?? unfolded,
      unfolded,
    }));
  }

  #newContext(hasLevels: boolean): ProofContext {
    const { reasoner, proof, saysGoal } = this.#setting;
    const { definitions } = this.#names;
    return new ProofContext({ reasoner, proof, definitions, saysGoal, hasLevels });
  }

  async all(steps: readonly ReadStep[]): Promise<JudgedStep[]> {
    const { reasoner, mending, vocabulary } = this.#setting;
    this.#context = this.#newContext(steps.some(({ level }) => level !== null));
    this.#statements = new StatementJudge(this.#context, reasoner, mending, vocabulary);
    const judgedSteps: JudgedStep[] = [];
    for (const step of steps) {
      if (step.kind !== 'blank' && step.kind !== 'words') this.#context.enter(step.level ?? 0);
      judgedSteps.push(await this.#withShown(await this.#judge(step)));
    }
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
        if (step.closes) this.#context.discharge();
        return {
          ...passed('Words, for the reader; they are not judged.'),
          ...(step.claimsInWords && {
            unread: true,
            place: { text: step.text, start: 0, end: step.text.length },
          }),
        };
      case 'start':
        return passed('Goes on in the next line.');
      case 'unreadable': {
        const { share: _, ...finding } = judgeUnread('It', step.text, step.error);
        const isFault = step.error.isFault === true;
        return { ...passed(''), outcome: isFault ? 'refuted' : 'unreadable', ...finding };
      }
      case 'definition':
        return (await this.#introduce(step)) ?? passed('Gives a name.');
      case 'claim': {
        const later = from.filter((cited) => cited >= number);
        if (later.length > 0) return circular(step, later);
        const judgedStep = (await this.#introduce(step)) ?? (await this.#judgeClaim(step));
        return { ...judgedStep, claimsInWords: step.claimsInWords };
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
    if (step.role === 'announce')
      return judged(step, 'passed', 'right', 'Announced, not claimed.', 'Nothing to judge.');
    const supposed = this.#statementsOf(step.supposed);
    const statements = this.#statementsOf(step.chains);
    const unusable = this.#names.unusableIn(step, [...supposed, ...statements]);
    if (unusable) return unusable;
    if (step.isCondition) return this.#underCondition(step, supposed, step.chains);
    if (supposed.length > 0) return this.#suppose(step, supposed);
    const condition = this.#statementsOf(step.chains.slice(0, step.antecedents));
    if (condition.length > 0 && !(await this.#isClaimed(condition)))
      return this.#underCondition(step, condition, step.chains.slice(step.antecedents));
    return this.#judgeChains(step, step.chains);
  }

  /**
   * Whether what stands in front of `⇒` is claimed too: where it may be so and is no limit, or follows.
   * That a limit follows some day shows nothing yet.
   */
  async #isClaimed(condition: readonly Statement[]): Promise<boolean> {
    const limits = condition.filter(({ operator }) => operator === '->');
    if (!(await this.#context.areSaid(limits))) return false;
    if (await this.#context.followFromPremises(condition)) return true;
    const all = [...this.#context.premises, ...condition];
    return (await this.#setting.reasoner.isConsistent(all)) !== false;
  }

  /** From here on lines may build on what is supposed, until something else is. */
  async #suppose(step: ClaimStep, supposed: readonly Statement[]): Promise<JudgedStep> {
    const isCase = step.role === 'case';
    const supposition = this.#context.suppose(supposed, step.level ?? 0, isCase);
    const { premises } = this.#context;
    const unwarranted = isCase ? null : await supposition.unwarranted(premises);
    const { table } = this.#setting.vocabulary;
    const summary =
      unwarranted && refutation(unwarranted.decision, unwarranted.statement, premises, table);
    if (summary) {
      const message = `This is supposed, but it is not given. ${summary}`;
      return notRight(step, 'unwarranted', message, summary);
    }
    if (step.chains.length > 0) return this.#judgeChains(step, step.chains);
    if (step.closes) this.#context.discharge();
    return judged(step, 'assumed', 'right', SUPPOSED, 'A supposition.');
  }

  /** `if a then b`: what is said under a condition is proved only where the condition is shown. */
  async #underCondition(
    step: ClaimStep,
    condition: readonly Statement[],
    chains: readonly Chain[],
  ): Promise<JudgedStep> {
    const isShown =
      (await this.#context.followFromPremises(condition)) &&
      (await this.#context.areSaid(condition.filter(({ operator }) => operator === '->')));
    if (isShown && chains.length > 0) return this.#judgeChains(step, chains);
    this.#context.supposeCondition(condition, step.level ?? 0);
    if (chains.length === 0)
      return judged(step, 'assumed', 'right', 'A condition; nothing is claimed.', 'A condition.');
    const { supposition } = this.#context;
    const judgedStep = await this.#judgeChains(step, chains);
    const isClosed = this.#context.supposition !== supposition;
    if (isClosed) return judgedStep;
    // Said under a condition, even what follows from the premises alone counts only where that holds.
    const { proved, underSupposition, ...rest } = judgedStep.established;
    this.#pending.push({ condition, claims: [...proved, ...underSupposition] });
    const established = { ...rest, proved: [], underSupposition: [...underSupposition, ...proved] };
    return { ...judgedStep, established };
  }

  /** A line with what earlier lines said under a condition, where that is shown now. */
  async #withShown(step: JudgedStep): Promise<JudgedStep> {
    const shown: Statement[] = [];
    for (const [index, { condition, claims }] of [...this.#pending.entries()].reverse()) {
      if (step.established.proved.length === 0) break;
      if (!(await this.#context.areSaid(condition))) continue;
      shown.push(...claims);
      this.#pending.splice(index, 1);
    }
    if (shown.length === 0) return step;
    const { established } = step;
    return { ...step, established: { ...established, proved: [...established.proved, ...shown] } };
  }

  async #judgeChains(step: ClaimStep, chains: readonly Chain[]): Promise<JudgedStep> {
    const said = chains.flatMap((chain) => this.#saidIn(chain));
    const judgedStep = await this.#statements.judge(step, said);
    const { established } = judgedStep;
    const overalls = await this.#addOveralls(chains, judgedStep);
    this.#context.takeIn(established);
    if (!this.#context.hasSupposition) {
      this.#known.push(...said.filter(({ unfolded }) => established.proved.includes(unfolded)));
      return judgedStep;
    }
    const isReached = await this.#isContradiction([...said, ...overalls], judgedStep);
    if (isReached) await this.#close(judgedStep);
    else if (step.closes || this.#isBeyondCondition(step, established)) this.#context.discharge();
    return judgedStep;
  }

  /** Whether a line denies something known, by what is neither supposed nor given. */
  async #isContradiction(said: readonly Said[], { established }: JudgedStep): Promise<boolean> {
    const { supposition } = this.#context;
    const followed = [...supposedIn(established), ...established.proved];
    for (const each of said) {
      const { left, right } = each.unfolded;
      // What holds at one moment only was noted as such.
      const hasFollowed = followed.some((one) => one.left === left && one.right === right);
      if (!hasFollowed || supposition?.restates(each.unfolded)) continue;
      if (await deniesWhatIsKnown(each, this.#known, this.#setting.reasoner)) return true;
    }
    return false;
  }

  /** A line after `if a then b` that does not need a ends the condition. */
  #isBeyondCondition({ antecedents, isCondition }: ClaimStep, established: Established): boolean {
    const isItself = isCondition || antecedents > 0;
    return !isItself && this.#context.endsSupposition(established);
  }

  /** What was supposed led to a contradiction, so its negation is known. */
  async #close(judgedStep: JudgedStep): Promise<void> {
    const negation: Statement[] = [];
    // What has no value is not false, and neither is what says the opposite.
    for (const each of this.#context.supposition?.negation ?? [])
      if (await this.#setting.reasoner.hasValue(this.#context.premises, each)) negation.push(each);
    this.#context.discharge();
    const outer = this.#context.supposition;
    if (outer) outer.takeIn(negation);
    else {
      judgedStep.established.proved.push(...negation);
      this.#context.premises.push(...negation);
      this.#known.push(...negation.map((unfolded) => ({ written: unfolded, unfolded })));
    }
  }

  /** What chains say of their ends: `a ≤ b → 0` that a tends to 0. */
  async #addOveralls(chains: readonly Chain[], { established }: JudgedStep): Promise<Said[]> {
    const supposed = supposedIn(established);
    const found: Said[] = [];
    for (const written of chains.flatMap(overallsOf)) {
      const unfolded = this.#unfolded(written);
      // Where some links rest on what is supposed, only the links themselves tell.
      const premises =
        supposed.length > 0
          ? [...established.proved, ...supposed]
          : [...this.#context.premises, ...established.proved];
      const { reasoner } = this.#setting;
      if (!(await reasoner.hasValue(premises, unfolded))) continue;
      if (!(await reasoner.follows(premises, unfolded))) continue;
      const { proved, underDenial, underSpecialCase, underSupposition } = established;
      if (supposed.length === 0) proved.push(unfolded);
      else if (underDenial.length > 0) underDenial.push(unfolded);
      else (underSpecialCase.length > 0 ? underSpecialCase : underSupposition).push(unfolded);
      found.push({ written, unfolded });
    }
    return found;
  }

  #unfolded(statement: Statement): Statement {
    return unfoldedStatement(statement, this.#setting.proof.unfold);
  }

  #saidIn(chain: Chain): Said[] {
    const { sequences } = this.#setting.vocabulary;
    const written = [...settledOf(chain, sequences), ...statementsOf(chain)];
    return written.map((each) => ({ written: each, unfolded: this.#unfolded(each) }));
  }

  #statementsOf(chains: readonly Chain[]): Statement[] {
    return chains.flatMap((chain) => this.#saidIn(chain)).map(({ unfolded }) => unfolded);
  }
}
