import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { tableOf } from '@/lib/math/testing/tables';
import { compareWithConditions } from './compare-conditions';
import { compareSets, type SetOutcome } from './compare-sets';
import { readSet } from './read-set';
import { EMPTY, REALS, type SetTree, setLatex } from './set';

const scalar = (id: string, domain = 'real'): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain },
});
const table = tableOf([scalar('x'), scalar('a', '(0, inf)'), scalar('b')]);
const positive = tableOf([scalar('x', '(0, inf)')]);
const setting = { table, definitions: new Map(), functions: new Map(), seed: 'seed' };

function setOf(text: string, of = table): SetTree {
  const reading = readSet(text, of, { leftSides: ['L'], variable: 'x' });
  if (!reading.ok) throw new Error(`${text}: ${reading.error.message}`);
  return reading.value.set;
}

function compared(reference: string, answer: string, seed = 'seed'): SetOutcome {
  return compareSets(setOf(reference), setOf(answer), { ...setting, seed });
}

describe('the same set, written otherwise', () => {
  it.each([
    ['(-\\infty, 2]\\cup\\{3\\}', '(-inf, 2] u {3}'],
    ['(-\\infty, 2]\\cup\\{3\\}', '\\left(-\\infty,2\\right]\\cup\\left\\lbrace3\\right\\rbrace'],
    ['(-\\infty, 2]\\cup\\{3\\}', 'L = ]-∞, 2] ∪ {3}'],
    ['(-\\infty, 2]\\cup\\{3\\}', 'x \\le 2 \\text{ or } x = 3'],
    ['(-\\infty, 2]\\cup\\{3\\}', 'x in (-inf, 2] u {3}'],
    ['(-\\infty, 2]\\cup\\{3\\}', '\\{x : x \\le 2\\} \\cup \\{3\\}'],
    ['(-\\infty, 2]\\cup\\{3\\}', '\\{x \\in \\mathbb{R} \\mid x \\le 2 \\vee x = 3\\}'],
    ['(-\\infty, 2]\\cup\\{3\\}', '(-\\infty, 3] \\setminus (2, 3)'],
    ['(-\\infty, 2]\\cup\\{3\\}', '{3} union (-inf, 4/2]'],
    ['[0,1)', '0 \\le x < 1'],
    ['[0,1)', 'x >= 0 and x < 1'],
    ['[0,1)', '[0; 1['],
    ['[0,1)', '[0,1] \\ {1}'],
    ['[0,1)', '[0,1] - {1}'],
    ['[0,1)', '[0,0.5] u (0.5,1) u {1/2}'],
    ['\\{1,2,3\\}', '{3, 1, 2, 1}'],
    ['\\{1,2,3\\}', 'x = 1 or x = 2 or x = 3'],
    ['\\{-2,0,2\\}', '0, 2, -2'],
    ['\\{-2,0,2\\}', '0; 2; -2'],
    ['\\{-2,0,2\\}', '0 and ±2'],
    ['\\{-2,0,2\\}', 'x = 0, 2, -2'],
    ['\\{-2,0,2\\}', 'x = 0 or 2 or -2'],
    ['\\{-2,0,2\\}', 'x_1=0, x_2=2, x_3=-2'],
    ['\\{-2,0,2\\}', 'x_1 = 0 and x_2 = 2 and x_3 = -2'],
    ['\\{-2,0,2\\}', 'x_1 = 0, x_{2,3} = \\pm 2'],
    ['\\{-2,2\\}', 'x_{1/2} = \\pm 2'],
    ['\\{-2,2\\}', 'L = 2, -2'],
    ['\\{-2,2\\}', '{±2}'],
    ['\\{-2,2\\}', '|x| = 2'],
    ['\\emptyset', '{}'],
    ['\\emptyset', '∅'],
    ['\\emptyset', '(1, 1)'],
    ['\\mathbb R\\setminus\\{0\\}', 'R \\ {0}'],
    ['\\mathbb R\\setminus\\{0\\}', 'R\\{0}'],
    ['\\mathbb R\\setminus\\{0\\}', '\\mathbb{R} \\backslash \\{0\\}'],
    ['\\mathbb R\\setminus\\{0\\}', 'x \\ne 0'],
    ['\\mathbb R\\setminus\\{0\\}', 'x \\notin \\{0\\}'],
    ['\\mathbb R\\setminus\\{0\\}', '(-inf, 0) u (0, inf)'],
    ['\\mathbb R\\setminus\\{0\\}', '\\mathbb{R}^*'],
    ['(0, \\infty)', '\\mathbb{R}_{>0}'],
    ['[-a, a]', '|x| \\le a'],
    ['[-a, a]', '[-\\sqrt{a^2}, a]'],
    ['(-\\infty, -a) \\cup (a, \\infty)', '|x| > a'],
    ['\\{\\sqrt 2\\}', '\\{2/\\sqrt{2}\\}'],
    ['[0, \\frac{1}{2}]', '[0, 0.5]'],
    ['[0, 2(1+a)]', '[0,(a+1) 2]'],
    ['(1, 2) \\cup (3, 4)', ']3, 4[ ∪ ]1, 2['],
    ['(-\\infty, 0)', '[0, \\infty)^c'],
    ['\\mathbb{R}', '\\emptyset^c'],
    ['([0, 2] \\cup [5, 6]) \\cap [1, 5]', '[1, 2] u {5}'],
  ])('%s is %s', (reference, answer) => {
    expect(compared(reference, answer)).toEqual({ verdict: 'right' });
  });
});

