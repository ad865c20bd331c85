import { describe, expect, it } from 'vitest';
import { isStorable, storable } from './storable';

const NUL = String.fromCharCode(0);
const HIGH_HALF = '\ud83d';
const LOW_HALF = '\ude2d';

describe('storable', () => {
  it.each([
    ['plain text, and letters beyond it: \u017elu\u0165', '\u017elu\u0165'],
    ['a whole character beyond U+FFFF', `${HIGH_HALF}${LOW_HALF}`],
  ])('leaves %s', (_, text) => {
    expect(storable(text)).toBe(text);
    expect(isStorable(text)).toBe(true);
  });

  it.each([
    ['NUL, wherever it stands', `a${NUL}b${NUL}`, 'a\ufffdb\ufffd'],
    ['the first half of a character', `cut ${HIGH_HALF}`, 'cut \ufffd'],
    ['the second half of a character', `${LOW_HALF} cut`, '\ufffd cut'],
  ])('replaces %s', (_, text, expected) => {
    expect(storable(text)).toBe(expected);
    expect(isStorable(text)).toBe(false);
  });

  it('looks at every text in a value, names too', () => {
    expect(isStorable({ fields: { a: 'x', b: ['y', 1, null, true, undefined] } })).toBe(true);
    expect(isStorable({ fields: { a: 'x', b: ['y', [`${NUL}`]] } })).toBe(false);
    expect(isStorable({ [`a${NUL}`]: 1 })).toBe(false);
    expect(isStorable([HIGH_HALF])).toBe(false);
  });
});
