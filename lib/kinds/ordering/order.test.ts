import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRun, misplaced, pairShare, ranksOf } from './order';

const FIVE = [['a'], ['b'], ['c'], ['d'], ['e']];
const run = (order: string, groups = FIVE) => longestRun(ranksOf([...order], groups), groups);

describe('the longest right run', () => {
  it.each([
    ['abcde', 0, 5],
    ['bcdea', 0, 4],
    ['edcba', 0, 1],
    ['acbde', 3, 2],
    ['abdce', 0, 2],
  ])('of %s begins at %i and has %i items', (order, start, length) => {
    expect(run(order)).toEqual({ start, length });
  });

  it('takes a group in any order, but only as a whole between its ends', () => {
    const groups = [['a'], ['b', 'c'], ['d'], ['e']];
    expect(run('acbde', groups).length).toBe(5);
    expect(run('abdce', groups).length).toBe(2);
    expect(run('cabde', groups)).toEqual({ start: 2, length: 3 });
  });
});

describe('pairs', () => {
  const ranks = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });

  it('give everything to the right order, nothing to the reverse, and a swap of neighbours little less', () => {
    expect(pairShare([0, 1, 2, 3])).toBe(1);
    expect(pairShare([3, 2, 1, 0])).toBe(0);
    expect(pairShare([1, 0, 2, 3])).toBeCloseTo(4 / 6);
    expect(pairShare([0, 1, 1, 2])).toBe(1);
  });

  it('are all right exactly where no neighbours are misplaced', () => {
    fc.assert(
      fc.property(ranks, (order) => {
        expect(pairShare(order) === 1).toBe(misplaced(order) === null);
      }),
    );
  });
});
