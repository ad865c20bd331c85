import { withScopes } from '@/lib/kinds/proof/reading/levels';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import { endsOf, overallsOf, type Statement } from '@/lib/kinds/proof/reading/statement';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { Chain } from '@/lib/math/claims/chain';
import { Cases } from './cases';
import { Conditions } from './conditions';
import { deniesWhatIsKnown, type Said } from './contradiction';
import { NameJudge } from './judge-names';
import { StatementJudge } from './judge-statements';
import {
  circular,
  type JudgedStep,
  judged,
  notRight,
  openBelow,
  passed,
  passedOver,
  unread,
} from './judged-step';
import type { Mending } from './mending';
import type { PreparedProof } from './prepare';
import { ProofContext, supposedIn } from './proof-context';
import { refutation } from './refutation';
import type { Established } from './supposition';
import { Unfolding } from './unfolding';

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;
type NamingStep = Extract<ReadStep, { kind: 'claim' | 'definition' }>;

const SUPPOSED = 'Supposed: what holds only under it does not count as shown.';

const NO_SUPPOSITION =
  'This is called a contradiction, and nothing is supposed that it would end, so the line is not judged.';

/** What a line is decided with. */
interface Setting {
  /** Whether a statement says the goal in other words. */
  saysGoal: (statement: Statement) => boolean;
  /** The same text for statements that differ by rearranging and factors only. */
  keyOf: (statement: Statement) => string | null;
  reasoner: Reasoner;
  mending: Mending;
  vocabulary: Vocabulary;
  proof: PreparedProof;
}

/** Decides line after line what follows from the hypotheses and the lines above. */
export class StepJudge {
  readonly #setting: Setting;
  readonly #names: NameJudge;
  readonly #unfolding: Unfolding;
  readonly #cases: Cases;
  #context: ProofContext;
  #statements: StatementJudge;
  /** What is known outside of suppositions, as it was written. */
  readonly #known: Said[];
  /** Something that was supposed has led to a contradiction. */
  #hasClosed = false;
  readonly #conditions = new Conditions();

  constructor(setting: Setting) {
    const { reasoner, vocabulary, proof } = setting;
    this.#setting = setting;
    this.#names = new NameJudge(reasoner, vocabulary.sequences, vocabulary.table);
    this.#cases = new Cases(reasoner);
    this.#unfolding = new Unfolding(proof, vocabulary.sequences);
    this.#context = this.#newContext(false);
    this.#statements = new StatementJudge(this.#context, setting);
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
    this.#context = this.#newContext(steps.some(({ level }) => level !== null));
    this.#statements = new StatementJudge(this.#context, this.#setting);
    const judgedSteps: JudgedStep[] = [];
    for (const step of withScopes(steps)) {
      if (step.kind !== 'blank' && step.kind !== 'words') this.#context.enter(step.level ?? 0);
      const judgedStep = await this.#withShown(await this.#judge(step));
      judgedSteps.push(openBelow(judgedSteps, judgedStep));
    }
    return judgedSteps;
  }

