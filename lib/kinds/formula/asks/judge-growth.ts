import { compareGrowth, type GrowthWitness } from '@/lib/math/growth/compare-growth';
import { type GrowthClass, type Letter, letterLatex } from '@/lib/math/growth/read-growth';
import { type AskedOutcome, judgeBy } from './judge-asked';
import { readAskedGrowth } from './read-asked';

/**
 * Classes of growth: the insides grow alike up to constant factors, and the letter is the one that
 * is asked for. Θ says as much as O and more; an expression alone stands for the class asked for.
 */
export const judgeGrowth = judgeBy(
  readAskedGrowth,
  (reference, answer, _, setting): AskedOutcome => {
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
    const other = otherLetter(reference, answer);
    if (!other) return outcome;
    const { asked, written } = other;
    const [ask, own] = [asked, written].map((letter) => `$${letterLatex(letter)}$`);
    const stray =
      written === 'O' ? 'The function $0$' : 'A function that grows faster than any power of it';
    return {
      verdict: 'wrong',
      message: `has the right function inside, but ${ask} is asked for, not ${own}.`,
      summary: `${stray} is in your class and not in the expected one.`,
      data: { asked, written },
    };
  },
);

/** The letters, where the answer's says less than is asked for; null where it does not. */
function otherLetter(
  { letter: asked }: GrowthClass,
  { letter: written }: GrowthClass,
): { asked: Letter; written: Letter } | null {
  if (asked === null || written === null || asked === written) return null;
  return written === 'Theta' ? null : { asked, written };
}

function ratioWords({ ratios, isFaster }: GrowthWitness): string {
  const [first, second] = ratios;
  const tends = isFaster ? 'grows without bound' : 'tends to 0';
  if (!first || !second) return `The ratio of yours to the expected one ${tends}.`;
  return `The ratio of yours to the expected one ${tends}: it is $${first.ratio}$ at ${first.at} and $${second.ratio}$ at ${second.at}.`;
}
