import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import {
  checkOf,
  type Finding,
  type Judged,
  lineCheck,
  needsPerson,
  wrong,
} from '@/lib/kinds/judged';
import { atPoint } from '@/lib/math/compare/witness/witness';
import type { Tree } from '@/lib/math/core/tree';
import type { DerivationAnswer, DerivationKey, DerivationSpec } from './answer';
import { type JudgedStep, LineJudge } from './judge-lines';
import { closedSums, leftStanding, statesWork } from './operators';
import { type PreparedDerivation, prepareDerivation } from './prepare';
import { readLine } from './read-lines';
import { exchangedName, swappedSymbols } from './swapped';

type Input = GradeInput<DerivationSpec, DerivationKey, DerivationAnswer>;

/** A slip costs at least this share of the steps, however many lines stand around it. */
const LEAST_COST = 0.25;
/** A set-up that is right but for its name, in which symbols are exchanged, earns this share. */
const EXCHANGED_NAME = 0.5;
/** Steps that do not arrive at a closed form earn this share. */
const UNFINISHED = 0.5;

/**
 * A derivation earns points for its first line, which states what is derived, for the steps that
 * lead on from it, and for the result in the last line. Each line has a check without points that
 * says what became of it.
 */
export function grade(input: Input): Check[] {
  const prepared = prepareDerivation(input.spec, input.key, input.points);
  const judge = new LineJudge(prepared, input.seed);
  const { lines = [] } = input.answer;
  const read = lines.map((text, index) =>
    readLine(text, index + 1, prepared.table, input.spec.leftSides),
  );
  const judged = judge.all(read);
  const steps = judged.flatMap((line) => line.steps);
  const lineChecks = judged.map((line) => lineCheck(line.number, line));
  const derivation = new Derivation(steps, prepared, input, judge);
  return [derivation.setup(), derivation.steps(), derivation.result(), ...lineChecks];
}

/** The three aspects that carry points. */
class Derivation {
  readonly #steps: readonly JudgedStep[];
  readonly #prepared: PreparedDerivation;
  readonly #input: Input;
  readonly #judge: LineJudge;
  readonly #first: JudgedStep | undefined;
  readonly #last: JudgedStep | undefined;
  readonly #setup: Judged;

  constructor(
    steps: readonly JudgedStep[],
    prepared: PreparedDerivation,
    input: Input,
    judge: LineJudge,
  ) {
    this.#steps = steps;
    this.#prepared = prepared;
    this.#input = input;
    this.#judge = judge;
    const read = steps.filter(({ tree }) => tree !== null);
    this.#first = read[0];
    this.#last = read.at(-1);
    this.#setup = this.#judgeSetup();
  }

