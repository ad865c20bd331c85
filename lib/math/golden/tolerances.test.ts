import { describe, expect, it } from 'vitest';
import type { CompareOptions } from '@/lib/math/compare/outcome';
import { compareWithin, type Tolerance } from '@/lib/math/compare/tolerance';
import { readStatement } from '@/lib/math/reading/read';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { scalars } from './case';

const table = tableOf(scalars('real', 'x', 'c'));
const treeOf = (text: string) => readOf(text, table).tree;

function within(
  reference: string,
  answer: string,
  tolerance: Tolerance,
  options: Partial<CompareOptions> = {},
) {
  const [left, right] = [treeOf(reference), treeOf(answer)];
  return compareWithin(left, right, table, tolerance, { seed: 'tolerant', ...options });
}

describe('a number', () => {
  it.each<[string, string, Tolerance, 'right' | 'wrong']>([
    ['2', '2.1', { absolute: 0.1 }, 'right'],
    ['2', '1.9', { absolute: 0.1 }, 'right'],
    ['2', '2.1001', { absolute: 0.1 }, 'wrong'],
    ['2', '1.8999', { absolute: 0.1 }, 'wrong'],
    ['1', '1.05', { relative: 0.05 }, 'right'],
    ['-200', '-209', { relative: 0.05 }, 'right'],
    ['-200', '-211', { relative: 0.05 }, 'wrong'],
    ['0.01', '0.011', { relative: 0.05 }, 'wrong'],
    ['2', '-2', { relative: 0.05 }, 'wrong'],
    ['0', '0', { relative: 0.05 }, 'right'],
    ['0', '10^{-9}', { relative: 0.05 }, 'wrong'],
    ['0', '10^{-9}', { figures: 2 }, 'wrong'],
    ['\\pi', '3.1366', { figures: 3 }, 'right'],
    ['\\pi', '3.1365', { figures: 3 }, 'wrong'],
    ['123456', '128000', { figures: 2 }, 'right'],
    ['123456', '129000', { figures: 2 }, 'wrong'],
    ['0.00123', '0.00128', { figures: 2 }, 'right'],
    ['0.00123', '0.00129', { figures: 2 }, 'wrong'],
    ['1/3', '2/6', {}, 'right'],
    ['1/3', '0.3333333333', {}, 'wrong'],
  ])('%s beside %s within %o is %s', (reference, answer, tolerance, verdict) => {
    expect(within(reference, answer, tolerance).verdict).toBe(verdict);
  });

  it.each<[string, 'right' | 'wrong']>([
    ['104', 'right'],
    ['106', 'wrong'],
  ])('may be off by the largest of several tolerances: %s is %s', (answer, verdict) => {
    for (const tolerance of [
      { absolute: 5, relative: 0.01, figures: 3 },
      { absolute: 1, relative: 0.05, figures: 3 },
      { absolute: 1, relative: 0.01, figures: 2 },
    ])
      expect(within('100', answer, tolerance).verdict).toBe(verdict);
  });

  it('outside is shown beside the reference', () => {
    expect(within('1/3', '0.4', { relative: 0.05 })).toMatchObject({
      witness: { at: [], reference: '0.33333333', answer: '0.4' },
    });
  });
});

describe('an expression', () => {
  it('has to be within the tolerance at every point', () => {
    expect(within('x', '1.04x', { relative: 0.05 })).toMatchObject({
      verdict: 'right',
      transposed: false,
    });
    expect(within('x', 'x + 0.1', { absolute: 0.2 }).verdict).toBe('right');
    // It is near where x is small, and far where it is not.
    expect(within('x^2', 'x^2 + \\max(0, |x| - 3)', { absolute: 0.5 }).verdict).toBe('wrong');
  });

  it('that is outside somewhere is shown at that point', () => {
    const outcome = within('x', '1.06x', { relative: 0.05 });
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    const { at, reference, answer } = outcome.witness;
    expect(at).toEqual([{ latex: 'x', value: reference }]);
    expect(Number(answer)).toBeCloseTo(1.06 * Number(reference));
  });

  it('is compared at values of its own symbols too', () => {
    const outcome = within('0', 'x', { absolute: 0.1 });
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    expect(outcome.witness.at).toEqual([{ latex: 'x', value: outcome.witness.answer }]);
  });

  it('counts where the condition holds only', () => {
    const where = readStatement('x > 0', table);
    if (!where.ok) throw new Error(where.error.message);
    expect(within('x', '|x|', { relative: 0.05 }, { where: where.value }).verdict).toBe('right');
    expect(within('x', '|x|', { relative: 0.05 }).verdict).toBe('wrong');
  });

  it('is worked out with what defines its symbols', () => {
    const definitions = new Map([['c', treeOf('299792458')]]);
    expect(within('2c', '6 \\cdot 10^8', { relative: 0.01 }, { definitions }).verdict).toBe(
      'right',
    );
    expect(within('2c', '6 \\cdot 10^8', { relative: 0.01 }).verdict).toBe('wrong');
  });

  it('of several entries is judged in each of them', () => {
    const pair = (a: string, b: string) => `\\begin{pmatrix}${a}\\\\${b}\\end{pmatrix}`;
    const near = { absolute: 0.1 };
    expect(within(pair('1', '2'), pair('1.05', '1.95'), near).verdict).toBe('right');
    expect(within(pair('1', '2'), pair('1.05', '2.5'), near).verdict).toBe('wrong');
    expect(within(pair('1', '2'), pair('1.5', '2'), near).verdict).toBe('wrong');
  });
});

describe('what has no value', () => {
  it('is wrong beside what has one', () => {
    expect(within('1', '\\ln(-1)', { absolute: 5 })).toMatchObject({
      verdict: 'wrong',
      witness: { reference: '1', answer: '\\text{undefined}' },
    });
    expect(within('\\ln(-1)', '1', { absolute: 5 }).verdict).toBe('wrong');
  });

  it('on both sides is left to a person', () => {
    expect(within('\\ln(-1)', '\\ln(-2)', { absolute: 5 })).toMatchObject({
      verdict: 'review',
      reason: expect.stringContaining('no value to compare'),
    });
  });
});

describe('the work that it takes', () => {
  it('is counted', () => {
    const [little, more] = ['\\sin 1', '\\sin 1 + \\sin 2'].map(
      (answer) => within('1', answer, { absolute: 5 }).work,
    );
    expect(little).toBeGreaterThan(0);
    expect(more).toBeGreaterThan(Number(little));
  });

  it('is bounded: what takes more is left to a person', () => {
    const outcome = within('1', '\\sum_{k=1}^{2000} \\sin k', { absolute: 5 });
    expect(outcome).toMatchObject({
      verdict: 'review',
      reason: expect.stringContaining('too much work'),
    });
  });
});
