import { describe, expect, it } from 'vitest';
import { pastedText } from './pasted-text';

const paste = (text: string) => pastedText(text, (each) => each.normalize('NFKC'));

describe('what was copied elsewhere', () => {
  it.each([
    ['a word processor', '𝑥_(𝑡+1)=𝑥_𝑡−𝜀', 'x_(t+1)=x_t−ε'],
    ['a PDF', ' x_t\u200b \u00ad+\n 1 ', 'x_t + 1'],
    ['a chat program', '`2(f_n-f_p)`', '2(f_n-f_p)'],
    ['a block of code', '```math\n2 x\n```', '2 x'],
    ['Markdown', '$x_t-1$', 'x_t-1'],
    ['a plain text', 'u/lambda', 'u/lambda'],
  ])('of %s is typed', (_, text, typed) => {
    expect(paste(text)).toEqual({ typed });
  });

  it.each([
    ['\\frac{u}{\\lambda}', '\\frac{u}{\\lambda}'],
    ['$$x_{t-1}$$', 'x_{t-1}'],
    ['\\[ x_{t-1} \\]', 'x_{t-1}'],
    ['\\(\\mu\\)', '\\mu'],
    ['\\begin{equation*}\nx_{t-1}\n\\end{equation*}', 'x_{t-1}'],
  ])('as LaTeX is put in as it stands: %s', (text, latex) => {
    expect(paste(text)).toEqual({ latex });
  });

  it('is put in at once where it is long', () => {
    expect(paste('x+'.repeat(1000))).toEqual({ latex: 'x+'.repeat(1000) });
  });
});
