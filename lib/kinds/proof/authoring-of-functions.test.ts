import { describe, expect, it } from 'vitest';
import { authoredProof } from './authoring';
import { gradientRate } from './golden/convexity';

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
