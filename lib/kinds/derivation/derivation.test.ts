import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DerivationAnswer } from './answer';
import { authoring } from './authoring';
import { grade } from './grade';

const part = authoring.split(
  authoring.authored.parse({
    symbols: {
      lambda: { latex: '\\lambda', domain: '(0, inf)' },
      mu: { latex: '\\mu', domain: '(0, inf)' },
      p: { latex: 'p', of: ['x'], definition: 'lambda * exp(-lambda * x)', support: '(0, inf)' },
    },
    variable: 'x',
    quantity: 'Q',
    problem: '\\int_0^\\infty p(x) (\\mu x^2 + \\ln\\mu)\\,dx',
    result: '\\frac{2\\mu}{\\lambda^2} + \\ln\\mu',
    shares: { setup: 1, steps: 2, result: 1 },
  }),
);

function graded(lines: string[], seed = 'property') {
  const answer: DerivationAnswer = { lines };
  return grade({ ...part, answer, points: 4, seed, earlier: {} });
}

function verdictOf(checks: ReturnType<typeof graded>, name: string) {
  return checks.find((check) => check.name === name)?.verdict;
}

/** Ways to write the same: each takes an expression, in parentheses where it needs them. */
const REWRITES: readonly ((line: string) => string)[] = [
  (line) => `\\left(${line}\\right) + \\lambda - \\lambda`,
  (line) => `\\frac{\\mu\\left(${line}\\right)}{\\mu}`,
  (line) => `\\int_0^1 \\left(${line}\\right) dt`,
  (line) => `\\int_0^\\infty e^{-s}\\left(${line}\\right) ds`,
  (line) => `\\sum_{k=1}^\\infty 2^{-k}\\left(${line}\\right)`,
  (line) => `\\left[r\\left(${line}\\right)\\right]_{r=0}^{r=1}`,
  (line) => `\\ln\\left(\\lambda e^{${line}}\\right) - \\ln\\lambda`,
  (line) => `-\\left(-\\left(${line}\\right)\\right)`,
];

const starts = [
  '\\int_0^\\infty p(x)(\\mu x^2+\\ln\\mu)dx',
  '\\mathbb E_{x\\sim p}[\\mu x^2+\\ln\\mu]',
  '\\mu\\int_0^\\infty \\lambda x^2 e^{-\\lambda x}dx+\\ln\\mu',
];
const closed = [
  '\\frac{2\\mu}{\\lambda^2}+\\ln\\mu',
  '\\ln\\mu+2\\mu\\lambda^{-2}',
  '\\frac{2\\mu+\\lambda^2\\ln\\mu}{\\lambda^2}',
];

const written = fc
  .tuple(
    fc.constantFrom(...starts, ...closed),
    fc.array(fc.constantFrom(...REWRITES), { maxLength: 1 }),
  )
  .map(([line, rewrites]) => rewrites.reduce((text, rewrite) => rewrite(text), line));
const derivation = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(written, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...closed),
  )
  .map(([first, middle, last]) => [first, ...middle, last]);

/** Changes that no value survives. */
const MUTATIONS: readonly ((line: string) => string)[] = [
  (line) => `-\\left(${line}\\right)`,
  (line) => `\\left(${line}\\right) + \\lambda`,
  (line) => `\\frac{101}{100}\\left(${line}\\right)`,
  (line) => `\\left(${line}\\right) - 10^{-5}`,
  (line) => `\\mu\\left(${line}\\right)`,
];

describe('derivations', () => {
  it('are right however equal lines are written', () => {
    fc.assert(
      fc.property(derivation, fc.string(), (lines, seed) => {
        const checks = graded(lines, seed);
        expect(checks.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are wrong at the line that was changed, and there only', () => {
    const mutated = fc
      .tuple(derivation, fc.nat(), fc.constantFrom(...MUTATIONS))
      .map(([lines, place, mutate]) => {
        const index = 1 + (place % (lines.length - 2));
        return { index, lines: lines.map((line, at) => (at === index ? mutate(line) : line)) };
      });
    fc.assert(
      fc.property(mutated, ({ lines, index }) => {
        const checks = graded(lines);
        for (const at of lines.keys())
          expect([at, verdictOf(checks, `line ${at + 1}`)]).toEqual([
            at,
            at === index ? 'wrong' : 'right',
          ]);
        const check = checks.find(({ name }) => name === `line ${index + 1}`);
        expect(check?.witness?.data).toMatchObject({ line: index + 1 });
        expect(verdictOf(checks, 'set-up')).toBe('right');
        expect(verdictOf(checks, 'result')).toBe('right');
        expect(verdictOf(checks, 'steps')).toBe('wrong');
      }),
      { numRuns: 60 },
    );
  });

  it('stay within their allowance, whatever forty lines hold', () => {
    const hostile = Array.from(
      { length: 40 },
      (_, k) =>
        `\\int_0^\\infty\\int_0^\\infty\\int_0^\\infty e^{-x-y-z}\\sin(${k + 1} x y z)dx\\,dy\\,dz`,
    );
    const checks = graded(hostile);
    expect(checks.some(({ verdict }) => verdict === 'review')).toBe(true);
  });
});
