import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoring } from '@/lib/kinds/derivation/authoring';
import { grade } from '@/lib/kinds/derivation/grade';

const part = authoring.split(
  authoring.authored.parse({
    symbols: {},
    laws: { p: { latex: 'p', of: ['x', 'y'] } },
    quantity: 'I(X;Y)',
    problem: '\\sum_{x,y} p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
    result: 'H(X) - H(X|Y)',
    shares: { setup: 1, steps: 2, result: 1 },
  }),
);

function verdictOf(line: string, seed: string): string | undefined {
  const answer = { lines: [line] };
  const checks = grade({ ...part, answer, points: 4, seed, earlier: {} });
  return checks.find(({ name }) => name === 'line 1')?.verdict;
}

/** Ways to write the mutual information. */
const EQUAL = [
  'H(X) - H(X\\mid Y)',
  'H(Y) - H(Y|X)',
  'H(X) + H(Y) - H(X,Y)',
  'H(Y,X) - H(X|Y) - H(Y|X)',
  '\\mathbb E_{x,y\\sim p}\\left[\\ln p(x|y) - \\ln p(x)\\right]',
  '\\mathbb E_{p(y)}\\left[D_{KL}(p(x|y)\\|p(x))\\right]',
  '\\sum_y p(y)\\sum_x p(x|y)\\ln\\frac{p(x|y)}{p(x)}',
  '\\int\\int p(x,y)\\ln\\frac{p(y|x)}{p(y)}\\,dx\\,dy',
  'I(Y;X)',
];
/** Ways that are not equal, though they look alike. */
const OTHER = [
  'H(X) - H(Y|X)',
  'H(X|Y) - H(X)',
  'H(X,Y) - H(X) - H(Y)',
  '\\sum_{x,y} p(x)p(y)\\ln\\frac{p(x)p(y)}{p(x,y)}',
  '\\mathbb E_{p(y)}\\left[D_{KL}(p(x)\\|p(x|y))\\right]',
  '\\sum_y p(y)\\sum_x p(x)\\ln\\frac{p(x|y)}{p(x)}',
];

describe('lines about laws of which nothing is known', () => {
  it('are right however they are written, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EQUAL),
        fc.constantFrom(...EQUAL),
        fc.string(),
        (a, b, seed) => {
          const line = `\\frac12\\left(${a}\\right) + \\frac12\\left(${b}\\right)`;
          expect([line, verdictOf(line, seed)]).toEqual([line, 'right']);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are wrong where one term is another, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OTHER),
        fc.constantFrom(...EQUAL),
        fc.string(),
        (a, b, seed) => {
          const line = `\\frac12\\left(${a}\\right) + \\frac12\\left(${b}\\right)`;
          expect([line, verdictOf(line, seed)]).toEqual([line, 'wrong']);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hold as inequalities where they do on all tables', () => {
    expect(verdictOf('I(X;Y) \\le H(X)', 's')).toBe('right');
    expect(verdictOf('I(X;Y) \\ge 0', 's')).toBe('right');
    expect(verdictOf('I(X;Y) \\ge H(X)', 's')).toBe('wrong');
  });
});
