import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, wholeCharacters } from './characters';

const HALF = /\p{Surrogate}/u;
/** Emoji of several code points, letters beyond 16 bits, accents of their own, plain letters. */
const texts = fc
  .array(fc.constantFrom('😭', '👩‍👩‍👧', '🇨🇿', 'e\u0301', '𝔵', 'a', '=', ' ', '\\frac'), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''));

describe('a piece of a text', () => {
  it('has no half characters, and has all that was asked for', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), (text, start, length) => {
        const piece = wholeCharacters(text, start, start + length);
        expect(piece).not.toMatch(HALF);
        expect(text).toContain(piece);
        expect(piece).toContain(
          text.slice(start, start + length).replace(/^\p{Surrogate}|\p{Surrogate}$/gu, ''),
        );
      }),
    );
  });

  it.each([
    ['a😭b', 1, 2, '😭'],
    ['a😭b', 2, 3, '😭'],
    ['ab', 1, 1, 'b'],
    ['ab', 2, 3, ''],
    ['x👩‍👩‍👧y', 1, 2, '👩‍👩‍👧'],
  ])('of “%s” from %i to %i is “%s”', (text, start, end, piece) => {
    expect(wholeCharacters(text, start, end)).toBe(piece);
  });
});

describe('a shortened text', () => {
  it('has no half characters and at most so many', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, most) => {
        const short = shortened(text, most);
        expect(short).not.toMatch(HALF);
        if (short !== text) expect(short.endsWith('…')).toBe(true);
        expect([...new Intl.Segmenter().segment(short)].length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('is itself where it is short', () => {
    expect(shortened('😭😭😭', 3)).toBe('😭😭😭');
    expect(shortened('😭😭😭', 2)).toBe('😭😭…');
  });
});
