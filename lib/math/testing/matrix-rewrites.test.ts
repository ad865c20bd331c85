import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import {
  add,
  applied,
  expectWitness,
  ifKind,
  judged,
  number,
  type Rule,
  subtract,
  symbol,
  times,
  transpose,
} from './rewriting';
import { tableOf } from './tables';

/** The same of matrices. */

const matrices = tableOf([
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'B', latex: 'B', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'C', latex: 'C', type: { kind: 'matrix', shape: ['m', 'n'] } },
  { id: 'u', latex: 'u', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'a', latex: 'a', type: { kind: 'scalar', domain: 'real' } },
]);

/** Well-typed products and sums, most of them matrices. */
const { matrix: anyMatrix } = fc.letrec<{ matrix: Tree }>((tie) => ({
  matrix: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('A', 'B', 'C', 'u', 'v').map(symbol),
    fc.tuple(tie('matrix'), tie('matrix')).map(([left, right]) => times(left, right)),
    fc.tuple(tie('matrix'), tie('matrix')).map(([left, right]) => add(left, right)),
    tie('matrix').map(transpose),
    tie('matrix').map((tree) => times(symbol('a'), tree)),
  ),
}));
const matrix = anyMatrix.filter((tree) => shapeOf(tree, matrices).ok);

/** Equalities of matrices of any shape. */
const MATRIX_RULES: Readonly<Record<string, Rule>> = {
  'Aᵀᵀ = A': (tree) => transpose(transpose(tree)),
  '(AB)ᵀ = BᵀAᵀ': (tree) =>
    tree.kind === 'multiply' ? transpose(times(transpose(tree.right), transpose(tree.left))) : null,
  '(A+B)ᵀ = Aᵀ+Bᵀ': (tree) =>
    tree.kind === 'add' ? transpose(add(transpose(tree.right), transpose(tree.left))) : null,
  '(AB)C = A(BC)': ifKind('multiply', ({ left, right }) =>
    left.kind === 'multiply' ? times(left.left, times(left.right, right)) : null,
  ),
  'A(B+C) = AB+AC': ifKind('multiply', ({ left, right }) =>
    right.kind === 'add' ? add(times(left, right.left), times(left, right.right)) : null,
  ),
  'A+B = B+A': ifKind('add', ({ left, right }) => add(right, left)),
  'A = 2A - A': (tree) => subtract(times(number(2), tree), tree),
};

const MATRIX_MUTATIONS: Readonly<Record<string, Rule>> = {
  'factors exchanged': ifKind('multiply', ({ left, right }) => times(right, left)),
  'a transposition': (tree) => (tree.kind === 'symbol' ? transpose(tree) : null),
  'one matrix for another': (tree) =>
    tree.kind === 'symbol' && tree.id === 'A' ? symbol('B') : null,
  'a sign': ifKind('add', ({ left, right }) => subtract(left, right)),
};

describe('matrices', () => {
  it.each(Object.entries(MATRIX_RULES))('stay right when rewritten by %s', (_, rule) => {
    fc.assert(
      fc.property(matrix, fc.nat(9), (tree, k) => {
        const rewritten = applied(tree, rule, k);
        fc.pre(rewritten !== null && shapeOf(rewritten, matrices).ok);
        const { outcome, what } = judged(tree, rewritten ?? tree, matrices);
        expect(outcome.verdict, what).toBe('right');
      }),
      { numRuns: 120, maxSkipsPerRun: 5000 },
    );
  });

  it.each(Object.entries(MATRIX_MUTATIONS))('become wrong by %s', (_, rule) => {
    let wrong = 0;
    fc.assert(
      fc.property(matrix, fc.nat(9), (tree, k) => {
        const mutated = applied(tree, rule, k);
        fc.pre(mutated !== null);
        const [expected, changed] = [shapeOf(tree, matrices), shapeOf(mutated ?? tree, matrices)];
        // What no longer fits together is found by the typer.
        fc.pre(expected.ok && changed.ok && expected.value.join() === changed.value.join());
        const { outcome, what } = judged(tree, mutated ?? tree, matrices);
        // Some mutations change nothing, as uᵀv and vᵀu: what is right must hold with another seed.
        if (outcome.verdict === 'right') {
          const again = judged(mutated ?? tree, tree, matrices, { seed: 'another' });
          expect(again.outcome.verdict, what).toBe('right');
        } else {
          expectWitness(outcome, what);
          wrong++;
        }
      }),
      { numRuns: 120, maxSkipsPerRun: 5000 },
    );
    expect(wrong).toBeGreaterThan(0);
  });
});
