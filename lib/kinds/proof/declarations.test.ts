import { describe, expect, it } from 'vitest';
import { authoredProof } from './authoring';
import { gradientRate } from './golden/convexity';
import { shrinking } from './golden/quadratic-forms';

type Functions = NonNullable<typeof gradientRate.part.functions>;

function problems(functions: Functions, symbols = {}) {
  const { part } = gradientRate;
  const parsed = authoredProof.safeParse({
    ...part,
    functions,
    symbols: { ...part.symbols, ...symbols },
  });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('what an author may say of a function', () => {
  it.each<[string, Functions, object?]>([
    ['f is convex', { f: { convex: true } }],
    ['with its gradient', { f: { convex: 'strictly', gradient: 'grad' } }],
    ['with numbers', { f: { strongly_convex: 0.5, smooth: 2, gradient: 'grad' } }],
    ['with subgradients', { f: { convex: true, subgradient: 'grad' } }],
    ['smooth alone', { f: { smooth: 'L', gradient: 'grad' } }],
  ])('%s', (_, functions, symbols) => {
    expect(problems(functions, symbols)).toEqual([]);
  });

  it.each<[string, Functions, object?]>([
    ['says nothing', { f: { gradient: 'grad' } }],
    ['is no function', { x: { convex: true } }],
    ['has vectors as values', { grad: { convex: true } }],
    ['is not declared', { h: { convex: true } }],
    ['has a gradient of another shape', { f: { convex: true, gradient: 'f' } }],
    ['is smooth without a gradient', { f: { convex: true, smooth: 'L' } }],
    ['has both', { f: { convex: true, gradient: 'grad', subgradient: 'grad' } }],
    ['has a modulus that is a vector', { f: { strongly_convex: 'xs' } }],
    ['has a modulus that may be negative', { f: { strongly_convex: 'r' } }, { r: { latex: 'r' } }],
    ['is strictly and strongly convex', { f: { convex: 'strictly', strongly_convex: 'mu' } }],
    [
      'changes with the index',
      { h: { convex: true } },
      { h: { latex: 'h_t', from: ['n', 1], to: [1, 1] } },
    ],
  ])('not where it %s', (_, functions, symbols) => {
    expect(problems(functions, symbols)).not.toEqual([]);
  });
});

function matrixProblems(matrices: NonNullable<typeof shrinking.part.matrices>, symbols = {}) {
  const { part } = shrinking;
  const parsed = authoredProof.safeParse({
    ...part,
    matrices,
    symbols: { ...part.symbols, ...symbols },
  });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('what an author may say of a matrix', () => {
  it.each(['[0, inf)', '(0, inf)', '[mu, L]', '(-inf, inf)', '[-1, 2.5]', '[2, 2]'])(
    'eigenvalues in %s',
    (eigenvalues) => {
      expect(matrixProblems({ A: { eigenvalues } })).toEqual([]);
    },
  );

  it.each(['0, inf', '[0, inf]', '[-inf, 0]', '[2, 1]', '(2, 2]', '[nu, L]', '[x, L]', 'positive'])(
    'not eigenvalues in %s',
    (eigenvalues) => {
      expect(matrixProblems({ A: { eigenvalues } })).not.toEqual([]);
    },
  );

  it('not where it is a vector, or not square', () => {
    const eigenvalues = '[0, inf)';
    expect(matrixProblems({ x: { eigenvalues } })).not.toEqual([]);
    const B = { latex: 'B', shape: ['n', 'm'] };
    expect(matrixProblems({ B: { eigenvalues } }, { B })).not.toEqual([]);
  });
});
