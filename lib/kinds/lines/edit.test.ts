import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeLine,
  deleteLine,
  moveLine,
  nonEmptyLines,
  openLine,
  pastedLines,
  pasteLines,
  putLineBack,
} from './edit';

const OPEN = { copy: false, maxLines: 20 };

describe('lines', () => {
  it('shows an empty answer as one empty line, which can be typed into', () => {
    expect(nonEmptyLines([])).toEqual(['']);
    expect(changeLine([], 0, 'a')).toEqual(['a']);
  });

  it('opens an empty line or a copy under the one that the caret is in', () => {
    expect(openLine(['a', 'b'], 0, OPEN)).toMatchObject({ lines: ['a', '', 'b'], focus: 1 });
    expect(openLine(['a', 'b'], 0, { ...OPEN, copy: true })?.lines).toEqual(['a', 'a', 'b']);
    expect(openLine([], 0, OPEN)?.lines).toEqual(['', '']);
  });

  it('opens no more lines than there may be', () => {
    expect(openLine(['a', 'b'], 1, { ...OPEN, maxLines: 2 })).toBeNull();
  });

  it('moves a line and the caret with it, and stops at the ends', () => {
    expect(moveLine(['a', 'b', 'c'], 1, 0)).toMatchObject({ lines: ['b', 'a', 'c'], focus: 0 });
    expect(moveLine(['a', 'b', 'c'], 0, 2)).toMatchObject({
      lines: ['b', 'c', 'a'],
      origins: [1, 2, 0],
      focus: 2,
    });
    expect(moveLine(['a', 'b'], 0, -1)).toBeNull();
    expect(moveLine(['a', 'b'], 1, 2)).toBeNull();
    expect(moveLine(['a', 'b'], 1, 1)).toBeNull();
  });

  it('deletes a line and puts the caret into the one before', () => {
    expect(deleteLine(['a', 'b', 'c'], 1)).toMatchObject({ lines: ['a', 'c'], focus: 0 });
    expect(deleteLine(['a'], 0)).toMatchObject({ lines: [''], focus: 0 });
    expect(deleteLine(['a'], 1)).toBeNull();
    expect(deleteLine([''], 0)).toBeNull();
  });

  it('loses nothing: a deleted line comes back where it was, a moved one moves back', () => {
    const list = fc.array(fc.string(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (lines, at, to) => {
        const index = at % lines.length;
        const deleted = deleteLine(lines, index);
        if (deleted) expect(putLineBack(deleted.lines, deleted.line).lines).toEqual(lines);
        const moved = moveLine(lines, index, to % lines.length);
        if (moved) expect(moveLine(moved.lines, moved.focus, index)?.lines).toEqual(lines);
      }),
    );
  });
});

describe('pasting', () => {
  it('makes lines of the lines of a text, also where they are aligned', () => {
    expect(pastedLines('a = b\r\n\n c \\to 0 ')).toEqual(['a = b', 'c \\to 0']);
    expect(pastedLines('\\begin{align*} a &= b \\\\ &\\le c \\end{align*}')).toEqual([
      'a  = b',
      '\\le c',
    ]);
    expect(pastedLines('\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}')).toHaveLength(1);
  });

  it('fills an empty line, or opens lines below one that is not, as many as there is room for', () => {
    expect(pasteLines(['a', ''], 1, ['b', 'c'], 9).lines).toEqual(['a', 'b', 'c']);
    expect(pasteLines(['a', 'd'], 0, ['b', 'c'], 9).lines).toEqual(['a', 'b', 'c', 'd']);
    expect(pasteLines(['a', 'd'], 0, ['b', 'c'], 3).lines).toEqual(['a', 'b', 'd']);
    expect(pasteLines([], 0, ['b', 'c'], 9)).toMatchObject({ focus: 1, origins: [null, null] });
  });

  it('says what has no room', () => {
    expect(pasteLines(['a', ''], 1, ['b', 'c'], 9).isLoss).toBeUndefined();
    expect(pasteLines([''], 0, ['b', 'c', 'd', 'e'], 2)).toMatchObject({
      announcement: '2 lines pasted; the other 2 are left out: there is room for 2 lines.',
      isLoss: true,
    });
    expect(pasteLines(['a', 'd'], 0, ['b', 'c'], 2)).toMatchObject({
      lines: ['a', 'd'],
      announcement: 'Nothing pasted: there are 2 lines, there is no room for more.',
    });
    const long = pasteLines([''], 0, ['b', 'c'.repeat(21_000)], 9);
    expect(long.lines[1]).toHaveLength(20_000);
    expect(long.announcement).toBe(
      'Line 2: the last 1,000 characters are left out; there is room for 20,000.',
    );
  });
});
