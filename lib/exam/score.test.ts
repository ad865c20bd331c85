import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, Verdict } from './check';
import { isSamePoints, partScore, roundScore } from './score';

function check(verdict: Verdict, score: number, points: number): Check {
  return { name: 'c', verdict, score, points, message: '', evidence: '' };
}

describe('roundScore', () => {
  it.each([
    [0.667, 1, 0.25, 0.75],
    [0.333, 1, 0.25, 0.25],
    [0.125, 1, 0.25, 0.25],
    [1.4, 1.5, 0.25, 1.25],
    [0.05, 1, 0.25, 0.25],
    [0.1, 0.25, 0.25, 0.1],
    [2.9999999999, 3, 0.25, 3],
    [0.3, 1, 0.1, 0.3],
    // Float noise decides nothing, at a half and at both ends.
    [0.375 - 1e-12, 1, 0.25, 0.5],
    [1e-9, 1, 0.25, 0],
    [1 - 1e-9, 1, 0.25, 1],
    // A part of one step has no step between nothing and all.
    [0.2, 0.25, 0.25, 0.2],
  ])('%f of %f in steps of %f is %f', (score, points, step, expected) => {
    expect(roundScore(score, points, step)).toBeCloseTo(expected, 12);
  });

  it('never turns a partial score into nothing or into all, and moves it by less than a step', () => {
    const quarters = fc.integer({ min: 1, max: 40 }).map((n) => n / 4);
    fc.assert(
      fc.property(quarters, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (points, part) => {
        const rounded = roundScore(points * part, points, 0.25);
        expect(rounded).toBeGreaterThan(0);
        expect(rounded).toBeLessThan(points);
        expect(Math.abs(rounded - points * part)).toBeLessThan(0.25);
      }),
    );
  });
});

describe('partScore', () => {
  it('gives all points when thirds add up', () => {
    const third = check('right', 1 / 3, 1 / 3);
    expect(partScore([third, third, third], 1, 0.25)).toEqual({
      verdict: 'right',
      score: 1,
      open: 0,
    });
  });

  it('keeps what a review may add apart from what is certain', () => {
    const score = partScore([check('right', 0.5, 0.5), check('review', 0, 1)], 1.5, 0.25);
    expect(score).toEqual({ verdict: 'review', score: 0.5, open: 1 });
  });

  it('lets checks without points comment only', () => {
    const checks = [check('right', 1, 1), check('wrong', 0, 0), check('review', 0, 0)];
    expect(partScore(checks, 1, 0.25)).toEqual({ verdict: 'right', score: 1, open: 0 });
  });

  it('calls a partly right part wrong', () => {
    expect(partScore([check('right', 1, 1), check('wrong', 0, 1)], 2, 0.25).verdict).toBe('wrong');
  });

  it('leaves open only what a review has not given yet, whatever else was lost', () => {
    const checks = [check('right', 0.5, 0.5), check('wrong', 0, 1), check('review', 0.25, 0.5)];
    expect(partScore(checks, 2, 0.25)).toEqual({ verdict: 'review', score: 0.75, open: 0.25 });
  });

  it('never offers more than the points of the part, both rounded up', () => {
    const checks = [check('right', 0.375, 0.375), check('review', 0, 0.625)];
    expect(partScore(checks, 1, 0.25)).toEqual({ verdict: 'review', score: 0.5, open: 0.5 });
  });

  it('is as its comments say where nothing carries points, and wrong where nothing was said', () => {
    expect(partScore([check('review', 0, 0)], 1, 0.25).verdict).toBe('review');
    expect(partScore([check('right', 0, 0)], 1, 0.25).verdict).toBe('right');
    expect(partScore([], 1, 0.25)).toEqual({ verdict: 'wrong', score: 0, open: 0 });
  });
});

describe('isSamePoints', () => {
  it('looks through float noise and no further', () => {
    expect(isSamePoints(0.1 + 0.2, 0.3)).toBe(true);
    expect(isSamePoints(0.3, 0.301)).toBe(false);
  });
});
