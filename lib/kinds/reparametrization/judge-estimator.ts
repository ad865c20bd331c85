import { readField } from '@/lib/kinds/fields/read-field';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { type Judged, leftEmpty, needsPerson, wrong } from '@/lib/kinds/judged';
import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import { shapeLatex } from '@/lib/math/core/dimension';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { elaborate } from '@/lib/math/language/shape';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import type { ReparametrizationKey } from './answer';
import { insideLaw, type Law } from './base';
import { comparing, isMultipleOfNetwork } from './comparing';
import {
  asEstimator,
  atTransform,
  derivativeBy,
  type Estimator,
  factorOf,
  lossSlope,
  pathwise,
  product,
  withLossDifferentiated,
} from './estimator';
import type { JudgedTransform } from './judge-transform';
import type { Prepared } from './prepare';
import { judgeEndToEnd, judgeUnbiased, overLaw } from './unbiased';

/**
 * Judges the estimator of ∇_w L: a multiple of ∇_w f whose mean over the base is the gradient of the
 * exact expectation, written with ℓ′ and not with ℓ; then the whole chain on a small network. With a
 * wrong transformation, what is right for it, or for a sample of the law itself, is credited.
 */
export function judgeEstimator(
  prepared: Prepared,
  key: ReparametrizationKey,
  judgedTransform: JudgedTransform,
  text: string,
  densities: FunctionBodies,
): Judged {
  const { table, spec } = prepared;
  const label = `$${spec.gradient.label}$`;
  if (text.trim() === '') return leftEmpty(label);
  const reading = readField(text, table, spec.gradient.leftSides);
  if (!reading.ok) return judgeUnread(label, text, reading.error);
  const { transform, base, hasLaw } = judgedTransform;
  const estimator = asEstimator(reading.value.tree, transform, prepared, densities);
  if (estimator.isUnevaluated && !transform) {
    const reason = `its derivative is not carried out, and your $${spec.T.label}$ could not be judged.`;
    return needsPerson(label, reason);
  }
  if (estimator.isScalar) return withoutNetwork(estimator, judgedTransform, prepared, key.slip);
  if (!isMultipleOfNetwork(estimator.written, estimator, prepared, base)) {
    const network = table.latexOf(prepared.roles.network);
    const message = `${label} is $${shapeLatex(reading.value.shape)}$ and is no multiple of $${network}$.`;
    return wrong(message);
  }
  if (transform && base && hasLaw) {
    const isSample = judgedTransform.verdict === 'right';
    return judgeWithTransform(prepared, key, estimator, { transform, base, isSample }, label);
  }
  const judged = judgeWithWrongTransform(prepared, key, estimator, judgedTransform, label);
  if (judgedTransform.verdict !== 'review') return judged;
  const share = Math.max(judged.share, 0);
  return {
    ...needsPerson(
      label,
      `it may be right for your $${spec.T.label}$, which is still to be judged.`,
    ),
    share,
  };
}

/** A transformation with its base; `isSample` where it certainly has the law that is asked for. */
interface RightTransform {
  transform: Tree;
  base: Law;
  isSample: boolean;
}

/** With a transformation of the right law. */
function judgeWithTransform(
  prepared: Prepared,
  key: ReparametrizationKey,
  estimator: Estimator,
  { transform, base, isSample }: RightTransform,
  label: string,
): Judged {
  const { roles, target, table } = prepared;
  const inSample = factorOf(estimator.written, prepared);
  // What is written in y alone needs the law of y only, which T has.
  const used = symbolsIn(inSample);
  const isInSample =
    isSample && used.has(roles.sample) && !used.has(roles.base) && !estimator.isIntegral;
  const law = isInSample ? target : base;
  const factor = isInSample
    ? overLaw(inSample, prepared, 'target')
    : overLaw(factorOf(atTransform(estimator, transform, prepared), prepared), prepared, 'base');
  const mean = judgeUnbiased(prepared, law, factor, estimator.functions);
  if (mean.verdict !== 'right') {
    const slip = estimatorSlip(prepared, estimator, transform, base);
    const share = slip?.isSign ? key.slip : 0;
    if (mean.verdict === 'review')
      return slip
        ? { ...wrong(`${label} is not unbiased. ${slip.message}`), share }
        : needsPerson(label, mean.reason);
    const { at, reference, answer } = mean.witness;
    const summary = `For $\\ell(y) = ${mean.loss}$ at ${assignmentsIn(at)}, beside $${table.latexOf(roles.network)}$: its mean is $${answer}$, the gradient is $${reference}$.`;
    const judged = wrong(`${label} is not unbiased. ${slip?.message ?? ''}`.trim(), summary);
    return { ...judged, share, witness: { summary, data: { at, reference, answer } } };
  }
  const other = otherUnbiased(estimator, key, label);
  if (other) return other;
  const end = judgeEndToEnd(prepared, law, factor, estimator.functions);
  if (end.verdict === 'wrong') {
    const { reference, answer } = end.witness;
    const summary = `On a small network its mean is $${answer}$, the difference quotient of $L$ is $${reference}$.`;
    return wrong(`${label} does not give the gradient of a small network.`, summary);
  }
  if (estimator.isUnevaluated) {
    const message = `${label} is right as far as it goes, but its derivative by $w$ is not carried out: the chain rule leads through $T$ to $${table.latexOf(roles.network)}$.`;
    return { ...wrong(message, 'It contains a derivative by the weights.'), share: key.slip };
  }
  return {
    share: 1,
    verdict: 'right',
    message: `${label} is an unbiased estimator through $T$.`,
    evidence: `Unbiased for the test losses; on a small network: ${end.verdict}.`,
  };
}

