import { describe, expect, it } from 'vitest';
import { LineIds } from './line-ids';

const ask = (ids: LineIds, places: number) =>
  Array.from({ length: places }, (_, place) => ids.isAnother(place));

describe('the lines that fields know', () => {
  it('are others where lines have moved, and once', () => {
    const ids = new LineIds();
    ids.of(['a', 'b', 'c']);
    ids.reorder([0, 2, 1]);
    expect(ask(ids, 3)).toEqual([false, true, true]);
    expect(ask(ids, 3)).toEqual([false, false, false]);
  });

  it('are the same where a line that was opened goes and comes again', () => {
    const ids = new LineIds();
    const before = ids.of(['a']);
    ids.reorder([0, null]);
    expect(ask(ids, 2)).toEqual([false, true]);
    const after = ids.of(['a', 'b']);
    ids.restore(before);
    expect(ask(ids, 1)).toEqual([false]);
    ids.restore(after);
    expect(ask(ids, 2)).toEqual([false, false]);
  });

  it('are others where one is deleted and comes back', () => {
    const ids = new LineIds();
    const before = ids.of(['a', 'a']);
    ids.reorder([1]);
    expect(ask(ids, 1)).toEqual([true]);
    ids.restore(before);
    expect(ask(ids, 2)).toEqual([true, false]);
  });
});
