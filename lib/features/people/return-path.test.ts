import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

const HERE = 'https://exam.university.example';

describe('the way back after signing in', () => {
  it.each([
    ['/courses', '/courses'],
    ['/staff/sittings/1?filter=open&page=2#part', '/staff/sittings/1?filter=open&page=2#part'],
    ['/courses/../attempts', '/attempts'],
    ['courses', '/courses'],
    ['/a b', '/a%20b'],
  ])('%j is followed', (asked, path) => expect(returnPath(asked)).toBe(path));

  it.each([
    '//evil.example/x',
    '/\t/evil.example/x',
    '/\n/evil.example/x',
    '/\r/evil.example/x',
    '\\\\evil.example',
    '/\\evil.example',
    '\t//evil.example',
    'https://evil.example/x',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/a/..//evil.example',
    undefined,
    ['/courses', '/x'],
  ])('%j leads to the start page', (asked) => expect(returnPath(asked)).toBe('/'));

  it('never leads elsewhere, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      '..',
      '.',
      '@',
      ':',
      'evil.example',
      'http:',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(new URL(returnPath(pieces.join('')), HERE).origin).toBe(HERE);
      }),
    );
  });
});
