import { readField } from '@/lib/kinds/fields/read-field';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { type Judged, leftEmpty, needsPerson, wrong } from '@/lib/kinds/judged';
import { atPoint } from '@/lib/math/compare/witness/witness';
import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { Base, NamedBase, ReparametrizationKey } from './answer';
import { type Law, meanUnder, NAMED_BASES, readBase } from './base';
import { comparing } from './comparing';
import type { Prepared } from './prepare';
import { judgePushforward, outsideSupport, transformSlip } from './pushforward';

/** The transformation and its base, as far as they could be read. */
export interface JudgedTransform extends Judged {
  transform: Tree | null;
  base: Law | null;
  /** Together they have the law that is asked for, though the base may not have been said. */
  hasLaw: boolean;
}

/** Judges base and transformation together: any pair that gives the target's law is right. */
export function judgeTransform(
  prepared: Prepared,
  answered: Base | undefined,
  text: string,
  key: ReparametrizationKey,
): JudgedTransform {
  const chosen = answered ?? baseBeside(text);
  const { table, roles, spec } = prepared;
  const none = { transform: null, base: null, hasLaw: false };
  const label = `$${spec.T.label}$`;
  if (text.trim() === '') return { ...leftEmpty(label), ...none };
  const reading = readField(text, table, spec.T.leftSides);
  if (!reading.ok) return { ...judgeUnread(label, text, reading.error), ...none };
  const { tree, shape } = reading.value;
  if (!isScalar(shape)) {
    const message = `${label} should be a scalar, yours is $${shapeLatex(shape)}$.`;
    return { ...wrong(message), ...none };
  }
  const other = [...symbolsIn(tree)].find((id) => id !== roles.base && id !== roles.parameter);
  if (other !== undefined) {
    const message = `${label} must be a function of $${table.latexOf(roles.base)}$ and $${table.latexOf(roles.parameter)}$ alone; $${table.latexOf(other)}$ does not belong there.`;
    return { ...wrong(message), ...none };
  }
  if (chosen === undefined) {
    const fitting = Object.entries(NAMED_BASES).find(
      ([, law]) => judgePushforward(prepared, law, tree).verdict === 'right',
    );
    const hint = fitting ? ` ${label} would be right for the base ${fitting[0]}.` : '';
    const message = `No base distribution was chosen.${hint}`;
    return {
      ...wrong(message),
      share: fitting ? key.followOn : 0,
      transform: tree,
      base: fitting?.[1] ?? null,
      hasLaw: fitting !== undefined,
    };
  }
  const read = readBase(chosen, table, roles.base);
  if (!read.ok) return { ...read.error, ...none, transform: tree };
  const law = read.value;
  const fault = typeof chosen === 'object' ? lawFault(prepared, law) : null;
  if (fault) return { ...fault, ...none, transform: tree };
  const judged = judgePair(prepared, law, tree, key.slip);
  return { ...judged, transform: tree, base: law, hasLaw: judged.verdict !== 'wrong' };
}

function judgePair(prepared: Prepared, law: Law, transform: Tree, slipShare: number): Judged {
  const { table, roles } = prepared;
  const label = `$${prepared.spec.T.label}$`;
  for (const id of [roles.base, roles.parameter]) {
    if (symbolsIn(transform).has(id)) continue;
    const message = `${label} does not depend on $${table.latexOf(id)}$, so it cannot have the law that is asked for.`;
    return wrong(message);
  }
  const pushforward = judgePushforward(prepared, law, transform);
  if (pushforward.verdict === 'right') {
    return {
      share: 1,
      verdict: 'right',
      message: `${label} has the right law with this base.`,
      evidence: 'Distribution function and transform agree with the target’s at every sample.',
    };
  }
  if (pushforward.verdict === 'review') return needsPerson(label, pushforward.reason);
  const { at, reference, answer } = pushforward.witness;
  const point = at.map(({ latex, value }) => ({ latex: named(latex), value }));
  const what = pushforward.how === 'distribution' ? '$P(T \\le t)$' : 'the transform of $T$ at $s$';
  const summary = `${atPoint(point)}${what} is $${answer}$, that of the law asked for is $${reference}$.`;
  const slip = transformSlip(prepared, law, transform);
  const outside = outsideSupport(prepared, law, transform);
  const how = [slip?.message, outside].filter(Boolean).join(' ');
  return {
    ...wrong(`${label} does not have the law that is asked for. ${how}`.trim(), summary),
    share: slip?.isSign ? slipShare : 0,
    witness: { summary, data: { at, reference, answer } },
  };
}

/** The base that is said beside the transformation, as in `, u \\sim U(0, 1)`. */
function baseBeside(text: string): NamedBase | undefined {
  const [, law = ''] = /(?:\\sim(?![A-Za-z])|∼)(.*)$/s.exec(text) ?? [];
  const plain = law.replace(/\\(?:mathcal|mathrm|text|operatorname|left|right)|[\\{}$\s.;]/g, '');
  if (/^U(?:nif(?:orm)?)?[([]0,1[)\]]$/i.test(plain)) return 'uniform';
  if (/^Exp(?:onential)?\(1\)$/i.test(plain)) return 'exponential';
  return /^N(?:ormal)?\(0,1\)$/i.test(plain) ? 'normal' : undefined;
}

/** Our own symbols under names that one can read. */
function named(latex: string): string {
  return latex.replace('\\mathrm{level}', 't').replace('\\mathrm{frequency}', 's');
}

/** What keeps an own density from being one. */
function lawFault(prepared: Prepared, law: Law): Judged | null {
  const one: Tree = { kind: 'number', text: '1' };
  const total = comparing(prepared, one, meanUnder(law, one));
  if (total.verdict === 'wrong') {
    const summary = `It integrates to $${total.witness.answer}$.`;
    return wrong(
      `The base has no density that one can draw from. ${summary} It has to integrate to 1.`,
      summary,
    );
  }
  const size = meanUnder(
    { ...law, density: { kind: 'call', name: 'abs', args: [law.density] } },
    one,
  );
  const whole = comparing(prepared, one, size);
  if (whole.verdict === 'wrong') return wrong('The density of the base is negative somewhere.');
  if (total.verdict === 'right' && whole.verdict === 'right') return null;
  const message = 'The machine cannot tell whether the density of the base integrates to 1.';
  return { share: 0, verdict: 'review', message, evidence: message };
}
