import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import type { FunctionName } from '@/lib/math/functions/functions';
import {
  add,
  applied,
  binary,
  call,
  expectWitness,
  ifCall,
  ifKind,
  judged,
  negate,
  number,
  over,
  power,
  type Rule,
  subtract,
  symbol,
  times,
} from './rewriting';
import { tableOf } from './tables';

/**
 * Random rewrites that preserve equality stay right, random mutations become wrong: both on random
 * expressions, at random places in them.
 */

/** Equalities of real numbers, where all that they mention is defined. */
const SCALAR_RULES: Readonly<Record<string, Rule>> = {
  'a+b = b+a': ifKind('add', ({ left, right }) => add(right, left)),
  'ab = ba': ifKind('multiply', ({ left, right }) => times(right, left)),
  '(a+b)+c = a+(b+c)': ifKind('add', ({ left, right }) =>
    left.kind === 'add' ? add(left.left, add(left.right, right)) : null,
  ),
  'a(b+c) = ab+ac': ifKind('multiply', ({ left, right }) =>
    right.kind === 'add' ? add(times(left, right.left), times(left, right.right)) : null,
  ),
  'a-b = a+(-b)': ifKind('subtract', ({ left, right }) => add(left, negate(right))),
  'a-b = -(b-a)': ifKind('subtract', ({ left, right }) => negate(subtract(right, left))),
  '(a+b)^2 written out': (tree) =>
    tree.kind === 'add'
      ? over(
          subtract(
            add(
              add(power(tree.left, 2), times(times(number(2), tree.left), tree.right)),
              power(tree.right, 2),
            ),
            subtract(power(add(tree.left, tree.right), 2), times(number(2), tree)),
          ),
          number(2),
        )
      : null,
  'a^2-b^2 = (a+b)(a-b)': ifKind('multiply', ({ left, right }) =>
    over(subtract(power(add(left, right), 2), power(subtract(left, right), 2)), number(4)),
  ),
  'a/b = a b^{-1}': ifKind('divide', ({ left, right }) =>
    times(left, binary('power', right, negate(number(1)))),
  ),
  't = 2t/2': (tree) => over(times(number(2), tree), number(2)),
  't = ln exp t': (tree) => call('ln', call('exp', tree)),
  'exp(a+b) = exp a exp b': ifCall('exp', (argument) =>
    argument.kind === 'add'
      ? times(call('exp', argument.left), call('exp', argument.right))
      : over(number(1), call('exp', negate(argument))),
  ),
  'ln of exp a · exp b': ifKind('add', ({ left, right }) =>
    call('ln', times(call('exp', left), call('exp', right))),
  ),
  't = t(sin² + cos²)': (tree) =>
    times(tree, add(power(call('sin', symbol('y')), 2), power(call('cos', symbol('y')), 2))),
  'sin by the half angle': ifCall('sin', (argument) => {
    const half = over(argument, number(2));
    return times(number(2), times(call('sin', half), call('cos', half)));
  }),
  'cos by the half angle': ifCall('cos', (argument) =>
    subtract(number(1), times(number(2), power(call('sin', over(argument, number(2))), 2))),
  ),
  'tanh by exponentials': ifCall('tanh', (argument) =>
    subtract(number(1), over(number(2), add(call('exp', times(number(2), argument)), number(1)))),
  ),
  'atan is odd': ifCall('atan', (argument) => negate(call('atan', negate(argument)))),
  '|t| = √t²': ifCall('abs', (argument) => call('sqrt', power(argument, 2))),
  '|t| = max(t, -t)': ifCall('abs', (argument) => call('max', argument, negate(argument))),
};

const one: Tree = number(1);

/** Changes that make another function of almost every expression. */
const MUTATIONS: Readonly<Record<string, Rule>> = {
  'a sign': ifKind('add', ({ left, right }) => subtract(left, right)),
  'the sign of a difference': ifKind('subtract', ({ left, right }) => subtract(right, left)),
  'a constant': (tree) => (tree.kind === 'number' ? number(Number(tree.text) + 1) : null),
  'a symbol': (tree) => (tree.kind === 'symbol' ? symbol(tree.id === 'x' ? 'y' : 'x') : null),
  'a term left out': ifKind('add', ({ left }) => left),
  'a factor left out': ifKind('multiply', ({ left }) => left),
  'a thousandth more': (tree) => times(tree, number(1.001)),
  'a billionth more': (tree) => add(tree, number(1e-9)),
  'sin for cos': (tree) =>
    tree.kind === 'call' && tree.name === 'sin' ? call('cos', ...tree.args) : null,
  'exp for its argument plus one': ifCall('exp', (argument) => add(argument, one)),
};

