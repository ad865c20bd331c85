import { beforeEach, describe, expect, it } from 'vitest';
import { mySittings } from '@/lib/features/attempt/data';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { attemptState } from '@/lib/features/attempt/room-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt, verifyReceipt } from '@/lib/features/attempt/submit-mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { sittingOverview } from '@/lib/features/review/data';
import { releaseResults } from '@/lib/features/review/mutations';
import {
  type InstructedAttempt,
  instructedAttempt,
  instructedSitting,
  reviewedSitting,
} from '@/lib/features/review/policy';
import { tableQuerySchema } from '@/lib/features/review/schema';
import { attemptsTable } from '@/lib/features/review/table-data';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, setClock, type World } from '@/lib/testing/world';
import { monitorOf } from './data';
import { reopen } from './mutations';
import { restore, withdraw } from './withdraw-mutations';

let world: World;
let student: SignedInPerson;
let instructor: SignedInPerson;
let attempt: OwnAttempt;
let run: InstructedAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  instructor = await world.person('INSTRUCTOR');
  attempt = await world.attempt(student);
  run = must(await instructedAttempt(instructor, attempt.id));
  must(await saveAnswer(attempt, '1a', save()));
  setClock(10);
});

const numbers = async () => {
  const sitting = must(await reviewedSitting(instructor, world.sittingId));
  const { running, submitted, withdrawn, undecided } = await sittingOverview(sitting);
  return { running, submitted, withdrawn, undecided };
};
const row = async () => {
  const sitting = must(await reviewedSitting(instructor, world.sittingId));
  const table = await attemptsTable(sitting, tableQuerySchema.parse({}));
  const live = (await monitorOf(sitting)).rows.find(({ personId }) => personId === student.id);
  return { ...table.rows[0], live: live?.state };
};

describe('withdrawing an attempt', () => {
  it('closes the room of one that is being written, and keeps its answers with a receipt', async () => {
    must(await withdraw(run, 'taken ill'));
    expect(await attemptState(attempt)).toMatchObject({
      ...{ state: 'submitted', answers: { '1a': { content: { selected: ['b'] } } } },
    });
    expect(await saveAnswer(attempt, '2', save())).toMatchObject({
      error: { code: 'ALREADY_SUBMITTED' },
    });
    const shown = await result(attempt);
    expect(shown).toMatchObject({ state: 'withdrawn', withdrawalReason: 'taken ill' });
    expect(await verifyReceipt(shown.receipt)).toBe('valid');
    const [sitting] = await mySittings(student);
    expect(sitting?.attempts).toMatchObject([
      { withdrawalReason: 'taken ill', resultVisible: false },
    ]);
  });

  it('leaves it out of all numbers, and marks it where attempts are listed', async () => {
    await submitAttempt(attempt);
    expect(await numbers()).toEqual({ running: 0, submitted: 1, withdrawn: 0, undecided: 1 });
    must(await withdraw(run, 'taken ill'));
    expect(await numbers()).toEqual({ running: 0, submitted: 0, withdrawn: 1, undecided: 0 });
    expect(await row()).toMatchObject({
      ...{ state: 'withdrawn', score: null, open: 0, unread: 0, live: 'withdrawn' },
    });
  });

  it('shows no result after the release, and shows it once that is taken back', async () => {
    await submitAttempt(attempt);
    setClock(181);
    const sitting = must(await instructedSitting(instructor, world.sittingId));
    must(await releaseResults(sitting, { close: false }));
    must(await withdraw(run, 'a case of deception'));
    expect(await result(attempt)).toMatchObject({ state: 'withdrawn' });
    must(await restore(run, 'it was another student'));
    expect(await result(attempt)).toMatchObject({ state: 'shown' });
    expect(await numbers()).toMatchObject({ submitted: 1, withdrawn: 0 });
  });

  it('is on record, with who and why, and so is taking it back', async () => {
    must(await withdraw(run, 'taken ill'));
    must(await restore(run, 'well again'));
    const events = await db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}`, actorId: instructor.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    expect(events).toMatchObject([
      { action: 'attempt.withdraw', detail: { reason: 'taken ill', wasRunning: true } },
      { action: 'attempt.restore', detail: { reason: 'well again' } },
    ]);
  });

  it('keeps anybody from beginning again, and from being let go on before it is taken back', async () => {
    must(await withdraw(run, 'taken ill'));
    expect((await world.attempt(student)).id).toBe(attempt.id);
    expect(await reopen(run, { minutes: 5, reason: 'well again' })).toMatchObject({
      error: { code: 'INVALID' },
    });
    must(await restore(run, 'well again'));
    must(await reopen(run, { minutes: 5, reason: 'well again' }));
    expect(await attemptState(attempt)).toMatchObject({ state: 'running' });
  });

  it('is done once, by two at the same time and one after the other', async () => {
    const both = await Promise.all([withdraw(run, 'taken ill'), withdraw(run, 'taken ill')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    must(await restore(run, 'well again'));
    expect(await restore(run, 'well again')).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('is for instructors of the course', async () => {
    expect(await instructedAttempt(await world.person('GRADER'), attempt.id)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    const elsewhere = await (await newWorld()).person('INSTRUCTOR');
    for (const person of [student, elsewhere])
      expect(await instructedAttempt(person, attempt.id)).toMatchObject({ ok: false });
  });

  it('leaves everything else of a submitted attempt to the database’s refusal', async () => {
    await submitAttempt(attempt);
    const data = { withdrawnAt: START, withdrawalReason: 'x' };
    const where = { id: attempt.id };
    await expect(db().attempt.update({ where, data: { ...data, dueAt: START } })).rejects.toThrow();
    await expect(db().attempt.update({ where, data: { seed: 'other' } })).rejects.toThrow();
    expect(await db().attempt.update({ where, data })).toMatchObject(data);
  });
});
