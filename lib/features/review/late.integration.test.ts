import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { attemptState } from '@/lib/features/attempt/room-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { receiptSchema } from '@/lib/features/attempt/schema';
import {
  submitAttempt,
  sweepOverdue,
  verifyReceipt,
} from '@/lib/features/attempt/submit-mutations';
import { partScores } from '@/lib/features/grading/data';
import { Grader } from '@/lib/features/grading/grader';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import { reopen } from '@/lib/features/monitor/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { lateOfSitting, lateParts } from './late-data';
import { decideLate } from './late-mutations';
import { override } from './mark-mutations';
import { releaseResults } from './mutations';
import {
  instructedAttempt,
  instructedSitting,
  type ReviewedAttempt,
  reviewedAttempt,
  reviewedSitting,
} from './policy';
import { lateDecisionSchema, tableQuerySchema } from './schema';
import { attemptsTable } from './table-data';

/** 1a is wrong at the end, which is after 60 minutes, and the right answer comes 40 seconds late. */

const grader = new Grader({ ms: 20_000, heapMb: 256 });
afterAll(() => grader.close());

let world: World;
let student: SignedInPerson;
let attempt: OwnAttempt;
let staff: ReviewedAttempt;

const RIGHT = { selected: ['b'] };
const WRONG = { selected: ['a'] };

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  attempt = await world.attempt(student);
  must(await saveAnswer(attempt, '1a', save({ content: WRONG })));
  setClock(60 + 40 / 60);
  await sweepOverdue();
  await gradeAttempt(attempt.id, grader);
  expect(await saveAnswer(attempt, '1a', save({ content: RIGHT, base: 1 }))).toMatchObject({
    value: { kind: 'late' },
  });
  setClock(70);
  staff = must(await reviewedAttempt(await world.person('GRADER'), attempt.id));
});

const decide = (changes: object = {}, by = staff) => {
  const base = {
    attemptId: attempt.id,
    partId: '1a',
    number: 2,
    accept: true,
    reason: 'cable out',
  };
  const { attemptId: _, ...input } = lateDecisionSchema.parse({
    ...{ ...base, seenMarkId: null },
    ...changes,
  });
  return decideLate(by, input);
};
const score = async () => {
  await gradeAttempt(attempt.id, grader);
  return (await partScores(attempt.id)).find(({ partId }) => partId === '1a');
};
const rowsIn = async (state: string) => {
  const sitting = must(await reviewedSitting(staff.reviewer, world.sittingId));
  return (await attemptsTable(sitting, tableQuerySchema.parse({ state }))).rows;
};

describe('an answer that arrived late', () => {
  it('is shown beside what counts, with how late it was', async () => {
    expect(await lateParts(staff)).toMatchObject([
      {
        partId: '1a',
        revisions: [{ number: 2, secondsLate: 40, content: RIGHT, isSame: false }],
        ...{ verdict: null, isOpen: true, seenMarkId: null },
      },
    ]);
    const sitting = must(await reviewedSitting(staff.reviewer, world.sittingId));
    expect(await lateOfSitting(sitting)).toMatchObject([
      { attemptId: attempt.id, partId: '1a', number: 2, secondsLate: 40, decision: null },
    ]);
    expect(await rowsIn('late-open')).toMatchObject([{ id: attempt.id, late: 1, lateOpen: 1 }]);
    expect(await score()).toMatchObject({ score: 0, content: WRONG });
  });

  it('counts once it is accepted, is graded, and leaves the old grade on record', async () => {
    must(await decide());
    expect((await partScores(attempt.id)).find(({ partId }) => partId === '1a')).toMatchObject({
      ...{ score: null, content: RIGHT },
    });
    expect(await score()).toMatchObject({ score: 2, content: RIGHT, verdict: 'right' });
    const grades = await db().grade.findMany({
      where: { attemptId: attempt.id, partId: '1a' },
      orderBy: { gradedAt: 'asc' },
    });
    expect(grades.map((grade) => grade.score.toNumber())).toEqual([0, 2]);
    const event = await db().auditEvent.findFirstOrThrow({
      where: { subject: `attempt:${attempt.id}`, action: 'late.accept' },
    });
    expect(event).toMatchObject({
      actorId: staff.reviewer.id,
      detail: { partId: '1a', revision: 2, reason: 'cable out', before: { score: 0 } },
    });
    expect(await rowsIn('late-open')).toEqual([]);
    expect(await rowsIn('late')).toMatchObject([{ score: 2, late: 1, lateOpen: 0 }]);
    expect(await lateParts(staff)).toMatchObject([{ isOpen: false, verdict: { accepted: true } }]);
  });

  it('leaves the receipt valid, of what was handed in', async () => {
    const { receipt } = await db().attempt.findUniqueOrThrow({ where: { id: attempt.id } });
    must(await decide());
    expect(await verifyReceipt(receiptSchema.parse(receipt))).toBe('valid');
    const [first, ...others] = receiptSchema.parse(receipt).answers;
    expect(first).toMatchObject({ partId: '1a', revision: 1 });
    expect(others).not.toEqual([]);
  });

  it('is told to its student with the reason', async () => {
    const { markId } = must(await decide());
    await score();
    setClock(181);
    const instructor = await world.person('INSTRUCTOR');
    must(
      await releaseResults(must(await instructedSitting(instructor, world.sittingId)), {
        close: false,
      }),
    );
    const partOfResult = async () => {
      const shown = await result(attempt);
      if (shown.state !== 'shown') throw new Error(shown.state);
      return shown.assignments.flatMap(({ parts }) => parts).find(({ id }) => id === '1a');
    };
    expect(await partOfResult()).toMatchObject({
      ...{ score: 2, late: { accepted: true, reason: 'cable out' } },
    });
    // As any mark, also after the release.
    must(await decide({ accept: false, reason: 'the log says otherwise', seenMarkId: markId }));
    expect(await partOfResult()).toMatchObject({
      ...{ score: 0, late: { accepted: false, reason: 'the log says otherwise' } },
    });
  });

  it('can be left, and accepted after all', async () => {
    const { markId } = must(await decide({ accept: false, reason: 'no proof of it' }));
    expect(await score()).toMatchObject({ score: 0, late: { accepted: false } });
    expect(await rowsIn('late-open')).toEqual([]);
    must(await decide({ seenMarkId: markId }));
    expect(await score()).toMatchObject({ score: 2 });
  });
});