const reals = tableOf([
  { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
  { id: 'y', latex: 'y', type: { kind: 'scalar', domain: 'real' } },
]);

const leaf = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(number),
  fc.constantFrom(symbol('x'), symbol('y'), symbol('x')),
);
const { expression } = fc.letrec<{ expression: Tree }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('add' as const, 'subtract' as const, 'multiply' as const),
        tie('expression'),
        tie('expression'),
      )
      .map(([kind, left, right]) => binary(kind, left, right)),
    tie('expression').map((bottom) => over(one, add(power(bottom, 2), number(1)))),
    fc
      .tuple(
        fc.constantFrom<FunctionName>('sin', 'cos', 'exp', 'atan', 'tanh', 'abs'),
        fc.oneof(
          leaf,
          fc.tuple(leaf, leaf).map(([a, b]) => times(a, b)),
        ),
      )
      .map(([name, argument]) => call(name, argument)),
  ),
}));

describe('scalars', () => {
  it.each(Object.entries(SCALAR_RULES))('stay right when rewritten by %s', (_, rule) => {
    let review = 0;
    fc.assert(
      fc.property(expression, fc.nat(9), (tree, k) => {
        const rewritten = applied(tree, rule, k);
        fc.pre(rewritten !== null);
        const { outcome, what } = judged(tree, rewritten ?? tree, reals);
        if (outcome.verdict === 'review') review++;
        expect(outcome.verdict, what).not.toBe('wrong');
        // The other way round: factoring is expanding backwards.
        expect(judged(rewritten ?? tree, tree, reals).outcome.verdict, what).not.toBe('wrong');
      }),
      { numRuns: 60, maxSkipsPerRun: 5000 },
    );
    expect(review).toBeLessThanOrEqual(2);
  });

  it('stay right when rewritten several times', () => {
    const rules = fc.constantFrom(...Object.values(SCALAR_RULES));
    let review = 0;
    fc.assert(
      fc.property(
        expression,
        fc.array(fc.tuple(rules, fc.nat(20)), { minLength: 2, maxLength: 5 }),
        (tree, steps) => {
          const rewritten = steps.reduce<Tree>(
            (before, [rule, k]) => applied(before, rule, k) ?? before,
            tree,
          );
          const { outcome, what } = judged(tree, rewritten, reals);
          if (outcome.verdict === 'review') review++;
          expect(outcome.verdict, what).not.toBe('wrong');
        },
      ),
      { numRuns: 200 },
    );
    expect(review).toBeLessThanOrEqual(6);
  });

  it.each(Object.entries(MUTATIONS))('become wrong by %s', (_, rule) => {
    fc.assert(
      fc.property(expression, fc.nat(9), (tree, k) => {
        const mutated = applied(tree, rule, k);
        fc.pre(mutated !== null && differs(tree, mutated));
        const { outcome, what } = judged(tree, mutated ?? tree, reals);
        expectWitness(outcome, what);
      }),
      { numRuns: 60, maxSkipsPerRun: 5000 },
    );
  });
});

/** Whether the mutation made a difference that a look at a few fixed points shows. */
function differs(tree: Tree, mutated: Tree): boolean {
  return POINTS.some(([x, y]) => {
    const [a, b] = [value(tree, x, y), value(mutated, x, y)];
    return Math.abs(a - b) > 1e-10 * Math.max(1, Math.abs(a), Math.abs(b));
  });
}

const POINTS = [
  [0.3, 1.7],
  [-1.1, 0.6],
  [2.3, -0.4],
] as const;

/** A plain evaluator of its own, so that the test does not trust the one under test. */
function value(tree: Tree, x: number, y: number): number {
  const of = (part: Tree) => value(part, x, y);
  switch (tree.kind) {
    case 'number':
      return Number(tree.text);
    case 'symbol':
      return tree.id === 'x' ? x : y;
    case 'negate':
      return -of(tree.operand);
    case 'add':
      return of(tree.left) + of(tree.right);
    case 'subtract':
      return of(tree.left) - of(tree.right);
    case 'multiply':
      return of(tree.left) * of(tree.right);
    case 'divide':
      return of(tree.left) / of(tree.right);
    case 'power':
      return of(tree.left) ** of(tree.right);
    case 'call': {
      const functions: Partial<Record<FunctionName, (...args: number[]) => number>> = {
        sin: Math.sin,
        cos: Math.cos,
        exp: Math.exp,
        atan: Math.atan,
        tanh: Math.tanh,
        abs: Math.abs,
      };
      return functions[tree.name]?.(...tree.args.map(of)) ?? Number.NaN;
    }
    default:
      return Number.NaN;
  }
}