describe('conditions that are not solved for the variable', () => {
  const conditions = (reference: string, answer: string, seed = 'seed', of = table) =>
    compareWithConditions(setOf(reference, of), setOf(answer, of), 'x', {
      ...setting,
      table: of,
      seed,
    });

  it.each([
    ['(-\\infty, -1] \\cup [3, \\infty)', '\\{x : |x-1| >= 2\\}'],
    ['\\{-2, 0, 2\\}', 'x^3 = 4x'],
    ['\\{-2, 2\\}', 'x^2 = 4'],
    ['(-2, 2)', 'x^2 < 4'],
    ['\\{5, 6, 7\\}', '(x-5)(x-6)(x-7) = 0'],
    ['[-a, a]', 'x^2 \\le a^2'],
    ['\\{\\ln 2\\}', 'e^x = 2'],
    ['(1, \\infty)', '\\ln x > 0'],
    ['\\{\\sqrt 2\\}', '\\{x \\in (0, \\infty) : x^2 = 2\\}'],
    ['\\mathbb{R} \\setminus (-2, 2)', '\\mathbb{R} \\setminus \\{x : x^2 < 4\\}'],
  ])(
    'are the same set, which is left to a person, or right where the key has one: %s and %s',
    (reference, answer) => {
      expect(conditions(reference, answer)).toMatchObject({
        verdict: 'review',
        reason: expect.stringContaining('not solved for $x$'),
      });
      expect(conditions(answer, reference)).toEqual({ verdict: 'right' });
      expect(conditions(answer, answer)).toEqual({ verdict: 'right' });
    },
  );

  it.each([
    ['(-\\infty, -1] \\cup [3, \\infty)', '\\{x : |x-1| > 2\\}', true],
    ['\\{-2, 0, 2\\}', 'x^3 = 2x', true],
    ['\\{6\\}', '(x-5)(x-6)(x-7) = 0', false],
    ['\\{1, 4\\}', '(x-1)(x-2)(x-3)(x-4) = 0', false],
    ['[-a, a]', 'x^2 < a^2', true],
    ['[-a, a]', 'x^2 \\le a', null],
    ['\\{1\\}', 'x^2 = 1', false],
    ['\\mathbb{R}', 'x^2 > 0', true],
    ['\\mathbb{R} \\setminus \\{0\\}', '\\mathbb{R} \\setminus \\{x : 1/x > 0\\}', true],
  ])('are another set, with a number: %s and %s', (reference, answer, isInReference) => {
    for (const seed of ['a', 'b', 'c']) {
      const outcome = conditions(reference, answer, seed);
      expect(outcome).toMatchObject({ verdict: 'wrong' });
      if (isInReference !== null) expect(outcome).toMatchObject({ witness: { isInReference } });
    }
  });

  it('hold within the domain of the variable', () => {
    expect(conditions('x^2 = 4', '\\{2\\}', 'seed', positive)).toEqual({ verdict: 'right' });
    expect(conditions('x^2 = 4', '\\{2, -2\\}', 'seed', positive)).toMatchObject({
      verdict: 'wrong',
      witness: { number: '-2', isInReference: false },
    });
  });
});

describe('another set, with a number in exactly one', () => {
  it.each([
    ['(-\\infty, 2]', '(-\\infty, 2)', '2', true],
    ['(-\\infty, 2)', '(-\\infty, 2]', '2', false],
    ['[0, 1]', '[0, 2]', '1.5', false],
    ['\\{1,2\\}', '\\{1,2,3\\}', '3', false],
    ['\\mathbb{R}', '\\mathbb{R} \\setminus \\{5\\}', '5', true],
    ['\\emptyset', '\\{0\\}', '0', false],
    ['(0, 10^{-30})', '(0, 2 \\cdot 10^{-30})', null, false],
    ['x < 0 \\text{ or } x > 3', 'x < 0', '4', true],
  ])('%s is not %s', (reference, answer, number, isInReference) => {
    const outcome = compared(reference, answer);
    expect(outcome).toMatchObject({ verdict: 'wrong', witness: { isInReference } });
    if (number !== null) expect(outcome).toMatchObject({ witness: { number } });
  });

  it('names the symbols', () => {
    expect(compared('[-a, a]', '[0, a]')).toMatchObject({
      verdict: 'wrong',
      witness: { where: expect.stringMatching(/^\$a = /) },
    });
  });
});

