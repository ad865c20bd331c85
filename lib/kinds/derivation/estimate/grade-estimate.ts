import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import type {
  DerivationAnswer,
  DerivationKey,
  DerivationSpec,
  EstimateSpec,
} from '@/lib/kinds/derivation/answer';
import { prepareDerivation } from '@/lib/kinds/derivation/prepare';
import { stepShare } from '@/lib/kinds/derivation/step-share';
import { readAuthored } from '@/lib/kinds/fields/read-authored';
import { checkOf, type Judged, judgedAs, lineCheck, needsPerson, wrong } from '@/lib/kinds/judged';
import type { Tree } from '@/lib/math/core/tree';
import { Claims } from './claims';
import { type JudgedEstimateLine, LineJudge } from './judge-line';
import { readEstimateLine } from './read-lines';

type Input = GradeInput<DerivationSpec, DerivationKey, DerivationAnswer>;

/** The derivative without the objective earns this share of the set-up. */
const WITHOUT_OBJECTIVE = 0.5;

/** To say that the derivative is zero, and not what it is, earns this share of the steps. */
const CONDITION_ALONE = 0.25;

/**
 * An estimate, by maximum likelihood or least squares: the objective earns the set-up, its
 * derivatives and equations the steps, and what the parameters are the result.
 */
export function gradeEstimate(input: Input, estimate: EstimateSpec): Check[] {
  const { spec, key, answer, points, seed } = input;
  const prepared = prepareDerivation(spec, key, points);
  const { table } = prepared;
  const parameters = Object.entries(key.parameters ?? {}).map(([id, text]) => ({
    id,
    result: readAuthored(`the value of ${id}`, text, table).tree,
  }));
  const claims = new Claims(prepared, parameters, seed);
  const judge = new LineJudge(claims, prepared.problem, table);
  const lines = (answer.lines ?? []).flatMap((text, index) => {
    const line = readEstimateLine(text, index + 1, table, estimate);
    return line.kind === 'blank' ? [] : [judge.judge(line)];
  });
  return [
    checkOf('set-up', key.shares.setup, judgeSetup(lines)),
    checkOf('steps', key.shares.steps, judgeSteps(lines, key.followOn)),
    checkOf('result', key.shares.result, judgeResult(lines, claims, table.latexOf, key.followOn)),
    ...lines.map((line) => lineCheck(line.number, line)),
  ];
}

function judgeSetup(lines: readonly JudgedEstimateLine[]): Judged {
  const objective =
    lines.find(({ part, verdict }) => part === 'objective' && verdict === 'right') ??
    lines.find(({ part }) => part === 'objective');
  if (objective?.verdict === 'right') {
    const message = `Line ${objective.number} states what is made extreme.`;
    return { share: 1, verdict: 'right', message, evidence: objective.evidence };
  }
  const unread = lines.find(({ part }) => part === 'unread');
  const derived = lines.find(
    ({ part, verdict, isGiven }) => part === 'derivative' && verdict === 'right' && !isGiven,
  );
  const share = derived ? WITHOUT_OBJECTIVE : 0;
  if (objective) return { ...judgedAs(objective), share };
  if (unread) return { ...judgedAs(unread), share };
  if (derived) {
    const message = `Line ${derived.number} has the right derivative, but no line says of what.`;
    return { ...wrong(message), share };
  }
  return wrong('No line states what is to be made extreme, such as the log-likelihood.');
}

function judgeSteps(lines: readonly JudgedEstimateLine[], followOn: number): Judged {
  const shown = lines.filter(
    ({ part }) => part === 'derivative' || part === 'equation' || part === 'unread',
  );
  const condition = lines.find(({ part }) => part === 'condition');
  if (shown.length === 0 && condition) {
    const message = `Line ${condition.number} sets the derivative to zero, but no line says what the derivative is.`;
    return { ...wrong(message), share: CONDITION_ALONE };
  }
  const counted = lines.filter((line) => line.part === 'condition' || shown.includes(line));
  const right = counted.filter(({ verdict }) => verdict === 'right').length;
  const slips = counted.filter(({ verdict }) => verdict === 'wrong');
  const open = counted.filter(({ verdict }) => verdict === 'review');
  if (counted.length === 0) {
    return wrong(
      'Nothing shows how the result is found: derive what is to be made extreme, and set the derivative to zero.',
    );
  }
  const shareOf = (good: number, bad: number) =>
    stepShare({ count: counted.length, right: good, wrong: bad, endsInSlip: false });
  const share = shareOf(right, slips.length + open.length);
  const best = shareOf(right + open.length, slips.length);
  const [firstOpen] = open;
  if (firstOpen && best > share) return { ...judgedAs(firstOpen), share, open: best - share };
  const [slip] = slips;
  if (slip) {
    const others = right > 0 ? `${right} of ${counted.length} steps are right. ` : '';
    return { ...judgedAs(slip), message: `${others}${slip.message}`, share };
  }
  if (counted.some(({ isGiven }) => isGiven)) {
    const message =
      'Every step is right given your objective, which is not; they earn follow-on credit.';
    return { ...wrong(message), share: followOn };
  }
  const message =
    counted.length === 1 ? 'The step is right.' : `All ${counted.length} steps are right.`;
  return { share: 1, verdict: 'right', message, evidence: message };
}

function judgeResult(
  lines: readonly JudgedEstimateLine[],
  claims: Claims,
  latexOf: (id: string) => string,
  followOn: number,
): Judged {
  const last = (id: string) => lines.filter(({ solved }) => solved?.id === id).at(-1);
  const found = claims.parameters.map(({ id }) => ({ id, line: last(id) }));
  const right = found.filter(({ line }) => line?.verdict === 'right');
  const share = right.length / found.length;
  if (share === 1) {
    const message = `What is asked for is right: ${found.map(({ id }) => `$${latexOf(id)}$`).join(', ')}.`;
    return { share, verdict: 'right', message, evidence: 'Equal to the reference.' };
  }
  const failed = found.find(({ line }) => line?.verdict !== 'right');
  const end = lines.at(-1);
  if (!failed?.line && end?.part === 'unread') return { ...judgedAs(end), share };
  if (!failed?.line)
    return { ...wrong(`No line says what $${latexOf(failed?.id ?? '')}$ is.`), share };
  if (failed.line.verdict === 'review')
    return { ...needsPerson('The result', failed.line.evidence), share };
  if (followsFromSlip(lines, claims, (id) => last(id)?.solved?.tree)) {
    const message = `The result in line ${failed.line.number} is right given your equation, which is not; it earns follow-on credit.`;
    return { ...judgedAs(failed.line), message, share: Math.max(share, followOn) };
  }
  return { ...judgedAs(failed.line), share };
}

/** Whether what was found fulfils the last equation, which is wrong. */
function followsFromSlip(
  lines: readonly JudgedEstimateLine[],
  claims: Claims,
  valueFor: (id: string) => Tree | undefined,
): boolean {
  const equation = lines.filter(({ sides }) => sides !== null).at(-1);
  const values = claims.parameters.flatMap(({ id }) => valueFor(id) ?? []);
  if (!equation?.sides || lines.every(({ verdict }) => verdict !== 'wrong')) return false;
  if (values.length !== claims.parameters.length) return false;
  const [left, right] = equation.sides;
  return claims.compareAt(left, right, values).verdict === 'right';
}
