import { beforeEach, describe, expect, it } from 'vitest';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { ownAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { enqueueGrading, gradingKey, TASKS } from '@/lib/server/jobs';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import type { TimedGrade } from './grader';
import { gradeAttempt } from './mutations';

beforeEach(() => setClock(0));

/** Says that it took as long as it is told, and takes no time. */
const graderTaking = (ms: number) => ({
  grade: async (): Promise<TimedGrade> => ({
    verdict: 'review',
    score: 0,
    open: 2,
    checks: [],
    ms,
  }),
});

async function submitted(world: World, student: SignedInPerson): Promise<string> {
  const sitting = must(await ownSitting(student, world.sittingId));
  const { attemptId } = must(await startAttempt(sitting, null));
  const attempt = must(await ownAttempt(student, attemptId));
  must(await saveAnswer(attempt, '1a', save()));
  await submitAttempt(attempt);
  return attemptId;
}

async function job(attemptId: string): Promise<{ task: string; priority: number }> {
  const rows = await db().$queryRaw<{ task: string; priority: number }[]>`
    SELECT task_identifier AS task, priority FROM graphile_worker.jobs
    WHERE key = ${gradingKey(attemptId)}`;
  if (!rows[0]) throw new Error('no job');
  return rows[0];
}

describe('the turn of an attempt', () => {
  it('comes in a lane of its own for exams and for practice', async () => {
    const [exam, practice] = [await newWorld(), await newWorld({ mode: 'PRACTICE' })];
    const inExam = await submitted(exam, await exam.person('STUDENT'));
    const inPractice = await submitted(practice, await practice.person('STUDENT'));
    expect(await job(inExam)).toMatchObject({ task: TASKS.gradeExam });
    expect(await job(inPractice)).toMatchObject({ task: TASKS.gradePractice });
  });

  it('comes before the second submission of anybody who submits many', async () => {
    const practice = await newWorld({ mode: 'PRACTICE' });
    const many = await practice.person('STUDENT');
    const theirs: string[] = [];
    for (let round = 0; round < 8; round++) theirs.push(await submitted(practice, many));
    const once = await submitted(practice, await practice.person('STUDENT'));
    const { priority } = await job(once);
    const turns = await Promise.all(theirs.map(async (id) => (await job(id)).priority));
    expect(turns.filter((turn) => turn > priority)).toHaveLength(7);
  });

  it('goes behind those who submit later, for whoever took the grader long', async () => {
    const practice = await newWorld({ mode: 'PRACTICE' });
    const slow = await submitted(practice, await practice.person('STUDENT'));
    const first = await gradeAttempt(slow, graderTaking(15_000), 0);
    expect(first).toEqual({ written: 1, finished: false });
    await enqueueGrading(db(), slow);
    const later = await submitted(practice, await practice.person('STUDENT'));
    const [behind, before] = [await job(slow), await job(later)];
    expect(behind.priority).toBeGreaterThan(before.priority);
  });

  it('is as good as anybody’s again after a quarter of an hour', async () => {
    const practice = await newWorld({ mode: 'PRACTICE' });
    const student = await practice.person('STUDENT');
    for (let round = 0; round < 3; round++) await submitted(practice, student);
    setClock(16);
    const again = await submitted(practice, student);
    const other = await submitted(practice, await practice.person('STUDENT'));
    expect((await job(again)).priority).toBe((await job(other)).priority);
  });
});

describe('a slice', () => {
  it('begins one part at least, ends with its time, and the next one goes on where it ended', async () => {
    const world = await newWorld();
    const attempt = await submitted(world, await world.person('STUDENT'));
    const grader = graderTaking(1);
    expect(await gradeAttempt(attempt, grader, 0)).toEqual({ written: 1, finished: false });
    expect(await gradeAttempt(attempt, grader, 0)).toEqual({ written: 1, finished: false });
    expect(await gradeAttempt(attempt, grader, 0)).toEqual({ written: 1, finished: true });
    expect(await gradeAttempt(attempt, grader, 0)).toEqual({ written: 0, finished: true });
    expect(await db().grade.count({ where: { attemptId: attempt } })).toBe(3);
  });
});
