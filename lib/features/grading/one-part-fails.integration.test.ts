import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import { failedGradings } from '@/lib/features/review/failed-grading-data';
import { restartGrading } from '@/lib/features/review/grading-mutations';
import { reviewedAttempt, reviewedSitting } from '@/lib/features/review/policy';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { db } from '@/lib/server/db';
import { gradingKey } from '@/lib/server/jobs';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { partScores } from './data';
import { Grader } from './grader';
import { gradeAttempt } from './mutations';

const grader = new Grader({ ms: 20_000, heapMb: 256 });
const unstorable = new Grader(
  { ms: 20_000, heapMb: 64 },
  join(import.meta.dirname, 'test-threads', 'unstorable.ts'),
);
afterAll(async () => {
  await grader.close();
  await unstorable.close();
});

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

const verdicts = async () =>
  (await partScores(attempt.id)).map(({ partId, verdict, open }) => ({ partId, verdict, open }));

/** A sitting of an exam with a formula, of which messages quote what was typed. */
async function formulaAttempt(): Promise<OwnAttempt> {
  const source = `
slug: quoting
title: Quoting
minutes: 60
assignments:
  - title: Formulas
    parts:
      - id: a
        points: 1
        kind: formula
        prompt: Say it.
        symbols: { x: { latex: x } }
        fields: { y: { label: y, reference: x } }
      - { id: b, points: 2, kind: choice, prompt: Which?, options: { c: c, d: d }, reference: [d] }
`;
  const parsed = parseExam(source, 'exam.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const hash = createHash('sha256').update(source).update(randomUUID()).digest('hex');
  const slug = `q-${randomUUID()}`;
  const { versionId } = await storeExam({ ...parsed.value.exam, slug, source, hash, files: [] });
  world = await newWorld({ versionId });
  return world.attempt(await world.person('STUDENT'));
}

describe('an answer with characters of two code units', () => {
  it.each([
    'sorry, I ran out of time for this part 😭😭😭',
    'x 😭',
    '\\😭',
    `${'x+'.repeat(19)}y😭😭😭`,
    '👩‍👩‍👧',
  ])('“%s” is graded, and the parts after it', async (text) => {
    attempt = await formulaAttempt();
    must(await saveAnswer(attempt, 'a', save({ content: { fields: { y: text } } })));
    must(await saveAnswer(attempt, 'b', save({ content: { selected: ['d'] } })));
    await submitAttempt(attempt);
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(2);
    const [a, b] = await partScores(attempt.id);
    expect(a?.checks[0]?.message).not.toContain('\ufffd');
    expect(b).toMatchObject({ verdict: 'right', score: 2 });
  });
});

describe('a part that fails', () => {
  it('is stored with what cannot be stored replaced', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    await submitAttempt(attempt);
    await gradeAttempt(attempt.id, unstorable);
    const [part] = await partScores(attempt.id);
    expect(part?.checks[0]?.message).toBe('cut in half: \ufffd, and a NUL: \ufffd');
  });

  it('whose grade the database refuses goes to review alone', async () => {
    await submitAttempt(attempt);
    expect((await gradeAttempt(attempt.id, unstorable)).written).toBe(3);
    expect(await verdicts()).toEqual([
      { partId: '1a', verdict: 'wrong', open: 0 },
      { partId: '1b', verdict: 'wrong', open: 0 },
      { partId: '2', verdict: 'review', open: 3 },
    ]);
    expect((await gradeAttempt(attempt.id, unstorable)).written).toBe(0);
  });

  it('whose grading fails goes to review alone', async () => {
    must(await saveAnswer(attempt, '1a', save({ content: { selected: ['b'] } })));
    must(await saveAnswer(attempt, '1b', save({ content: { selected: ['d'] } })));
    await submitAttempt(attempt);
    let graded = 0;
    const failing: Pick<Grader, 'grade'> = {
      grade: (input) => {
        if (graded++ === 1) throw new Error('a bug of ours');
        return grader.grade(input);
      },
    };
    expect((await gradeAttempt(attempt.id, failing)).written).toBe(3);
    expect(await verdicts()).toEqual([
      { partId: '1a', verdict: 'right', open: 0 },
      { partId: '1b', verdict: 'review', open: 1 },
      { partId: '2', verdict: 'wrong', open: 0 },
    ]);
    const [, part] = await partScores(attempt.id);
    expect(part?.checks[0]?.message).toContain('a person looks at it');
  });

  it('of which not even a review is stored fails the job, after the other parts', async () => {
    await submitAttempt(attempt);
    await db().$executeRawUnsafe(
      `ALTER TABLE grade ADD CONSTRAINT broken CHECK (part_id <> '1a' OR attempt_id <> '${attempt.id}') NOT VALID`,
    );
    try {
      await expect(gradeAttempt(attempt.id, grader)).rejects.toThrow('1 parts got no grade');
      expect((await verdicts()).map(({ verdict }) => verdict)).toEqual([null, 'wrong', 'wrong']);
    } finally {
      await db().$executeRawUnsafe('ALTER TABLE grade DROP CONSTRAINT broken');
    }
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(1);
  });

  it('does not keep a grader from the next part', async () => {
    const input = { kind: 'text', spec: {}, key: { rubric: [] }, answer: {}, note: null };
    const part = {
      ...input,
      points: 2,
      roundTo: 0.25,
      unread: 'review' as const,
      seed: 's',
      earlier: {},
    };
    // A function cannot be sent to the thread.
    await expect(grader.grade({ ...part, ...{ unsendable: () => part } })).rejects.toThrow();
    expect(await grader.grade(part)).toMatchObject({ verdict: 'wrong', score: 0 });
  });
});

