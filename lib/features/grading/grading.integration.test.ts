import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { reap } from '@/bin/worker-liveness';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { examRoom } from '@/lib/features/attempt/room-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { releaseResults } from '@/lib/features/review/mutations';
import { instructedSitting, reviewedAttempt, reviewedSitting } from '@/lib/features/review/policy';
import { tableQuerySchema } from '@/lib/features/review/schema';
import { script } from '@/lib/features/review/script-data';
import { attemptsTable } from '@/lib/features/review/table-data';
import type { PartGradeInput } from '@/lib/kinds/exams/grade-part';
import { authoring } from '@/lib/kinds/registry/authoring';
import { goldenParts } from '@/lib/kinds/registry/golden';

import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { CANARY } from '@/lib/testing/canary-exam';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { Grader } from './grader';
import { gradeAttempt } from './mutations';

const root = join(import.meta.dirname, '..', '..', '..');
const grader = new Grader({ ms: 20_000, heapMb: 256 });
afterAll(() => grader.close());

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

async function answerAll(): Promise<void> {
  must(await saveAnswer(attempt, '1a', save({ content: { selected: ['b'] } })));
  must(await saveAnswer(attempt, '2', save({ content: { text: 'What I think.' } })));
}

const grades = () =>
  db().grade.findMany({ where: { attemptId: attempt.id }, orderBy: { partId: 'asc' } });

const release = async () => {
  setClock(181);
  const instructor = await world.person('INSTRUCTOR');
  const sitting = must(await instructedSitting(instructor, world.sittingId));
  must(await releaseResults(sitting, { close: false }));
};

describe('grading an attempt', () => {
  it('grades the answers that count, empty parts included', async () => {
    must(await saveAnswer(attempt, '1a', save({ content: { selected: ['a'] } })));
    must(await saveAnswer(attempt, '1a', save({ base: 1, content: { selected: ['b'] } })));
    must(await saveAnswer(attempt, '1a', save({ base: 0, content: { selected: ['a'] } })));
    must(await saveAnswer(attempt, '2', save({ content: { text: 'What I think.' } })));
    await submitAttempt(attempt);
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(3);
    const outcomes = (await grades()).map(({ partId, verdict, score, open }) => ({
      partId,
      verdict,
      score: score.toNumber(),
      open: open.toNumber(),
    }));
    expect(outcomes).toEqual([
      { partId: '1a', verdict: 'right', score: 2, open: 0 },
      { partId: '1b', verdict: 'wrong', score: 0, open: 0 },
      { partId: '2', verdict: 'review', score: 0, open: 3 },
    ]);
  });

  it('does nothing before the submission, nor a second time', async () => {
    await answerAll();
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(0);
    await submitAttempt(attempt);
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(3);
    expect((await gradeAttempt(attempt.id, grader)).written).toBe(0);
    expect(await grades()).toHaveLength(3);
  });

  it('writes each grade once when two workers take it at the same moment', async () => {
    await answerAll();
    await submitAttempt(attempt);
    const other = new Grader({ ms: 20_000, heapMb: 256 });
    const written = await Promise.all([
      gradeAttempt(attempt.id, grader),
      gradeAttempt(attempt.id, other),
      gradeAttempt(attempt.id, grader),
    ]).finally(() => other.close());
    expect(written.reduce((sum, each) => sum + each.written, 0)).toBe(3);
    expect(await grades()).toHaveLength(3);
  });
});

