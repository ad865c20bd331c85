import { describe, expect, it } from 'vitest';
import type { TaughtSitting } from '@/lib/features/review/data';
import { todaysSittings } from './today';
import { waitingItems } from './waiting';

const NOON = new Date('2026-02-10T12:00:00Z');
const HOUR = 60 * 60_000;

/** A sitting that opens and closes so many hours from noon. */
function sitting(
  title: string,
  [opens, closes]: [number, number],
  changes: Partial<TaughtSitting> = {},
): TaughtSitting {
  const window = opens > 0 ? 'early' : closes > 0 ? 'open' : 'over';
  return {
    ...{ id: title, title, courseId: 'c', courseTitle: 'C', examTitle: 'E', examVersion: 1 },
    ...{ mode: 'EXAM', minutes: 60, timeZone: 'UTC', releasedAt: null, archivedAt: null },
    ...{ isHeld: false, students: 9, running: 0, submitted: 0, undecided: 0, withdrawn: 0, window },
    opensAt: new Date(NOON.getTime() + opens * HOUR),
    closesAt: new Date(NOON.getTime() + closes * HOUR),
    ...changes,
  };
}

const shown = (...sittings: TaughtSitting[]) =>
  todaysSittings(sittings, NOON).map(({ title, state }) => [title, state]);

describe('what is on today', () => {
  it('is what runs, then what begins, then what has ended, and practice behind', () => {
    expect(
      shown(
        sitting('practice', [-1, 400], { mode: 'PRACTICE' }),
        sitting('ended', [-4, -2], { submitted: 3, undecided: 1 }),
        sitting('later', [3, 5]),
        sitting('runs since long', [-900, 900]),
        sitting('waits', [-1, 2], { isHeld: true }),
        sitting('still written', [-5, -1], { running: 1 }),
      ),
    ).toEqual([
      ['waits', 'held'],
      ['runs since long', 'running'],
      ['still written', 'closing'],
      ['later', 'coming'],
      ['ended', 'deciding'],
      ['practice', 'running'],
    ]);
  });

  it('is the next one where nothing runs or begins', () => {
    expect(shown(sitting('in a month', [700, 702]), sitting('next week', [170, 172]))).toEqual([
      ['next week', 'coming'],
    ]);
    expect(shown(sitting('last week', [-170, -168]))).toEqual([]);
  });

  it('leaves out what is archived, practice of other days, and exams that were released', () => {
    expect(
      shown(
        sitting('archived', [-1, 1], { archivedAt: NOON }),
        sitting('practice', [-500, 500], { mode: 'PRACTICE' }),
        sitting('released', [-500, 500], { releasedAt: NOON }),
      ),
    ).toEqual([]);
  });

  it('says of an exam that ended today what is to do next', () => {
    const states = (changes: Partial<TaughtSitting>) =>
      shown(sitting('x', [-4, -2], changes))[0]?.[1];
    expect(states({ undecided: 2 })).toBe('deciding');
    expect(states({ submitted: 2 })).toBe('decided');
    expect(states({ releasedAt: NOON })).toBe('released');
  });
});

describe('what waits', () => {
  const none = { questions: 0, failed: 0, unread: 0, late: 0 };
  const quiet = { drafts: 0, invited: 0, uninvited: 0, mails: 0, students: 3, exams: 1 };
  const said = (...[sittings, counts, course]: [TaughtSitting[], object, typeof quiet | null]) =>
    waitingItems(
      'c',
      sittings,
      new Map(sittings.map(({ id }) => [id, { ...none, ...counts }])),
      course,
    ).map(({ count, what, where, href }) => `${count} ${what} ${where ?? 'course'} ${href}`);

  it('is nothing where nothing does', () => {
    expect(said([sitting('x', [-4, 2])], {}, quiet)).toEqual([]);
  });

  it('begins with what is urgent, each with the way to it', () => {
    const x = sitting('x', [-4, 2], { undecided: 1 });
    expect(said([x], { questions: 2, failed: 1, unread: 3, late: 1 }, quiet)).toEqual([
      '2 questions without an answer x /staff/sittings/x/monitor',
      '1 grading that failed x /staff/sittings/x',
      '1 script to decide x /staff/sittings/x?state=review',
      '3 parts that could not be read x /staff/sittings/x/unread',
      '1 attempt with something that came late x /staff/sittings/x?state=late-open',
    ]);
    expect(said([], {}, { ...quiet, mails: 1, uninvited: 2, invited: 1, drafts: 1 })).toEqual([
      '1 mail that failed course /courses/c/people?account=failed',
      '2 people without an invitation course /courses/c/people?account=none',
      '1 invitation not taken yet course /courses/c/people?account=invited',
      '1 exam not published yet course /courses/c/exams',
    ]);
  });

  it('asks nobody to decide practice, or what is released, and graders not to release', () => {
    const counts = { unread: 2, late: 1 };
    expect(
      said([sitting('x', [-4, 2], { mode: 'PRACTICE', undecided: 1 })], counts, quiet),
    ).toEqual([]);
    expect(
      said([sitting('x', [-4, -2], { releasedAt: NOON, undecided: 1 })], counts, quiet),
    ).toEqual([]);
    const ready = sitting('x', [-4, -2], { submitted: 5 });
    expect(said([ready], {}, quiet)).toEqual(['5 results to release x /staff/sittings/x']);
    expect(said([ready], {}, null)).toEqual([]);
    expect(said([sitting('x', [-4, -2], { running: 1, submitted: 5 })], {}, quiet)).toEqual([]);
  });
});
