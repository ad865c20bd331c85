import { describe, expect, it } from 'vitest';
import { spoken } from './spoken';

describe('spoken', () => {
  it.each([
    ['x_t', 'x, sub t'],
    ['\\nabla_v \\mathcal{L}', 'del, sub v, L'],
    ['\\lambda', 'lambda'],
    [
      '\\frac{\\partial l}{\\partial w}',
      'start fraction, partial, l, divided by, partial, w, end fraction',
    ],
  ])('reads %s aloud', (latex, words) => {
    expect(spoken(latex)).toBe(words);
  });

  it('never fails on what cannot be typeset, and leaves no command in it', () => {
    for (const latex of ['\\frac{a', '}', '\\unknown{x}', '']) {
      expect(spoken(latex)).not.toContain('\\');
    }
  });
});
