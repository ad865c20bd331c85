import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { compareFamilies, type FamilyOutcome } from './compare-families';
import { freeConstants } from './free-constants';

const scalar = (id: string, domain = 'real', latex = id): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain },
});
const declared = [scalar('x'), scalar('omega', '(0, inf)', '\\omega'), scalar('r')];
const table = tableOf([...declared, ...freeConstants(declared)]);

function compared(reference: string, answer: string, seed = 'seed'): FamilyOutcome {
  const [left, right] = [reference, answer].map((text) => readOf(text, table).tree);
  if (!left || !right) throw new Error('two expressions are needed');
  const functions = new Map();
  const rest = { table, definitions: new Map(), functions, variable: 'x', constants: ['r'] };
  return compareFamilies(left, right, { ...rest, seed });
}

describe('the same family', () => {
  it.each([
    ['C_1 e^x + C_2 e^{-x}', 'A \\cosh x + B \\sinh x'],
    ['C_1 e^x + C_2 e^{-x}', 'c_2 e^x - 3 c_1 e^{-x}'],
    ['C_1 e^x + C_2 e^{-x}', 'C1 e^x + C2 e^{-x}'],
    ['C_1 e^x + C_2 e^{-x}', '(A + B) e^x + (A - B) e^{-x}'],
    ['C e^x', 'K e^{x+1}'],
    ['C e^x + x', 'x + e^x + k e^x'],
    [
      'A \\cos(\\omega x) + B \\sin(\\omega x)',
      'C_1 \\sin(\\omega x) + C_2 \\omega \\cos(\\omega x)',
    ],
    ['x + C', '\\ln(C e^x)'],
    ['\\ln(x + C)', '\\ln(x - K)'],
    ['\\frac{1}{C - x}', '-\\frac{1}{x + K}'],
    ['\\ln|x| + C', '\\ln|2x| + C'],
    ['r x', 'C x'],
    ['\\ln x + C', '\\ln|x| + C'],
    ['C', 'A + B'],
    ['e^x', 'e^{x}'],
    ['A \\cos x + B \\sin x', 'A \\sin(x + B)'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer)).toEqual({ verdict: 'right' });
  });
});

it.each([
  ['\\tan(x + C)', '\\tan(x + C)'],
  ['\\tan(x + C)', '-\\cot(x + 3C)'],
  ['\\tan(x + C)', '\\frac{\\tan x + C}{1 - C \\tan x}'],
  ['\\ln|x| + C', '\\ln|C x|'],
  ['x^2 + C', 'x^2 + \\ln C'],
  ['x^2 + C', 'x^2 + C^3'],
  ['\\frac{1}{1 + C e^{-x}}', '\\frac{e^x}{e^x + K}'],
  ['C_1 e^{-x}\\cos(2x) + C_2 e^{-x}\\sin(2x)', 'A e^{-x}\\cos(2x - B)'],
])('constants are found whatever the seed: %s and %s', (reference, answer) => {
  const seeds = Array.from({ length: 20 }, (_, seed) => `seed ${seed}`);
  const verdicts = seeds.map((seed) => compared(reference, answer, seed).verdict);
  expect(new Set(verdicts)).toEqual(new Set(['right']));
});

describe('another family, with a member of one alone', () => {
  it.each([
    ['C_1 e^x + C_2 e^{-x}', 'C e^x', true],
    ['C_1 e^x + C_2 e^{-x}', 'C (e^x + e^{-x})', true],
    ['C_1 e^x + C_2 e^{-x}', 'e^x + e^{-x}', true],
    ['C_1 e^x + C_2 e^{-x}', 'A e^x + B e^{-x} + C', false],
    ['C_1 e^x + C_2 e^{-x}', 'A e^x + B e^{-2x}', true],
    ['C e^x + x', 'C e^x', true],
    ['\\ln|x| + C', '\\ln x + C', true],
    ['C e^x', 'C e^x + 1', true],
    ['C e^x', 'e^{C x}', false],
    ['\\frac{1}{C - x}', '\\frac{1}{x} + C', true],
    ['\\frac{x^2}{2} + C', '\\frac{x^2}{2}', true],
    ['C e^x', 'C e^{1.00000000000000000001 x}', true],
  ])('%s and %s', (reference, answer, isInReference) => {
    expect(compared(reference, answer)).toMatchObject({
      verdict: 'wrong',
      witness: { isInReference },
    });
  });
});

describe('what the machine does not decide', () => {
  it.each([
    ['C e^x', 'e^{x + C}'],
    ['\\frac{C}{1 + C x}', '\\frac{1}{x + K}'],
    ['\\frac{1}{C - x}', '\\frac{2}{C - x}'],
    ['C e^x', '\\int_{-\\infty}^x C e^t dt'],
  ])('%s and %s', (reference, answer) => {
    expect(compared(reference, answer).verdict).toBe('review');
  });
});

describe('laws of families', () => {
  const coefficient = fc.integer({ min: -4, max: 4 });
  const matrix = fc
    .tuple(coefficient, coefficient, coefficient, coefficient)
    .filter(([a, b, c, d]) => a * d !== b * c);
  const functions = fc.constantFrom(
    ['e^x', 'e^{-2x}'],
    ['\\cos x', '\\sin x'],
    ['x', 'x^2'],
    ['1', '\\ln(x^2+1)'],
  );

  it('an invertible change of constants changes nothing', () => {
    fc.assert(
      fc.property(functions, matrix, ([f, g], [a, b, c, d]) => {
        const changed = `((${a}) A + (${b}) B) ${f} + ((${c}) A + (${d}) B) ${g} + x^3`;
        expect(compared(`x^3 + C_1 ${f} + C_2 ${g}`, changed)).toEqual({ verdict: 'right' });
      }),
      { numRuns: 15 },
    );
  });

  it('a change of constants that is not invertible loses solutions', () => {
    fc.assert(
      fc.property(functions, coefficient, coefficient, ([f, g], a, b) => {
        const changed = `(${a} A + ${b} B) (${f} + ${g})`;
        expect(compared(`C_1 ${f} + C_2 ${g}`, changed).verdict).toBe('wrong');
      }),
      { numRuns: 15 },
    );
  });
});

it('ends in time on hostile families', () => {
  const many = Array.from({ length: 8 }, (_, k) => `${'ABCDKMNP'.charAt(k)} e^{${k} x}`).join('+');
  expect(compared('C e^x', many).verdict).toBe('wrong');
  expect(['review', 'wrong']).toContain(compared('C e^x', 'C e^{10^{10^{10}} x}').verdict);
  expect(['review', 'wrong']).toContain(compared('C e^x', 'A^{B^{C^{D^x}}}').verdict);
  expect(compared('C e^x', 'C'.repeat(1990)).verdict).toBe('review');
  expect(compared('C e^x', 'C x'.repeat(600)).verdict).toBe('review');
  const waves = 'A \\sin(B x + C) + D \\cos(K x + M)';
  expect(compared('C e^x', waves).verdict).toBe('wrong');
  expect(compared('e^{e^{C x}}', waves).verdict).toBe('review');
});
