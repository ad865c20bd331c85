import { type Judged, needsPerson, wrong } from '@/lib/kinds/judged';
import type { Comparison } from '@/lib/math/compare/outcome';
import { atPoint } from '@/lib/math/compare/witness/witness';
import { type Derivation, findingOf } from './derivation';
import type { JudgedStep } from './judge-lines';

/** The result is read from the last line; where that could not be read, it may be right there. */
export function judgeResult(derivation: Derivation): Judged {
  const judged = judgeReadResult(derivation);
  const end = derivation.steps.at(-1);
  if (!end?.unread || judged.verdict !== 'wrong') return judged;
  return { ...findingOf(end), share: judged.share };
}

function judgeReadResult(derivation: Derivation): Judged {
  const { quantity } = derivation.input.spec;
  const { last, prepared, judge } = derivation;
  if (!last?.tree) return wrong(`There is no result for $${quantity}$.`);
  const standing = derivation.standing(last.tree);
  if (standing !== null)
    return wrong(`Line ${last.line} is no closed form: $${standing}$ is still to be worked out.`);
  const comparison = judge.compare(prepared.result, last.tree);
  if (comparison.verdict === 'right') {
    const alone = derivation.isDerived
      ? ''
      : ' It was written without a derivation from what is asked for.';
    const message = `The result in line ${last.line} is right.${alone}`;
    return { share: 1, verdict: 'right', message, evidence: 'Equal to the reference.' };
  }
  if (comparison.verdict === 'review')
    return needsPerson(`The result in line ${last.line}`, comparison.reason);
  return wrongResult(derivation, last, comparison);
}

function wrongResult(
  derivation: Derivation,
  last: JudgedStep,
  { witness, explanation }: Extract<Comparison, { verdict: 'wrong' }>,
): Judged {
  const { followOn } = derivation.input.key;
  const summary = `${atPoint(witness.at)}your result is $${witness.answer}$, expected $${witness.reference}$.`;
  const misconception = last.tree && derivation.misconceptionOf(last.tree);
  if (misconception)
    return { ...wrong(misconception.message, summary), share: misconception.result };
  const slip = derivation.steps.find(({ verdict }) => verdict === 'wrong');
  if (slip && last.verdict === 'right' && derivation.isDerived) {
    const slipPlace = slip.line < last.line ? `line ${slip.line}` : 'the step before it';
    const message = `The result in line ${last.line} is right given ${slipPlace}, which is not; it earns follow-on credit.`;
    return { ...wrong(message, summary), share: followOn };
  }
  const how = explanation ? ` ${explanation}` : '';
  const judged = wrong(`The result in line ${last.line} is not right.${how}`, summary);
  // What leads up to it is right, and it is one known slip away from the result.
  const isLedUpTo = derivation.steps.some(
    ({ role, verdict, isTrue }) => role === 'step' && verdict === 'right' && isTrue,
  );
  const isSlip = explanation !== undefined && slip === last && isLedUpTo && derivation.showsWork;
  return isSlip ? { ...judged, share: followOn } : judged;
}
