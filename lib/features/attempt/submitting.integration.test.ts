import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, setClock, type World } from '@/lib/testing/world';
import type { OwnAttempt } from './policy';
import { saveAnswer } from './save-mutations';
import { submitAttempt, sweepOverdue, verifyReceipt } from './submit-mutations';

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

async function jobs(attemptId: string): Promise<number> {
  const rows = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = ${`grade:${attemptId}`}`;
  return rows[0]?.n ?? 0;
}

describe('submitting', () => {
  it('gives a receipt over all answers, stores it, and asks for grading once', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    setClock(20);
    const receipt = await submitAttempt(attempt);
    expect(receipt).toMatchObject({
      attemptId: attempt.id,
      submittedAt: at(20).toISOString(),
      submittedBy: 'STUDENT',
      answers: [
        { partId: '1a', revision: 1 },
        { partId: '1b', revision: 0 },
        { partId: '2', revision: 0 },
      ],
    });
    setClock(30);
    expect(await submitAttempt(attempt)).toEqual(receipt);
    expect(await jobs(attempt.id)).toBe(1);
    expect(await verifyReceipt(receipt)).toBe('valid');
  });

  it('can tell a forged receipt and one that no longer agrees', async () => {
    const receipt = await submitAttempt(attempt);
    const forgeries = [
      { ...receipt, submittedAt: at(1).toISOString() },
      { ...receipt, answers: [] },
      { ...receipt, attemptId: randomUUID() },
      { ...receipt, signature: receipt.signature.replace(/^./, 'A').replace(/.$/, 'B') },
      { ...receipt, extra: 1 },
      'nonsense',
    ];
    for (const forged of forgeries) expect(await verifyReceipt(forged)).toBe('forged');
    // Somebody with the database in their hands adds an answer behind the submission.
    await db().revision.create({
      data: {
        attemptId: attempt.id,
        versionId: world.versionId,
        partId: '1a',
        number: 1,
        base: 0,
        clientId: 'x',
        idempotencyKey: randomUUID(),
        content: { selected: ['b'] },
        empty: false,
        savedAt: at(0),
        late: false,
        conflict: false,
      },
    });
    expect(await verifyReceipt(receipt)).toBe('differs');
  });

  it('within the grace counts as handed in at the deadline, by the student', async () => {
    setClock(60.4);
    expect(await submitAttempt(attempt)).toMatchObject({
      submittedAt: at(60).toISOString(),
      submittedBy: 'STUDENT',
    });
  });

  it('after the grace is what the sweeper would have done', async () => {
    setClock(75);
    expect(await submitAttempt(attempt)).toMatchObject({
      submittedAt: at(60).toISOString(),
      submittedBy: 'SWEEPER',
    });
  });
});

describe('the sweeper', () => {
  const submittedAt = async () =>
    (await db().attempt.findUniqueOrThrow({ where: { id: attempt.id } })).submittedAt;

  it('leaves attempts alone until the grace is over, then submits them with the deadline', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    setClock(60.5);
    await sweepOverdue();
    expect(await submittedAt()).toBeNull();
    setClock(60.6);
    await sweepOverdue();
    expect(await submittedAt()).toEqual(at(60));
    const receipt = await submitAttempt(attempt);
    expect(receipt).toMatchObject({ submittedBy: 'SWEEPER' });
    expect(receipt.answers[0]).toMatchObject({ revision: 1 });
    expect(await jobs(attempt.id)).toBe(1);
  });

  it('is called for the end of every attempt', async () => {
    const rows = await db().$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'submit_overdue'`;
    expect(rows.map(({ run_at }) => run_at.toISOString())).toContain('2026-02-01T10:00:31.000Z');
  });

  it('stumbles over one attempt and submits the others', async () => {
    const other = await world.attempt(await world.person('STUDENT'));
    await db().$executeRawUnsafe(`
      CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.id = '${attempt.id}' THEN RAISE EXCEPTION 'this one is broken'; END IF;
        RETURN NEW;
      END $$`);
    await db().$executeRawUnsafe(
      'CREATE TRIGGER refuse_one BEFORE UPDATE ON attempt FOR EACH ROW EXECUTE FUNCTION refuse_one()',
    );
    setClock(61);
    try {
      expect((await sweepOverdue()).failed).toBe(1);
    } finally {
      await db().$executeRawUnsafe('DROP TRIGGER refuse_one ON attempt');
      await db().$executeRawUnsafe('DROP FUNCTION refuse_one');
    }
    expect(await submittedAt()).toBeNull();
    const stored = await db().attempt.findUniqueOrThrow({ where: { id: other.id } });
    expect(stored.submittedAt).toEqual(at(60));
  });

  it('may run twice at the same time', async () => {
    setClock(61);
    await Promise.all([sweepOverdue(), sweepOverdue(), sweepOverdue()]);
    expect(await submittedAt()).toEqual(at(60));
    const events = await db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}`, action: 'attempt.submit' },
      select: { courseId: true },
    });
    expect(events).toEqual([{ courseId: world.courseId }]);
  });
});
