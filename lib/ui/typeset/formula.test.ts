import katex from 'katex';
import { expect, it, vi } from 'vitest';
import { formulaHtml, formulaProblem, isTypesettable } from './formula';

it.each([
  ['without end', '\\def\\a{\\a\\a}\\a'],
  ['too many', `\\def\\a{x}${'\\a'.repeat(300)}`],
])('stops macros %s', (_, latex) => {
  const html = formulaHtml(latex, 'in a line');
  expect(html).toContain('katex-error');
  expect(html).toContain('Too many expansions');
});

it('makes nothing wider than twenty letters', () => {
  expect(formulaHtml('\\rule{999em}{1em}', 'in a line')).not.toContain('999em;');
});

it('shows what KaTeX gives up on as it was written', () => {
  vi.spyOn(katex, 'renderToString').mockImplementationOnce(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  expect(formulaHtml('a<b', 'in a line')).toMatch(
    /^<span class="katex-error"[^>]*>a&lt;b<\/span>$/,
  );
});

it.each([
  '\\frac{1}{x}',
  '\\boxed{\\phantom{x}}',
  'x^{2',
  'x^a^b',
  '\\unknown',
  '\\left(x',
  '\\text{$}',
  '\\begin{matrix}a&b',
  '\\tag{1}',
  '\\rule{1}{2xx}',
  '\\color{nothing}x',
  'x&y',
])('asks quickly and finds the same faults in %s', (latex) => {
  expect(isTypesettable(latex)).toBe(formulaProblem(latex, 'in a line') === null);
});
