import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { EXAMPLE_SYMBOLS, tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const table = tableOf(EXAMPLE_SYMBOLS);

/** A tree without the places it was read at. */
function bare(tree: Tree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}

const leaf = fc.constantFrom<Tree>(
  { kind: 'symbol', id: 'a' },
  { kind: 'symbol', id: 'lambda' },
  { kind: 'symbol', id: 'A' },
  { kind: 'symbol', id: 'x' },
  { kind: 'number', text: '2' },
  { kind: 'number', text: '0.25' },
  { kind: 'constant', name: 'pi' },
  { kind: 'constant', name: 'e' },
);

/** Bodies in which the variable k stands. */
const bodyOver: fc.Arbitrary<Tree> = leaf.map((other) => ({
  kind: 'multiply',
  left: { kind: 'bound', name: 'k' },
  right: { kind: 'add', left: other, right: { kind: 'bound', name: 'k' } },
}));

const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('add', 'subtract', 'multiply', 'dot', 'divide', 'power'),
        tie('tree'),
        tie('tree'),
      )
      .map(([kind, left, right]): Tree => ({ kind, left, right })),
    tie('tree').map((operand): Tree => ({ kind: 'negate', operand })),
    tie('tree').map((operand): Tree => ({ kind: 'transpose', operand })),
    tie('tree').map((operand): Tree => ({ kind: 'norm', operand, order: 2 })),
    fc
      .constantFrom(1 as const, 'infinity' as const)
      .map((order): Tree => ({ kind: 'norm', operand: { kind: 'symbol', id: 'x' }, order })),
    fc
      .tuple(tie('tree'), fc.nat({ max: 2 }))
      .map(([argument, order]): Tree => ({ kind: 'apply', id: 'g', args: [argument], order })),
    fc
      .tuple(fc.constantFrom('hadamard', 'kronecker', 'inner'), tie('tree'), tie('tree'))
      .map(([kind, left, right]): Tree => ({ kind, left, right })),
    fc
      .array(fc.array(tie('tree'), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 })
      .map((rows): Tree => ({ kind: 'matrix', rows })),
    fc.tuple(tie('tree'), tie('tree')).map(
      ([row, column]): Tree => ({
        kind: 'entry',
        operand: { kind: 'symbol', id: 'M' },
        row,
        column,
      }),
    ),
    fc
      .tuple(
        fc.constantFrom('sum', 'product', 'integral', 'between'),
        bodyOver,
        tie('tree'),
        tie('tree'),
      )
      .map(([kind, body, from, to]): Tree => ({ kind, variable: 'k', from, to, body })),
    fc
      .tuple(bodyOver, tie('tree'))
      .map(([body, target]): Tree => ({ kind: 'limit', variable: 'k', target, body })),
    tie('tree').map(
      (body): Tree => ({ kind: 'expectation', over: 'u', variable: 'u', density: null, body }),
    ),
    fc.tuple(fc.constantFrom('jacobian', 'gradient'), tie('tree')).map(
      ([layout, operand]): Tree => ({
        kind: 'derivative',
        layout,
        by: { kind: 'symbol', id: 'a' },
        operand,
      }),
    ),
    fc
      .tuple(
        fc.constantFrom('sin', 'ln', 'exp', 'sqrt', 'factorial', 'asin', 'floor', 'trace', 'diag'),
        tie('tree'),
      )
      .map(([name, arg]): Tree => ({ kind: 'call', name, args: [arg] })),
    fc
      .tuple(fc.constantFrom('max', 'binomial', 'log', 'root'), tie('tree'), tie('tree'))
      .map(([name, first, second]): Tree => ({ kind: 'call', name, args: [first, second] })),
    fc.tuple(tie('tree'), tie('tree')).map(
      ([left, right]): Tree => ({
        kind: 'indicator',
        condition: { kind: 'relation', operator: '<=', left, right },
      }),
    ),
  ),
}));

describe('round trip', () => {
  it('reads back what it prints, as the same tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const latex = toLatex(tree, table);
        fc.pre(latex.length <= 1500);
        const again = read(latex, table);
        if (!again.ok) throw new Error(`${latex}: ${again.error.message}`);
        expect(bare(again.value.tree), latex).toEqual(bare(tree));
      }),
      { numRuns: 500 },
    );
  });
});
