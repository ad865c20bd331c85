import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowance,
  arrivesInTime,
  deadline,
  GRACE_MS,
  NO_ALLOWANCE,
  windowState,
} from './deadline';
import { isResultVisible } from './release';

const MINUTE = 60_000;
const opensAt = new Date('2026-02-01T09:00:00Z');
const closesAt = new Date('2026-02-01T12:00:00Z');
const times = { opensAt, closesAt, minutes: 90 };
const at = (minutes: number) => new Date(opensAt.getTime() + minutes * MINUTE);

describe('deadline', () => {
  it.each([
    ['a start at the opening has all its minutes', 0, 1, 0, 90],
    ['a late start ends with the window', 120, 1, 0, 180],
    ['a factor lengthens the minutes', 0, 1.5, 0, 135],
    ['a factor also moves the end of the window', 120, 1.5, 0, 225],
    ['extra minutes count once', 0, 1, 10, 100],
    ['extra minutes move the end of the window', 170, 1, 10, 190],
    ['both together', 0, 1.25, 15, 127.5],
  ])('%s', (_, start, factor, extraMinutes, due) => {
    expect(deadline(at(start), times, { factor, extraMinutes })).toEqual(at(due));
  });

  const starts = fc.double({ min: 0, max: 179.99, noNaN: true });
  const factors = fc.integer({ min: 100, max: 300 }).map((percent) => percent / 100);
  const extras = fc.integer({ min: 0, max: 120 });

  it('is never before the start and never gives more than the allowance', () => {
    fc.assert(
      fc.property(starts, factors, extras, (start, factor, extraMinutes) => {
        const due = deadline(at(start), times, { factor, extraMinutes });
        const minutes = (due.getTime() - at(start).getTime()) / MINUTE;
        expect(minutes).toBeGreaterThan(0);
        expect(minutes).toBeLessThanOrEqual(90 * factor + extraMinutes + 0.001);
      }),
    );
  });

  it('more allowance is never less time, and as much more as was granted', () => {
    fc.assert(
      fc.property(starts, factors, extras, (start, factor, extraMinutes) => {
        const plain = deadline(at(start), times, NO_ALLOWANCE);
        const more = deadline(at(start), times, { factor, extraMinutes });
        const gained = (more.getTime() - plain.getTime()) / MINUTE;
        expect(gained).toBeCloseTo(90 * (factor - 1) + extraMinutes, 2);
      }),
    );
  });

  it('starting later never ends earlier', () => {
    fc.assert(
      fc.property(starts, starts, factors, extras, (a, b, factor, extraMinutes) => {
        const allowance = { factor, extraMinutes };
        const [first, second] = a < b ? [a, b] : [b, a];
        const due = deadline(at(second), times, allowance);
        expect(deadline(at(first), times, allowance) <= due).toBe(true);
      }),
    );
  });
});

describe('arrivesInTime', () => {
  it.each([
    [-1, true],
    [0, true],
    [GRACE_MS, true],
    [GRACE_MS + 1, false],
  ])('%i ms after the deadline: %s', (ms, expected) => {
    const due = at(90);
    expect(arrivesInTime(new Date(due.getTime() + ms), due)).toBe(expected);
  });
});

describe('windowState', () => {
  it.each([
    [-0.001, 'early'],
    [0, 'open'],
    [179.999, 'open'],
    [180, 'over'],
  ])('%f minutes after the opening: %s', (minutes, expected) => {
    expect(windowState(at(minutes), times)).toBe(expected);
  });
});

describe('isResultVisible', () => {
  const exam = { mode: 'EXAM' as const, releasedAt: null, showsEarly: false, examAhead: true };
  const practice = { ...exam, mode: 'PRACTICE' as const, examAhead: false };
  const early = { ...practice, examAhead: true, showsEarly: true };
  it.each([
    ['an exam before its release', exam, at(90), false],
    ['an exam after its release', { ...exam, releasedAt: at(100) }, at(90), true],
    ['an exam at the moment of its release', { ...exam, releasedAt: at(200) }, at(90), true],
    ['an exam whose release is still to come', { ...exam, releasedAt: at(300) }, at(90), false],
    ['a released exam that one is still writing', { ...exam, releasedAt: at(100) }, null, false],
    ['practice after submitting', practice, at(90), true],
    ['practice before submitting', practice, null, false],
    ['practice while an exam is ahead', { ...practice, examAhead: true }, at(90), false],
    ['practice while an exam is ahead, where staff say so', early, at(90), true],
    ['such practice before submitting', early, null, false],
  ])('%s', (_, release, submittedAt, expected) => {
    expect(isResultVisible(at(200), release, { submittedAt, withdrawnAt: null })).toBe(expected);
  });
});

describe('more time', () => {
  const course = { factor: 1.25, extraMinutes: 0 };
  const own = { factor: 1, extraMinutes: 10, givenMinutes: 5 };
  it.each([
    ['of nobody', { own: null, ofCourse: null }, { factor: 1, extraMinutes: 3 }],
    ['of the course', { own: null, ofCourse: course }, { factor: 1.25, extraMinutes: 3 }],
    ['of the sitting', { own, ofCourse: null }, { factor: 1, extraMinutes: 18 }],
    [
      'of the sitting before the course',
      { own, ofCourse: course },
      { factor: 1, extraMinutes: 18 },
    ],
  ])('%s comes with what everybody was given', (_, sources, expected) => {
    expect(allowance({ ...sources, givenMinutes: 3 })).toEqual(expected);
  });
});
