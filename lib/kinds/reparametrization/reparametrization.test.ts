import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoring } from './authoring';
import { grade } from './grade';

/** A law with one parameter λ by its density and its inverse distribution function. */
interface RandomLaw {
  parameter: string;
  density: string;
  domain: string;
  inverse: string;
}

const constant = (min: number, max: number) =>
  fc.integer({ min: Math.ceil(min * 8), max: Math.floor(max * 8) }).map((eighths) => eighths / 8);
const positive = '(0, inf)';

/** Families with random constants, each with a parameter that matters. */
const randomLaw: fc.Arbitrary<RandomLaw> = fc.oneof(
  constant(0.5, 3).map((k) => ({
    parameter: positive,
    density: `\\frac{${k}}{\\lambda}\\left(\\frac{y}{\\lambda}\\right)^{${k - 1}} e^{-(y/\\lambda)^{${k}}}`,
    domain: '(0, inf)',
    inverse: `\\lambda(-\\ln(1-u))^{1/${k}}`,
  })),
  constant(0.5, 3).map((s) => ({
    parameter: 'real',
    density: `\\frac{e^{-(y-\\lambda)/${s}}}{${s}(1+e^{-(y-\\lambda)/${s}})^2}`,
    domain: 'real',
    inverse: `\\lambda + ${s}\\ln\\frac{u}{1-u}`,
  })),
  constant(0.5, 2).map((s) => ({
    parameter: 'real',
    density: `\\frac{1}{${s}}e^{-(y-\\lambda)/${s}-e^{-(y-\\lambda)/${s}}}`,
    domain: 'real',
    inverse: `\\lambda - ${s}\\ln(-\\ln u)`,
  })),
  constant(1, 4).map((b) => ({
    parameter: positive,
    density: `\\lambda ${b} y^{\\lambda-1}(1-y^\\lambda)^{${b - 1}}`,
    domain: '(0, 1)',
    inverse: `(1-(1-u)^{1/${b}})^{1/\\lambda}`,
  })),
  constant(1, 4).map((m) => ({
    parameter: '(2, inf)',
    density: `\\lambda ${m}^\\lambda y^{-\\lambda-1}`,
    domain: `(${m}, inf)`,
    inverse: `${m}\\,u^{-1/\\lambda}`,
  })),
  constant(0.5, 3).map((s) => ({
    parameter: positive,
    density: `\\frac{y}{${s}\\lambda} e^{-y^2/(${2 * s}\\lambda)}`,
    domain: '(0, inf)',
    inverse: `\\sqrt{-${2 * s}\\lambda\\ln u}`,
  })),
);

function partOf({ parameter, density, domain, inverse }: RandomLaw) {
  return authoring.split(
    authoring.authored.parse({
      symbols: {
        lambda: { latex: '\\lambda', domain: parameter },
        u: { latex: 'u', domain: 'real' },
        y: { latex: 'y', domain },
        ell: { latex: '\\ell', from: [1, 1], to: [1, 1] },
        T: {
          latex: 'T',
          from: [
            [1, 1],
            [1, 1],
          ],
          to: [1, 1],
        },
        grad: { latex: '\\nabla_w f', shape: ['n', 1] },
      },
      roles: {
        lambda: 'parameter',
        u: 'base',
        y: 'sample',
        ell: 'loss',
        grad: 'network',
        T: 'transform',
      },
      density,
      domain,
      T: { label: 'T' },
      gradient: { label: 'G' },
      reference: { base: 'uniform', T: inverse, gradient: "\\ell'(y)\\nabla_w f" },
      shares: { T: 2, gradient: 2 },
    }),
  );
}

const estimator = "\\ell'(y)\\frac{\\partial}{\\partial\\lambda}T(u,\\lambda)\\nabla_w f";

function graded(law: RandomLaw, T: string, gradient: string, seed: string) {
  const answer = { base: 'uniform' as const, fields: { T, gradient } };
  return grade({ ...partOf(law), answer, points: 4, seed, earlier: {} });
}

describe('reparametrizations', () => {
  it('by inverse distribution functions of random laws are right', () => {
    fc.assert(
      fc.property(randomLaw, fc.boolean(), fc.string(), (law, isTurned, seed) => {
        // 1 − u is uniform as well.
        const T = isTurned ? law.inverse.replaceAll('u', '(1-u)') : law.inverse;
        const checks = graded(law, T, estimator, seed);
        expect(
          checks.map(({ verdict, message }) => [verdict, verdict === 'right' ? '' : message]),
        ).toEqual([
          ['right', ''],
          ['right', ''],
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('with a parameter that is off by 1 % are wrong, with a witness', () => {
    const perturb = fc.constantFrom(
      (T: string) => `1.01\\left(${T}\\right)`,
      (T: string) => T.replaceAll('\\lambda', '(1.01\\lambda)'),
    );
    fc.assert(
      fc.property(randomLaw, perturb, fc.string(), (law, change, seed) => {
        const [transform, gradient] = graded(law, change(law.inverse), estimator, seed);
        expect(transform).toMatchObject({ verdict: 'wrong', score: 0 });
        expect(transform?.witness?.data).toMatchObject({ reference: expect.any(String) });
        // The estimator is right for that transformation.
        expect(gradient).toMatchObject({ verdict: 'wrong', score: 1 });
      }),
      { numRuns: 40 },
    );
  });

  it('with an estimator that is off by 1 % are wrong, with a witness', () => {
    fc.assert(
      fc.property(randomLaw, fc.string(), (law, seed) => {
        const [transform, gradient] = graded(law, law.inverse, `1.01 ${estimator}`, seed);
        expect(transform).toMatchObject({ verdict: 'right' });
        expect(gradient).toMatchObject({ verdict: 'wrong', score: 0 });
        expect(gradient?.witness?.data).toMatchObject({ reference: expect.any(String) });
      }),
      { numRuns: 30 },
    );
  });
});
