import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { partScores } from '@/lib/features/grading/data';
import { Grader } from '@/lib/features/grading/grader';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, setClock, type World } from '@/lib/testing/world';
import { override } from './mark-mutations';
import { releaseResults } from './mutations';
import {
  instructedSitting,
  type ReviewedAttempt,
  reviewedAttempt,
  reviewedSitting,
} from './policy';
import { markSchema, tableQuerySchema } from './schema';
import { script } from './script-data';
import { attemptsTable } from './table-data';

/** Marks beside the machine's grades: part 1a is right with 2 points, 2 waits for a person with 3. */

const grader = new Grader({ ms: 20_000, heapMb: 256 });
afterAll(() => grader.close());

let world: World;
let attempt: OwnAttempt;
let staff: ReviewedAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
  must(await saveAnswer(attempt, '1a', save({ content: { selected: ['b'] } })));
  must(await saveAnswer(attempt, '2', save({ content: { text: 'What I think.' } })));
  await submitAttempt(attempt);
  await gradeAttempt(attempt.id, grader);
  staff = must(await reviewedAttempt(await world.person('GRADER'), attempt.id));
});

const mark = (changes: object) => {
  const empty = { score: null, withdraw: false, comment: '', seenMarkId: null };
  const base = { attemptId: attempt.id, partId: '2', reason: 'seen', ...empty };
  const { attemptId: _, ...input } = markSchema.parse({ ...base, ...changes });
  return override(staff, input);
};
const part = async (partId = '2') => {
  const scored = (await partScores(attempt.id)).find((each) => each.partId === partId);
  if (!scored) throw new Error(partId);
  return scored;
};
const events = async () =>
  (
    await db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}`, action: { startsWith: 'mark.' } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
  ).map(({ action, detail }) => ({ action, detail }));
const waiting = async () => {
  const sitting = must(await reviewedSitting(staff.reviewer, world.sittingId));
  const table = await attemptsTable(sitting, tableQuerySchema.parse({ state: 'review' }));
  return table.rows.map(({ id }) => id);
};

describe('a comment alone', () => {
  it('changes no score, and the part goes on waiting for a person', async () => {
    must(await mark({ comment: 'See me.' }));
    expect(await part()).toMatchObject({
      score: 0,
      open: 3,
      verdict: 'review',
      decided: false,
      mark: { score: null, comment: 'See me.' },
    });
    expect(await waiting()).toEqual([attempt.id]);
  });

  it('of a part with a machine’s score leaves that', async () => {
    must(await mark({ partId: '1a', comment: 'Well done.' }));
    expect(await part('1a')).toMatchObject({ score: 2, open: 0, decided: false });
    expect(await events()).toMatchObject([
      { action: 'mark.comment', detail: { score: null, before: { score: 2, by: 'machine' } } },
    ]);
  });
});

describe('a score of a person', () => {
  it('is on record beside the machine’s', async () => {
    const { markId } = must(await mark({ partId: '1a', score: 1 }));
    must(await mark({ partId: '1a', score: 1.5, seenMarkId: markId }));
    expect(await part('1a')).toMatchObject({ score: 1.5, decided: true });
    expect((await events()).map(({ detail }) => detail)).toMatchObject([
      { before: { score: 2, by: 'machine', machine: 2 } },
      { before: { score: 1, by: 'person', machine: 2 } },
    ]);
  });

  it('is stored whatever is in its words', async () => {
    const half = '😭'.slice(0, 1);
    must(await mark({ score: 3, comment: `cut ${half}`, reason: `nul ${String.fromCharCode(0)}` }));
    expect((await part()).mark?.comment).toBe('cut \ufffd');
  });

  it('decides what waited', async () => {
    must(await mark({ score: 2.25 }));
    expect(await part()).toMatchObject({ score: 2.25, open: 0, decided: true });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    [0.1, 'INVALID'],
    [2.9, 'INVALID'],
    [1 / 3, 'INVALID'],
    [0.25, 'ok'],
    [0, 'ok'],
    [3, 'ok'],
  ])('of %d keeps to the steps of the exam: %s', async (score, outcome) => {
    const marked = await mark({ score });
    expect(marked.ok ? 'ok' : marked.error.code).toBe(outcome);
    if (!marked.ok) expect(marked.error.message).toContain('steps of 0.25');
  });
});

describe('the withdrawal of a score', () => {
  it('gives the machine’s back, and is on record', async () => {
    const { markId } = must(await mark({ score: 1, comment: 'One point.' }));
    must(await mark({ withdraw: true, reason: 'the wrong script', seenMarkId: markId }));
    expect(await part()).toMatchObject({ score: 0, open: 3, verdict: 'review', decided: false });
    expect(await waiting()).toEqual([attempt.id]);
    const [, { action, detail } = { action: '', detail: null }] = await events();
    expect(action).toBe('mark.withdraw');
    expect(detail).toMatchObject({
      before: { score: 1, by: 'person' },
      reason: 'the wrong script',
    });
    const { assignments } = await script(staff);
    const marks = assignments[1]?.parts[0]?.marks;
    expect(marks?.map(({ score, withdraws }) => ({ score, withdraws }))).toEqual([
      { score: null, withdraws: true },
      { score: 1, withdraws: false },
    ]);
  });

  it('lets a score be set again, and again be withdrawn', async () => {
    const first = must(await mark({ score: 1 }));
    const second = must(await mark({ withdraw: true, seenMarkId: first.markId }));
    const third = must(await mark({ score: 2, seenMarkId: second.markId }));
    expect(await part()).toMatchObject({ score: 2, decided: true });
    const fourth = must(await mark({ comment: 'Still.', seenMarkId: third.markId }));
    expect(await part()).toMatchObject({ score: 2, decided: true });
    must(await mark({ withdraw: true, seenMarkId: fourth.markId }));
    expect(await part()).toMatchObject({ score: 0, decided: false });
  });

  it.each([
    ['where there is none', { withdraw: true }],
    ['together with a score', { withdraw: true, score: 1 }],
  ])('is refused %s', async (_, changes) => {
    expect(await mark(changes)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(await db().mark.count({ where: { attemptId: attempt.id } })).toBe(0);
  });

  it('is refused where it was withdrawn already', async () => {
    const first = must(await mark({ score: 1 }));
    const second = must(await mark({ withdraw: true, seenMarkId: first.markId }));
    const again = await mark({ withdraw: true, seenMarkId: second.markId });
    expect(again).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it('is held by the database too', async () => {
    const { versionId } = await db().attempt.findUniqueOrThrow({ where: { id: attempt.id } });
    const byId = staff.reviewer.id;
    const row = { attemptId: attempt.id, versionId, partId: '2', points: 2, byId, reason: 'r' };
    const at = START;
    await expect(
      db().mark.create({ data: { ...row, at, score: 1, withdraws: true, comment: '' } }),
    ).rejects.toThrow(/mark_withdraws_check/);
    await expect(db().mark.create({ data: { ...row, at, comment: ' ' } })).rejects.toThrow(
      /mark_content_check/,
    );
    const comment = 'c';
    await expect(db().mark.create({ data: { ...row, at, comment, score: 2.25 } })).rejects.toThrow(
      /mark_points_check/,
    );
    await expect(db().mark.create({ data: { ...row, at, comment, partId: '9' } })).rejects.toThrow(
      /mark_version_id_part_id_fkey/,
    );
    // A mark follows marks of its own part only.
    const first = await db().mark.create({ data: { ...row, at, comment } });
    const other = { ...row, at, comment, partId: '1a', previousId: first.id };
    await expect(db().mark.create({ data: other })).rejects.toThrow(
      /mark_attempt_id_part_id_previous_id_fkey/,
    );
  });
});

describe('what the student sees', () => {
  const visible = async () => {
    setClock(181);
    const instructor = await world.person('INSTRUCTOR');
    must(
      await releaseResults(must(await instructedSitting(instructor, world.sittingId)), {
        close: false,
      }),
    );
    const released = await result(attempt);
    if (released.state !== 'shown') throw new Error(released.state);
    return released.assignments[1]?.parts[0];
  };

  it('says that a person decided only where one did', async () => {
    must(await mark({ comment: 'See me.' }));
    expect(await visible()).toMatchObject({ decided: false, mark: { comment: 'See me.' } });
  });

  it('says so with the score', async () => {
    must(await mark({ score: 3 }));
    expect(await visible()).toMatchObject({ decided: true, score: 3, open: 0 });
  });
});