it('reads conditions within the domain of the variable', () => {
  const outcome = compareSets(setOf('(0, 2]', positive), setOf('x \\le 2', positive), {
    ...setting,
    table: positive,
  });
  expect(outcome).toEqual({ verdict: 'right' });
});

describe('what is not read', () => {
  it.each([
    '1,2',
    '2, x = 3',
    'x_1 = 2, x_1 = 3',
    'x_1 = 2, y_2 = 3',
    '1, x',
    '1 < 2',
    '\\{x : a > 2\\}',
    'x < 0 or x > 1, x > 3',
    'x > 0, x < 1 or x > 3',
    '{+-1}',
    '{1 ± 2 ± 3}',
    '[0, 1] \\text{ more or less}',
    '(1, 2, 3)',
    '[1]',
    '[1, x]',
    '[0, 1] u (2, 3) \\cap [1, 5]',
    '\\mathbb{R}_+',
    '[0, 1]^2',
    '\\{1\\}_2',
    "[0, 1]'",
    '\\mathbb{N}',
    '(\\infty, 0)',
    '{1, 2',
    '[0, 1',
    '3',
    '',
    'all numbers',
    '\\{'.repeat(999),
    '{'.repeat(10_000),
    '('.repeat(1999),
    '['.repeat(1999),
    '\\cup'.repeat(400),
    '[0,1]\\cup'.repeat(150),
  ])('%s', (text) => {
    const reading = readSet(text, table, { leftSides: [], variable: 'x' });
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.error.isFault).toBeUndefined();
  });
});

it('asks where a comma may be a decimal one', () => {
  const comma = tableOf([scalar('x')], { decimalComma: true });
  const read = (text: string) => readSet(text, comma, { leftSides: [], variable: 'x' });
  expect(read('\\{1,5\\}')).toMatchObject({ ok: false });
  expect(read('\\{1,5; 2\\}')).toMatchObject({ ok: true });
  expect(read('[0,1]')).toMatchObject({ ok: true });
});

describe('hostile sets end in time', () => {
  it.each([
    `[0, 9e${'9'.repeat(30)}]`,
    `{${Array.from({ length: 300 }, (_, k) => k).join(',')}}`,
    '[0, 10^{10^{10^{10}}}]',
    `${'('.repeat(40)}[0,1]${')'.repeat(40)}`,
    Array.from({ length: 100 }, (_, k) => `(${k},${k + 1})`).join('u'),
  ])('%s', (text) => {
    const reading = readSet(text, table, { leftSides: [], variable: 'x' });
    if (!reading.ok) return;
    const outcome = compareSets(setOf('[0, 1]'), reading.value.set, setting);
    expect(['right', 'wrong', 'review']).toContain(outcome.verdict);
  });
});

const number = fc.integer({ min: -6, max: 6 }).map(String);
const literal = fc.oneof(
  fc
    .tuple(fc.constantFrom('(', '['), number, number, fc.constantFrom(')', ']'))
    .map(([open, from, to, close]) => `${open}${from}, ${to}${close}`),
  fc.array(number, { minLength: 1, maxLength: 3 }).map((list) => `\\{${list.join(', ')}\\}`),
  fc.constantFrom('\\emptyset', '\\mathbb{R}', '(-\\infty, 0]', '(2, \\infty)'),
);
const sets = fc
  .tuple(literal, literal, fc.constantFrom('\\cup', '\\cap', '\\setminus'))
  .map(([a, b, sign]) => `(${a} ${sign} ${b})`);

describe('laws of sets', () => {
  const same = (a: string, b: string) =>
    expect(compared(a, b), `${a} and ${b}`).toEqual({ verdict: 'right' });

  it('hold of random ones', () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        same(`${a} \\cup ${b}`, `${b} \\cup ${a}`);
        same(`\\mathbb{R} \\setminus (\\mathbb{R} \\setminus ${a})`, a);
        same(
          `\\mathbb{R} \\setminus (${a} \\cup ${b})`,
          `(\\mathbb{R} \\setminus ${a}) \\cap (\\mathbb{R} \\setminus ${b})`,
        );
        same(`${a} \\cap (${b} \\cup ${c})`, `(${a} \\cap ${b}) \\cup (${a} \\cap ${c})`);
      }),
      { numRuns: 40 },
    );
  });

  it('a set is what is shown of it', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const text = `${a} \\setminus ${b}`;
        same(setLatex(setOf(text), table), text);
      }),
      { numRuns: 40 },
    );
  });

  it('a set and its complement have nothing in common', () => {
    fc.assert(
      fc.property(sets, (a) => {
        const complement: SetTree = { kind: 'difference', left: REALS, right: setOf(a) };
        expect(compareSets(setOf(a), complement, setting).verdict).toBe('wrong');
        const both: SetTree = { kind: 'intersection', left: setOf(a), right: complement };
        expect(compareSets(EMPTY, both, setting)).toEqual({ verdict: 'right' });
      }),
      { numRuns: 20 },
    );
  });
});
