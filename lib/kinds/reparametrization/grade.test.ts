import { describe, expect, it } from 'vitest';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { ReparametrizationAnswer } from './answer';
import { authoring } from './authoring';
import { golden } from './cases';
import { grade } from './grade';

/** The exponential law of rate λ; two points for the transformation, two for the estimator. */
const [exponential] = golden;
if (!exponential) throw new Error('the exponential law is the first golden part');
const { spec, key } = authoring.split(authoring.authored.parse(exponential.part));

const T = '-\\frac{\\ln u}{\\lambda}';
const gradient = "-\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f";

function checksOf(base: ReparametrizationAnswer['base'], t: string, estimator: string, points = 4) {
  const fields = { T: t, gradient: estimator };
  const answer = base === undefined ? { fields } : { base, fields };
  const checks = grade({ spec, key, answer, points, seed: 's', earlier: {} });
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

it('praises a right pair, with nothing but the check itself and no witness', () => {
  expect(checksOf('uniform', T, gradient)).toEqual({
    T: {
      name: 'T',
      verdict: 'right',
      score: 2,
      points: 2,
      message: expect.stringContaining('has the right law with this base'),
      evidence: expect.stringContaining('at every sample'),
    },
    gradient: {
      name: 'gradient',
      verdict: 'right',
      score: 2,
      points: 2,
      message: expect.stringContaining('unbiased estimator through $T$'),
      evidence: expect.stringMatching(/^Unbiased for the test losses; .*network: right/),
    },
  });
});

describe('a transformation', () => {
  const transformOf = (base: ReparametrizationAnswer['base'], t: string) =>
    checksOf(base, t, gradient).T;

  it('of another law is shown a probability that differs, and its slip', () => {
    const check = transformOf('uniform', '-\\lambda\\ln u');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0, points: 2 });
    expect(check?.message).toMatch(/does not have the law that is asked for\. .*scale .* rate/);
    expect(check?.witness?.summary).toMatch(
      /^At .*\$t = .*: \$P\(T \\le t\)\$ is \$.*\$, that of the law asked for is \$.*\$\.$/,
    );
    expect(check?.witness?.data).toMatchObject({ reference: expect.any(String) });
  });

  it('that leaves the support is told so', () => {
    expect(transformOf('uniform', '\\frac{\\ln u}{\\lambda}')?.message).toContain(
      'negative samples',
    );
  });

  it.each([
    ['1/\\lambda', '$u$'],
    ['-\\ln u', '$\\lambda$'],
  ])('without one of its variables cannot be right, and says which: %s', (t, missing) => {
    const check = transformOf('uniform', t);
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toContain(`does not depend on ${missing}`);
    expect(check?.witness?.summary).toBe(check?.message);
  });

  it('is a function of two variables alone, and says which does not belong there', () => {
    const check = transformOf('uniform', 'y u \\lambda');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(
      /function of \$u\$ and \$\\lambda\$ alone; \$y\$ does not belong/,
    );
  });

  it('is a scalar', () => {
    expect(transformOf('uniform', '\\nabla_w f')?.message).toMatch(/should be a scalar, yours is/);
  });

  it('that was left empty is told that', () => {
    expect(transformOf('uniform', ' ')).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(transformOf('uniform', ' ')?.message).toContain('left empty');
  });

  it('without a base earns the share of a follow-on where some base fits, which is named', () => {
    const check = transformOf(undefined, T);
    expect(check).toMatchObject({ verdict: 'wrong', score: 1 });
    expect(check?.message).toMatch(/^No base .* would be right for the base uniform\.$/);
    const unfit = transformOf(undefined, '-\\lambda\\ln u');
    expect(unfit).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(unfit?.message).toBe('No base distribution was chosen.');
  });

  it.each([
    ['3u', 'integrates to $1.5$'],
    ['6u - 2', 'negative somewhere'],
  ])('has no law over a base of the density %s, which %s', (density, says) => {
    const check = transformOf({ density, domain: '(0, 1)' }, T);
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toContain(says);
    expect(check?.witness?.summary).toContain(says);
  });
});

describe('an estimator', () => {
  const estimatorOf = (estimator: string, t = T) => checksOf('uniform', t, estimator).gradient;

  it('with a bias is shown its mean beside the gradient, and its slip', () => {
    const check = estimatorOf("\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f");
    expect(check).toMatchObject({ verdict: 'wrong', score: 1, points: 2 });
    expect(check?.message).toMatch(/is not unbiased\. It is right but for its sign/);
    expect(check?.witness?.summary).toMatch(
      /^For \$\\ell\(y\) = .* at \$.*, beside \$\\nabla_w f\$: its mean is \$.*\$, the gradient is \$/,
    );
    expect(check?.witness?.data).toMatchObject({ at: expect.any(Array) });
  });

  it('with no slip that is known is told no more', () => {
    const check = estimatorOf("-2\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f");
    expect(check?.message).toMatch(/is not unbiased\.$/);
  });

  it.each([
    [
      '\\ell(y)\\left(\\frac1\\lambda - y\\right)\\nabla_w f',
      /score-function/,
      /contains \$\\ell\$/,
    ],
    [
      "\\int_0^1 \\ell'(-\\ln u/\\lambda)\\frac{\\ln u}{\\lambda^2}\\,du\\,\\nabla_w f",
      /estimated from a sample/,
      /contains an integral/,
    ],
  ])('without reparametrization earns a quarter: %s', (estimator, says, why) => {
    const check = estimatorOf(estimator);
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(check?.message).toMatch(says);
    expect(check?.witness?.summary).toMatch(why);
  });

  it('without the gradient of the network lacks it, and is told what stands there', () => {
    const part = estimatorOf("-\\ell'(y)\\frac{y}{\\lambda}");
    expect(part).toMatchObject({ verdict: 'wrong', score: 1 });
    expect(part?.message).toMatch(
      /^What stands there is \$\\partial\\ell.*\$\\nabla_w f\$, is missing/,
    );
    expect(estimatorOf("\\ell'(y)")?.message).toMatch(/is missing\.$/);
  });

  it('of another shape is no multiple of it', () => {
    const check = estimatorOf("\\ell'(y)\\nabla_w f(\\nabla_w f)^\\top");
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(/no multiple of \$\\nabla_w f\$/);
  });

  it('that was left empty is told that', () => {
    expect(estimatorOf('')?.message).toContain('left empty');
  });

  it('that is right for a wrong transformation earns follow-on credit', () => {
    const check = estimatorOf("-\\ell'(y)\\ln u\\,\\nabla_w f", '-\\lambda\\ln u');
    expect(check).toMatchObject({ verdict: 'wrong', score: 1 });
    expect(check?.message).toMatch(/right for your \$T\$, which is not; .*follow-on/);
  });

  it('that is right for a sample of the law earns it too, whatever the transformation', () => {
    for (const t of ['-\\lambda\\ln u', '']) {
      const check = estimatorOf(gradient, t);
      expect(check).toMatchObject({ verdict: 'wrong', score: 1 });
      expect(check?.message).toMatch(/right for a sample \$y\$ of the law itself/);
    }
  });

  it('that is right for neither earns nothing', () => {
    const check = estimatorOf("\\ell'(y)\\nabla_w f", '-\\lambda\\ln u');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toContain('right neither for your $T$ nor for a sample');
  });

  it('counts in full where only the base was not said', () => {
    expect(checksOf(undefined, T, gradient).gradient).toMatchObject({ verdict: 'right', score: 2 });
  });
});

it('refuses a key whose shares are not what the part is worth', () => {
  expect(() => checksOf('uniform', T, gradient, 5)).toThrow(BrokenKeyError);
});