describe('what a student sees', () => {
  it('has nothing of the key before the release, and no evidence ever', async () => {
    await answerAll();
    expect(JSON.stringify(await examRoom(attempt))).not.toContain(CANARY);
    await submitAttempt(attempt);
    await gradeAttempt(attempt.id, grader);
    const hidden = await result(attempt);
    expect(hidden).toMatchObject({ state: 'waiting', receipt: { attemptId: attempt.id } });
    const text = JSON.stringify(hidden);
    for (const secret of [CANARY, 'verdict', 'score', 'right']) expect(text).not.toContain(secret);

    await release();
    const released = await result(attempt);
    expect(released).toMatchObject({
      state: 'shown',
      total: { score: 2, points: 6, open: 3, pending: 0, provisional: true },
    });
    expect(JSON.stringify(released)).toContain(CANARY);
    expect(JSON.stringify(released)).not.toContain('evidence');
    const staff = must(await reviewedAttempt(await world.person('GRADER'), attempt.id));
    expect(JSON.stringify(await script(staff))).toContain('evidence');
  });

  it('in practice is there at once, and pending until it is graded', async () => {
    world = await newWorld({ mode: 'PRACTICE', showsEarly: true });
    attempt = await world.attempt(await world.person('STUDENT'));
    expect(await result(attempt)).toMatchObject({ state: 'running', receipt: null });
    await submitAttempt(attempt);
    expect(await result(attempt)).toMatchObject({ state: 'shown', total: { pending: 3 } });
    await gradeAttempt(attempt.id, grader);
    expect(await result(attempt)).toMatchObject({ total: { score: 0, pending: 0 } });
  });
});

describe('the table of attempts', () => {
  it('tells states apart, filters, sorts and pages', async () => {
    await answerAll();
    await submitAttempt(attempt);
    const ungraded = await world.attempt(await world.person('STUDENT'));
    await submitAttempt(ungraded);
    await gradeAttempt(attempt.id, grader);
    const empty = await world.attempt(await world.person('STUDENT'));
    await submitAttempt(empty);
    await gradeAttempt(empty.id, grader);
    const running = await world.attempt(await world.person('STUDENT'));

    const sitting = must(await reviewedSitting(await world.person('GRADER'), world.sittingId));
    const table = (query: object) => attemptsTable(sitting, tableQuerySchema.parse(query));
    const all = await table({ sort: 'state' });
    expect(all.rows.map(({ id, state }) => [id, state])).toEqual([
      [running.id, 'running'],
      [ungraded.id, 'grading'],
      [attempt.id, 'review'],
      [empty.id, 'graded'],
    ]);
    expect(all.rows[2]).toMatchObject({ score: 2, points: 6, open: 3 });
    expect((await table({ sort: 'score', direction: 'desc' })).rows[0]?.id).toBe(attempt.id);
    expect((await table({ state: 'review' })).rows.map(({ id }) => id)).toEqual([attempt.id]);
    expect(await table({ pageSize: 3, page: 9 })).toMatchObject({ total: 4, page: 2 });
    expect((await table({ search: '%' })).total).toBe(0);
    const [first] = all.rows;
    expect((await table({ search: first?.email.toUpperCase() })).total).toBe(1);
    expect((await table({ sort: 'name; DROP TABLE mark', state: 'nonsense' })).total).toBe(4);
  });
});

