import type { Verdict } from '@/lib/exam/check';
import type { Chain } from '@/lib/math/read-claim';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';
import { counterexample, divergingExample } from './counterexample';
import { unfoldedStatement } from './prepare';
import type { ReadStep } from './read-steps';
import type { Decision, Reasoner } from './reasoner';
import { formsOf, overallsOf, type Statement, statementsOf } from './statement';
import { type GroundedDecision, type Shown, Supposition } from './supposition';

/** What became of a line. */
export type Outcome =
  /** Nothing to be judged: words, a name, an empty line. */
  | 'passed'
  | 'unreadable'
  | 'assumed'
  | 'accepted'
  | 'refuted'
  /** It follows from a line that was refuted. */
  | 'follow-on'
  /** It cites itself or a line below it. */
  | 'circular'
  | 'undecided';

export interface JudgedStep {
  number: number;
  outcome: Outcome;
  verdict: Verdict;
  message: string;
  evidence: string;
  witness: string | null;
  /** What the line says, link by link and over its chains; empty unless accepted. */
  shown: Readonly<Shown>;
  /** Numbers of the lines that it cites. */
  from: readonly number[];
}

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;
type NotFollowing = Exclude<Decision, { kind: 'follows' }>;
/** Refuted lines that one is tried to follow from: a proof with more of them has no points left to keep. */
const MOST_GIVEN = 4;

const SUPPOSED = 'Supposed: what holds only under it does not count as shown.';
const CONTRADICTION = /contradict|absurd|impossible|widerspr/i;

/** Decides line after line what follows from the hypotheses and the lines above. */
export class StepJudge {
  readonly #reasoner: Reasoner;
  readonly #table: SymbolTable;
  readonly #unfold: (tree: Tree) => Tree;
  readonly #known: Statement[];
  readonly #refuted: { number: number; statements: readonly Statement[] }[] = [];
  #supposition: Supposition | null = null;

  constructor(
    reasoner: Reasoner,
    table: SymbolTable,
    hypotheses: readonly Statement[],
    unfold: (tree: Tree) => Tree,
  ) {
    this.#reasoner = reasoner;
    this.#table = table;
    this.#unfold = unfold;
    this.#known = [...hypotheses];
  }

  async all(steps: readonly ReadStep[]): Promise<JudgedStep[]> {
    const judged: JudgedStep[] = [];
    for (const step of steps) judged.push(await this.#judge(step));
    return judged;
  }

  async #judge(step: ReadStep): Promise<JudgedStep> {
    const { number, from } = step;
    const passed = (message: string): JudgedStep =>
      judged(step, 'passed', 'right', message, 'Nothing to judge.');
    switch (step.kind) {
      case 'blank':
        return passed('Left empty.');
      case 'words':
        return passed('Words, for the reader; they are not judged.');
      case 'unreadable': {
        const { message } = step.error;
        return {
          ...judged(step, 'unreadable', 'wrong', `Could not be read: ${message}`, message),
          witness: message,
        };
      }
      case 'definition':
        this.#introduce(step.names);
        return passed('Gives a name to an expression.');
      case 'claim': {
        const later = from.filter((cited) => cited >= number);
        if (later.length > 0) return circular(step, later);
        this.#introduce(step.names);
        const supposed = this.#statementsOf(step.supposed);
        if (supposed.length === 0) return this.#judgeClaim(step);
        return step.supposes === 'as a condition'
          ? this.#underCondition(step, supposed)
          : this.#suppose(step, supposed);
      }
    }
  }

