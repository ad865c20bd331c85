import { claimLatex } from '@/lib/kinds/proof/reading/claim-latex';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { Said } from './contradiction';
import {
  type JudgedStep,
  judged,
  nothingEstablished,
  notRight,
  type Slip,
  undecided,
} from './judged-step';
import type { Mending } from './mending';
import { type ProofContext, supposedIn } from './proof-context';
import { refuted } from './refutation';
import type { Established, NotFollowing } from './supposition';

type ClaimStep = Extract<ReadStep, { kind: 'claim' }>;

/** Why a bound by an arbitrary number is left open. */
const FOR_LARGE = 'a bound that need only hold from some moment on';

interface Setting {
  reasoner: Reasoner;
  mending: Mending;
  vocabulary: Vocabulary;
  /** The same text for statements that differ by rearranging and factors only. */
  keyOf: (statement: Statement) => string | null;
}

/** Decides what a line says, statement by statement, so that line breaks change nothing. */
export class StatementJudge {
  readonly #context: ProofContext;
  readonly #reasoner: Reasoner;
  readonly #vocabulary: Vocabulary;
  readonly #mending: Mending;
  readonly #keyOf: Setting['keyOf'];
  /** Changes by which false statements further up would hold, with their lines. */
  readonly #changes = new Map<string, Change>();
  /** Statements about arbitrary numbers, which hold from some moment on. */
  readonly #forLarge: Statement[] = [];

  constructor(context: ProofContext, { reasoner, mending, vocabulary, keyOf }: Setting) {
    this.#context = context;
    this.#reasoner = reasoner;
    this.#vocabulary = vocabulary;
    this.#mending = mending;
    this.#keyOf = keyOf;
  }

  /** What becomes of a line that says these statements; those that follow are in `established`. */
  async judge(step: ClaimStep, said: readonly Said[]): Promise<JudgedStep> {
    const established = nothingEstablished();
    const slips: Slip[] = [];
    let worst: JudgedStep | null = null;
    for (const { unfolded } of said) {
      const decision = await this.#decide(unfolded, established);
      if (decision === 'follows') {
        await this.#addEquation(unfolded, established);
        continue;
      }
      const notAccepted = await this.#notAccepted(step, unfolded, decision);
      worst = worse(worst, notAccepted);
      slips.push(...notAccepted.slips);
    }
    if (worst) return { ...worst, established, slips };
    const isSupposed = supposedIn(established).length > 0;
    const [message, evidence] = isSupposed
      ? ['Follows from what is supposed.', 'Follows under a supposition.']
      : ['Follows.', 'Follows from what is above it.'];
    return { ...judged(step, 'accepted', 'right', message, evidence), established };
  }

  /** `lim a = lim b`, because a = b: the line brings on what that equation brings on. */
  async #addEquation(statement: Statement, { proved }: Established): Promise<void> {
    if (!statement.ofEqualLimits || !proved.includes(statement)) return;
    const { left, right } = statement;
    const equation: Statement = { operator: '=', left, right };
    if (await this.#reasoner.follows(this.#context.premises, equation)) proved.push(equation);
  }

