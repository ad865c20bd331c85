import type { Comparison, Outcome } from '@/lib/math/compare/outcome';
import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import { type Law, meanUnder, NAMED_BASES, overBase } from './base';
import { comparing } from './comparing';
import { FREQUENCY, LEVEL, type Prepared } from './prepare';

const level: Tree = { kind: 'symbol', id: LEVEL };
const frequency: Tree = { kind: 'symbol', id: FREQUENCY };
const sample: Tree = { kind: 'bound', name: 'y' };

/** Whether T(u, λ) has the target's law when u has the base's, and where it does not, at which level. */
export type Pushforward =
  | { verdict: 'right' }
  | {
      verdict: 'wrong';
      how: 'distribution' | 'transform';
      witness: Extract<Outcome, { verdict: 'wrong' }>['witness'];
    }
  | { verdict: 'review'; reason: string };

/**
 * Compares the distribution functions P(T(u, λ) ≤ t) = E_u[T(u, λ) ≤ t] and P(y ≤ t), and then the
 * Laplace transforms E e^{−sT} where the target lives on a half-line, else the real parts of the
 * characteristic functions E cos(sT), by quadrature at random λ, t and s. A law is determined by
 * either (Billingsley, Probability and Measure, sections 14, 22 and 26).
 */
export function judgePushforward(prepared: Prepared, base: Law, transform: Tree): Pushforward {
  const { target, roles } = prepared;
  const pushed = overBase(transform, roles.base);
  const below = (value: Tree): Tree => ({
    kind: 'indicator',
    condition: { kind: 'relation', operator: '<=', left: value, right: level },
  });
  const distribution = comparing(
    prepared,
    meanUnder({ ...target, to: level }, { kind: 'number', text: '1' }),
    meanUnder(base, below(pushed)),
    { points: 6 },
  );
  if (distribution.verdict === 'wrong') return refuted('distribution', distribution);
  const moment = (value: Tree): Tree => {
    const scaled: Tree = { kind: 'multiply', left: frequency, right: value };
    return prepared.support.from >= 0
      ? { kind: 'call', name: 'exp', args: [{ kind: 'negate', operand: scaled }] }
      : { kind: 'call', name: 'cos', args: [scaled] };
  };
  const transformed = comparing(
    prepared,
    meanUnder(target, moment(sample)),
    meanUnder(base, moment(pushed)),
    { points: 3 },
  );
  if (transformed.verdict === 'wrong') return refuted('transform', transformed);
  const open = [distribution, transformed].find(({ verdict }) => verdict === 'review');
  // One of the two determines the law.
  if (distribution.verdict === 'right' || !open || open.verdict !== 'review')
    return { verdict: 'right' };
  return { verdict: 'review', reason: open.reason };
}

function refuted(
  how: 'distribution' | 'transform',
  { witness }: Extract<Comparison, { verdict: 'wrong' }>,
): Pushforward {
  return { verdict: 'wrong', how, witness };
}

/** What makes a transformation wrong, in words. */
interface TransformSlip {
  message: string;
  /** Everything but the sign is right. */
  isSign: boolean;
}

/** The slip that makes a transformation wrong; null where none is found. */
export function transformSlip(
  prepared: Prepared,
  base: Law,
  transform: Tree,
): TransformSlip | null {
  const { roles, table } = prepared;
  const fits = (law: Law, tree: Tree) => judgePushforward(prepared, law, tree).verdict === 'right';
  const parameter: Tree = { kind: 'symbol', id: roles.parameter };
  const latex = `$${table.latexOf(roles.parameter)}$`;
  const inverse: Tree = { kind: 'divide', left: { kind: 'number', text: '1' }, right: parameter };
  const swapped = substitute(transform, (id) => (id === roles.parameter ? inverse : null));
  if (fits(base, swapped)) {
    const message = `It has ${latex} where $1/${table.latexOf(roles.parameter)}$ belongs: a scale was taken for a rate, or a rate for a scale.`;
    return { message, isSign: false };
  }
  if (fits(base, { kind: 'negate', operand: transform }))
    return { message: 'It is right but for its sign.', isSign: true };
  const own = Object.entries(NAMED_BASES).find(([, law]) => law !== base && fits(law, transform));
  if (!own) return null;
  const message = `It would be right for the base ${own[0]}, which is not the one you chose.`;
  return { message, isSign: false };
}

/** The probability with which T leaves the support, as a sentence with a witness; null where it stays inside. */
export function outsideSupport(prepared: Prepared, base: Law, transform: Tree): string | null {
  const { support, roles } = prepared;
  const pushed = overBase(transform, roles.base);
  const outside = (operator: '<' | '>', end: number): string | null => {
    if (!Number.isFinite(end)) return null;
    const condition: Tree = {
      kind: 'relation',
      operator,
      left: pushed,
      right:
        end < 0
          ? { kind: 'negate', operand: { kind: 'number', text: String(-end) } }
          : { kind: 'number', text: String(end) },
    };
    const chance = meanUnder(base, { kind: 'indicator', condition });
    const comparison = comparing(prepared, { kind: 'number', text: '0' }, chance, { points: 2 });
    if (comparison.verdict !== 'wrong') return null;
    const { at, answer } = comparison.witness;
    if (answer.includes('undefined')) return null;
    const what =
      operator === '<' && end === 0
        ? 'negative samples'
        : `samples ${operator === '<' ? 'below' : 'above'} ${end}`;
    return `It gives ${what}: at ${assignmentsIn(at)} with probability $${answer}$.`;
  };
  return outside('<', support.from) ?? outside('>', support.to);
}