describe('a grader that misbehaves', () => {
  const input = (text: string): PartGradeInput => ({
    kind: 'text',
    spec: {},
    key: { rubric: [] },
    answer: { text },
    note: null,
    points: 2,
    roundTo: 0.25,
    unread: 'review',
    seed: 's',
    earlier: {},
  });
  const misbehaving = (name: string, ms = 1500) =>
    new Grader({ ms, heapMb: 64 }, join(import.meta.dirname, 'test-threads', `${name}.ts`));

  it('is stopped at its time, its part goes to review, and the next part is graded', async () => {
    const stuck = misbehaving('stuck');
    const grade = await stuck.grade(input('never ends'));
    expect(grade).toMatchObject({ verdict: 'review', score: 0, open: 2 });
    expect(grade.checks[0]?.message).toContain('too long');
    expect(await stuck.grade(input('ends'))).toMatchObject({ verdict: 'right' });
    await stuck.close();
  });

  it('is not stopped where the machine has no time for it', async () => {
    const waiting = misbehaving('waiting');
    expect(await waiting.grade(input('x'))).toMatchObject({ verdict: 'right', score: 1 });
    await waiting.close();
  });

  it.each(['hungry', 'crashing'])('%s: its part goes to review', async (name) => {
    const thread = misbehaving(name, 20_000);
    expect(await thread.grade(input('x'))).toMatchObject({ verdict: 'review', open: 2 });
    expect(await thread.grade(input('x'))).toMatchObject({ verdict: 'review', open: 2 });
    await thread.close();
  });

  it('a proof that asks too much is stopped in the middle of the solver, and holds up nobody', async () => {
    const [sample] = goldenParts.proof;
    if (!sample) throw new Error('there are no golden proofs');
    const { spec, key } = must(authoring.proof.author(sample.part));
    const proof = (lines: readonly string[]): PartGradeInput => ({
      ...{ ...input(''), kind: 'proof', spec, key, points: sample.points },
      answer: { steps: lines.map((claim) => ({ claim })) },
    });
    const isSmall = (factor: number) =>
      `\\|x_{t+1} - ${factor} x_t\\| + \\mu \\|g(x_t)\\| \\|x_t\\| \\le 3`;
    const heavy = Array.from({ length: 40 }, (_, line) => isSmall(line + 2));
    const impatient = new Grader({ ms: 400, heapMb: 256 });
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const grade = await impatient.grade(proof(heavy));
    clearInterval(clock);
    expect(grade).toMatchObject({ verdict: 'review', open: sample.points });
    expect(grade.checks[0]?.message).toContain('too long');
    expect(ticks).toBeGreaterThan(10);
    expect(await impatient.grade(input('x'))).toMatchObject({ verdict: 'review', open: 2 });
    await impatient.close();
  });

  it('content that the grader refuses goes to review', async () => {
    const refused = await grader.grade({ ...input('x'), answer: { nonsense: 1 } });
    expect(refused).toMatchObject({ verdict: 'review', score: 0, open: 2 });
  });
});

describe('workers', () => {
  const startWorker = () =>
    fork(join(root, 'bin/worker.ts'), {
      cwd: root,
      env: { ...process.env, NABLA_NOW: '', NODE_ENV: 'production' },
      execArgv: ['--conditions=react-server', '--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });

  it('two of them grade everything that was submitted, each grade once', async () => {
    const attempts = [attempt];
    for (let index = 0; index < 5; index++) {
      attempts.push(await world.attempt(await world.person('STUDENT')));
    }
    await Promise.all(attempts.map(submitAttempt));
    const workers = [startWorker(), startWorker()];
    const count = () =>
      db().grade.count({ where: { attemptId: { in: attempts.map(({ id }) => id) } } });
    try {
      await expect.poll(count, { timeout: 240_000, interval: 200 }).toBe(attempts.length * 3);
    } finally {
      const gone = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
      for (const worker of workers) worker.kill('SIGTERM');
      expect(await Promise.all(gone)).toEqual([0, 0]);
    }
    expect(await count()).toBe(attempts.length * 3);
  }, 300_000);

  it('a dead one loses its jobs to the living', async () => {
    await submitAttempt(attempt);
    const lock = (age: string) =>
      db().$executeRawUnsafe(`
      UPDATE graphile_worker._private_jobs SET locked_by = 'worker-dead', attempts = 1,
        locked_at = now() - interval '${age}' WHERE key = 'grade:${attempt.id}'`);
    const lockedBy = async () => {
      const rows = await db().$queryRaw<{ locked_by: string | null }[]>`
        SELECT locked_by FROM graphile_worker.jobs WHERE key = ${`grade:${attempt.id}`}`;
      return rows[0]?.locked_by ?? null;
    };
    await lock('2 seconds');
    expect(await reap(env().DATABASE_URL)).toEqual([]);
    await lock('1 minute');
    expect(await reap(env().DATABASE_URL)).toEqual(['worker-dead']);
    expect(await lockedBy()).toBeNull();
  });
});
