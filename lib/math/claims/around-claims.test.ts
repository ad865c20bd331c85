import { describe, expect, it } from 'vitest';
import { claimed } from '@/lib/math/testing/claimed';

describe('what stands around a claim', () => {
  it.each([
    ['(1) x_t = 0', 'x_t = 0'],
    ['(2)\\quad \\mu < 2\\mu', '\\mu < 2\\,\\mu'],
    ['(i) x_t = 0', 'x_t = 0'],
    ['1) x_t = 0', 'x_t = 0'],
    ['2. x_t = 0', 'x_t = 0'],
    ['2.5\\mu > 0', '2.5\\,\\mu > 0'],
    ['(2)\\cdot\\mu > 0', '2\\cdot \\mu > 0'],
    ['(1b) \\Rightarrow x_t = 0', 'x_t = 0'],
    ['(*) x_t = 0 \\tag{1}', 'x_t = 0'],
    ['x_t = 0 \\quad(2)', 'x_t = 0'],
    ['x_t = 0 \\qquad(*)', 'x_t = 0'],
    ['Step 1: x_t = 0', 'x_t = 0'],
    ['Schritt 2: x_t = 0', 'x_t = 0'],
    ['\\bullet\\; x_t = 0', 'x_t = 0'],
    ['– x_t = 0', 'x_t = 0'],
    ['- x_t = 0', '-x_t = 0'],
    ['-x_t = 0', '-x_t = 0'],
    ['\\leadsto x_t = 0', 'x_t = 0'],
    ['x_t = 0 (since \\mu > 0)', 'x_t = 0 ; \\mu > 0'],
    ['x_t = 0 \\quad(\\mu > 0)', 'x_t = 0 ; \\mu > 0'],
    ['Da \\mu > 0 gilt x_t = 0', '\\mu > 0 ; x_t = 0'],
    ['Wegen \\mu > 0 folgt x_t = 0, q.e.d.', '\\mu > 0 ; x_t = 0'],
    ['d.h. x_t = 0', 'x_t = 0'],
    ['und somit x_t = 0', 'x_t = 0'],
    ['we get $x_t = 0$', 'x_t = 0'],
    ['\\text{we get $x_t = 0$ since $\\mu > 0$}', 'x_t = 0 ; \\mu > 0'],
    ['x_t = 0, where we used \\mu > 0', 'x_t = 0 ; \\mu > 0'],
    ['\\mathrm{hence}\\; x_t = 0', 'x_t = 0'],
    ['\\textbf{Thus} x_t = 0', 'x_t = 0'],
    ['\\textcolor{blue}{x_t = 0}', 'x_t = 0'],
    ['{\\color{red}x_t = 0}', 'x_t = 0'],
    ['\\quad\\hspace{1em} x_t = 0', 'x_t = 0'],
    ['x_t \\to \\mathbf{0}', 'x_t -> 0'],
    ['\\mu - \\underbrace{\\mu}_{>0} = 0', '\\mu-\\mu = 0'],
    ['{\\left\\Vert x_t\\right\\Vert}_2 = 0', '\\left\\|x_t\\right\\| = 0'],
    ['\\norm{x_t}^2 = 0', '\\left\\|x_t\\right\\|^{2} = 0'],
    ['\\begin{cases} x_t = 0 \\\\ \\mu > 0 \\end{cases}', 'x_t = 0 ; \\mu > 0'],
    ['\\mu (a constant) > 0', '\\mu > 0'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });

  it.each([
    ['x_t = "0', 'The character “"” (U+0022) has no meaning in a formula.'],
    ['\\frac{\\mu \\text{and} 1}{2} > 0', 'Words do not fit inside of a formula.'],
  ])('never passes over what is no word: %s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});
