import { beforeEach, describe, expect, it } from 'vitest';
import { grantTime } from '@/lib/features/review/mutations';
import { instructedSitting } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import { must, newWorld, START, setClock } from '@/lib/testing/world';
import { lobby, mySittings } from './data';
import { startAttempt } from './mutations';
import { ownAttempt, ownSitting } from './policy';
import { submitAttempt } from './submit-mutations';

beforeEach(() => setClock(0));

const minutesAfterStart = (date: Date) => (date.getTime() - START.getTime()) / 60_000;

describe('starting an attempt', () => {
  it('gives one attempt, however many tabs press at once', async () => {
    const world = await newWorld();
    const sitting = must(await ownSitting(await world.person('STUDENT'), world.sittingId));
    const started = await Promise.all([1, 2, 3, 4].map(() => startAttempt(sitting, null)));
    const ids = new Set(started.map((result) => must(result).attemptId));
    expect(ids.size).toBe(1);
    expect(await db().attempt.count({ where: { sittingId: world.sittingId } })).toBe(1);
  });

  it('gives no second attempt of an exam, but of practice once the first is submitted', async () => {
    for (const [mode, expected] of [
      ['EXAM', 1],
      ['PRACTICE', 2],
    ] as const) {
      const world = await newWorld({ mode });
      const student = await world.person('STUDENT');
      const first = await world.attempt(student);
      expect((await world.attempt(student)).id).toBe(first.id);
      await submitAttempt(first);
      const again = await world.attempt(student);
      expect(again.id === first.id).toBe(mode === 'EXAM');
      const rows = await db().attempt.findMany({ where: { personId: student.id } });
      expect(rows).toHaveLength(expected);
      expect(new Set(rows.map(({ seed }) => seed)).size).toBe(expected);
    }
  });

  it.each([
    [-0.01, 'NOT_OPEN'],
    [180, 'NOT_OPEN'],
  ])('is refused at minute %f', async (minutes, code) => {
    const world = await newWorld();
    const sitting = must(await ownSitting(await world.person('STUDENT'), world.sittingId));
    setClock(minutes);
    expect(await startAttempt(sitting, null)).toMatchObject({ ok: false, error: { code } });
  });

  it('asks for the access code, and not for ever', async () => {
    const world = await newWorld({ accessCode: 'gradient' });
    const student = await world.person('STUDENT');
    const sitting = must(await ownSitting(student, world.sittingId));
    expect(
      must(await ownSitting(student, world.sittingId)) && (await lobby(sitting)),
    ).toMatchObject({ needsAccessCode: true });
    for (const wrong of [null, '', 'Gradient']) {
      expect(await startAttempt(sitting, wrong)).toMatchObject({
        error: { code: 'WRONG_ACCESS_CODE' },
      });
    }
    const { attemptId } = must(await startAttempt(sitting, ' gradient '));
    expect(must(await startAttempt(sitting, null)).attemptId).toBe(attemptId);

    const other = must(await ownSitting(await world.person('STUDENT'), world.sittingId));
    const tries = await Promise.all(Array.from({ length: 14 }, () => startAttempt(other, 'x')));
    const codes = tries.map((result) => (result.ok ? 'started' : result.error.code));
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(4);
  });
});

describe('more time', () => {
  it('moves the deadline of a start and of a running attempt', async () => {
    const world = await newWorld();
    const student = await world.person('STUDENT');
    const instructor = await world.person('INSTRUCTOR');
    const sitting = must(await instructedSitting(instructor, world.sittingId));
    const grant = { personId: student.id, factor: 1.5, extraMinutes: 5, reason: 'decree' };
    must(await grantTime(sitting, grant));
    setClock(10);
    const attempt = await world.attempt(student);
    const due = async () =>
      (await db().attempt.findUniqueOrThrow({ where: { id: attempt.id } })).dueAt;
    expect(minutesAfterStart(await due())).toBe(10 + 60 * 1.5 + 5);
    const [summary] = await mySittings(student);
    expect(summary).toMatchObject({ minutes: 95, window: 'open' });

    setClock(20);
    must(await grantTime(sitting, { ...grant, extraMinutes: 15 }));
    expect(minutesAfterStart(await due())).toBe(10 + 60 * 1.5 + 15);
    const events = await db().auditEvent.findMany({ where: { subject: `person:${student.id}` } });
    expect(events.filter(({ action }) => action === 'time.grant')).toHaveLength(2);
  });

  it('and a submission at the same moment do not get in each other’s way', async () => {
    const world = await newWorld();
    const instructor = await world.person('INSTRUCTOR');
    const sitting = must(await instructedSitting(instructor, world.sittingId));
    for (let round = 0; round < 8; round++) {
      const student = await world.person('STUDENT');
      const attempt = await world.attempt(student);
      const grant = { personId: student.id, factor: 2, extraMinutes: 0, reason: 'decree' };
      const [granted] = await Promise.all([grantTime(sitting, grant), submitAttempt(attempt)]);
      expect(granted).toMatchObject({ ok: true });
    }
  });

  it('also moves the end of the window, so that a late starter is not cut off', async () => {
    const world = await newWorld();
    const student = await world.person('STUDENT');
    const sitting = must(
      await instructedSitting(await world.person('INSTRUCTOR'), world.sittingId),
    );
    must(
      await grantTime(sitting, {
        personId: student.id,
        factor: 2,
        extraMinutes: 0,
        reason: 'decree',
      }),
    );
    setClock(150);
    const { id } = await world.attempt(student);
    const { dueAt } = await db().attempt.findUniqueOrThrow({ where: { id } });
    expect(minutesAfterStart(dueAt)).toBe(180 + 60);
  });
});

describe('two students', () => {
  it('see sittings of their own courses and attempts of their own only', async () => {
    const [here, there] = [await newWorld(), await newWorld()];
    const [mine, theirs] = [await here.person('STUDENT'), await there.person('STUDENT')];
    const attempt = await here.attempt(mine);
    expect((await mySittings(mine)).map(({ id }) => id)).toEqual([here.sittingId]);
    expect((await mySittings(theirs)).map(({ id }) => id)).toEqual([there.sittingId]);
    expect(await ownSitting(theirs, here.sittingId)).toMatchObject({ ok: false });
    expect(await ownAttempt(theirs, attempt.id)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(await ownAttempt(mine, attempt.id)).toMatchObject({ ok: true });
  });

  it('staff of a course do not sit it', async () => {
    const world = await newWorld();
    for (const role of ['GRADER', 'INSTRUCTOR', 'ADMIN', 'STRANGER'] as const) {
      const refused = await ownSitting(await world.person(role), world.sittingId);
      expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });
});
