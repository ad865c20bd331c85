import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './compare';
import { tableOf } from './testing';
import type { Tree } from './tree';

const reals = tableOf([], { defaultScalar: { domain: 'real' } });

describe('random rewrites and mutations', { timeout: 60_000 }, () => {
  const number = fc
    .integer({ min: 1, max: 9 })
    .map((value): Tree => ({ kind: 'number', text: String(value) }));
  const variable = fc.constantFrom<Tree>({ kind: 'symbol', id: 'x' }, { kind: 'symbol', id: 'y' });
  const { expression } = fc.letrec<{ expression: Tree }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(number, variable, variable),
      fc
        .tuple(fc.constantFrom('add', 'subtract', 'multiply'), tie('expression'), tie('expression'))
        .map(([kind, left, right]): Tree => ({ kind, left, right })),
      fc
        .tuple(fc.constantFrom('sin', 'exp', 'atan'), tie('expression'))
        .map(([name, arg]): Tree => {
          return { kind: 'call', name, args: [arg] };
        }),
    ),
  }));
  const two: Tree = { kind: 'number', text: '2' };
  const one: Tree = { kind: 'number', text: '1' };
  const binary = (
    kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power',
    left: Tree,
    right: Tree,
  ): Tree => ({ kind, left, right });
  const call = (name: 'sin' | 'cos' | 'exp' | 'ln', arg: Tree): Tree => ({
    kind: 'call',
    name,
    args: [arg],
  });

  /** Each gives an expression that equals `t` everywhere. */
  const rewrites: readonly ((t: Tree, u: Tree) => Tree)[] = [
    (t, u) => binary('subtract', binary('add', t, u), u),
    (t) => binary('divide', binary('multiply', two, t), two),
    (t) => ({ kind: 'negate', operand: { kind: 'negate', operand: t } }),
    (t) =>
      binary(
        'subtract',
        binary('power', binary('add', t, one), two),
        binary('add', binary('add', binary('power', t, two), t), one),
      ),
    (t, u) =>
      binary(
        'multiply',
        t,
        binary('add', binary('power', call('sin', u), two), binary('power', call('cos', u), two)),
      ),
    (t, u) =>
      binary('add', t, binary('subtract', binary('multiply', t, u), binary('multiply', u, t))),
    (t) => call('ln', call('exp', t)),
  ];

  it('rewrites stay right', () => {
    fc.assert(
      fc.property(expression, expression, fc.constantFrom(...rewrites), (t, u, rewrite) => {
        const outcome = compare(t, rewrite(t, u), reals, { seed: 'rewrite' });
        expect(outcome.verdict).not.toBe('wrong');
      }),
      { numRuns: 60 },
    );
  });

  it('mutations become wrong, with two different values', () => {
    const mutations: readonly ((t: Tree) => Tree)[] = [
      (t) => binary('add', t, { kind: 'number', text: '0.001' }),
      (t) => binary('multiply', t, { kind: 'number', text: '1.0001' }),
      (t) => ({ kind: 'negate', operand: t }),
    ];
    fc.assert(
      fc.property(expression, fc.constantFrom(...mutations), (t, mutate) => {
        // What is zero everywhere stays what it is when it is multiplied.
        fc.pre(
          compare(t, { kind: 'number', text: '0' }, reals, { seed: 'zero' }).verdict === 'wrong',
        );
        const outcome = compare(t, mutate(t), reals, { seed: 'mutate' });
        expect(outcome.verdict).not.toBe('right');
        if (outcome.verdict === 'wrong')
          expect(outcome.witness.reference).not.toBe(outcome.witness.answer);
      }),
      { numRuns: 60 },
    );
  });
});
