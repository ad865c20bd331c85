import { type Judged, needsPerson, wrong } from '@/lib/kinds/judged';
import type { Derivation } from './derivation';
import type { JudgedStep } from './judge-lines';
import { stepShare } from './step-share';

/** Steps that do not arrive at a closed form earn this share. */
const UNFINISHED = 0.5;

/** The steps behind the line that states the problem. */
export function judgeSteps(derivation: Derivation, setup: Judged): Judged {
  const { steps, first, anchor, isDerived } = derivation;
  const from = anchor ?? first;
  const counted = steps
    .slice(from ? steps.indexOf(from) + 1 : 0)
    .filter(({ role }) => role === 'step' || role === 'none');
  if (steps[0]?.unread && !anchor) {
    const reason = 'the first line, from which they lead on, could not be read.';
    return needsPerson('What the steps are worth', reason);
  }
  if (counted.length === 0) {
    return wrong(
      isDerived || !first
        ? 'Nothing is derived yet from the first line.'
        : 'There is no derivation: the result stands alone, and earns its own share only.',
    );
  }
  if (!isDerived)
    return wrong('The steps do not begin with what is to be derived, so they earn nothing.');
  const judged = new Counted(derivation, counted, setup).judged();
  if (anchor && derivation.statementOf(anchor).kind === 'open' && judged.share > 0) {
    const reason = `they lead on from line ${anchor.line}, of which a person decides whether it states what is asked for.`;
    return { ...needsPerson('What the steps are worth', reason), open: judged.share };
  }
  return judged;
}

/** Steps that lead on from the problem, or from a first line that is something else. */
class Counted {
  readonly #derivation: Derivation;
  readonly #counted: readonly JudgedStep[];
  readonly #setup: Judged;
  readonly #isAnchored: boolean;
  readonly #base: number;
  readonly #slips: readonly JudgedStep[];
  readonly #open: readonly JudgedStep[];
  readonly #right: number;

  constructor(derivation: Derivation, counted: readonly JudgedStep[], setup: Judged) {
    this.#derivation = derivation;
    this.#counted = counted;
    this.#setup = setup;
    this.#isAnchored = derivation.anchor !== undefined;
    this.#base = this.#isAnchored ? 1 : derivation.input.key.followOn;
    // After a wrong first line only what follows from that line is derived from anything.
    this.#right = counted.filter(
      ({ verdict, mends }) => verdict === 'right' && (this.#isAnchored || !mends),
    ).length;
    this.#slips = counted.filter(({ verdict }) => verdict === 'wrong');
    this.#open = counted.filter(({ verdict }) => verdict === 'review');
  }

  judged(): Judged {
    const [firstOpen] = this.#open;
    const { steps, last } = this.#derivation;
    const isClosed = last?.tree != null && this.#derivation.standing(last.tree) === null;
    const shows = this.#derivation.showsWork;
    const share = shows
      ? this.#share(this.#right, this.#slips.length + this.#open.length, isClosed)
      : 0;
    const evidence = `${this.#right} of ${this.#counted.length} steps are right.`;
    const arrives = isClosed || steps.at(-1)?.unread === true;
    const best = this.#share(this.#right + this.#open.length, this.#slips.length, arrives);
    if (firstOpen && best > share) {
      const message = this.#open.map(({ message: own }) => own).join(' ');
      const { unread, place } = this.#open.find((each) => !each.unread) ?? firstOpen;
      const judged = { share, open: best - share, verdict: 'review', message, evidence } as const;
      return { ...judged, ...(unread && { unread, place }) };
    }
    const fault = this.#fault(isClosed, shows);
    if (fault) return { ...fault, share, evidence };
    if (!shows) return this.#nothingShown(best);
    const count = this.#counted.length;
    const message = count === 1 ? 'The step is right.' : `All ${count} steps are right.`;
    return { share: 1, verdict: 'right', message, evidence };
  }

  #share(right: number, wrong: number, arrives: boolean): number {
    const end = this.#counted.at(-1);
    const endsInSlip = end?.verdict === 'wrong' && end === this.#derivation.steps.at(-1);
    const share = stepShare({ count: this.#counted.length, right, wrong, endsInSlip });
    return this.#base * (arrives ? 1 : UNFINISHED) * share;
  }

  /** What keeps steps that were read from being right; null where nothing does. */
  #fault(isClosed: boolean, shows: boolean): Judged | null {
    const [slip] = this.#slips;
    const { witness } = this.#setup;
    if (slip) {
      const { length } = this.#counted;
      const others = this.#right > 0 ? `${this.#right} of ${length} steps are right. ` : '';
      const more = this.#slips.length > 1 ? ` (and ${this.#slips.length - 1} more)` : '';
      return wrong(`${others}${slip.message}${more}`, slip.witness?.summary);
    }
    if (this.#right < this.#counted.length) {
      const message =
        'The first line is not right, and the lines after it are right, but do not follow from it.';
      return wrong(message, witness?.summary);
    }
    if (this.#base < 1 && shows) {
      const message =
        'Every step is right given the first line, which is not; they earn follow-on credit.';
      return wrong(message, witness?.summary);
    }
    return isClosed ? null : wrong('Every step is right, but they do not arrive yet.');
  }

  /** From the definition to the result at once; words between that were not read may show it. */
  #nothingShown(best: number): Judged {
    const words = this.#derivation.lines.find(({ hasWords }) => hasWords);
    if (words) {
      const reason = `nothing but the words in line ${words.number} stands between the definition and the result.`;
      return { ...needsPerson('How the result is derived', reason), open: best };
    }
    return wrong(
      'Nothing stands between the definition and the result that shows how the one becomes the other: split, reduce or work out the integral or sum in a line of its own.',
    );
  }
}