/** What is unbiased and is no estimator by reparametrization; null of one that is. */
function otherUnbiased(
  { isIntegral, usesLoss }: Estimator,
  { scoreFunction: share }: ReparametrizationKey,
  label: string,
): Judged | null {
  if (isIntegral) {
    const message = `What stands there is the gradient itself, as an integral; ${label} is to be estimated from a sample.`;
    return { ...wrong(message, 'It contains an integral.'), share };
  }
  if (!usesLoss) return null;
  const message = `${label} is unbiased, but it is a score-function estimator: it weighs $\\ell$ itself and not its derivative. The reparametrization trick differentiates through $T$, with $\\ell'$.`;
  return { ...wrong(message, "It contains $\\ell$ and not only $\\ell'$."), share };
}

/** With a transformation that is wrong, missing or not to be read. */
function judgeWithWrongTransform(
  prepared: Prepared,
  key: ReparametrizationKey,
  estimator: Estimator,
  { transform, base }: JudgedTransform,
  label: string,
): Judged {
  if (transform) {
    const placed = atTransform(estimator, transform, prepared);
    const right = pathwise(transform, prepared);
    if (isEqual(prepared, right, placed, estimator.functions, base)) {
      const message = `${label} is right for your $T$, which is not; it earns follow-on credit.`;
      return {
        ...wrong(
          message,
          "It is $\\ell'(T)\\,\\partial T/\\partial\\lambda$ times the gradient of the network.",
        ),
        share: key.followOn,
      };
    }
  }
  const { roles, target } = prepared;
  const factor = factorOf(estimator.written, prepared);
  if (!symbolsIn(factor).has(roles.base) && !estimator.usesLoss) {
    const inSample = overLaw(factor, prepared, 'target');
    const mean = judgeUnbiased(prepared, target, inSample, estimator.functions);
    if (mean.verdict === 'right') {
      const message = `${label} is right for a sample $y$ of the law itself, though your $T$ does not give one; it earns follow-on credit.`;
      return { ...wrong(message, 'Unbiased under the law itself.'), share: key.followOn };
    }
  }
  return wrong(
    `${label} is right neither for your $T$ nor for a sample of the law itself.`,
    'Neither pathwise for this transformation nor unbiased under the law.',
  );
}

function isEqual(
  prepared: Prepared,
  reference: Tree,
  answer: Tree,
  functions: FunctionBodies,
  base: Law | null,
): boolean {
  const isTyped = elaborate(answer, prepared.table, undefined).ok;
  const inside = (tree: Tree) => insideLaw(tree, base, prepared.roles.base);
  return (
    isTyped &&
    comparing(prepared, inside(reference), inside(answer), {
      functions,
      upTo: 'transpose',
    }).verdict === 'right'
  );
}

interface EstimatorSlip {
  message: string;
  /** Everything but the sign is right. */
  isSign: boolean;
}

/** The slip that makes an estimator biased; null where none is found. */
function estimatorSlip(
  prepared: Prepared,
  estimator: Estimator,
  transform: Tree,
  base: Law,
): EstimatorSlip | null {
  const { roles, table } = prepared;
  const slip = (message: string, isSign = false) => ({ message, isSign });
  const placed = atTransform(estimator, transform, prepared);
  const right = pathwise(transform, prepared);
  const network: Tree = { kind: 'symbol', id: roles.network };
  const slope = derivativeBy(roles.parameter, transform);
  const same = (reference: Tree, answer: Tree = placed) =>
    isEqual(prepared, reference, answer, estimator.functions, base);
  if (same({ kind: 'negate', operand: right }))
    return slip('It is right but for its sign: a minus is missing or too many.', true);
  if (estimator.usesLoss && same(right, withLossDifferentiated(placed, roles.loss)))
    return slip("It has $\\ell$ where $\\ell'$ belongs.");
  const chain = lossSlope(transform, roles.loss);
  if (same(product(chain, network)))
    return slip(
      `The factor $\\partial T/\\partial ${table.latexOf(roles.parameter)}$ of the chain rule is missing.`,
    );
  if (same(product(slope, network)))
    return slip("The factor $\\ell'(y)$ of the chain rule is missing.");
  const inBase = product(product(chain, derivativeBy(roles.base, transform)), network);
  // A derivative by the base variable needs that very variable.
  if (isEqual(prepared, inBase, placed, estimator.functions, null))
    return slip(
      `$T$ is differentiated by $${table.latexOf(roles.base)}$; the chain rule needs $\\partial T/\\partial ${table.latexOf(roles.parameter)}$.`,
    );
  return null;
}

/** An estimator without ∇_w f, which is a scalar. */
function withoutNetwork(
  estimator: Estimator,
  { transform, base, hasLaw }: JudgedTransform,
  prepared: Prepared,
  share: number,
): Judged {
  const { roles, table } = prepared;
  const label = `$${prepared.spec.gradient.label}$`;
  const network = `$${table.latexOf(roles.network)}$`;
  const message = `${label} is a vector, yours is a scalar: the gradient of the network, ${network}, is missing.`;
  if (!transform) return wrong(message);
  const placed = atTransform(estimator, transform, prepared);
  const scalar = product(
    lossSlope(transform, roles.loss),
    derivativeBy(roles.parameter, transform),
  );
  if (!isEqual(prepared, scalar, placed, estimator.functions, base)) return wrong(message);
  const first = `What stands there is $\\partial\\ell/\\partial ${table.latexOf(roles.parameter)}$, the first part of the chain rule.`;
  return { ...wrong(`${first} ${message}`), share: hasLaw ? share : 0 };
}
