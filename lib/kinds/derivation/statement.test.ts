import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoring } from './authoring';
import { Derivation } from './derivation';

const part = authoring.split(
  authoring.authored.parse({
    symbols: {
      lambda: { latex: '\\lambda', domain: '(0, inf)' },
      mu: { latex: '\\mu', domain: '(0, inf)' },
      p: { latex: 'p', of: ['x'], definition: 'lambda * exp(-lambda * x)', support: '(0, inf)' },
      X: { latex: 'X', density: 'p' },
    },
    variable: 'x',
    quantity: 'Q',
    problem: '\\int_0^\\infty p(x) (\\mu x^2 + \\lambda x + \\ln\\mu)\\,dx',
    result: '\\frac{2\\mu}{\\lambda^2} + 1 + \\ln\\mu',
    shares: { setup: 1, steps: 2, result: 1 },
  }),
);

function statementOf(line: string): string {
  const answer = { lines: [line] };
  const derivation = new Derivation({ ...part, answer, points: 4, seed: 's', earlier: {} });
  const { first } = derivation;
  return first ? derivation.statementOf(first).kind : 'unread';
}

/** The terms of the integrand, each with ways to write its mean, and what the mean is. */
const TERMS = [
  {
    means: [
      '\\mu\\int_0^\\infty x^2 p(x)\\,dx',
      '\\mathbb E[\\mu X^2]',
      '\\int p\\, \\mu x^2\\,dx',
      '\\lim_{t\\to\\infty}\\int_0^t \\lambda\\mu x^2 e^{-\\lambda x}\\,dx',
    ],
    value: '\\frac{2\\mu}{\\lambda^2}',
  },
  {
    means: ['\\lambda\\,\\mathbb E[X]', '\\int_0^\\infty \\lambda^2 y e^{-\\lambda y}\\,dy'],
    value: '1',
  },
  {
    means: ['\\ln\\mu\\int_0^\\infty p(x)\\,dx', '\\ln\\mu', '\\mathbb E[\\ln\\mu + 0 X]'],
    value: '\\ln\\mu',
  },
] as const;

describe('a first line that is equal to the problem', () => {
  const choices = fc.tuple(...TERMS.map(({ means }) => fc.constantFrom<string>(...means)));
  const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

  it('states it, however its terms are split, ordered and written', () => {
    fc.assert(
      fc.property(choices, orders, (means, order) => {
        const line = order.map((at) => means[at]).join(' + ');
        expect([line, statementOf(line)]).toEqual([line, 'stated']);
      }),
      { numRuns: 60 },
    );
  });

  it('states it after a substitution too', () => {
    const line =
      '\\int_0^\\infty \\left(\\frac{\\mu}{\\lambda^2} s^2 + s + \\ln\\mu\\right) e^{-s}\\,ds';
    expect(statementOf(line)).toBe('stated');
  });

  it('does not where a mean is worked out already', () => {
    const places = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(choices, orders, places, (means, order, worked) => {
        const terms = means.map((mean, at) => (at === worked ? TERMS[at]?.value : mean));
        const line = order.map((at) => terms[at]).join(' + ');
        expect([line, statementOf(line)]).toEqual([line, expect.stringMatching(/beside|result/)]);
      }),
      { numRuns: 60 },
    );
  });

  it('is a person’s where another integral has the same value', () => {
    const tail = '\\int_0^\\infty (2\\mu x + \\lambda) e^{-\\lambda x}\\,dx + \\ln\\mu';
    expect(
      statementOf('\\int_0^\\infty (2\\mu x + \\lambda + \\lambda\\ln\\mu) e^{-\\lambda x}\\,dx'),
    ).toBe('open');
    expect(statementOf(tail)).toBe('beside');
  });
});
