import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { notePresence } from '@/lib/features/attempt/presence-mutations';
import { attemptTime } from '@/lib/features/attempt/room-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt, verifyReceipt } from '@/lib/features/attempt/submit-mutations';
import { noticesOf } from '@/lib/features/notices/news-data';
import type { SignedInPerson } from '@/lib/features/people/data';
import { sittingOverview } from '@/lib/features/review/data';
import { releaseResults } from '@/lib/features/review/mutations';
import {
  instructedAttempt,
  instructedSitting,
  reviewedSitting,
} from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, setClock, type World } from '@/lib/testing/world';
import { monitorOf } from './data';
import { handInFor, reopen } from './mutations';

let world: World;
let student: SignedInPerson;
let attempt: OwnAttempt;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  instructor = await world.person('INSTRUCTOR');
  attempt = await world.attempt(student);
});

const REASON = 'the projector fell';
const asInstructor = async () => must(await instructedAttempt(instructor, attempt.id));
const rowOf = async (person: SignedInPerson) => {
  const sitting = must(await reviewedSitting(instructor, world.sittingId));
  return (await monitorOf(sitting)).rows.find(({ personId }) => personId === person.id);
};

describe('the monitor', () => {
  it('shows everybody of the course: not begun, writing, silent, submitted', async () => {
    const other = await world.person('STUDENT');
    expect(await rowOf(other)).toMatchObject({ state: 'absent', attemptId: null, parts: 0 });
    expect(await rowOf(student)).toMatchObject({ state: 'silent', lastSaveAt: null });
    must(await saveAnswer(attempt, '1a', save()));
    expect(await rowOf(student)).toMatchObject({ state: 'writing', parts: 1 });
    setClock(2);
    expect(await rowOf(student)).toMatchObject({ state: 'silent' });
    notePresence(attempt);
    await expect.poll(async () => (await rowOf(student))?.state).toBe('writing');
    await submitAttempt(attempt);
    expect(await rowOf(student)).toMatchObject({ state: 'submitted' });
  });

  it('shows who is on the list of a sitting that has one, and who writes', async () => {
    const [listed, other] = [await world.person('STUDENT'), await world.person('STUDENT')];
    await db().sitting.update({
      where: { id: world.sittingId },
      data: { listOnly: true, candidates: { create: { personId: listed.id } } },
    });
    expect(await rowOf(listed)).toMatchObject({ state: 'absent' });
    expect(await rowOf(other)).toBeUndefined();
    expect(await rowOf(student)).toMatchObject({ state: 'silent' });
    const sitting = must(await reviewedSitting(instructor, world.sittingId));
    expect(await sittingOverview(sitting)).toMatchObject({ students: 1, running: 1 });
  });

  it.each([
    ['GRADER', 'FORBIDDEN'],
    ['INSTRUCTOR', 'ok'],
    ['ADMIN', 'ok'],
    ['STUDENT', 'FORBIDDEN'],
    ['STRANGER', 'NOT_FOUND'],
  ] as const)('%s acting for a student: %s', async (role, expected) => {
    const allowed = await instructedAttempt(await world.person(role), attempt.id);
    expect(allowed.ok ? 'ok' : allowed.error.code).toBe(expected);
  });

  it('is nothing that an instructor of another course may touch', async () => {
    const elsewhere = await (await newWorld()).person('INSTRUCTOR');
    expect(await instructedAttempt(elsewhere, attempt.id)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('handing in for a student', () => {
  it('grades what was saved, is on record, and happens once', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    setClock(10);
    must(await handInFor(await asInstructor(), REASON));
    expect(await attemptTime(attempt)).toMatchObject({ state: 'submitted' });
    expect(await handInFor(await asInstructor(), REASON)).toMatchObject({
      error: { code: 'ALREADY_SUBMITTED' },
    });
    const events = await db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}`, action: 'attempt.hand-in-for' },
    });
    expect(events).toMatchObject([{ actorId: instructor.id, detail: { reason: REASON } }]);
  });
});

describe('opening an attempt again', () => {
  it('gives minutes from now, tells the student, and what is written then counts', async () => {
    must(await saveAnswer(attempt, '1a', save({ content: { selected: ['a'] } })));
    const first = await submitAttempt(attempt);
    setClock(50);
    const { dueAt } = must(await reopen(await asInstructor(), { minutes: 20, reason: REASON }));
    expect(dueAt).toEqual(new Date(START.getTime() + 70 * 60_000));
    expect(await attemptTime(attempt)).toMatchObject({ state: 'running', dueAt: dueAt.getTime() });
    expect((await noticesOf(attempt)).notices).toMatchObject([
      { kind: 'TIME', toAll: false, text: expect.stringContaining('now ends at') },
      { kind: 'TIME', toAll: false, text: expect.stringContaining('open again') },
    ]);
    must(await saveAnswer(attempt, '1a', save({ base: 1 })));
    const second = await submitAttempt(attempt);
    expect(second.digest).not.toBe(first.digest);
    expect(await verifyReceipt(second)).toBe('valid');
    expect(await verifyReceipt(first)).toBe('differs');
  });

  it('is refused while it runs, and once the results are released', async () => {
    const terms = { minutes: 5, reason: REASON };
    expect(await reopen(await asInstructor(), terms)).toMatchObject({
      error: { code: 'STILL_RUNNING' },
    });
    await submitAttempt(attempt);
    setClock(181);
    must(
      await releaseResults(must(await instructedSitting(instructor, world.sittingId)), {
        close: false,
      }),
    );
    expect(await reopen(await asInstructor(), terms)).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('is the only way in which the database lets a submitted attempt change', async () => {
    await submitAttempt(attempt);
    const change = db().attempt.update({ where: { id: attempt.id }, data: { submittedAt: null } });
    await expect(change).rejects.toThrow();
    expect(await attemptTime(attempt)).toMatchObject({ state: 'submitted' });
  });
});

describe('what changed since an answer', () => {
  const sitting = async () => must(await reviewedSitting(instructor, world.sittingId));

  it('is told alone, where that is known', async () => {
    const other = await world.person('STUDENT');
    const first = await monitorOf(await sitting());
    expect(first).toMatchObject({ isWhole: true, gone: [] });
    const nothing = await monitorOf(await sitting(), first.stamp);
    expect(nothing).toMatchObject({ isWhole: false, rows: [], gone: [] });
    must(await saveAnswer(attempt, '1a', save()));
    const saved = await monitorOf(await sitting(), nothing.stamp);
    expect(saved.rows).toMatchObject([{ personId: student.id, parts: 1 }]);
    // Also since an answer before the last one.
    expect((await monitorOf(await sitting(), first.stamp)).rows).toHaveLength(1);
    await db().enrolment.deleteMany({ where: { personId: other.id } });
    expect(await monitorOf(await sitting(), saved.stamp)).toMatchObject({ gone: [other.id] });
  });

  it('is all of it where that is not known: of another sitting, or of long ago', async () => {
    const { stamp } = await monitorOf(await sitting());
    const elsewhere = await newWorld();
    const theirs = must(
      await reviewedSitting(await elsewhere.person('GRADER'), elsewhere.sittingId),
    );
    expect(await monitorOf(theirs, stamp)).toMatchObject({ isWhole: true });
    setClock(2);
    await monitorOf(await sitting());
    expect(await monitorOf(await sitting(), stamp)).toMatchObject({ isWhole: true });
  });
});
