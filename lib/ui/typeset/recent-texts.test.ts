import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentTexts } from './recent-texts';

describe('texts that are kept', () => {
  it('are found again', () => {
    const texts = new RecentTexts({ entries: 2, characters: 100 });
    texts.set('a', 'A');
    expect(texts.get('a')).toBe('A');
    expect(texts.get('b')).toBeNull();
  });

  it('make room for others, the one first that was not asked for the longest', () => {
    const texts = new RecentTexts({ entries: 2, characters: 100 });
    texts.set('a', 'A');
    texts.set('b', 'B');
    texts.get('a');
    texts.set('c', 'C');
    expect(['a', 'b', 'c'].map((key) => texts.get(key))).toEqual(['A', null, 'C']);
  });

  it('make room for a long one, as many as it takes', () => {
    const texts = new RecentTexts({ entries: 10, characters: 10 });
    for (const key of 'abcde') texts.set(key, key);
    texts.set('f', '12345');
    expect([...'abcdef'].map((key) => texts.get(key))).toEqual([
      null,
      null,
      null,
      'd',
      'e',
      '12345',
    ]);
  });

  it('are not all forgotten for one that is too long', () => {
    const texts = new RecentTexts({ entries: 10, characters: 10 });
    texts.set('a', 'A');
    texts.set('b', '1234567890');
    expect(texts.get('a')).toBe('A');
    expect(texts.get('b')).toBeNull();
  });

  it('are never more than the bounds, and counted as they are', () => {
    const bounds = { entries: 5, characters: 40 };
    const kept = fc.array(fc.tuple(fc.constantFrom(...'abcdefghij'), fc.string({ maxLength: 50 })));
    fc.assert(
      fc.property(kept, (all) => {
        const texts = new RecentTexts(bounds);
        for (const [key, text] of all) texts.set(key, text);
        const there = [...'abcdefghij'].flatMap((key) => {
          const text = texts.get(key);
          return text === null ? [] : [key + text];
        });
        expect(texts.size).toEqual({
          entries: there.length,
          characters: there.join('').length,
        });
        expect(texts.size.entries).toBeLessThanOrEqual(bounds.entries);
        expect(texts.size.characters).toBeLessThanOrEqual(bounds.characters);
      }),
    );
  });
});