  #introduce(names: readonly Statement[]): void {
    this.#known.push(...names.map((name) => unfoldedStatement(name, this.#unfold)));
  }

  #statementsOf(chains: readonly Chain[]): Statement[] {
    return chains.flatMap(statementsOf).map((each) => unfoldedStatement(each, this.#unfold));
  }

  /** From here on lines may build on what is supposed, until something else is. */
  async #suppose(step: ClaimStep, supposed: readonly Statement[]): Promise<JudgedStep> {
    this.#supposition = new Supposition(this.#reasoner, supposed);
    if (step.chains.length > 0) return this.#judgeClaim(step);
    return judged(step, 'assumed', 'right', SUPPOSED, 'An assumption.');
  }

  /** `if a then b`: what is said under a condition is known only where the condition holds. */
  async #underCondition(step: ClaimStep, condition: readonly Statement[]): Promise<JudgedStep> {
    if (step.chains.length === 0)
      return judged(step, 'assumed', 'right', 'A condition; nothing is claimed.', 'A condition.');
    if (await this.#allFollow(this.#known, condition)) return this.#judgeClaim(step);
    const around = this.#supposition;
    const all = [...(around?.statements ?? []), ...condition];
    this.#supposition = new Supposition(this.#reasoner, all);
    const judgedStep = await this.#judgeClaim(step);
    this.#supposition = around;
    return judgedStep;
  }

  async #judgeClaim(step: ClaimStep): Promise<JudgedStep> {
    const shown = nothing();
    const statements = this.#statementsOf(step.chains);
    for (const statement of statements) {
      const decision = await this.#decide(statement, shown);
      // A line is accepted as a whole or not at all.
      if (decision !== 'follows') return this.#notAccepted(step, statements, statement, decision);
    }
    const under = [...shown.refuted, ...shown.supposed];
    await this.#addOveralls(step.chains, shown, under.length > 0);
    this.#known.push(...shown.known);
    this.#supposition?.takeIn(under);
    if (await this.#isContradiction(step, shown)) this.#supposition = null;
    const [message, evidence] =
      under.length > 0
        ? ['Follows from what is supposed.', 'Follows under a supposition.']
        : ['Follows.', 'Follows from what is above it.'];
    return {
      ...judged(step, 'accepted', 'right', message, evidence),
      shown,
    };
  }

  /** Whether a line is what a supposition was led to; what comes after it no longer builds on that. */
  async #isContradiction({ words, supposes }: ClaimStep, shown: Shown): Promise<boolean> {
    if (!this.#supposition) return false;
    if (supposes === null && CONTRADICTION.test(words)) return true;
    if (shown.refuted.length === 0) return false;
    return (await this.#reasoner.isConsistent([...shown.known, ...shown.refuted])) === false;
  }

  /** What chains say of their ends: `a ≤ b → 0` that a tends to 0. */
  async #addOveralls(chains: readonly Chain[], shown: Shown, isSupposed: boolean): Promise<void> {
    for (const whole of chains.flatMap(overallsOf)) {
      const statement = unfoldedStatement(whole, this.#unfold);
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
        shown[decision.ground].push(form);
        return 'follows';
      }
      if (!statement.ofLimits) last = decision;
    }
    return last;
  }

  async #decideForm(statement: Statement, shown: Shown): Promise<GroundedDecision> {
    const known = [...this.#known, ...shown.known];
    const plain = await this.#reasoner.decide(known, statement);
    if (plain.kind === 'follows') return { kind: 'follows', ground: 'known' };
    const more = [...shown.refuted, ...shown.supposed];
    return this.#supposition ? this.#supposition.decide(known, more, statement, plain) : plain;
  }

  async #notAccepted(
    step: ClaimStep,
    statements: readonly Statement[],
    statement: Statement,
    decision: NotFollowing,
  ): Promise<JudgedStep> {
    if (decision.kind === 'undecided') {
      const message = `The machine cannot tell whether this follows (${decision.why}); a person decides.`;
      return judged(step, 'undecided', 'review', message, decision.why);
    }
    const summary = this.#summary(decision, statement);
    const base = await this.#followsGiven(statements);
    this.#refuted.push({ number: step.number, statements });
    if (base !== null) {
      const message = `This follows from line ${base}, which does not hold; on its own it does not.`;
      return { ...judged(step, 'follow-on', 'wrong', message, summary), witness: summary };
    }
    const message =
      decision.kind === 'undefined'
        ? `This has no meaning everywhere: something may be zero that it divides by, or less than zero under a root. ${summary}`
        : `This does not follow. ${summary}`;
    return { ...judged(step, 'refuted', 'wrong', message, summary), witness: summary };
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

  #summary(decision: Exclude<NotFollowing, { kind: 'undecided' }>, statement: Statement): string {
    if (decision.kind === 'diverges')
      return divergingExample(decision.model, statement, this.#table);
    const related = this.#known.filter(({ operator }) => operator !== '->');
    return counterexample(decision.model, related, statement, this.#table);
  }
}

function judged(
  { number, from }: ReadStep,
  outcome: Outcome,
  verdict: Verdict,
  message: string,
  evidence: string,
): JudgedStep {
  return {
    number,
    from,
    outcome,
    verdict,
    message,
    evidence,
    witness: null,
    shown: nothing(),
  };
}

function nothing(): Shown {
  return { known: [], refuted: [], supposed: [] };
}

function circular(step: ReadStep, later: readonly number[]): JudgedStep {
  const cited = later.map((number) => (number === step.number ? 'itself' : `line ${number}`));
  const summary = `Line ${step.number} is said to follow from ${cited.join(' and ')}.`;
  const message = `${summary} A line can build only on the lines above it.`;
  return { ...judged(step, 'circular', 'wrong', message, summary), witness: summary };
}