  setup(): Check {
    return checkOf('set-up', this.#input.key.shares.setup, this.#setup);
  }

  steps(): Check {
    return checkOf('steps', this.#input.key.shares.steps, this.#judgeSteps());
  }

  result(): Check {
    return checkOf('result', this.#input.key.shares.result, this.#judgeResult());
  }

  /** Whether the first line states the problem and not only has its value. */
  get #states(): boolean {
    const tree = this.#first?.tree;
    return tree != null && this.#isStatement(tree);
  }

  /** Whether an expression still contains what is to be worked out, and not the result already. */
  #isStatement(tree: Tree): boolean {
    const { problem } = this.#prepared;
    return statesWork(problem, tree) && (this.#holdsResult(problem) || !this.#holdsResult(tree));
  }

  #holdsResult(tree: Tree): boolean {
    const { result } = this.#prepared;
    return closedSums(tree).some((part) => this.#judge.isEqual(result, part));
  }

  #judgeSetup(): Judged {
    const { quantity } = this.#input.spec;
    const first = this.#first;
    const [start] = this.#steps;
    if (start?.role === 'none' && !this.#states) return { ...findingOf(start), share: 0 };
    if (!first?.tree) return wrong(`No line states what $${quantity}$ is.`);
    if (!this.#states && statesWork(this.#prepared.problem, first.tree)) {
      return wrong(
        `Line ${first.line} has the result in it already; it is to state what $${quantity}$ is before it is worked out.`,
      );
    }
    if (!this.#states) {
      return wrong(
        `No line states what $${quantity}$ is before it is worked out: the derivation begins with a closed form in line ${first.line}.`,
      );
    }
    if (first.verdict === 'right') {
      const named = exchangedName(
        this.#input.answer.lines?.[first.line - 1],
        this.#input.spec,
        this.#prepared.table,
      );
      if (named !== null) {
        const message = `Line ${first.line} is $${quantity}$, but is called $${named}$, with the symbols exchanged.`;
        return { ...wrong(message), share: EXCHANGED_NAME };
      }
      return {
        share: 1,
        verdict: 'right',
        message: `Line ${first.line} states $${quantity}$ rightly.`,
        evidence: 'The first line is equal to the problem.',
      };
    }
    if (first.verdict === 'review')
      return { share: 0, verdict: 'review', message: first.message, evidence: first.evidence };
    const misconception = this.#misconceptionOf(first.tree);
    const summary = first.witness?.summary ?? `Line ${first.line} is not $${quantity}$.`;
    if (misconception)
      return { ...wrong(misconception.message, summary), share: misconception.setup };
    const swapped = swappedSymbols(this.#prepared, first.tree, this.#judge);
    if (swapped) {
      const [a, b] = swapped;
      return wrong(
        `Line ${first.line} states $${quantity}$ with $${a}$ and $${b}$ exchanged.`,
        summary,
      );
    }
    return wrong(`Line ${first.line} does not state $${quantity}$. ${first.message}`, summary);
  }

  /** The first step that states the problem rightly; what follows it is derived from the problem. */
  get #anchor(): JudgedStep | undefined {
    return this.#steps.find(
      ({ tree, verdict }) => tree && verdict !== 'wrong' && this.#isStatement(tree),
    );
  }

  #judgeSteps(): Judged {
    const anchor = this.#anchor;
    const start = this.#steps.findIndex((step) => step === (anchor ?? this.#first));
    const counted = this.#steps
      .slice(start + 1)
      .filter(({ role }) => role === 'step' || role === 'none');
    if (this.#steps[0]?.unread && !anchor) {
      const first = 'the first line, from which they lead on, could not be read.';
      return needsPerson('What the steps are worth', first);
    }
    if (counted.length === 0) {
      const message =
        this.#first && !this.#states
          ? 'There is no derivation: the result stands alone, and earns its own share only.'
          : 'Nothing is derived yet from the first line.';
      return wrong(message);
    }
    if (!anchor && !this.#states)
      return wrong('The steps do not begin with what is to be derived, so they earn nothing.');
    return this.#judgeCounted(counted, anchor !== undefined);
  }

  /** The steps behind the first line; `isAnchored` where they lead on from the problem. */
  #judgeCounted(counted: readonly JudgedStep[], isAnchored: boolean): Judged {
    // After a wrong first line only what follows from that line is derived from anything.
    const right = counted.filter(
      ({ verdict, mends }) => verdict === 'right' && (isAnchored || !mends),
    ).length;
    const slips = counted.filter(({ verdict }) => verdict === 'wrong');
    const open = counted.filter(({ verdict }) => verdict === 'review');
    const tree = this.#last?.tree;
    const isClosed = tree != null && this.#standing(tree) === null;
    const base = isAnchored ? 1 : this.#input.key.followOn;
    const shareOf = (good: number, bad: number, arrives: boolean) => {
      const most = Math.max(0, 1 - LEAST_COST * bad);
      return base * (arrives ? 1 : UNFINISHED) * Math.min(good / counted.length, most);
    };
    const share = shareOf(right, slips.length + open.length, isClosed);
    const evidence = `${right} of ${counted.length} steps are right.`;
    const [firstOpen] = open;
    const arrives = isClosed || this.#steps.at(-1)?.unread === true;
    const best = shareOf(right + open.length, slips.length, arrives);
    if (firstOpen && best > share) {
      const message = open.map(({ message: own }) => own).join(' ');
      const { unread, place } = open.find((each) => !each.unread) ?? firstOpen;
      const judged = { share, open: best - share, verdict: 'review', message, evidence } as const;
      return { ...judged, ...(unread && { unread, place }) };
    }
    const [slip] = slips;
    if (slip) {
      const others = right > 0 ? `${right} of ${counted.length} steps are right. ` : '';
      const more = slips.length > 1 ? ` (and ${slips.length - 1} more)` : '';
      return {
        ...wrong(`${others}${slip.message}${more}`, slip.witness?.summary),
        share,
        evidence,
      };
    }
    if (right < counted.length) {
      const message =
        'The first line is not right, and the lines after it are right, but do not follow from it.';
      return { ...wrong(message, this.#setup.witness?.summary), share, evidence };
    }
    if (base < 1) {
      const message =
        'Every step is right given the first line, which is not; they earn follow-on credit.';
      return { ...wrong(message, this.#setup.witness?.summary), share, evidence };
    }
    if (!isClosed) {
      const message = 'Every step is right, but they do not arrive yet.';
      return { ...wrong(message), share, evidence };
    }
    const message =
      counted.length === 1 ? 'The step is right.' : `All ${counted.length} steps are right.`;
    return { share: 1, verdict: 'right', message, evidence };
  }

  /** The result is read from the last line; where that could not be read, it may be right there. */
  #judgeResult(): Judged {
    const judged = this.#judgeReadResult();
    const end = this.#steps.at(-1);
    if (!end?.unread || judged.verdict !== 'wrong') return judged;
    return { ...findingOf(end), share: judged.share };
  }

  #judgeReadResult(): Judged {
    const { quantity } = this.#input.spec;
    const { result } = this.#prepared;
    const last = this.#last;
    if (!last?.tree) return wrong(`There is no result for $${quantity}$.`);
    const standing = this.#standing(last.tree);
    if (standing !== null)
      return wrong(`Line ${last.line} is no closed form: $${standing}$ is still to be worked out.`);
    const comparison = this.#judge.compare(result, last.tree);
    if (comparison.verdict === 'right') {
      const alone = this.#states
        ? ''
        : ' It was written without a derivation from what is asked for.';
      return {
        share: 1,
        verdict: 'right',
        message: `The result in line ${last.line} is right.${alone}`,
        evidence: 'Equal to the reference.',
      };
    }
    if (comparison.verdict === 'review')
      return needsPerson(`The result in line ${last.line}`, comparison.reason);
    const { at, reference, answer } = comparison.witness;
    const summary = `${atPoint(at)}your result is $${answer}$, expected $${reference}$.`;
    const misconception = this.#misconceptionOf(last.tree);
    if (misconception)
      return { ...wrong(misconception.message, summary), share: misconception.result };
    const slip = this.#steps.find(({ verdict }) => verdict === 'wrong');
    if (slip && last.verdict === 'right' && this.#states) {
      const slipPlace = slip.line < last.line ? `line ${slip.line}` : 'the step before it';
      const message = `The result in line ${last.line} is right given ${slipPlace}, which is not; it earns follow-on credit.`;
      return { ...wrong(message, summary), share: this.#input.key.followOn };
    }
    const how = comparison.explanation ? ` ${comparison.explanation}` : '';
    return wrong(`The result in line ${last.line} is not right.${how}`, summary);
  }

  #standing(tree: Tree): string | null {
    return leftStanding(tree, this.#input.key.forms, this.#prepared.table);
  }

  #misconceptionOf(tree: Tree) {
    return this.#prepared.misconceptions.find((one) => this.#judge.isEqual(one.tree, tree));
  }
}

function findingOf({ verdict, message, evidence, witness, unread, place }: JudgedStep): Finding {
  return {
    verdict,
    message,
    evidence,
    ...(witness && { witness }),
    ...(unread && { unread, place }),
  };
}
