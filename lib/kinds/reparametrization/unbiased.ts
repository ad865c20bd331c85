import type { Comparison } from '@/lib/math/compare/outcome';
import { parseDomain } from '@/lib/math/core/domain';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import { type Law, meanUnder, overBase } from './base';
import { comparing } from './comparing';
import { derivativeBy, product } from './estimator';
import { asSample, FIXED, NETWORK_INPUT, type Prepared, WEIGHTS } from './prepare';

const Y: Tree = { kind: 'bound', name: 'y' };
const number = (text: string): Tree => ({ kind: 'number', text });
const call = (name: 'sin' | 'ln' | 'exp' | 'tanh' | 'atan', arg: Tree): Tree => ({
  kind: 'call',
  name,
  args: [arg],
});
const square: Tree = { kind: 'power', left: Y, right: number('2') };
const plusOne = (right: Tree): Tree => ({ kind: 'add', left: number('1'), right });

/** A loss that estimators are tried with. */
interface TestLoss {
  latex: string;
  body: Tree;
}

/** y², sin y and a logarithm, and, where one of them has no expectation, arctan y. */
function testLosses({ support }: Prepared): readonly TestLoss[] {
  const logarithm =
    support.from >= 0
      ? { latex: '\\ln(1+y)', body: call('ln', plusOne(Y)) }
      : { latex: '\\ln(1+y^2)', body: call('ln', plusOne(square)) };
  return [
    { latex: 'y^2', body: square },
    { latex: '\\sin y', body: call('sin', Y) },
    logarithm,
    { latex: '\\arctan y', body: call('atan', Y) },
  ];
}

/** How many losses an estimator is tried with. */
const LOSSES = 3;

export type Unbiasedness =
  | { verdict: 'right' }
  | {
      verdict: 'wrong';
      loss: string;
      witness: Extract<Comparison, { verdict: 'wrong' }>['witness'];
    }
  | { verdict: 'review'; reason: string };

/**
 * Whether E_u c(u, λ) = d/dλ E_{y∼p_λ} ℓ(y) for the test losses, by quadrature on both sides; the
 * factor c stands in the law's variable. Losses without an expectation under the target say nothing.
 */
export function judgeUnbiased(
  prepared: Prepared,
  law: Law,
  factor: Tree,
  functions: FunctionBodies,
): Unbiasedness {
  const { roles, target } = prepared;
  let reason = 'there is no test loss with an expectation.';
  let agreed = 0;
  for (const { latex, body } of testLosses(prepared)) {
    if (agreed === LOSSES) break;
    const bodies = new Map([...functions, [roles.loss, { parameters: ['y'], body }] as const]);
    const exact = derivativeBy(roles.parameter, meanUnder(target, body));
    const comparison = comparing(prepared, exact, meanUnder(law, factor), {
      functions: bodies,
      points: 3,
      mostWork: 1_200_000,
    });
    if (comparison.verdict === 'wrong') {
      // Where a side has no value, as for y² under Cauchy, the loss is unfit.
      const { reference, answer } = comparison.witness;
      if (`${reference} ${answer}`.includes('undefined')) continue;
      return { verdict: 'wrong', loss: latex, witness: comparison.witness };
    }
    if (comparison.verdict === 'right') agreed++;
    else reason = comparison.reason;
  }
  return agreed > 0 ? { verdict: 'right' } : { verdict: 'review', reason };
}

/** The law's own variable for the symbol that the estimator is written in. */
export function overLaw(tree: Tree, prepared: Prepared, law: 'base' | 'target'): Tree {
  return law === 'base'
    ? overBase(tree, prepared.roles.base)
    : asSample(tree, prepared.roles.sample);
}

/**
 * The whole chain on a small network: λ = f(x, w) with random weights, and the estimator's mean times
 * ∂f/∂w₁ by automatic differentiation, against the difference quotient of L in w₁ (two step widths,
 * extrapolated). The two sides share no derivative.
 */
export function judgeEndToEnd(
  prepared: Prepared,
  base: Law,
  factor: Tree,
  functions: FunctionBodies,
): Comparison {
  const { roles, target } = prepared;
  const [weight] = WEIGHTS;
  const network = smallNetwork(prepared);
  const [, loss] = testLosses(prepared);
  const body = loss?.body ?? square;
  const inParameter = (tree: Tree) =>
    substitute(tree, (id) =>
      id === roles.parameter ? { kind: 'bound', name: 'parameter' } : null,
    );
  const [mean, expected] = FIXED.slice(-2);
  if (!mean || !expected) return { verdict: 'review', reason: 'no names are left', work: 0 };
  const bodies = new Map([
    ...[...functions].map(([id, own]) => [id, { ...own, body: inParameter(own.body) }] as const),
    [roles.loss, { parameters: ['y'], body }] as const,
    [mean, { parameters: ['parameter'], body: inParameter(meanUnder(base, factor)) }] as const,
    [expected, { parameters: ['parameter'], body: inParameter(meanUnder(target, body)) }] as const,
  ]);
  const at = (id: string, arg: Tree): Tree => ({ kind: 'apply', id, args: [arg], order: 0 });
  const estimate = product(at(mean, network), derivativeBy(weight, network));
  const moved = (step: number): Tree =>
    at(
      expected,
      substitute(network, (id) => (id === weight ? shifted(weight, step) : null)),
    );
  const quotient = (step: number): Tree => ({
    kind: 'divide',
    left: { kind: 'subtract', left: moved(step), right: moved(-step) },
    right: number(String(2 * step)),
  });
  const h = 2 ** -9;
  const extrapolated: Tree = {
    kind: 'divide',
    left: {
      kind: 'subtract',
      left: product(number('4'), quotient(h / 2)),
      right: quotient(h),
    },
    right: number('3'),
  };
  return comparing(prepared, extrapolated, estimate, {
    functions: bodies,
    points: 1,
    mostWork: 1_200_000,
  });
}

function shifted(id: string, step: number): Tree {
  const left: Tree = { kind: 'symbol', id };
  const right = number(String(Math.abs(step)));
  return step < 0 ? { kind: 'subtract', left, right } : { kind: 'add', left, right };
}

/** w₁ + w₂ tanh(w₃ + x), brought into the domain of the parameter. */
function smallNetwork({ table, roles }: Prepared): Tree {
  const [first, second, third] = WEIGHTS.map((id): Tree => ({ kind: 'symbol', id }));
  const input: Tree = { kind: 'symbol', id: NETWORK_INPUT };
  const zero = number('0');
  const hidden = call('tanh', { kind: 'add', left: third ?? zero, right: input });
  const output: Tree = { kind: 'add', left: first ?? zero, right: product(second ?? zero, hidden) };
  const type = table.typeOf(roles.parameter);
  const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  if (domain?.kind !== 'interval') return output;
  const exp = call('exp', output);
  if (domain.to === Number.POSITIVE_INFINITY)
    return { kind: 'add', left: numberOf(domain.from), right: exp };
  const width = domain.to - domain.from;
  const share: Tree = { kind: 'divide', left: exp, right: plusOne(exp) };
  return { kind: 'add', left: numberOf(domain.from), right: product(number(String(width)), share) };
}

function numberOf(value: number): Tree {
  const size = number(String(Math.abs(value)));
  return value < 0 ? { kind: 'negate', operand: size } : size;
}
