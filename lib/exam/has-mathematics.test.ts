import { expect, it } from 'vitest';
import { hasMathematics } from './has-mathematics';

it.each([
  'sorry, I ran out of time for this part 😭😭😭',
  '\\text{keine Ahnung, leider}',
  'First the product, then reuse it.',
])('finds none in words: %s', (text) => {
  expect(hasMathematics(text)).toBe(false);
});

it.each([
  'xy',
  'A B',
  'x = two apples',
  '\\frac{a}{b} is the answer',
  'lambda',
  'α times the rest',
])('does not rule it out in %s', (text) => {
  expect(hasMathematics(text)).toBe(true);
});