  /** Whether statements are bounds by an arbitrary number that hold from some moment on, and need not be supposed. */
  async areForLarge(statements: readonly Statement[]): Promise<boolean> {
    for (const statement of statements) {
      if (!this.#isBound(statement)) return false;
      if (!(await this.#holdsForLarge(this.#context.premises, statement))) return false;
    }
    return true;
  }

  /** Whether a statement is about a number of which only the sign is known. */
  #isBound({ left, right }: Statement): boolean {
    const { arbitrary } = this.#vocabulary;
    return [left, right].some((side) => [...symbolsIn(side)].some((id) => arbitrary.has(id)));
  }

  async #decide(statement: Statement, established: Established) {
    if (!this.#isBound(statement)) return this.#context.decide(statement, established);
    const premises = [...this.#context.premises, ...established.proved, ...this.#forLarge];
    const holds =
      (await this.#reasoner.follows(premises, statement)) ||
      (await this.#holdsForLarge(premises, statement));
    if (!holds) return { kind: 'undecided', why: FOR_LARGE } as const;
    this.#forLarge.push(statement);
    established.forLarge.push(statement);
    const limit = await this.#limitOf(statement);
    if (limit) established.proved.push(limit);
    return 'follows';
  }

  /** Whether it says that something which tends to zero gets below a positive constant. */
  async #holdsForLarge(premises: readonly Statement[], statement: Statement): Promise<boolean> {
    const { small, bound } = sidesOf(statement);
    if (!/^[<>]=?$/.test(statement.operator) || this.#vocabulary.sequences.isIn(bound))
      return false;
    return (
      (await this.#reasoner.follows(premises, { operator: '<', left: ZERO, right: bound })) &&
      (await this.#reasoner.follows(this.#context.premises, toZero(small)))
    );
  }

  /** What a bound says by the definition of a limit: that a norm is as small as one likes from some moment on. */
  async #limitOf(statement: Statement): Promise<Statement | null> {
    const { small, bound } = sidesOf(statement);
    const { arbitrary } = this.#vocabulary;
    if (!/^[<>]=?$/.test(statement.operator) || this.#vocabulary.sequences.isIn(bound)) return null;
    const atZero = substitute(bound, (id) => (arbitrary.has(id) ? ZERO : null));
    const { premises } = this.#context;
    const isSo =
      (await this.#reasoner.follows([], { operator: '=', left: atZero, right: ZERO })) &&
      (await this.#reasoner.follows([], { operator: '<=', left: ZERO, right: small })) &&
      (await this.#reasoner.follows(premises, toZero(small)));
    return isSo ? toZero(small) : null;
  }

  async #notAccepted(
    step: ClaimStep,
    statement: Statement,
    decision: NotFollowing,
  ): Promise<JudgedStep> {
    if (decision.kind === 'undecided') return undecided(step, decision.why);
    // `this contradicts a` says that a is known, and does not claim it.
    if (step.closes) return undecided(step, 'what is said to be contradicted');
    const { premises, hasSupposition } = this.#context;
    const { table } = this.#vocabulary;
    const judgedStep = refuted(step, decision, statement, premises, table);
    if (!judgedStep.witness || hasSupposition || decision.kind === 'undefined')
      return { ...judgedStep, slips: judgedStep.witness ? [plainSlip(statement)] : [] };
    const key = this.#keyOf(statement);
    for (const [change, { line, written, meant }] of this.#changes) {
      const mended = await this.#mending.after(premises, statement, change);
      if (!mended) continue;
      // Another false form of what was meant there is another slip, and carries none on.
      const isOther = meant !== null && key !== written && this.#keyOf(mended.statement) === meant;
      if (isOther) continue;
      const message = `This has the slip of line ${line} in it and is right otherwise.`;
      const followOn = notRight(step, 'follow-on', message, judgedStep.witness.summary);
      return { ...followOn, slips: [{ ...plainSlip(statement), isFollowOn: true }] };
    }
    // To give another meaning to what is given is no slip of the pen.
    const mended = step.role === 'define' ? [] : await this.#mending.of(premises, statement);
    for (const { change, statement: meant } of mended)
      this.#changes.set(change, { line: step.number, written: key, meant: this.#keyOf(meant) });
    const slips = [{ statement, mended, isFollowOn: false }];
    const [first] = mended;
    if (!first) return { ...judgedStep, slips };
    const { operator, left, right } = first.statement;
    const chain = { members: [left, right], operators: [operator], limits: [] };
    const message = `${judgedStep.message} It holds with another ${first.what}: $${claimLatex([chain], table)}$.`;
    return { ...judgedStep, message, slips };
  }
}

const ZERO: Tree = { kind: 'number', text: '0' };

function toZero(left: Tree): Statement {
  return { operator: '->', left, right: ZERO };
}

/** The sides of an inequality, the smaller one first. */
function sidesOf({ operator, left, right }: Statement): { small: Tree; bound: Tree } {
  return operator.startsWith('<') ? { small: left, bound: right } : { small: right, bound: left };
}

/** A change by which a false statement would hold. */
interface Change {
  line: number;
  /** The statement as it stands and with the change, up to rearranging. */
  written: string | null;
  meant: string | null;
}

function plainSlip(statement: Statement): Slip {
  return { statement, mended: [], isFollowOn: false };
}

const SEVERITY: readonly JudgedStep['outcome'][] = ['refuted', 'follow-on', 'undecided'];

/** Of two findings on statements of one line the worse one, and of equals the first. */
function worse(one: JudgedStep | null, other: JudgedStep): JudgedStep {
  if (!one) return other;
  return SEVERITY.indexOf(other.outcome) < SEVERITY.indexOf(one.outcome) ? other : one;
}
