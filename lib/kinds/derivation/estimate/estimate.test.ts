import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoring } from '@/lib/kinds/derivation/authoring';
import { grade } from '@/lib/kinds/derivation/grade';

const part = authoring.split(
  authoring.authored.parse({
    symbols: {
      lambda: { latex: '\\lambda', domain: '(0, inf)' },
      x: { latex: 'x', shape: ['n', 1] },
    },
    quantity: '\\hat\\lambda',
    problem: 'n \\ln\\lambda - \\lambda\\sum_{i=1}^n x_i',
    estimate: {
      objective: ['\\ell(\\lambda)'],
      parameters: { lambda: '\\frac{n}{\\sum_{i=1}^n x_i}' },
    },
    shares: { setup: 1, steps: 2, result: 1 },
  }),
);

function verdicts(lines: readonly string[]): Record<string, string> {
  const answer = { lines: [...lines] };
  const checks = grade({ ...part, answer, points: 4, seed: 's', earlier: {} });
  return Object.fromEntries(checks.map(({ name, verdict }) => [name, verdict]));
}

const objective = '\\ell(\\lambda) = n\\ln\\lambda - \\lambda\\sum_i x_i';
const solution = '\\lambda = \\frac{n}{\\sum_i x_i}';
const [left, right] = ['\\frac{n}{\\lambda}', '\\sum_i x_i'];

/** What may be done to both sides of an equation. */
const DONE: readonly ((side: string) => string)[] = [
  (side) => `\\lambda\\left(${side}\\right)`,
  (side) => `\\left(${side}\\right) - \\sum_i x_i`,
  (side) => `-3\\left(${side}\\right)`,
  (side) => `\\left(${side}\\right) + \\lambda^2`,
  (side) => `e^{\\frac{1}{n}\\left(${side}\\right)}`,
];
const steps = fc.array(fc.constantFrom(...DONE), { minLength: 1, maxLength: 3 });

describe('an estimate', () => {
  it('may solve its equation by whatever is done to both sides', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const both = done.reduce(([a, b], change) => [change(a), change(b)] as const, [
          left,
          right,
        ] as const);
        const said = verdicts([objective, both.join(' = '), solution]);
        expect(Object.values(said).every((verdict) => verdict === 'right')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is wrong at the equation of which one side was changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DONE), fc.boolean(), (change, isLeft) => {
        const equation = isLeft ? `${change(left)} = ${right}` : `${left} = ${change(right)}`;
        const said = verdicts([objective, equation, solution]);
        expect(said).toMatchObject({ 'line 1': 'right', 'line 2': 'wrong', 'line 3': 'right' });
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['a\\cdot 0 is none', '\\ell(\\lambda) = 0\\cdot\\lambda', 'wrong'],
    ['scaled and shifted', '\\ell(\\lambda) = 2n\\ln\\lambda - 2\\lambda\\sum_i x_i + 5n', 'right'],
    ['squared', '\\ell(\\lambda) = \\left(n\\ln\\lambda - \\lambda\\sum_i x_i\\right)^2', 'wrong'],
    [
      'shifted by the parameter',
      '\\ell(\\lambda) = n\\ln\\lambda - \\lambda\\sum_i x_i + \\lambda',
      'wrong',
    ],
  ])('objective: %s', (_, line, verdict) => {
    expect(verdicts([line])['set-up']).toBe(verdict);
  });
});
