import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { shapeOf } from '@/lib/math/language/shape';
import { EXAMPLE_SYMBOLS, readOf, tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const table = tableOf(EXAMPLE_SYMBOLS);

/** A tree without the places it was read at. */
function bare(tree: Tree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}

describe('different ways to write one thing', () => {
  it.each([
    ['\\lambda\\mu', 'λμ', 'lambda mu', 'lambda  mu', '\\lambda\\,\\mu'],
    ['\\lambda\\cdot\\mu', 'lambda*mu', 'λ·μ', '\\lambda\\times\\mu'],
    ['\\frac{\\lambda}{\\mu}', 'lambda/mu', '\\lambda/\\mu', '\\dfrac\\lambda\\mu', 'λ÷μ'],
    ['\\frac12', '1/2', '\\frac{1}{2}'],
    ['\\lambda^2', 'lambda^2', 'lambda**2', 'λ²', '\\lambda^{2}', 'lambda^(2)'],
    ['x_{t-1}', 'x_(t-1)', 'x_{t - 1}', '{x_{t-1}}'],
    ['x_t^T', 'x_{t^{T}}', 'x_{t^\\top}', 'x_t^{\\top}'],
    [
      'J_f^g',
      'J^g_f',
      'J_{f}^{g}',
      'J_{f^{g}}',
      'J_{f^g}',
      'J_f{}^g',
      '\\frac{\\partial g}{\\partial f}',
      '∂g/∂f',
    ],
    ['(J_f^g)^T', '{J_f^g}^\\top', 'J_f^{g\\top}', '\\left(J_f^g\\right)^{\\top}', "(J_f^g)'"],
    ['\\left\\|x_t\\right\\|', '\\|x_t\\|', '\\lVert x_t\\rVert_2', '||x_t||', '‖x_t‖'],
    ['\\left|a\\right|', '|a|', 'abs(a)', '\\lvert a\\rvert'],
    ['\\|a\\lVert b\\rVert\\|', '\\left\\|a\\left\\|b\\right\\|\\right\\|'],
    ['|a||b|', '\\left|a\\right|\\left|b\\right|'],
    ['\\sqrt{a}', 'sqrt(a)', '√a', '\\sqrt a'],
    ['e^{-a}', 'e^-a', 'e^(-a)', '\\mathrm{e}^{-a}', '\\exponentialE^{-a}'],
    ['\\ln(a)', 'log(a)', '\\ln a', 'ln a', '\\operatorname{ln}(a)', '\\log\\left(a\\right)'],
    ['\\sin^2 a', 'sin(a)^2', '(\\sin a)^2', 'sin^2(a)'],
    ['\\sin^{-1}(a)', 'asin(a)', '\\arcsin a'],
    ['[a > 0]', '\\mathbb{1}[a>0]', '\\mathbb 1_{a>0}', '\\mathbb{1}(a>0)'],
    ['g(x_t)', '\\tilde{g}(x_t)', '\\tilde g\\left(x_t\\right)', 'g\\left(x_t\\right)'],
    ['\\max(a, b)', 'max(a,b)', '\\max\\left(a,b\\right)', '\\max\\{a,b\\}'],
    ['\\log_2 a', 'log_2(a)', '\\log_{2}\\left(a\\right)'],
    ['\\binom{a}{b}', 'binomial(a,b)'],
    ['a!', 'factorial(a)'],
    ['\\langle x_t, x_{t-1}\\rangle', '⟨x_t, x_{t-1}⟩'],
  ])('%s', (first, ...others) => {
    const tree = bare(readOf(first, table).tree);
    for (const other of others) expect(bare(readOf(other, table).tree), other).toEqual(tree);
  });
});

describe('what binds how', () => {
  it.each([
    ['-a^2', '-(a^2)'],
    ['1/2a', '(1/2)a'],
    ['a/b*lambda', '(a/b)*lambda'],
    ['2^3^2', '2^(3^2)'],
    ['ln 2a', 'ln(2a)'],
    ['ln a + b', 'ln(a) + b'],
    ['sin a cos b', 'sin(a) cos(b)'],
    ['2^-a', '2^(-a)'],
    ['a-b-1', '(a-b)-1'],
  ])('%s reads %s', (source, meant) => {
    expect(bare(readOf(source, table).tree)).toEqual(bare(readOf(meant, table).tree));
  });

  it('tells where a rule decided', () => {
    expect(readOf('1/2a', table).hints.join()).toContain('after a slash');
    expect(readOf('ln a b', table).hints.join()).toContain('whole product');
    expect(readOf('2^3^2', table).hints.join()).toContain('from the right');
    expect(readOf('ln(a) b', table).hints).toEqual([]);
  });
});

describe('left sides and chains', () => {
  it('drops the left side and takes the end of a chain', () => {
    const expected = bare(readOf('x_t - x_{t-1}', table).tree);
    for (const source of [
      'x_{t+1} = x_t - x_{t-1}',
      '= x_t - x_{t-1}',
      'x_{t+1} = x_t - \\varepsilon v_{t+1} = x_t - x_{t-1}',
      '2x_t - x_{t-1} - x_t = x_t - x_{t-1}',
    ]) {
      const reading = read(source, table, { leftSides: ['x_{t+1}'] });
      if (!reading.ok) throw new Error(reading.error.message);
      expect(bare(reading.value.tree), source).toEqual(expected);
    }
  });
});

describe('what stands left of a formula', () => {
  it.each([
    ['a', 'none'],
    ['= a', 'none'],
    ['x_{t+1} = a', 'known'],
    ['x_{t+1} \\approx a', 'known'],
    ['s = a', 'other'],
    ['let s = a', 'other'],
    ['a = s = b', 'none'],
  ])('%s: %s', (source, leftSide) => {
    const reading = read(source, table, { leftSides: ['x_{t+1}'] });
    expect(reading).toMatchObject({ ok: true, value: { leftSide } });
  });
});

describe('errors', () => {
  it.each([
    ['lamda + 1', 'Did you mean $\\lambda$', 0, 5],
    ['a + ', 'missing at the end', 3, 3],
    ['(a + b', 'is missing', 0, 1],
    ['a + b)', 'does not fit', 5, 6],
    ['\\frac{a}{', 'never closed', 8, 9],
    ['a + q', 'not a symbol of this part', 4, 5],
    ['g x_t', 'needs its argument in parentheses', 0, 1],
    ['a # b', 'no meaning', 2, 3],
    ['\\int a d a', 'Only integrals with limits have a value', 0, 4],
    ['\\placeholder{}', 'placeholder', 0, 14],
    ['a^', 'missing', 2, 2],
    ['max()', 'does not fit', 4, 5],
  ])('%s: %s', (source, says, start, end) => {
    const reading = read(source, table);
    if (reading.ok) throw new Error(`${source} was read`);
    expect(reading.error.message).toContain(says);
    expect([reading.error.start, reading.error.end]).toEqual([start, end]);
  });

  it('proposes the symbol whose indices were swapped', () => {
    const reading = read('J_g^f', table);
    expect(reading).toMatchObject({ ok: false, error: { proposal: 'J_f^g' } });
  });

  it.each([
    ['x_t + a', 'cannot be added'],
    ['J_f^g J_f^g', 'inner dimensions $n$ and $m$ differ'],
    ['x_t x_t', 'inner dimensions'],
    ['1/x_t', 'divide by scalars only'],
    ['g(a)', 'takes a'],
    ['\\ln x_t', 'takes scalars'],
    ['det(J_f^g)', 'square'],
    ['a > 0', 'statement'],
  ])('%s is ill-typed: %s', (source, says) => {
    const shape = shapeOf(readOf(source, table).tree, table);
    if (shape.ok) throw new Error(`${source} has a shape`);
    expect(shape.error.message).toContain(says);
  });

  it.each([
    ['J_g^{\\mathcal{L}} J_f^g', [1, 'n']],
    ['x_t^T x_t', [1, 1]],
    ['x_t \\cdot x_{t-1}', [1, 1]],
    ['x_t x_t^T', ['n', 'n']],
    ['M^{-1} x_t', ['n', 1]],
    ['0 + x_t', ['n', 1]],
    ['\\|x_t\\|^2 M', ['n', 'n']],
  ])('%s has a shape', (source, shape) => {
    expect(shapeOf(readOf(source, table).tree, table)).toEqual({ ok: true, value: shape });
  });
});

/** Pieces of what is written less often: asides, words, several answers, signs of other keyboards. */
const RARER =
  '; , or if for all \\text{if} \\text{ und } \\quad \\circ \\times \\vec \\dot \\mathbf{1} \\sum_{i\\in\\{a,b\\}} \\sum_{i,j} \\int_0^1 dx d/dx \\frac{d}{dx} \\begin{cases} \\end{cases} \\begin{array}{c} \\end{array} [1 2; 3 4] (1,2)^T ≈ \\approx ≤ ∨ ∈ √ 𝑥 ｘ е ö x\u0304 ² ₁ ½ I(a>0) R[k-1] relu log3( 1e-3 1,5 1,000 :'.split(
    ' ',
  );

describe('hostile input', () => {
  it('never throws, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      ..."\\frac \\sqrt { } ( ) [ ] | ‖ ^ _ ! - + * / = < , ' & \\\\ \\left \\right \\begin{pmatrix} \\end{pmatrix} \\mathbb{1} \\ln sin g x_t a 2 10 . e T \\top \\placeholder{} \\href{javascript:alert(1)} \\def\\x \u0000".split(
        ' ',
      ),
      ...RARER,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces, { maxLength: 80 }).map((all) => all.join(' ')),
        ),
        (source) => {
          const reading = read(source, table);
          if (!reading.ok) {
            expect(reading.error.message).not.toBe('');
            expect(reading.error.start).toBeLessThanOrEqual(source.length);
          } else shapeOf(reading.value.tree, table);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    '(',
    '{',
    '[',
    '\\frac{',
    '-',
    '^',
    'a^',
    '!',
    'a!',
    '|',
    '\\|',
    '\\sqrt',
    "a'",
    'a+',
    '=',
    '\\ln ',
    '2',
    'a;',
    'a, ',
    'a or ',
    'if ',
    'a≈',
    '\\text{a}',
    '\\sum_{i\\in\\{a\\}}',
    '[1 2;',
    'x\u0304',
    '𝑥',
    'x_t-',
    'x_',
    'R[k-',
    '\\begin{cases}',
  ])('survives 2000 characters of %s', (piece) => {
    const source = piece.repeat(Math.floor(2000 / piece.length));
    const reading = read(source, table);
    if (reading.ok) toLatex(reading.value.tree, table);
  });

  it('takes places from what was typed, also where characters fall apart or come together', () => {
    const source = '𝑥ö½ + §';
    const reading = read(source, table);
    if (reading.ok) throw new Error('it has signs that nothing knows');
    expect(reading.error.end).toBeLessThanOrEqual(source.length);
  });

  it('refuses what is too long, and says so', () => {
    expect(read('1+'.repeat(1001), table)).toMatchObject({ ok: false, error: { start: 2000 } });
  });
});
