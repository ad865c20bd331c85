import { describe, expect, it } from 'vitest';
import { personColumns, searchWords, splitName, studentNumberSchema } from './schema';

describe('a name', () => {
  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['Lovelace, Ada', 'Ada', 'Lovelace'],
    ['  Jürgen von der  Groß ', 'Jürgen von der', 'Groß'],
    ['Plato', '', 'Plato'],
  ])('as one, %j, comes apart into two', (name, givenName, familyName) => {
    expect(splitName(name)).toEqual({ givenName, familyName });
  });

  it('is written once, with what it is found by', () => {
    const columns = personColumns({
      ...{ email: 'j@uni.example', givenName: 'Jürgen', familyName: 'Łoś' },
      studentNumber: '00123',
    });
    expect(columns).toMatchObject({ name: 'Jürgen Łoś', search: 'los jurgen 00123 j@uni.example' });
    for (const words of ['LOŚ, Jürgen', 'jurgen  los', '00123'])
      expect(
        searchWords(words).every((word) => columns.search.includes(word)),
        words,
      ).toBe(true);
  });
});

it('a student number keeps its zeros, and is none where nothing stands', () => {
  expect(studentNumberSchema.parse(' 00123 ')).toBe('00123');
  expect(studentNumberSchema.parse('')).toBeNull();
  expect(studentNumberSchema.safeParse('1 2').success).toBe(false);
});