  async #judge(step: ReadStep): Promise<JudgedStep> {
    switch (step.kind) {
      case 'words':
        if (step.closes) this.#context.discharge();
        return passedOver(step);
      case 'blank':
      case 'start':
      case 'unreadable':
        return passedOver(step);
      case 'definition':
        return (await this.#introduce(step)) ?? passed(step, 'Gives a name.');
      case 'claim': {
        const later = step.from.filter((cited) => cited >= step.number);
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
      const problem = await this.#names.introduce(step, this.#unfolding.of(name), premises);
      if (problem) return problem;
    }
    return null;
  }

  async #judgeClaim(step: ClaimStep): Promise<JudgedStep> {
    if (step.role === 'announce') return passed(step, 'Announced, not claimed.');
    const supposed = this.#unfolding.statementsOf(step.supposed);
    const statements = this.#unfolding.statementsOf(step.chains);
    const unusable = this.#names.unusableIn(step, [...supposed, ...statements]);
    if (unusable) return unusable;
    if (step.isCondition) return this.#underCondition(step, supposed, step.chains);
    if (supposed.length > 0 && (await this.#statements.areForLarge(supposed)))
      return this.#judgeChains(step, [...step.supposed, ...step.chains]);
    if (step.mayConclude && supposed.some(this.#setting.saysGoal))
      return this.#judgeChains(step, [...step.supposed, ...step.chains]);
    if (supposed.length > 0 || step.supposesNoLimit) return this.#suppose(step, supposed);
    const condition = this.#unfolding.statementsOf(step.chains.slice(0, step.antecedents));
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
    const isLeft = isCase && (await this.#cases.isLeft(supposed));
    const supposition = this.#context.suppose(isLeft ? [] : supposed, step.level ?? 0, isCase);
    if (isCase) this.#cases.begin(supposition, step.level ?? 0);
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
    this.#conditions.add(condition, [...proved, ...underSupposition]);
    const established = { ...rest, proved: [], underSupposition: [...underSupposition, ...proved] };
    return { ...judgedStep, established };
  }

  /** A line with what earlier lines said under a condition, where that is shown now. */
  async #withShown(step: JudgedStep): Promise<JudgedStep> {
    const { established } = step;
    if (established.proved.length === 0) return step;
    const shown = await this.#conditions.shown(this.#context);
    if (shown.length === 0) return step;
    return { ...step, established: { ...established, proved: [...established.proved, ...shown] } };
  }

  async #judgeChains(step: ClaimStep, chains: readonly Chain[]): Promise<JudgedStep> {
    if (step.closes && !this.#context.hasSupposition && !this.#hasClosed)
      return unread(step, NO_SUPPOSITION);
    const said = chains.flatMap((chain) => this.#unfolding.saidIn(chain));
    const judgedStep = await this.#statements.judge(step, said);
    const { established } = judgedStep;
    const ends = [...chains.flatMap(overallsOf), ...(step.running ? endsOf(step.running) : [])];
    const overalls = await this.#addOveralls(ends, judgedStep);
    this.#context.takeIn(established);
    if (!this.#context.hasSupposition) {
      this.#known.push(...said.filter(({ unfolded }) => established.proved.includes(unfolded)));
      return judgedStep;
    }
    const isReached = await this.#isContradiction([...said, ...overalls], judgedStep);
    if (isReached) await this.#close(judgedStep);
    else {
      await this.#takeFromCases(judgedStep);
      if (step.closes || this.#isBeyondCondition(step, established)) this.#context.discharge();
    }
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
      if (await deniesWhatIsKnown(each, this.#known, this.#setting.reasoner.bare)) return true;
    }
    return false;
  }

  /** A line after `if a then b` that does not need a ends the condition. */
  #isBeyondCondition({ antecedents, isCondition }: ClaimStep, established: Established): boolean {
    const isItself = isCondition || antecedents > 0;
    return !isItself && this.#context.endsSupposition(established);
  }

  /** What holds in all cases holds. */
  async #takeFromCases({ established }: JudgedStep): Promise<void> {
    const found = await this.#cases.inAll(supposedIn(established), this.#context.premises);
    established.proved.push(...found);
    this.#context.premises.push(...found);
  }

  /** What was supposed led to a contradiction, so its negation is known. */
  async #close(judgedStep: JudgedStep): Promise<void> {
    const { supposition, premises } = this.#context;
    const negation: Statement[] = [];
    // What has no value is not false, and neither is what says the opposite.
    for (const each of supposition?.negation ?? [])
      if (await this.#setting.reasoner.hasValue(premises, each)) negation.push(each);
    if (supposition) this.#cases.close(supposition);
    this.#hasClosed = true;
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
  async #addOveralls(ends: readonly Statement[], { established }: JudgedStep): Promise<Said[]> {
    const supposed = supposedIn(established);
    const found: Said[] = [];
    for (const written of ends) {
      const unfolded = this.#unfolding.of(written);
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
}