describe('a score that a person gave', () => {
  const mark = { partId: '1a', withdraw: false, comment: 'Nearly.', reason: 'kind' };

  it('to the answer in time does not count for the late one, and does again when it is taken back', async () => {
    const given = must(await override(staff, { ...mark, score: 1, seenMarkId: null }));
    expect(await score()).toMatchObject({ score: 1, decided: true });
    const accepted = must(await decide({ seenMarkId: given.markId }));
    expect(await score()).toMatchObject({ score: 2, decided: false, mark: null });
    must(await decide({ accept: false, seenMarkId: accepted.markId }));
    expect(await score()).toMatchObject({ score: 1, decided: true, mark: { comment: 'Nearly.' } });
  });

  it('to the late one counts for that', async () => {
    const { markId } = must(await decide());
    must(await override(staff, { ...mark, score: 1, seenMarkId: markId }));
    expect(await score()).toMatchObject({ score: 1, decided: true });
  });

  it('by somebody who has not seen the decision is refused', async () => {
    must(await decide());
    expect(await override(staff, { ...mark, score: 1, seenMarkId: null })).toMatchObject({
      error: { code: 'MARKED_MEANWHILE' },
    });
  });
});

describe('refused is', () => {
  it('the second of two at once, and accepting twice', async () => {
    const other = must(await reviewedAttempt(await world.person('INSTRUCTOR'), attempt.id));
    const both = await Promise.all([decide(), decide({}, other)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'MARKED_MEANWHILE' } });
    const [first] = await lateParts(staff);
    expect(await decide({ seenMarkId: first?.seenMarkId })).toMatchObject({
      error: { code: 'INVALID' },
    });
    expect(await db().mark.count({ where: { attemptId: attempt.id } })).toBe(1);
  });

  it('a revision that was in time, of another part, or that does not exist', async () => {
    for (const wrong of [{ number: 1 }, { partId: '2' }, { number: 3 }, { partId: 'nothing' }])
      expect(await decide(wrong)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('whoever does not mark this sitting', async () => {
    const elsewhere = await newWorld();
    const people = [
      student,
      await world.person('STUDENT'),
      await world.person('STRANGER'),
      await elsewhere.person('GRADER'),
      await elsewhere.person('INSTRUCTOR'),
    ];
    for (const person of people)
      expect(await reviewedAttempt(person, attempt.id)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
  });

  it('a decision while the student writes again', async () => {
    const instructor = await world.person('INSTRUCTOR');
    const theirs = must(await instructedAttempt(instructor, attempt.id));
    must(await reopen(theirs, { minutes: 10, reason: 'power cut' }));
    expect(await decide()).toMatchObject({ error: { code: 'STILL_RUNNING' } });
  });
});

it('what is written after an attempt was opened again stands before the accepted answer', async () => {
  must(await decide());
  const theirs = must(await instructedAttempt(await world.person('INSTRUCTOR'), attempt.id));
  must(await reopen(theirs, { minutes: 10, reason: 'power cut' }));
  expect((await attemptState(attempt)).answers['1a']).toMatchObject({
    content: RIGHT,
    revision: 2,
  });
  // Whoever has not seen the accepted answer does not overwrite it.
  const blind = save({ content: WRONG, base: 1 });
  expect(await saveAnswer(attempt, '1a', blind)).toMatchObject({ value: { kind: 'conflict' } });
  must(await saveAnswer(attempt, '1a', save({ content: WRONG, base: 2 })));
  const receipt = await submitAttempt(attempt);
  expect(await score()).toMatchObject({ content: WRONG, score: 0 });
  expect(await verifyReceipt(receipt)).toBe('valid');
});
