import { expect, it } from 'vitest';
import { fitsVisually, nestingOf } from './nesting';

it.each([
  ['x', 0],
  ['(a)(b)', 1],
  ['\\frac{1}{\\left(1+\\frac{1}{x}\\right)}', 3],
  [')))(', 1],
])('%s is nested %i deep', (text, depth) => {
  expect(nestingOf(text)).toBe(depth);
});

it('leaves to text what is too deep or too long for a visual field', () => {
  const nested = (levels: number) => `${'\\frac{1}{'.repeat(levels)}x${'}'.repeat(levels)}`;
  expect(fitsVisually(nested(12))).toBe(true);
  expect(fitsVisually(nested(13))).toBe(false);
  expect(fitsVisually('x+'.repeat(1001))).toBe(false);
});
