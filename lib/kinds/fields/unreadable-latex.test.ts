import { expect, it } from 'vitest';
import { unreadableLatex } from './unreadable-latex';

/** The text with the place between `«` and `»`. */
function shown(marked: string): string | null {
  const [start, end] = [marked.indexOf('«'), marked.indexOf('»') - 1];
  return unreadableLatex(marked.replace(/[«»]/g, ''), { start, end });
}

it.each([
  ['what a visual field wrote', 's_kS_{k-1}+«q»', 's_kS_{k-1}+\\boxed{q}'],
  ['LaTeX', '\\frac{1}{x}+«q»', '\\frac{1}{x}+\\boxed{q}'],
  ['a word', 'x_t «epsilo »g', 'x_t \\boxed{\\text{epsilo}~}g'],
  ['a sentence', 'we are «sure» x=0', '\\text{we are}~\\boxed{\\text{sure}}~x=0'],
  ['short words', 'it is «hopeless» x=0', '\\text{it is}~\\boxed{\\text{hopeless}}~x=0'],
  ['words of other letters', 'für «alle» x=0', '\\text{für}~\\boxed{\\text{alle}}~x=0'],
  ['words between commands', 'Let\\delta«foo»>0', '\\text{Let}\\delta\\boxed{\\text{foo}}>0'],
  ['names of commands', '\\begin{cases}x\\end{cases}«q»', '\\begin{cases}x\\end{cases}\\boxed{q}'],
  ['something missing', 'x+«»', 'x+\\boxed{\\phantom{x}}'],
  ['a bracket without an end', 'a«(»b', 'a\\boxed{(}b'],
  ['a place that cuts through a group', '1+\\frac{x«}{»y}', '1+\\boxed{\\frac{x}{y}}'],
])('%s is typeset, with a box around the place', (_, marked, latex) => {
  expect(shown(marked)).toBe(latex);
});

it.each([
  ['an index whose end is not written', 'x_t-1+«q»'],
  ['braces of a set', '{1, 2} u «q»'],
  ['a sign that LaTeX takes away', '5% of «q»'],
  ['LaTeX that is none', '\\frac{1+«q»'],
])('%s stays as it was written', (_, marked) => {
  expect(shown(marked)).toBeNull();
});

it('is typeset without a box where no place is told', () => {
  expect(unreadableLatex('x+q', { start: 0, end: 0 })).toBe('x+q');
});
