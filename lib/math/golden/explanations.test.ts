import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/math/compare/compare';
import { simpleChanges } from '@/lib/math/compare/witness/simple-changes';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { matrices, scalars } from './case';

const reals = tableOf(scalars('real', 'x', 'y', 'z', 'a'));
const positive = tableOf(scalars('(0, inf)', 'x', 'y'));
const linear = tableOf([
  ...matrices('n', 'n', 'A', 'B'),
  ...matrices('m', 'n', 'M'),
  ...matrices('n', 1, 'u', 'v'),
]);

/** What is said of a wrong answer; undefined where nothing is. */
function said(reference: string, answer: string, table = reals): string | undefined {
  const [left, right] = [readOf(reference, table).tree, readOf(answer, table).tree];
  const outcome = compare(left, right, table, { seed: 'explained' });
  if (outcome.verdict !== 'wrong') throw new Error(`${answer} is ${outcome.verdict}`);
  return outcome.explanation;
}

describe('a slip with a sign or a term', () => {
  it.each([
    ['x^2+y', '-x^2-y', 'wrong sign: the whole'],
    ['3', '-3', 'wrong sign: the whole'],
    ['x^2+y', 'x^2-y', 'The term $y$ seems to have the wrong sign'],
    ['x^2-y', 'x^2+y', 'The term $y$ seems to have the wrong sign'],
    ['x^2+y', 'y-x^2', 'The term $x^{2}$ seems to have the wrong sign'],
    ['x^2+y^3-z', 'x^2-y^3-z', 'The term $y^{3}$ seems to have the wrong sign'],
    ['x^2+y', 'x^2', 'The term $y$ seems to be missing'],
    ['x^2+y', 'y', 'The term $x^{2}$ seems to be missing'],
    ['x^2-y', '-y', 'The term $x^{2}$ seems to be missing'],
    ['x^2+y^3-z', 'x^2-z', 'The term $y^{3}$ seems to be missing'],
  ])('%s written as %s', (reference, answer, says) => {
    expect(said(reference, answer)).toContain(says);
  });
});

describe('a slip with symbols', () => {
  it.each([
    ['x^2+y', 'y^2+x', '$x$ and $y$ seem to be swapped'],
    ['x^2+z', 'y^2+z', '$y$ seems to stand where $x$ should'],
  ])('%s written as %s', (reference, answer, says) => {
    expect(said(reference, answer)).toContain(says);
  });

  it('is told of the symbol that the reference does not have, whichever comes first', () => {
    const { tree } = readOf('x^2', reals);
    const says = (...ids: string[]) => simpleChanges(tree, reals, ids).map((change) => change.says);
    expect(says('x', 'y')).toContain('$y$ seems to stand where $x$ should.');
    expect(says('y', 'x')).toContain('$y$ seems to stand where $x$ should.');
  });

  it('is looked for among matrices of one shape, and never between a matrix and a vector', () => {
    const { tree } = readOf('A B u', linear);
    const swaps = simpleChanges(tree, linear, ['A', 'B', 'M', 'u', 'v'])
      .map(({ says }) => says)
      .filter((says) => /swapped|stand where/.test(says));
    expect(swaps).toEqual([
      '$A$ and $B$ seem to be swapped.',
      '$v$ seems to stand where $u$ should.',
    ]);
  });
});

describe('a slip with factors, functions or the whole', () => {
  it.each([
    ['x(y+1)', 'y+1', 'The factor $x$ seems to be missing'],
    ['y(x+z)', 'y', 'seems to be missing'],
    ['(x+z) \\cdot y', 'y', 'seems to be missing'],
    ['\\frac{x+z}{y}', 'x+z', 'The factor $\\frac{1}{y}$ seems to be missing'],
    ['3\\sin x', '3\\cos x', 'Another function is expected in place of one, at $\\sin'],
    ['z\\cosh x', 'z\\sinh x', 'Another function is expected'],
    ['\\max(x,y)', '\\min(x,y)', 'Another function is expected'],
    ['\\lceil x\\rceil', '\\lfloor x\\rfloor', 'Another function is expected'],
    ['x^2+3', '\\frac{1}{x^2+3}', 'the reciprocal'],
  ])('%s written as %s', (reference, answer, says) => {
    expect(said(reference, answer)).toContain(says);
  });
});

describe('a slip with matrices', () => {
  it.each([
    ['A^T u', 'A u', 'A transposition seems to be missing at $A^'],
    ['A u', 'A^T u', '$A$ seems to be transposed where it should not be'],
    ['A B u', 'B A u', '$A$ and $B$ seem to be swapped'],
    ['A^T A', 'A A^T', 'seem to stand in the wrong order'],
    ['A u + v', 'A u', 'The term $v$ seems to be missing'],
    // Without M or without u it has another shape, and is no answer to the same question.
    ['M u', '2 M u', '$2$ times'],
  ])('%s written as %s', (reference, answer, says) => {
    expect(said(reference, answer, linear)).toContain(says);
  });
});

describe('a constant between both sides', () => {
  it.each([
    ['\\frac{3x^2}{2}', 'It is $\\frac{3}{2}$ times'],
    ['-\\frac{x^2}{3}', 'It is $-\\frac{1}{3}$ times'],
    ['\\frac{7x^2}{8}', 'It is $\\frac{7}{8}$ times'],
    ['-4x^2', 'It is $-4$ times'],
    ['\\frac{x^2}{7}', 'It is $0.14286$ times'],
    ['1.0000001 x^2', 'It is $1.0000001$ times'],
    ['x^2-\\frac12', 'by the constant $-\\frac{1}{2}$'],
    ['x^2+\\frac{3}{10}', 'by the constant $\\frac{3}{10}$'],
    ['x^2+\\pi', 'by the constant $3.1416$'],
    ['x^2-5', 'by the constant $-5$'],
  ])('x^2 written as %s', (answer, says) => {
    expect(said('x^2', answer)).toContain(says);
  });

  it.each([
    ['\\ln x', '\\log_{10} x', '\\ln 10'],
    ['\\log_2 x', '\\ln x', '\\ln 2'],
  ])('may be the base of a logarithm: %s written as %s', (reference, answer, says) => {
    expect(said(reference, answer, positive)).toContain(says);
  });

  it.each([
    ['3', '6'],
    ['x^2', 'x^2 + \\sin x'],
    ['x^2', 'x^2(1 + 10^{-6}\\sin x)'],
    ['x', '0'],
    // Apart far out only.
    ['x', 'x + \\max(0, x - 10^6)'],
  ])('is not read into %s written as %s', (reference, answer) => {
    expect(said(reference, answer)).toBeUndefined();
  });
});

it('is no slip that Float64 alone takes for one', () => {
  expect(said('x^2+y', '-x^2-y+10^{-30}')).not.toContain('negated');
});

it('is not told of points that are real where others are not', () => {
  const complex = tableOf(scalars('complex', 'z'));
  expect(said('z', '2 conj(z)', complex)).toBeUndefined();
});

it('looks at a dozen terms of a long sum, and at ten pairs of symbols', () => {
  const names = [...'abcdefghjklmnopq'];
  const table = tableOf(scalars('real', ...names));
  const changes = simpleChanges(readOf(names.join('+'), table).tree, table, names);
  const count = (says: RegExp) => changes.filter((change) => says.test(change.says)).length;
  expect(count(/^The term .* missing/)).toBe(12);
  expect(count(/swapped/)).toBe(10);
});