describe('a grading that failed', () => {
  const fail = (attempts: number, error: string) =>
    db().$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = ${attempts}, last_error = ${error},
        locked_by = NULL, locked_at = NULL, run_at = now() + interval '1 hour'
      WHERE key = ${gradingKey(attempt.id)}`;
  const failures = async () =>
    failedGradings(must(await reviewedSitting(await world.person('GRADER'), world.sittingId)));
  const jobs = () =>
    db().$queryRaw<{ attempts: number; last_error: string | null; due: boolean }[]>`
      SELECT attempts, last_error, run_at <= now() AS due FROM graphile_worker.jobs
      WHERE key = ${gradingKey(attempt.id)}`;

  beforeEach(async () => {
    await submitAttempt(attempt);
  });

  it('is not there while nothing failed', async () => {
    expect(await failures()).toEqual([]);
  });

  it.each([
    [10, 'could not extend file: No space left on device', 'The disk of the database is full.'],
    [10, '3 parts got no grade', 'The database did not answer, or did not take the grades.'],
    [10, 'x is undefined', 'The program failed'],
  ])('is shown to staff with why and since when', async (attempts, error, reason) => {
    await fail(attempts, error);
    const [failure, ...others] = await failures();
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ attemptId: attempt.id, nextAt: null });
    expect(failure?.reason).toContain(reason);
    expect(failure?.triedAt).toBeInstanceOf(Date);
    // The words of the error are for the log: a student's answer may stand in them.
    if (error.startsWith('x')) expect(JSON.stringify(failure)).not.toContain(error);
  });

  it('says when it is tried again where it is', async () => {
    await fail(3, 'x is undefined');
    expect((await failures())[0]?.nextAt).toBeInstanceOf(Date);
  });

  it('is started again by staff, once, on record', async () => {
    await fail(10, 'x is undefined');
    const grading = must(await reviewedAttempt(await world.person('GRADER'), attempt.id));
    must(await restartGrading(grading));
    expect(await jobs()).toEqual([{ attempts: 0, last_error: null, due: true }]);
    expect(await failures()).toEqual([]);
    expect(await restartGrading(grading)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    const events = await db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}`, action: 'grading.restart' },
    });
    expect(events).toMatchObject([{ actorId: grading.reviewer.id, detail: { triesBefore: 10 } }]);
  });

  it('of another sitting is not shown', async () => {
    await fail(10, 'x is undefined');
    const other = await newWorld();
    const sitting = must(await reviewedSitting(await other.person('GRADER'), other.sittingId));
    expect(await failedGradings(sitting)).toEqual([]);
  });
});
