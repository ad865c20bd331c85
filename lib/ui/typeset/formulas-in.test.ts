import { describe, expect, it } from 'vitest';
import { formulaProblem } from './formula';
import { formulasIn } from './formulas-in';

describe('formulasIn', () => {
  it('finds formulas in lines, alone, and within lists', () => {
    const text = 'Let $a$ be\n\n- of $b$\n\n$$\nc\n$$\n\n```math\nd\n```\n';
    expect(formulasIn(text)).toEqual({
      formulas: [
        { latex: 'a', place: 'in a line', offset: 4 },
        { latex: 'b', place: 'in a line', offset: text.indexOf('$b') },
        { latex: 'c', place: 'alone', offset: text.indexOf('$$') },
        { latex: 'd', place: 'alone', offset: text.indexOf('```') },
      ],
      unclosed: [],
    });
  });

  it.each([
    ['one dollar', 'costs $x', [6]],
    ['the last of three', '$a$ and $b', [8]],
    ['in emphasis', '*of $b*', [4]],
    ['lines of dollars without end', 'so\n\n$$\nx + y\n', [4]],
    ['an escaped dollar', 'costs 5 \\$', []],
    ['a dollar in code', 'type `$x`', []],
    ['a formula over two lines', 'Let $a +\nb$ be', []],
    ['lines of dollars in a quotation', '> $$\n> x\n> $$', []],
  ])('%s', (_, text, unclosed) => {
    expect(formulasIn(text).unclosed).toEqual(unclosed);
  });
});

describe('formulaProblem', () => {
  it('names a command that is not known, and has nothing to say of others', () => {
    expect(formulaProblem('\\nabla_w \\mathcal{L}', 'in a line')).toBeNull();
    expect(formulaProblem('x + \\nabal y', 'in a line')?.unknown).toBe('\\nabal');
    expect(formulaProblem('\\frac{1}{', 'in a line')).toMatchObject({ unknown: null });
  });

  it('knows that some stand alone only', () => {
    expect(formulaProblem('x \\tag{1}', 'alone')).toBeNull();
    expect(formulaProblem('x \\tag{1}', 'in a line')).not.toBeNull();
  });
});
