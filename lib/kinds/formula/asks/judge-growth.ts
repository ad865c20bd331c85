import { compareGrowth, type GrowthWitness } from '@/lib/math/growth/compare-growth';
import { type GrowthClass, type Letter, letterLatex } from '@/lib/math/growth/read-growth';
import type { Setting } from '@/lib/math/sets/balls-at';
import { type AskedOutcome, judgeBy } from './judge-asked';
import { readAskedGrowth } from './read-asked';

/**
 * Classes of growth: the insides grow alike up to constant factors, and the letter is the one that
 * is asked for. Θ says as much as O and more; an expression alone stands for the class asked for. Of
 * a chain the last class counts, or one before it with the same inside that says more.
 */
export const judgeGrowth = judgeBy(
  readAskedGrowth,
  (reference, answer, _, setting): AskedOutcome => {
    const outcomeOf = (own: OneClass) => compareClasses(reference, own, setting);
    const last = outcomeOf(answer);
    if (last.verdict !== 'wrong') return last;
    const right = answer.earlier.filter((each) => outcomeOf(each).verdict === 'right');
    if (right.length === 0) return last;
    const isSame = ({ inside }: OneClass) =>
      compareGrowth(inside, answer.inside, setting).verdict === 'right';
    if (right.some((each) => isSame(each) && implies(each.letter, answer.letter)))
      return { verdict: 'right' };
    return { verdict: 'review', reason: 'Its classes are not the same.' };
  },
);

type OneClass = Pick<GrowthClass, 'letter' | 'inside'>;

function compareClasses(reference: OneClass, answer: OneClass, setting: Setting): AskedOutcome {
  const outcome = compareGrowth(reference.inside, answer.inside, setting);
  if (outcome.verdict === 'review') return outcome;
  if (outcome.verdict === 'wrong') {
    const { isFaster, ratios } = outcome.witness;
    const message = isFaster
      ? 'grows faster than what is expected.'
      : 'does not grow as fast as what is expected.';
    const summary = ratioWords(outcome.witness);
    return { verdict: 'wrong', message, summary, data: { isFaster, ratios: [...ratios] } };
  }
  const [asked, written] = [reference.letter, answer.letter];
  if (asked === null || written === null || asked === written || implies(written, asked))
    return outcome;
  if (STRICT[asked] === written)
    return { verdict: 'review', reason: 'It says more than what is asked for.' };
  const [ask, own] = [asked, written].map((letter) => `$${letterLatex(letter)}$`);
  return {
    verdict: 'wrong',
    message: `has the right function inside, but ${ask} is asked for, not ${own}.`,
    summary: strayOf(asked, written),
    data: { asked, written },
  };
}

/** What grows more slowly grows at most as fast, and may be asked for as that. */
const STRICT: Readonly<Partial<Record<Letter, Letter>>> = { O: 'o', Omega: 'omega' };

/** Whether a class of the one letter lies in that of the other. */
function implies(letter: Letter | null, other: Letter | null): boolean {
  return letter === 'Theta' && (other === 'O' || other === 'Omega' || other === 'Theta');
}

/** A function in the class of one letter and not in that of the other, of the same expression. */
function strayOf(asked: Letter, written: Letter): string {
  const isStrict = (letter: Letter) => letter === 'o' || letter === 'omega';
  if (isStrict(asked) && !isStrict(written))
    return 'The expression itself is in your class and not in the expected one.';
  const inYours = 'is in your class and not in the expected one.';
  return written === 'O' || written === 'o'
    ? `The function $0$ ${inYours}`
    : `A function that grows faster than any power of it ${inYours}`;
}

function ratioWords({ ratios, isFaster }: GrowthWitness): string {
  const [first, second] = ratios;
  const tends = isFaster ? 'grows without bound' : 'tends to 0';
  if (!first || !second) return `The ratio of yours to the expected one ${tends}.`;
  return `The ratio of yours to the expected one ${tends}: it is $${first.ratio}$ at ${first.at} and $${second.ratio}$ at ${second.at}.`;
}
