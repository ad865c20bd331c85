import { describe, expect, it } from 'vitest';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { EXAMPLE_SYMBOLS, readOf, tableOf } from '@/lib/math/testing/tables';
import { compare } from './compare';
import { isConstantName } from './constant-names';
import type { UpTo } from './outcome';

const reals = tableOf([], { defaultScalar: { domain: 'real' } });
const exam = tableOf(EXAMPLE_SYMBOLS);

function judge(reference: string, answer: string, upTo?: UpTo, table: SymbolTable = reals) {
  const [left, right] = [readOf(reference, table).tree, readOf(answer, table).tree];
  return compare(left, right, table, { seed: 'test', ...(upTo && { upTo }) }).verdict;
}

describe('up to a factor', () => {
  it.each([
    ['x', '2 x'],
    ['x', '-x'],
    ['x+1', '\\frac{x+1}{\\pi}'],
    ['3', '5'],
    ['[1, 2, x]^T', '[2, 4, 2 x]^T'],
    ['[0, 0, x]^T', '[0, 0, -x]^T'],
    ['[[1, x], [0, 2]]', '[[3, 3 x], [0, 6]]'],
    ['0', '0'],
  ])('%s and %s', (reference, answer) => {
    expect(judge(reference, answer, 'scale')).toBe('right');
    expect(judge(answer, reference, 'scale')).toBe('right');
  });

  it.each([
    ['x', 'x^2'],
    ['x', 'a x'],
    ['x', 'x + 1'],
    ['x', '0'],
    ['0', 'x'],
    ['[1, 2, x]^T', '[2, 4, x]^T'],
    ['[1, 2, x]^T', '[0, 0, 0]^T'],
    ['[[1, x], [0, 2]]', '[[3, 3 x], [0, 2]]'],
    ['[[1, x], [0, 2]]', '[[3, 3 x], [1, 6]]'],
  ])('not %s and %s', (reference, answer) => {
    expect(judge(reference, answer, 'scale')).toBe('wrong');
  });

  it('is asked for: without it a multiple is another value', () => {
    expect(judge('x', '2 x')).toBe('wrong');
    expect(judge('x', '2 x', 'sign')).toBe('wrong');
  });
});

describe('up to a sign', () => {
  it.each([
    ['x-a', 'a-x'],
    ['x-a', 'x-a'],
    ['[1, x]^T', '[-1, -x]^T'],
  ])('%s and %s', (reference, answer) => expect(judge(reference, answer, 'sign')).toBe('right'));

  it.each([
    ['x-a', 'a+x'],
    ['[1, x]^T', '[-1, x]^T'],
    ['x', '-2x'],
  ])('not %s and %s', (reference, answer) =>
    expect(judge(reference, answer, 'sign')).toBe('wrong'),
  );
});

describe('up to a constant', () => {
  it.each<[string, string, UpTo]>([
    ['x^2/2', 'x^2/2 + 3', { constantIn: null }],
    ['a x', 'a x + a^2', { constantIn: ['x'] }],
    ['\\ln x', '\\ln(2x)', { constantIn: ['x'] }],
  ])('%s and %s', (reference, answer, upTo) => {
    expect(judge(reference, answer, upTo)).toBe('right');
  });

  it.each<[string, string, UpTo]>([
    ['x^2/2', 'x^2/2 + a', { constantIn: null }],
    ['a x', 'a x + a x^2', { constantIn: ['x'] }],
    ['a x', 'a x + a^2', { constantIn: ['a'] }],
  ])('not %s and %s', (reference, answer, upTo) => {
    expect(judge(reference, answer, upTo)).toBe('wrong');
  });
});

describe('up to transposition', () => {
  it('takes a product the other way round, of other shapes too', () => {
    expect(
      judge('J_g^\\mathcal{L} J_f^g', '(J_f^g)^T (J_g^\\mathcal{L})^T', 'transpose', exam),
    ).toBe('right');
    expect(
      judge('J_g^\\mathcal{L} J_f^g', '2 (J_f^g)^T (J_g^\\mathcal{L})^T', 'transpose', exam),
    ).toBe('wrong');
  });
});

describe('names of constants', () => {
  it.each(['C', 'c', '\\mathrm{const}', 'C_1', 'C_{2}'])('%s is one', (latex) => {
    const table = tableOf([{ id: 'k', latex, type: { kind: 'scalar', domain: 'real' } }]);
    expect(isConstantName('k', table)).toBe(true);
  });

  it.each(['x', 'D', 'C_x', 'C_{12}', 'cC_1', 'C_1x'])('%s is none', (latex) => {
    const table = tableOf([{ id: 'k', latex, type: { kind: 'scalar', domain: 'real' } }]);
    expect(isConstantName('k', table)).toBe(false);
  });
});
