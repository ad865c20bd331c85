import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { FUNCTIONS, type FunctionName } from '@/lib/math/functions/functions';
import { compile } from '@/lib/math/language/evaluate';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import { type Ball, logRadius, mayBeZero, subtract } from '@/lib/math/numbers/ball';
import { tableOf } from '@/lib/math/testing/tables';
import { realBall } from './real-ball';
import { realFloat } from './real-float';

const UNARY = Object.entries(FUNCTIONS).flatMap(([name, { of, arity }]) =>
  of === 'numbers' && arity[1] === 1 ? [name] : [],
);

const leaf: fc.Arbitrary<Tree> = fc.oneof(
  fc.constant<Tree>({ kind: 'symbol', id: 'x' }),
  fc.constant<Tree>({ kind: 'constant', name: 'pi' }),
  fc.integer({ min: 0, max: 12 }).map((n): Tree => ({ kind: 'number', text: String(n) })),
  fc
    .constantFrom('0.1', '1.75', '1e-9', '123456.789')
    .map((text): Tree => ({ kind: 'number', text })),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('add', 'subtract', 'multiply', 'divide', 'power'),
        tie('tree'),
        tie('tree'),
      )
      .map(([kind, left, right]): Tree => ({ kind, left, right })),
    fc
      .tuple(fc.constantFrom(...UNARY.filter(isUnary)), tie('tree'))
      .map(([name, arg]): Tree => ({ kind: 'call', name, args: [arg] })),
    fc
      .tuple(
        fc.constantFrom<FunctionName>('max', 'atan2', 'log', 'binomial'),
        tie('tree'),
        tie('tree'),
      )
      .map(([name, a, b]): Tree => ({ kind: 'call', name, args: [a, b] })),
  ),
}));

function isUnary(name: string): name is FunctionName {
  return name in FUNCTIONS;
}

const table = tableOf([], { defaultScalar: { domain: 'real' } });

function valueIn<N>(expression: Tree, arithmetic: Arithmetic<N>, x: number): N {
  const costs = { operation: 1, function: 1 };
  const { compiled } = compile(expression, {
    functions: new Map(),
    arithmetic,
    table,
    seed: '',
    meter: new Meter(1e9),
    costs,
  });
  const [value] = runMatrix(compiled, {
    scalar: () => arithmetic.from(x),
    matrix: () => ({ rows: 1, columns: 1, data: [arithmetic.from(x)] }),
    size: () => 1,
  }).data;
  return value ?? arithmetic.from(Number.NaN);
}

const BITS = 2000;

/** Whether two balls have a point in common. */
function overlap(a: Ball, b: Ball): boolean {
  return mayBeZero(subtract(a, b, BITS));
}

const fifty = realBall(50);
const many = realBall(130);
const point = fc.constantFrom(0, 1, -1, 2, 0.5, -0.75, 3.0625, -2.5, 17.25, 1e-3, 1e6, -1e-8);

describe('error bounds hold', () => {
  it('of Float64, against 130 digits', () => {
    fc.assert(
      fc.property(tree, point, (expression, x) => {
        const truth = valueIn(expression, many, x);
        const { v, e } = valueIn(expression, realFloat, x);
        fc.pre(many.isDefined(truth) && Number.isFinite(v) && Number.isFinite(e));
        const gap = subtract(truth, many.from(v), BITS);
        const far = many.magnitude(gap) - 2 ** Math.min(1000, logRadius(gap));
        expect(far).toBeLessThanOrEqual(e * (1 + 1e-9) + 1e-320);
      }),
      { numRuns: 1500 },
    );
  });

  it('of 50 digits, against 130', () => {
    fc.assert(
      fc.property(tree, point, (expression, x) => {
        const truth = valueIn(expression, many, x);
        const low = valueIn(expression, fifty, x);
        fc.pre(many.isDefined(truth) && fifty.isDefined(low));
        expect(overlap(truth, low)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('and what is undefined for certain with 50 digits is not defined with 130', () => {
    fc.assert(
      fc.property(tree, point, (expression, x) => {
        fc.pre(fifty.isUndefined(valueIn(expression, fifty, x)));
        expect(many.isDefined(valueIn(expression, many, x))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
