import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { tableOf } from '@/lib/math/testing/tables';
import type { RelationOutcome } from './compare-linear';
import { compareRelations } from './compare-relations';
import { readRelation } from './read-relation';
import { type Statement, statementLatex } from './statement';

const scalar = (id: string, domain = 'real'): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain },
});
const table = tableOf([scalar('x'), scalar('y'), scalar('z'), scalar('r', '(0, inf)')]);

function statementOf(text: string): Statement {
  const reading = readRelation(text, table, ['g']);
  if (!reading.ok) throw new Error(`${text}: ${reading.error.message}`);
  return reading.value.statement;
}

function compared(reference: string, answer: string, seed = 'seed'): RelationOutcome {
  const setting = { table, definitions: new Map(), functions: new Map(), seed };
  return compareRelations(statementOf(reference), statementOf(answer), setting);
}

describe('the same solutions', () => {
  it.each([
    ['y - 2x = 1', 'y = 2x + 1'],
    ['y - 2x = 1', 'g: x = (y-1)/2'],
    ['y - 2x \\ge 1', '2x - y <= -1'],
    ['x^2 + y^2 = 1', '1 - x^2 = y^2'],
    ['x^2 + y^2 = r^2', '\\sqrt{x^2+y^2} = r'],
    ['x = 1', '(x-1)^2 = 0'],
    ['(x-1)^2 = 0', 'x = 1'],
    ['x^2 = 1', 'x = 1 or x = -1'],
    ['x^2 = 1', '|x| = 1'],
    ['x^2 < 1', '-1 < x < 1'],
    ['x^2 < 1', 'x > -1 and x < 1'],
    ['x^2 \\ge 1', 'x \\le -1 \\vee x \\ge 1'],
    ['0 < x < 1', 'x > 0, x < 1'],
    ['0 < x < 1', 'x(1-x) > 0'],
    ['y > 0 \\wedge x > 0', 'x > 0 and y > 0'],
    ['e^x = 2', 'x = \\ln 2'],
    ['x^3 = 2', 'x = \\sqrt[3]{2}'],
    ['x y = 0', 'x = 0 or y = 0'],
    ['y = x^2', 'x^2 - y = 0'],
    ['x + y + z = 1', '2z = 2 - 2x - 2y'],
    ['x \\ne 0', '3x \\ne 0'],
    ['x^2 + 1 = 0', '2x^2 = -2'],
    ['\\ln x > 0', 'x > 1'],
    ['x + y = 2 \\wedge x - y = 0', 'x = 1 \\wedge y = 1'],
    ['x + y = 2, x - y = 1', 'x = 3/2, y = 1/2'],
    ['x + y = 2, x - y = 1', '\\begin{cases} 2x = 3 \\\\ 2y = 1 \\end{cases}'],
    ['3x + y = 2, x - y = 1', 'x = 3/4, 4y = -1'],
    ['x + y + z = 1, x - z = 0', 'y = 1 - 2x, z = x'],
    ['x + y = 2', 'x + y = 2, 2x + 2y = 4'],
    ['y/x = 2 \\wedge x \\ne 0', 'y = 2x \\wedge x \\ne 0'],
    ['(y-1)/x = 2', 'y = 2x + 1 \\wedge x \\ne 0'],
    ['(y-1)/x = 2', '3(y-1)/(3x) = 2'],
    ['y = 2x + 1', '(y-2x-1)/(x^2+1) = 0'],
    ['y = 2x + 1', '(y-2x-1)/e^x = 0'],
    ['y = 2x + 1', '(y-2x-1)/(y-2x) = 0'],
    ['x y = 1', 'y = 1/x'],
    ['y = e^x', '\\ln y = x'],
    ['y = e^{-x^2}', '\\ln y = -x^2'],
    ['y = 1/(1+e^{-x})', '\\ln(y/(1-y)) = x'],
    ['y = 2x + 1', '(y-2x-1)/(2+\\sin x) = 0'],
    ['y = 2r + 1', '(y-1)/r = 2'],
    ['(y-2x-1)/(x-5)^2 = 0', 'y = 2x + 1 \\wedge x \\ne 5'],
    ['y = 2x + 1, x > 0', '(y-1)/x = 2, x > 0'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer)).toEqual({ verdict: 'right' });
  });
});

