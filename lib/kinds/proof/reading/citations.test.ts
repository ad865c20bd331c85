import { describe, expect, it } from 'vitest';
import { deleteLine, moveLine, openLine } from '@/lib/kinds/lines/edit';
import { areSame, parseCitations, withCitations, withLines } from './citations';

const STEPS = [{ claim: 'a' }, { claim: 'b', from: [1] }, { claim: 'c', from: [1, 2] }];
const LINES = STEPS.map(({ claim }) => claim);

function stepsOf(edited: { lines: readonly string[]; origins: readonly (number | null)[] } | null) {
  if (!edited) throw new Error('no edit');
  return withLines(STEPS, edited.lines, edited.origins);
}

describe('what lines cite', () => {
  it('moves with the lines', () => {
    expect(stepsOf(moveLine(LINES, 0, 1))).toEqual([
      { claim: 'b', from: [2] },
      { claim: 'a' },
      { claim: 'c', from: [2, 1] },
    ]);
  });

  it('makes room for a new line', () => {
    expect(stepsOf(openLine(LINES, 0, { copy: false, maxLines: 9 }))).toEqual([
      { claim: 'a' },
      { claim: '' },
      { claim: 'b', from: [1] },
      { claim: 'c', from: [1, 3] },
    ]);
  });

  it('forgets a line that is deleted', () => {
    expect(stepsOf(deleteLine(LINES, 0))).toEqual([{ claim: 'b' }, { claim: 'c', from: [1] }]);
  });

  it('is compared step by step, in whatever order things were said of it', () => {
    expect(areSame(STEPS, structuredClone(STEPS))).toBe(true);
    expect(
      areSame([{ claim: 'a', role: 'case', from: [1] }], [{ from: [1], claim: 'a', role: 'case' }]),
    ).toBe(true);
    expect(areSame([{ claim: 'a' }], [{ claim: 'a', from: [] }])).toBe(true);
    expect(areSame([{ claim: 'a' }], [{ claim: 'a', level: 1 }])).toBe(false);
    expect(areSame(STEPS, STEPS.slice(1))).toBe(false);
  });

  it('is typed as numbers of lines', () => {
    expect(parseCitations('1, 2', 9)).toEqual([1, 2]);
    expect(parseCitations('(1) (2)', 9)).toEqual([1, 2]);
    expect(parseCitations(' ', 9)).toEqual([]);
    expect(parseCitations('1a', 9)).toBeNull();
    expect(parseCitations('0', 9)).toBeNull();
    expect(parseCitations('10', 9)).toBeNull();
    expect(withCitations(STEPS, 1, [])[1]).toEqual({ claim: 'b' });
  });
});
