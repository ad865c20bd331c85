import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quadrature, quadrature } from './quadrature';
import type { Range } from './quadrature-nodes';

/** ∫ f over (a, b), with the rounding of f as its error. */
function integrate(f: (x: number) => number, a: number, b: number): Quadrature {
  const range: Range = Number.isFinite(a)
    ? Number.isFinite(b)
      ? 'finite'
      : 'up'
    : Number.isFinite(b)
      ? 'down'
      : 'line';
  return quadrature(range, ({ near, offset }) => {
    const width = range === 'finite' ? b - a : 1;
    const x = range === 'line' ? offset : near === 'from' ? a + width * offset : b - width * offset;
    const value = f(x) * width;
    return { parts: [value], error: 4e-16 * Math.abs(value) };
  });
}

function settled(integral: Quadrature): { value: number; error: number } {
  if (integral.kind !== 'value') throw new Error(`no value: ${integral.kind}`);
  return { value: integral.parts[0] ?? Number.NaN, error: integral.error };
}

const { exp, sin, cos, log, sqrt, PI, abs } = Math;

const KNOWN: readonly [string, (x: number) => number, number, number, number][] = [
  ['a polynomial', (x) => x * x, 0, 1, 1 / 3],
  ['an exponential', (x) => exp(-x), 0, Infinity, 1],
  ['a slow exponential', (x) => x * exp(-x / 10), 0, Infinity, 100],
  ['a half-line downwards', (x) => x * exp(x), -Infinity, 0, -1],
  ['a normal density', (x) => exp((-x * x) / 2) / sqrt(2 * PI), -Infinity, Infinity, 1],
  [
    'a narrow one aside',
    (x) => exp(-((x - 3) ** 2) / 0.18) / (0.3 * sqrt(2 * PI)),
    -Infinity,
    Infinity,
    1,
  ],
  ['heavy tails', (x) => 1 / (1 + x * x), -Infinity, Infinity, PI],
  ['a logarithm at 0', log, 0, 1, -1],
  ['a root in the denominator', (x) => 1 / sqrt(x), 0, 1, 2],
  ['a strong singularity', (x) => x ** -0.9, 0, 1, 10],
  ['an algebraic tail', (x) => x ** -1.1, 1, Infinity, 10],
  ['an oscillation', (x) => cos(30 * x), 0, 1, sin(30) / 30],
  ['a damped oscillation', (x) => sin(x) * exp(-x), 0, Infinity, 0.5],
  ['a Gumbel mean', (x) => x * exp(-x - exp(-x)), -Infinity, Infinity, 0.5772156649015329],
  ['nothing', () => 0, 0, Infinity, 0],
];

describe('quadrature', () => {
  it.each(KNOWN)('works out %s', (_, f, a, b, truth) => {
    const { value, error } = settled(integrate(f, a, b));
    expect(abs(value - truth)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-9 * Math.max(1, abs(truth)));
  });

  it('is honest about what converges slowly', () => {
    const { value, error } = settled(integrate(abs, -1, 2));
    expect(abs(value - 2.5)).toBeLessThanOrEqual(error);
  });

  it.each([
    ['1/x at 0', (x: number) => 1 / x, 0, 1, 'from'],
    ['1/x at infinity', (x: number) => 1 / x, 1, Infinity, 'to'],
    ['a constant', () => 1, 0, Infinity, 'to'],
    ['growth', (x: number) => exp(x), 0, Infinity, 'to'],
    ['growth downwards', (x: number) => exp(-x), -Infinity, 0, 'from'],
  ] as const)('names the divergence of %s', (_, f, a, b, at) => {
    expect(integrate(f, a, b)).toEqual({ kind: 'divergent', at });
  });

  it.each([
    ['sin x', sin],
    ['sin(x)/x', (x: number) => sin(x) / x],
  ])('names the oscillation of %s', (_, f) => {
    expect(integrate(f, 0, Infinity).kind).toBe('oscillating');
  });

  it('names an integrand that is not defined', () => {
    expect(integrate(log, -1, 1).kind).toBe('undefined');
  });

  it('keeps its error above the truth for x^a e^(-bx)', () => {
    const factorials = [1, 1, 2, 6, 24, 120, 720];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (a, b) => {
          const truth = (factorials[a] ?? 1) / b ** (a + 1);
          const { value, error } = settled(integrate((x) => x ** a * exp(-b * x), 0, Infinity));
          expect(abs(value - truth)).toBeLessThanOrEqual(error + 1e-14 * truth);
          expect(error).toBeLessThan(1e-8 * truth);
        },
      ),
    );
  });

  it('keeps its error above the truth for powers at an end', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.85, max: 4, noNaN: true }), (p) => {
        const { value, error } = settled(integrate((x) => x ** p, 0, 1));
        expect(abs(value - 1 / (p + 1))).toBeLessThanOrEqual(error + 1e-14);
      }),
    );
  });

  it('decides convergence by the exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1.6, noNaN: true }), (p) => {
        fc.pre(abs(p - 1) > 0.05);
        const integral = integrate((x) => x ** -p, 1, Infinity);
        if (p < 1) expect(integral.kind).toBe('divergent');
        else expect(integral.kind).toBe('value');
      }),
    );
  });
});