describe('other solutions, with a point', () => {
  it.each([
    ['x^2 = 1', 'x = 1', true],
    ['x = 1', 'x^2 = 1', false],
    ['y = 2x + 1', 'y = 2x - 1', true],
    ['y \\le 2x', 'y < 2x', true],
    ['x^2 + y^2 < 1', 'x^2 + y^2 \\le 1', false],
    ['x^2 < 2', 'x < \\sqrt 2', false],
    ['0 < x < 1', '0 < x \\le 1', false],
    ['x y = 0', 'x = 0', true],
    ['x = 1', 'x = 1.000000000000000000001', true],
    ['x = \\sqrt 2', 'x = 1.41421356237309504880168872420969807857', true],
    ['x > 0', 'x \\ge 0', false],
    ['x + y = 2, x - y = 1', 'x = 1, y = 1', true],
    ['x + y + z = 1, x - z = 0', 'y = 1 - 2x', false],
    ['x + y = 2', 'x + y = 2, x = 1/3', true],
    ['x = 1, y = 2', 'x = 1 \\wedge y = 2 \\wedge x = y', true],
    ['y = |x|', 'y = x', true],
    ['x = 6', '(x-5)(x-6)(x-7) = 0', false],
    ['x^2 = 25', '(x^2-25)(x^2-26)(x^2-27) = 0', false],
  ])('%s and %s', (reference, answer, holdsInReference) => {
    const outcome = compared(reference, answer);
    expect(outcome).toMatchObject({ verdict: 'wrong' });
    if (reference !== 'y = 2x + 1')
      expect(outcome).toMatchObject({ witness: { holdsInReference } });
  });
});

describe('what the machine does not decide', () => {
  it.each([
    ['x^2 + y^2 = 0', 'x = 0 \\wedge y = 0'],
    ['x^2 + 1 = 0', 'x^4 + 1 = 0'],
    ['\\frac{x}{x-1} \\ge 2', '1 \\le x \\le 2'],
    ['y = 2x + 1', '(y-1)/x = 2'],
    ['y = 2x + 1', 'x/(y-1) = 1/2'],
    ['y = 2x + 1', '(y-2x-1)/(x-5) = 0'],
    ['y = 2x + 1', '(y-2x-1)/(x-5)^2 = 0'],
    ['y = 2x + 1', '(y-2x-1)(x-5)^{-1} = 0'],
    ['y = 2x + 1', '(y-2x-1)(x-5)/(x-5) = 0'],
    ['y = 2x + 1', '(y-2x-1)/(x-y) = 0'],
    ['y = 2x + 1', '(y-2x-1)/(x^2-2) = 0'],
    ['y = 2x + 1', '(y-2x-1)/\\ln|x-5| = 0'],
    ['y \\ge 2x + 1', '(y-2x-1)/(x-5)^2 \\ge 0'],
    ['x^2 + y^2 = 1', 'x^2/(1-y^2) = 1'],
    ['(y-1)/x = 2', 'y = 2x + 1'],
    ['x + y = 2, x - y = 1', '(x+y-2)/(2x-3) = 0, x - y = 1'],
    ['y = 2x + 1 \\vee y = 0', '(y-1)/x = 2 \\vee y = 0'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer)).toMatchObject({ verdict: 'review' });
  });
});

describe('names of relations', () => {
  const plane = tableOf([scalar('x'), scalar('y')]);
  const shown = (text: string) => {
    const reading = readRelation(text, plane, []);
    return reading.ok ? statementLatex(reading.value.statement, plane) : reading.error.message;
  };

  it.each([
    ['f(x) = 2x + 1', 'y= 2\\,x+1'],
    ['f(x) = ±x', 'y= x\\;\\vee\\;y= -x'],
    ['f(x) = 2x, x > 0', 'y= 2\\,x\\;\\wedge\\;x> 0'],
    ['\\{(x,y): y=2x+1\\}', 'y= 2\\,x+1'],
    ['L = \\{(x,y) \\mid y=2x+1\\}', 'y= 2\\,x+1'],
    ['{(x,y) | y = 2x+1}', 'y= 2\\,x+1'],
    ['\\{(x,y) \\in \\mathbb{R}^2 : y > x, x > 0\\}', 'y> x\\;\\wedge\\;x> 0'],
    ['\\{x : x^2 < 1\\}', 'x^{2}< 1'],
    ['\\{(1, 2)\\}', 'Write the equation or inequality that the points of this set fulfil.'],
  ])('%s', (text, latex) => {
    expect(shown(text)).toBe(latex);
  });
});

