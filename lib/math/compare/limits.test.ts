import { describe, expect, it } from 'vitest';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { compare } from './compare';

const verdictOf = (reference: string, answer: string, domain: string) => {
  const table = tableOf([{ id: 'x', latex: 'x', type: { kind: 'scalar', domain } }]);
  const [left, right] = [readOf(reference, table).tree, readOf(answer, table).tree];
  return compare(left, right, table, { seed: 'limits' }).verdict;
};

describe('limits', () => {
  it.each([
    ['1', '\\lim_{n\\to\\infty}\\frac n{n-1}'],
    ['1', '\\lim_{n\\to\\infty}\\frac{n^2}{n^2-1}'],
    ['1', '\\lim_{h\\to0}\\frac{\\ln(1-h)}{-h}'],
    ['-1', '\\left[\\frac t{t-1}\\right]_{t=2}^{t=\\infty}'],
    ['1', '\\lim_{n\\to\\infty}\\frac{n+(-1)^n}{n}'],
    ['x', '\\lim_{h\\to0}\\frac{\\sin(h x)}{h}'],
  ])('of which the first values do not matter: %s is %s', (reference, answer) => {
    expect(verdictOf(reference, answer, '(1, 3)')).toBe('right');
  });

  it.each([
    ['1', '\\lim_{n\\to\\infty}(-1)^n'],
    ['1', '\\lim_{t\\to\\infty}\\cos(2\\pi t)'],
    ['1', '\\lim_{h\\to0}\\cos\\frac{2\\pi}h'],
    ['0', '\\lim_{n\\to\\infty}\\frac{1+(-1)^{n+1}}2'],
    ['2', '\\lim_{n\\to\\infty}(-1)^n'],
  ])('that do not exist, whatever the powers of two say, are left to a person: %s, %s', (a, b) => {
    expect(verdictOf(a, b, 'real')).toBe('review');
  });

  it.each(['\\lim_{n\\to\\infty}n^{1/n}', '\\lim_{t\\to\\infty}\\sqrt[t]{t}'])(
    'whose first values happen to agree are not refuted: %s',
    (answer) => {
      expect(verdictOf('1', answer, 'real')).not.toBe('wrong');
    },
  );

  it('that have no value from any side have none', () => {
    expect(verdictOf('0', '\\lim_{t\\to\\infty}\\sqrt{-t}', 'real')).toBe('wrong');
  });
});

describe('values beyond the range of Float64', () => {
  it.each([
    ['e^x', 'e^x+\\frac1{\\ln\\cosh 1000}', '(0, 3)'],
    ['x^2', '\\min(x^2,\\ln\\cosh x)', '(800, 900)'],
    ['0', '\\frac{x}{\\sinh x}', '(800, 900)'],
    ['x', '\\min(x,\\ln\\cosh 1000)', '(2000, 3000)'],
    ['x', '\\begin{cases}x&\\ln\\cosh1000>2000\\\\0&\\text{otherwise}\\end{cases}', '(2000, 3000)'],
  ])('are no exact infinity: %s is not %s', (reference, answer, domain) => {
    expect(verdictOf(reference, answer, domain)).not.toBe('right');
  });

  it('are compared with more digits', () => {
    expect(verdictOf('\\tanh x', '\\frac{\\sinh x}{\\cosh x}', '(700, 900)')).toBe('right');
    expect(verdictOf('x-\\ln2', '\\ln\\cosh x-\\ln(1+e^{-2x})', '(800, 900)')).toBe('right');
  });
});

describe('infinity', () => {
  const judge = (reference: string, answer: string, upTo?: { constantIn: null }) => {
    const table = tableOf([{ id: 'x', latex: 'x', type: { kind: 'scalar', domain: '(0, inf)' } }]);
    const [left, right] = [readOf(reference, table).tree, readOf(answer, table).tree];
    return compare(left, right, table, { seed: 'infinity', ...(upTo && { upTo }) });
  };

  it.each([
    ['\\infty', '\\infty'],
    ['-\\infty', '-\\infty'],
  ])('equals itself: %s', (reference, answer) => {
    expect(judge(reference, answer)).toMatchObject({ verdict: 'right', transposed: false });
  });

  it('is not its opposite', () => {
    expect(judge('\\infty', '-\\infty')).toMatchObject({
      verdict: 'wrong',
      witness: { at: [], reference: '\\infty', answer: '-\\infty' },
    });
    expect(judge('-\\infty', '\\infty')).toMatchObject({
      witness: { reference: '-\\infty', answer: '\\infty' },
    });
  });

  it('is nothing that has a value, which is shown at a point', () => {
    for (const upTo of [undefined, { constantIn: null }]) {
      expect(judge('\\infty', 'x^2', upTo)).toMatchObject({
        verdict: 'wrong',
        witness: { at: [{ latex: 'x', value: '2' }], reference: '\\infty', answer: '4' },
      });
      expect(judge('x^2', '-\\infty', upTo)).toMatchObject({
        verdict: 'wrong',
        witness: { at: [{ latex: 'x', value: '2' }], reference: '4', answer: '-\\infty' },
      });
    }
  });

  it('beside what has no value, or none that is known, is left to a person', () => {
    for (const [reference, answer] of [
      ['\\infty', '\\ln(-x)'],
      ['\\ln(-x)', '-\\infty'],
      ['\\infty', '\\lim_{n\\to\\infty}(-1)^n'],
    ] as const)
      expect(judge(reference, answer)).toMatchObject({
        verdict: 'review',
        reason: expect.stringContaining('one side is infinite'),
      });
  });
});
