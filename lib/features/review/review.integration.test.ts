import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { type OwnAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { taughtCourses } from '@/lib/features/courses/data';
import { taughtCourse } from '@/lib/features/courses/policy';
import { storeExam } from '@/lib/features/exams/mutations';
import { partScores, totalOf } from '@/lib/features/grading/data';
import { db } from '@/lib/server/db';
import { canaryExam } from '@/lib/testing/canary-exam';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { taughtSittings } from './data';
import { override } from './mark-mutations';
import { releaseResults } from './mutations';
import { instructedSitting, reviewedAttempt, reviewedSitting } from './policy';
import { revisionContent, revisionsPage } from './revisions-data';
import { script } from './script-data';

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

const mark = (changes = {}) => ({
  partId: '1a',
  score: 1.5,
  withdraw: false,
  comment: 'Well seen.',
  reason: 'the other convention is fine',
  seenMarkId: null,
  ...changes,
});

const asGrader = async () => must(await reviewedAttempt(await world.person('GRADER'), attempt.id));

const auditCount = () =>
  db().auditEvent.count({
    where: { subject: `attempt:${attempt.id}`, action: { startsWith: 'mark.' } },
  });

describe('who may review', () => {
  it.each([
    ['GRADER', 'ok', 'ok', 'FORBIDDEN'],
    ['INSTRUCTOR', 'ok', 'ok', 'ok'],
    ['ADMIN', 'ok', 'ok', 'ok'],
    ['STUDENT', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'],
    ['STRANGER', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  ] as const)('%s: script %s, table %s, release %s', async (role, read, table, release) => {
    const person = await world.person(role);
    const outcome = (result: { ok: true } | { ok: false; error: { code: string } }) =>
      result.ok ? 'ok' : result.error.code;
    expect(outcome(await reviewedAttempt(person, attempt.id))).toBe(read);
    expect(outcome(await reviewedSitting(person, world.sittingId))).toBe(table);
    expect(outcome(await taughtCourse(person, world.courseId))).toBe(table);
    expect(outcome(await instructedSitting(person, world.sittingId))).toBe(release);
  });

  it('staff of another course are strangers here', async () => {
    const elsewhere = await (await newWorld()).person('INSTRUCTOR');
    for (const check of [
      reviewedAttempt(elsewhere, attempt.id),
      reviewedSitting(elsewhere, world.sittingId),
      taughtCourse(elsewhere, world.courseId),
      instructedSitting(elsewhere, world.sittingId),
    ]) {
      expect(await check).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect((await taughtCourses(elsewhere)).map(({ id }) => id)).not.toContain(world.courseId);
  });

  it.each(['', 'x', randomUUID(), "'; DROP TABLE mark; --"])('knows no id "%s"', async (id) => {
    const admin = await world.person('ADMIN');
    for (const check of [
      reviewedAttempt(admin, id),
      reviewedSitting(admin, id),
      taughtCourse(admin, id),
      instructedSitting(admin, id),
    ]) {
      expect(await check).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });
});

describe('marking', () => {
  beforeEach(async () => {
    must(await saveAnswer(attempt, '1a', save()));
    await submitAttempt(attempt);
  });

  it('beats the grade, and is on record with who, when and why', async () => {
    const grader = await asGrader();
    must(await override(grader, mark()));
    const [part] = await partScores(attempt.id);
    expect(part).toMatchObject({ score: 1.5, open: 0, mark: { comment: 'Well seen.' } });
    const read = await script(grader);
    expect(read.assignments[0]?.parts[0]?.marks).toMatchObject([
      { score: 1.5, reason: 'the other convention is fine', by: grader.reviewer.name },
    ]);
    expect(read.trail.events[0]).toMatchObject({
      action: 'mark.override',
      actor: grader.reviewer.name,
      says: expect.stringMatching(/^gave .* 1\.5 points for part 1a of /),
      reason: 'the other convention is fine',
    });
  });

  it('a comment alone leaves the score as it was', async () => {
    const grader = await asGrader();
    const { markId } = must(await override(grader, mark()));
    must(await override(grader, mark({ score: null, comment: 'See me.', seenMarkId: markId })));
    const [part] = await partScores(attempt.id);
    expect(part).toMatchObject({ score: 1.5, mark: { score: null, comment: 'See me.' } });
  });

  it('is refused to those who have not seen the latest mark', async () => {
    const { markId } = must(await override(await asGrader(), mark()));
    for (const seenMarkId of [null, randomUUID()]) {
      expect(await override(await asGrader(), mark({ score: 0, seenMarkId }))).toMatchObject({
        error: { code: 'MARKED_MEANWHILE' },
      });
    }
    must(await override(await asGrader(), mark({ score: 2, seenMarkId: markId })));
    expect((await partScores(attempt.id))[0]?.score).toBe(2);
    expect(await auditCount()).toBe(2);
  });

  it('lets one of two at the same moment through, and audits that one only', async () => {
    const graders = await Promise.all([asGrader(), asGrader(), asGrader()]);
    const marked = await Promise.all(graders.map((grader) => override(grader, mark())));
    expect(marked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().mark.count({ where: { attemptId: attempt.id } })).toBe(1);
    expect(await auditCount()).toBe(1);
  });

  it('stores no mark where the audit cannot be written', async () => {
    await db().$executeRawUnsafe(
      "ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (action <> 'mark.override') NOT VALID",
    );
    try {
      await expect(override(await asGrader(), mark())).rejects.toThrow();
    } finally {
      await db().$executeRawUnsafe('ALTER TABLE audit_event DROP CONSTRAINT broken');
    }
    expect(await db().mark.count({ where: { attemptId: attempt.id } })).toBe(0);
  });

  it.each([
    ['more than the part has', { score: 2.25 }, 'INVALID'],
    ['an unknown part', { partId: 'zz' }, 'NOT_FOUND'],
    ['neither score nor comment', { score: null, comment: '' }, 'INVALID'],
  ])('refuses %s', async (_, changes, code) => {
    const refused = await override(await asGrader(), mark(changes));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(await auditCount()).toBe(0);
  });
});

describe('before the submission', () => {
  it('nothing can be marked', async () => {
    const refused = await override(await asGrader(), mark());
    expect(refused).toMatchObject({ error: { code: 'STILL_RUNNING' } });
  });

  it('the script is there to read, with late and conflicting revisions', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    must(await saveAnswer(attempt, '1a', save({ content: { selected: ['a'] } })));
    setClock(70);
    must(await saveAnswer(attempt, '1a', save({ content: {}, base: 1 })));
    const reader = await asGrader();
    const [assignment] = (await script(reader)).assignments;
    expect(assignment?.parts[0]).toMatchObject({
      saves: { all: 3, late: 1, conflict: 1 },
      content: { selected: ['b'] },
    });
    const { rows } = await revisionsPage(reader, { partId: '1a', which: 'all', page: 1 });
    expect(rows).toMatchObject([
      { number: 3, late: true, current: false },
      { number: 2, conflict: true, current: false },
      { number: 1, current: true },
    ]);
    const read = (number: number) => revisionContent(reader, { partId: '1a', number });
    expect(await read(2)).toEqual({ content: { selected: ['a'] }, note: null });
    expect(await read(4)).toBeNull();
  });
});

describe('releasing results', () => {
  const release = async (close: boolean) =>
    releaseResults(
      must(await instructedSitting(await world.person('INSTRUCTOR'), world.sittingId)),
      { close },
    );

  it('waits for those who write and those who may still begin', async () => {
    setClock(1);
    expect(await release(true)).toMatchObject({ error: { code: 'STILL_RUNNING' } });
    await submitAttempt(attempt);
    setClock(20);
    expect(await release(false)).toMatchObject({ error: { code: 'STILL_RUNNING' } });
    must(await release(true));
    const late = must(await ownSitting(await world.person('STUDENT'), world.sittingId));
    expect(await startAttempt(late, null)).toMatchObject({ error: { code: 'NOT_OPEN' } });
  });

  it('happens once, and is on record', async () => {
    await submitAttempt(attempt);
    setClock(181);
    const first = must(await release(false));
    setClock(200);
    expect(must(await release(false))).toEqual(first);
    const events = await db().auditEvent.findMany({
      where: { subject: `sitting:${world.sittingId}`, action: 'results.release' },
    });
    expect(events).toHaveLength(1);
    const sittings = await taughtSittings(
      must(await taughtCourse(await world.person('GRADER'), world.courseId)),
    );
    expect(sittings[0]).toMatchObject({ submitted: 1, running: 0, undecided: 1 });
  });
});

it('totals are exact where floats are not', async () => {
  const exam = { ...canaryExam(`-${randomUUID()}`), roundTo: 0.1 };
  world = await newWorld({ versionId: (await storeExam(exam)).versionId });
  attempt = await world.attempt(await world.person('STUDENT'));
  await submitAttempt(attempt);
  const grader = await asGrader();
  for (const [partId, score] of [
    ['1a', 0.1],
    ['1b', 0.2],
  ] as const) {
    must(await override(grader, mark({ partId, score })));
  }
  expect(totalOf(await partScores(attempt.id))).toMatchObject({ score: 0.3, pending: 1 });
});