describe('what is not read', () => {
  it.each([
    '2x',
    '',
    'x = 1 or x = 2, y = 3',
    'x = +-1',
    'x = \\pm 1 \\pm 2',
    'y(x) = 2x',
    'f(x) = 2x',
    '\\{(y, x) : y = 2x\\}',
    '\\{(x, y)\\}',
    '\\{y = 2x\\}',
    'y = 2x (x > 0)',
    'y = 2x \\text{ as shown above}',
    'x = 1 or -1',
    'x <',
    'x = 1 \\vee',
    'u = 1',
    '('.repeat(1999),
    'x=1\\vee '.repeat(240),
    '{'.repeat(1999),
  ])('%s', (text) => {
    expect(readRelation(text, table, []).ok).toBe(false);
  });
});

it('ends in time on large numbers', () => {
  expect(compared('x = 1', 'x = 10^{10^{10}}').verdict).not.toBe('right');
  expect(compared('x = 1', '\\sin(10^9 x) = 0 \\wedge x^{99} = 1').verdict).not.toBe('right');
});

const term = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'y', 'x^2', 'x y', '1'))
  .map(([factor, part]) => `(${factor}) ${part}`);
const side = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join('+'));

describe('laws of relations', () => {
  it('a positive factor and a summand on both sides change nothing', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom('<', '\\le', '='), (left, right, sign) => {
        const outcome = compared(
          `${left} ${sign} ${right}`,
          `3(${left}) + x ${sign} x + 3(${right})`,
        );
        expect(outcome.verdict, `${left} ${sign} ${right}`).not.toBe('wrong');
      }),
      { numRuns: 25 },
    );
  });

  it('a strict one is never its weak one where there are points on the edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (a, b) => {
        expect(compared(`y < ${a} x + ${b}`, `y \\le ${a} x + ${b}`).verdict).toBe('wrong');
      }),
      { numRuns: 10 },
    );
  });

  it('to be in a set or not follows the laws of sets', () => {
    const end = fc.integer({ min: -4, max: 4 });
    const set = fc.oneof(
      fc
        .tuple(fc.constantFrom('(', '['), end, end, fc.constantFrom(')', ']'))
        .filter(([, a, b]) => a < b)
        .map(([open, a, b, close]) => `${open}${a}, ${b}${close}`),
      end.map((a) => `\\{${a}, ${a + 2}\\}`),
      fc.constantFrom('\\emptyset', '\\mathbb{R}', '(1, \\infty)'),
    );
    fc.assert(
      fc.property(set, set, (a, b) => {
        const law = (left: string, right: string) =>
          expect(compared(left, right).verdict, `${left} / ${right}`).not.toBe('wrong');
        law(`x \\in ${a} \\setminus ${b}`, `x \\in ${a} \\wedge x \\notin ${b}`);
        law(`x \\in ${a} \\cup ${b}`, `x \\in ${a} \\vee x \\in ${b}`);
        law(`x \\notin ${a} \\cap ${b}`, `x \\notin ${a} \\vee x \\notin ${b}`);
        law(`x \\in (${a})^c`, `x \\notin ${a}`);
        expect(compared(`x \\in ${a}`, `x \\notin ${a}`).verdict).toBe('wrong');
      }),
      { numRuns: 20 },
    );
  });

  it('a statement is what is shown of it', () => {
    const text = 'x > 0 \\wedge (y < 1 \\vee y > 2)';
    expect(compared(statementLatex(statementOf(text), table), text)).toEqual({ verdict: 'right' });
  });
});
