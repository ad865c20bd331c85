import type { Verdict } from '@/lib/exam/check';
import type { Chain } from '@/lib/math/read-claim';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';
import { counterexample, divergingExample } from './counterexample';
import { unfoldedStatement } from './prepare';
import type { ReadStep } from './read-steps';
import type { Decision, Reasoner } from './reasoner';
import { overallsOf, type Statement, statementsOf } from './statement';

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
  /** What may be built on: what the line says, link by link and over its chains; empty unless accepted. */
  accepted: readonly Statement[];
  /** Numbers of the lines that it cites. */
  from: readonly number[];
}

/** Lines under an assumption that is to be refuted. */
interface Scope {
  assumption: readonly Statement[];
  /** What follows from the assumption alone. */
  within: Statement[];
}

/** Refuted lines that one is tried to follow from: a proof with more of them has no points left to keep. */
const MOST_GIVEN = 4;

/** Decides line after line what follows from the hypotheses and the lines above. */
export class StepJudge {
  readonly #reasoner: Reasoner;
  readonly #table: SymbolTable;
  readonly #unfold: (tree: Tree) => Tree;
  readonly #known: Statement[];
  readonly #refuted: { number: number; statements: readonly Statement[] }[] = [];
  #scope: Scope | null = null;

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
        this.#known.push(unfoldedStatement(step.statement, this.#unfold));
        return passed('Gives a name to an expression.');
      case 'claim': {
        const later = from.filter((cited) => cited >= number);
        if (later.length > 0) return circular(step, later);
        const statements = step.chains
          .flatMap(statementsOf)
          .map((each) => unfoldedStatement(each, this.#unfold));
        if (!step.assumes) return this.#judgeClaim(step, statements);
        this.#scope = { assumption: statements, within: [] };
        return judged(step, 'assumed', 'right', 'Supposed, to be refuted.', 'An assumption.');
      }
    }
  }

  async #judgeClaim(
    step: Extract<ReadStep, { kind: 'claim' }>,
    statements: readonly Statement[],
  ): Promise<JudgedStep> {
    const before = this.#known.length;
    for (const statement of statements) {
      const decision = await this.#decide(statement);
      if (decision.kind === 'follows') continue;
      // A line is accepted as a whole or not at all.
      this.#known.splice(before);
      return this.#notAccepted(step, statements, statement, decision);
    }
    const overall = await this.#overalls(step.chains);
    this.#known.push(...overall);
    return {
      ...judged(step, 'accepted', 'right', 'Follows.', 'Follows from what is above it.'),
      accepted: [...statements, ...overall],
    };
  }

  /** What chains say of their ends: `a ≤ b → 0` that a tends to 0. */
  async #overalls(chains: readonly Chain[]): Promise<Statement[]> {
    const found: Statement[] = [];
    for (const whole of chains.flatMap(overallsOf)) {
      const statement = unfoldedStatement(whole, this.#unfold);
      const known = [...this.#known, ...(this.#scope?.within ?? [])];
      const decision = await this.#reasoner.decide(known, statement);
      if (decision.kind === 'follows') found.push(statement);
    }
    return found;
  }

  /** Takes in what follows. */
  async #decide(statement: Statement): Promise<Decision> {
    const plain = await this.#reasoner.decide(this.#known, statement);
    if (plain.kind === 'follows') {
      this.#known.push(statement);
      return plain;
    }
    return this.#scope ? this.#decideWithin(this.#scope, statement, plain) : plain;
  }

  /**
   * Under an assumption that contradicts what is known everything follows, so that a line is to
   * follow from the assumption without the rest, or be the contradiction itself.
   */
  async #decideWithin(scope: Scope, statement: Statement, plain: Decision): Promise<Decision> {
    const supposed = [...scope.assumption, ...scope.within];
    const alone = await this.#reasoner.decide(supposed, statement);
    if (alone.kind === 'follows') {
      scope.within.push(statement);
      return alone;
    }
    const both = [...this.#known, ...supposed];
    const isPossible = await this.#reasoner.isConsistent(both);
    if (isPossible === true) {
      const decision = await this.#reasoner.decide(both, statement);
      if (decision.kind === 'follows') scope.within.push(statement);
      return decision;
    }
    if (isPossible === false && (await this.#reasoner.isConsistent([statement])) === false)
      return { kind: 'follows' };
    return plain.kind === 'undecided'
      ? plain
      : { kind: 'undecided', why: 'what follows under an assumption that cannot hold' };
  }

  async #notAccepted(
    step: Extract<ReadStep, { kind: 'claim' }>,
    statements: readonly Statement[],
    statement: Statement,
    decision: Exclude<Decision, { kind: 'follows' }>,
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

  #summary(
    decision: Exclude<Decision, { kind: 'follows' | 'undecided' }>,
    statement: Statement,
  ): string {
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
  return { number, from, outcome, verdict, message, evidence, witness: null, accepted: [] };
}

function circular(step: ReadStep, later: readonly number[]): JudgedStep {
  const cited = later.map((number) => (number === step.number ? 'itself' : `line ${number}`));
  const summary = `Line ${step.number} is said to follow from ${cited.join(' and ')}.`;
  const message = `${summary} A line can build only on the lines above it.`;
  return { ...judged(step, 'circular', 'wrong', message, summary), witness: summary };
}
