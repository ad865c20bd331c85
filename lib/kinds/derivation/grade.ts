import type { Check } from '@/lib/exam/check';
import { gradeEstimate } from '@/lib/kinds/derivation/estimate/grade-estimate';
import { gradeLaws } from '@/lib/kinds/derivation/laws/grade-laws';
import { checkOf, lineCheck } from '@/lib/kinds/judged';
import { Derivation, type Input } from './derivation';
import { judgeResult } from './result';
import { judgeSetup } from './setup';
import { judgeSteps } from './steps';

/**
 * A derivation earns points for its first line, which states what is derived, for the steps that
 * lead on from it, and for the result in the last line. Each line has a check without points that
 * says what became of it.
 */
export function grade(input: Input): Check[] {
  if (input.spec.estimate) return gradeEstimate(input, input.spec.estimate);
  if (input.spec.laws) return gradeLaws(input, input.spec.laws);
  const derivation = new Derivation(input);
  const { shares } = input.key;
  const setup = judgeSetup(derivation);
  return [
    checkOf('set-up', shares.setup, setup),
    checkOf('steps', shares.steps, judgeSteps(derivation, setup)),
    checkOf('result', shares.result, judgeResult(derivation)),
    ...derivation.lines
      .toSorted((a, b) => a.number - b.number)
      .map((line) => lineCheck(line.number, line)),
  ];
}
