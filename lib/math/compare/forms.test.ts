import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import {
  factorsOf,
  figuresOf,
  foreignOperation,
  foreignSymbol,
  integralIn,
  notExpanded,
  notSingleFraction,
} from './forms';
import { unmatchedFactor } from './proportional';

const table = tableOf([
  ...[...'abxyn'].map(
    (id) => ({ id, latex: id, type: { kind: 'scalar', domain: 'real' } }) as const,
  ),
  { id: 'f', latex: 'f', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
]);
const treeOf = (source: string) => readOf(source, table).tree;
const latexOf = (tree: Tree | null) => (tree ? toLatex(tree, table) : null);

describe('forms say which place is not of the form', () => {
  it.each([
    ['a b+x y-2', null],
    ['-(a b)', null],
    ['a^2+2 a b+b^2', null],
    ['(a+b)^{n}', null],
    ['(a+b)^{1}', null],
    ['(a+b)^{-2}', null],
    ['\\frac{a+b}{(x+y) n}', null],
    ['a(b+x)', 'a\\left(b+x\\right)'],
    ['(b-x) a', '\\left(b-x\\right)\\,a'],
    ['(b+x)\\cdot a', '\\left(b+x\\right)\\cdot a'],
    ['a(-(b+x))', 'a\\left(-\\left(b+x\\right)\\right)'],
    ['-(a+b)', '-\\left(a+b\\right)'],
    ['-(a(b+x))', 'a\\left(b+x\\right)'],
    ['x+(a+b)^2', '\\left(a+b\\right)^{2}'],
    ['(a+b)^2-x', '\\left(a+b\\right)^{2}'],
    ['x y a(b+n)', 'x\\,y\\,a\\left(b+n\\right)'],
    ['\\frac{a(b+x)}{y}', 'a\\left(b+x\\right)'],
  ])('multiplied out: %s', (source, place) => {
    expect(latexOf(notExpanded(treeOf(source)))).toBe(place);
  });

  it.each([
    ['\\frac{a}{b}', null],
    ['-\\frac{a}{b}', null],
    ['a+b^2', null],
    ['\\frac{a}{b}+1', '\\frac{a}{b}'],
    ['a+\\frac{x}{b}', '\\frac{x}{b}'],
    ['\\frac{\\frac{a}{b}}{x}', '\\frac{a}{b}'],
    ['\\frac{a}{\\frac{x}{b}}', '\\frac{x}{b}'],
    ['a b^{-1}', 'b^{-1}'],
    ['-a b^{-1}', 'b^{-1}'],
  ])('one fraction: %s', (source, place) => {
    expect(latexOf(notSingleFraction(treeOf(source)))).toBe(place);
  });

  it.each([
    ['a+b', false],
    ['2\\int_0^1 t\\,dt', true],
    ['a+[t^2]_{t=0}^{t=1}', true],
    ['\\lim_{t\\to\\infty}\\frac1t', true],
    ['a\\,\\mathbb E[x]', true],
    ['\\sum_{k=1}^{3} k', false],
  ])('no integral, limit or expectation is left in %s: %s', (source, isLeft) => {
    expect(integralIn(treeOf(source)) !== null).toBe(isLeft);
  });

  it.each([
    ['a+b', ['a', 'b'], null],
    ['a+2x', ['a', 'b'], 'x'],
    ['a f(b)', ['a', 'b'], 'f\\left(b\\right)'],
    ['f(x)', ['f'], 'x'],
    ['f(x)', ['f', 'x'], null],
  ])('only symbols that are allowed: %s of %s', (source, allowed, place) => {
    expect(latexOf(foreignSymbol(treeOf(source), allowed))).toBe(place);
  });

  it.each([
    ['12.50', { least: 4, most: 4 }],
    ['-0.0120', { least: 3, most: 3 }],
    ['1200', { least: 2, most: 4 }],
    ['1.2\\cdot 10^3', { least: 2, most: 2 }],
    ['1.20e3', { least: 3, most: 3 }],
    ['0', { least: 1, most: 1 }],
    ['a', null],
    ['\\sqrt{2}', null],
  ])('significant figures of %s', (source, expected) => {
    expect(figuresOf(treeOf(source))).toEqual(expected);
  });

  it.each([
    ['-2 a b', ['a', 'b']],
    ['a\\cdot b^3', ['a', 'b', 'b', 'b']],
    ['(a b)^2', ['a', 'b', 'a', 'b']],
    ['\\frac{a b}{2}', ['a', 'b']],
    ['\\frac{a}{b}', ['\\frac{a}{b}']],
    ['a^n', ['a^{n}']],
    ['2^n', ['2^{n}']],
    ['2^{-1}\\pi', []],
    ['a^{50}', Array(50).fill('a')],
    ['a^{51}', ['a^{51}']],
    ['(a+b) x', ['a+b', 'x']],
  ])('factors of %s', (source, expected) => {
    expect(factorsOf(treeOf(source)).map(latexOf)).toEqual(expected);
  });

  it.each([
    ['a+b', 'x', null],
    ['\\sqrt{2}\\,a', 'a', null],
    ['\\frac{a}{2}', 'a', null],
    ['a^2', 'a', null],
    ['\\sin a', 'a', '\\sin\\left(a\\right)'],
    ['\\sin a', '\\cos b', null],
    ['f(a)', 'a', 'f\\left(a\\right)'],
    ['\\frac{a}{b}', 'a', '\\frac{a}{b}'],
    ['\\frac{a}{b}', '\\frac{x}{a+y}', null],
    ['a^n', 'a', 'a^{n}'],
    ['a^{-1}', 'a', 'a^{-1}'],
    ['a^{-1}', '1+b^{n}', null],
    ['x+a\\,e^{b}', 'x', 'e^{b}'],
  ])('operations of %s that %s has none of', (answer, reference, place) => {
    expect(latexOf(foreignOperation(treeOf(answer), treeOf(reference)))).toBe(place);
  });
});

describe('factors that differ by a constant only are the same', () => {
  const unmatched = (reference: readonly string[], answer: readonly string[]) =>
    latexOf(unmatchedFactor(reference.map(treeOf), answer.map(treeOf), table, 'seed'));

  it.each<[reference: string[], answer: string[]]>([
    [['a+b'], ['a+b']],
    [['a+b'], ['-3(a+b)']],
    [['a-b'], ['b-a']],
    [
      ['a+b', 'x'],
      ['2x', 'b+a'],
    ],
    [
      ['a+b', 'a+b'],
      ['a+b', '2a+2b'],
    ],
    [['a^2-b^2'], ['(a-b)(a+b)']],
    // Where both are zero there is no factor to see.
    [['a+|a|'], ['2a+2|a|']],
    [['a', 'b'], []],
  ])('%j has all of %j', (reference, answer) => {
    expect(unmatched(reference, answer)).toBeNull();
  });

  it.each<[reference: string[], answer: string[], place: string]>([
    [['a+b'], ['a-b'], 'a-b'],
    [['a+b'], ['a+b+1'], 'a+b+1'],
    [['a'], ['a+10^{-5} b'], 'a+10^{-5}\\,b'],
    [['a'], ['|a|'], '\\left|a\\right|'],
    [['a'], ['a^2'], 'a^{2}'],
    [['a'], ['a', 'x'], 'x'],
    // Each factor is used once.
    [['a+b', 'x'], ['a+b', 'a+b'], 'a+b'],
    [[], ['a'], 'a'],
  ])('%j has none like one of %j: %s', (reference, answer, place) => {
    expect(unmatched(reference, answer)).toBe(place);
  });

  it('are not told where there is no value to compare, or it takes too much work', () => {
    expect(unmatched(['\\ln(-1-a^2)'], ['\\ln(-1-a^2)'])).not.toBeNull();
    const long = 'a\\sum_{k=1}^{20}\\sum_{j=1}^{100} \\sin(k j)';
    expect(unmatched([long], [long])).not.toBeNull();
  });
});
