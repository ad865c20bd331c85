import { describe, expect, it } from 'vitest';
import { problemBehind, readNumber, readOne, readOptions, unreadable } from './common';

const options = { course: { type: 'string' }, all: { type: 'boolean' } } as const;

describe('options', () => {
  it.each([
    [['--foo'], 'There is no option --foo.'],
    [['--foo=3'], 'There is no option --foo.'],
    [['-x'], 'There is no option -x.'],
    [['--course'], '--course needs a value; one that begins with a dash is written --course=-1.'],
    [
      ['--course', '-1'],
      '--course needs a value; one that begins with a dash is written --course=-1.',
    ],
    [['--all=yes'], '--all takes no value.'],
    [['more'], '"more" is too much.'],
  ])('%j is refused in our words', (args, error) => {
    expect(readOptions({ args, options })).toEqual({ ok: false, error });
  });

  it('are read', () => {
    expect(readOptions({ args: ['--course', 'a', '--all'], options })).toMatchObject({
      value: { values: { course: 'a', all: true } },
    });
  });
});

describe('what stands behind a command', () => {
  it('is there where it is needed, and only there', () => {
    expect(problemBehind('sitting list', [])).toBeNull();
    expect(problemBehind('sitting check', ['id'], 'an id')).toBeNull();
    expect(problemBehind('sitting check', [], 'an id')).toBe('sitting check needs an id.');
    expect(problemBehind('sitting list', ['id'])).toBe('"id" is too much behind sitting list.');
    expect(problemBehind('sitting check', ['id', 'b', 'c'], 'an id')).toContain(
      '"b c" is too much',
    );
  });

  it('is one thing', () => {
    expect(readOne('backup', ['there'], 'a folder')).toEqual({ ok: true, value: 'there' });
    expect(readOne('backup', [''], 'a folder')).toMatchObject({ error: 'backup needs a folder.' });
    expect(readOne('backup', ['--all'], 'a folder')).toMatchObject({
      error: 'There is no option --all.',
    });
  });
});

it.each(['abc', '', ' ', '1,25', 'Infinity'])('"%s" is no number', (text) => {
  expect(readNumber('factor', text, '1.25')).toEqual({
    ok: false,
    error: '--factor is a number such as 1.25.',
  });
});

it('a file that cannot be read is told in words', () => {
  const failed = (code: string) => Object.assign(new Error('what Node says'), { code });
  expect(unreadable('/a', failed('ENOENT'))).toBe('There is no file /a.');
  expect(unreadable('/a', failed('EISDIR'))).toBe('/a is a folder, not a file.');
  expect(unreadable('/a', failed('EIO'))).toBe('/a cannot be read: what Node says');
});
