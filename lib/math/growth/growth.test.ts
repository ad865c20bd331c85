import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { compareGrowth, type GrowthOutcome } from './compare-growth';
import { growthLatex, readGrowth } from './read-growth';

const scalar = (id: string): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain: '(0, inf)' },
});
const table = tableOf(['n', 'm', 'V', 'E'].map(scalar));

function compared(reference: string, answer: string, seed = 'seed'): GrowthOutcome {
  const [left, right] = [reference, answer].map((text) => readOf(text, table).tree);
  if (!left || !right) throw new Error('two expressions are needed');
  return compareGrowth(left, right, { table, definitions: new Map(), functions: new Map(), seed });
}

describe('the same growth', () => {
  it.each([
    ['n \\log n', '3 n \\log_2 n + 5n'],
    ['n \\log n', 'n \\ln(n^2)'],
    ['n \\log n', '\\ln(n!)'],
    ['n \\log n', 'n \\log_{10}(2n)'],
    ['n^2', '\\frac{n(n-1)}{2}'],
    ['n^2', 'n^2 + n \\log n + 2^{10}'],
    ['1', '42'],
    ['1', '\\frac{n+1}{n}'],
    ['\\log n', '\\log(n^2 + n)'],
    ['\\sqrt n', 'n^{1/2}'],
    ['n^{\\log_2 3}', '3^{\\log_2 n}'],
    ['2^n', '2^{n+3}'],
    ['2^n', 'e^{n \\ln 2}'],
    ['4^n', '2^{2n} + n^{100}'],
    ['n!', 'n! + 2^n'],
    ['n!', '\\sqrt{n} (n/e)^n'],
    ['n^n', 'e^{n \\ln n}'],
    ['\\log\\log n', '\\ln(\\log_2 n)'],
    ['V + E', 'E + 2V'],
    ['n m', '3 m n + n'],
    ['n^2 + m^2', '(n + m)^2'],
    ['n^2 + m^2', 'n^2 + n m + m^2'],
    ['(V + E) \\log V', 'E \\log V + V \\log V'],
    ['\\max(n, m)', 'n + m'],
    ['n', 'n^2 - n^2 + n'],
    ['n^2', 'n^2 - n\\log n'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer)).toEqual({ verdict: 'right' });
  });
});

describe('another growth, with the ratio at two sizes', () => {
  it.each([
    ['n \\log n', 'n', false],
    ['n \\log n', 'n^2', true],
    ['n \\log n', 'n^{1.01}', true],
    ['n', 'n \\log\\log n', true],
    ['n \\log n', 'n \\log n \\log\\log n', true],
    ['2^n', '3^n', true],
    ['2^n', '2^{2n}', true],
    ['2^n', 'n!', true],
    ['n!', 'n^n', true],
    ['n^{\\log_2 3}', 'n^{1.58}', false],
    ['1', '\\log n', true],
    ['V + E', 'V', false],
    ['V + E', 'V E', true],
    ['n m', 'n^2', true],
    ['(V + E) \\log V', 'V + E \\log V', false],
    ['n + m', 'n + m + \\sqrt{n m} \\log n', true],
  ])('%s and %s', (reference, answer, isFaster) => {
    const outcome = compared(reference, answer);
    expect(outcome).toMatchObject({ verdict: 'wrong' });
    if (!reference.includes('m')) expect(outcome).toMatchObject({ witness: { isFaster } });
    if (outcome.verdict === 'wrong') expect(outcome.witness.ratios).toHaveLength(2);
  });
});

it.each([
  ['n \\log n', 'n^{1.001}', 'n = e^{1000}', '0.002718', 'n = e^{100000}', '2.688 \\cdot 10^{38}'],
  ['n', 'n^{0.999}', 'n = e^{1000}', '0.3679', 'n = e^{100000}', '3.72 \\cdot 10^{-44}'],
])('sizes tell which of %s and %s grows faster', (reference, answer, ...shown) => {
  const outcome = compared(reference, answer);
  const [first, firstRatio, second, secondRatio] = shown;
  expect(outcome).toMatchObject({
    witness: {
      ratios: [
        { at: `$${first}$`, ratio: firstRatio },
        { at: `$${second}$`, ratio: secondRatio },
      ],
    },
  });
});

describe('what the machine does not know', () => {
  it.each([
    ['n', '(n+1)^n'],
    ['n', 'n (2 + \\sin n)'],
    ['n', '\\binom{n}{n-2}'],
    ['n', '\\binom{n}{1/2}'],
    ['n', '\\binom{1/n}{2}'],
    ['n', '-n'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer).verdict).toBe('review');
  });
});

describe('reading a class', () => {
  it.each([
    ['O(n \\log n)', 'O'],
    ['\\mathcal O(n\\ln n)', 'O'],
    ['T = \\Theta(n^2)', 'Theta'],
    ['T(n) \\in \\Theta(n^2)', 'Theta'],
    ['f ∈ O(n)', 'O'],
    ['T in O(n)', 'O'],
    ['Ω(n)', 'Omega'],
    ['o(n)', 'o'],
    ['f = ω(n)', 'omega'],
    ['T in o(n)', 'o'],
    ['Θ(n) = O(n)', 'O'],
    ['n log n', null],
  ])('%s', (text, letter) => {
    const reading = readGrowth(text, table);
    expect(reading).toMatchObject({ ok: true, value: { growth: { letter } } });
    if (!reading.ok) return;
    const again = readGrowth(growthLatex(reading.value.growth, table), table);
    expect(again).toMatchObject({ ok: true, value: { growth: { letter } } });
  });

  it.each(['O(k)', 'O(n', 'o(k)', '', 'O()', '('.repeat(1999), '{'.repeat(10_000), 'O^2(n)'])(
    '%s is not read',
    (text) => {
      expect(readGrowth(text, table).ok).toBe(false);
    },
  );
});

it('ends in time on long products', () => {
  expect(compared('n', '(n+1)'.repeat(390)).verdict).toBe('review');
  expect(compared('n', '\\ln(n+V)'.repeat(220)).verdict).toBe('review');
});

it('ends in time on hostile classes', () => {
  const sums = Array.from({ length: 60 }, (_, k) => `n^{${k}} m^{${60 - k}}`).join('+');
  expect(compared(sums, sums).verdict).not.toBe('wrong');
  expect(compared('n', `(${sums})^{3} / (${sums})`).verdict).not.toBe('right');
  expect(compared('n', '10^{10^{10^{10}}} n').verdict).not.toBe('wrong');
});

describe('laws of growth', () => {
  const power = fc.integer({ min: 0, max: 3 });
  const term = fc
    .tuple(power, power, power)
    .map(([a, b, c]) => `n^{${a}} (\\log n)^{${b}} m^{${c}}`);

  it('constant factors and smaller terms change nothing', () => {
    fc.assert(
      fc.property(term, fc.integer({ min: 1, max: 99 }), (text, factor) => {
        expect(compared(text, `${factor} ${text} + \\frac{${text}}{n}`)).toEqual({
          verdict: 'right',
        });
      }),
      { numRuns: 30 },
    );
  });

  it('one more logarithm is another growth', () => {
    fc.assert(
      fc.property(term, (text) => {
        const outcome = compared(text, `${text} \\log n`);
        expect(outcome).toMatchObject({ verdict: 'wrong', witness: { isFaster: true } });
      }),
      { numRuns: 30 },
    );
  });
});
