import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { isSigned } from '@/lib/server/receipts';
import { must, newWorld, save, setClock } from '@/lib/testing/world';
import type { OwnAttempt } from './policy';
import { attemptState } from './room-data';
import { saveAnswer } from './save-mutations';
import { submitAttempt, sweepOverdue } from './submit-mutations';

let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  const world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

async function stored(partId = '1a') {
  return db().revision.findMany({
    where: { attemptId: attempt.id, partId },
    orderBy: { number: 'asc' },
  });
}

describe('saving an answer', () => {
  it('appends a revision each time and signs it', async () => {
    const first = must(await saveAnswer(attempt, '1a', save()));
    expect(first).toMatchObject({ kind: 'saved', revision: 1 });
    const second = must(
      await saveAnswer(attempt, '1a', save({ base: 1, content: { selected: ['a'] } })),
    );
    expect(second).toMatchObject({ kind: 'saved', revision: 2 });
    expect(await stored()).toMatchObject([
      { number: 1, base: 0, content: { selected: ['b'] }, late: false, conflict: false },
      { number: 2, base: 1, content: { selected: ['a'] } },
    ]);
    if (first.kind !== 'saved') throw new Error('not saved');
    const { signature, ...fact } = first.receipt;
    expect(isSigned(fact, signature)).toBe(true);
    expect(isSigned({ ...fact, revision: 2 }, signature)).toBe(false);
  });

  it('answers the same key with the same revision, however often and whenever it comes', async () => {
    const body = save();
    const first = must(await saveAnswer(attempt, '1a', body));
    setClock(10);
    const again = await Promise.all([1, 2, 3].map(() => saveAnswer(attempt, '1a', body)));
    await submitAttempt(attempt);
    const after = await saveAnswer(attempt, '1a', body);
    for (const reply of [...again, after]) expect(must(reply)).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it('refuses a key that was used for another part', async () => {
    const body = save();
    must(await saveAnswer(attempt, '1a', body));
    const other = await saveAnswer(attempt, '2', { ...body, content: { text: 'x' } });
    expect(other).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
  });

  it('gives tabs that save at the same moment numbers of their own', async () => {
    const saves = Array.from({ length: 8 }, () => saveAnswer(attempt, '1a', save()));
    await Promise.all(saves);
    expect((await stored()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('keeps note and content apart and empties them on request', async () => {
    must(await saveAnswer(attempt, '1a', save({ note: 'see paper' })));
    must(await saveAnswer(attempt, '1a', save({ base: 1, content: {}, note: '' })));
    expect(await stored()).toMatchObject([
      { note: 'see paper', empty: false },
      { content: {}, note: null, empty: true },
    ]);
  });

  it.each([
    ['an unknown option', '1a', { selected: ['z'] }, 'INVALID'],
    ['an unknown field', '1a', { selected: ['b'], score: 3 }, 'INVALID'],
    ['the shape of another kind', '1a', { text: 'b' }, 'INVALID'],
    ['a note within the content', '1a', { selected: ['b'], note: 'x' }, 'INVALID'],
    ['an unknown part', '9z', { selected: ['b'] }, 'NOT_FOUND'],
  ])('refuses %s and stores nothing', async (_, partId, content, code) => {
    const refused = await saveAnswer(attempt, partId, save({ content }));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(await db().revision.count({ where: { attemptId: attempt.id } })).toBe(0);
  });
});

describe('two tabs', () => {
  it('keeps a save that did not build on the latest, and shows the other one', async () => {
    must(await saveAnswer(attempt, '1a', save({ note: 'of the first tab' })));
    const body = save({ content: { selected: ['a'] } });
    const second = must(await saveAnswer(attempt, '1a', body));
    expect(second).toEqual({
      kind: 'conflict',
      theirs: { content: { selected: ['b'] }, note: 'of the first tab', revision: 1 },
    });
    expect(must(await saveAnswer(attempt, '1a', body))).toEqual(second);
    expect(await stored()).toMatchObject([{ conflict: false }, { conflict: true }]);
    expect((await attemptState(attempt)).answers['1a']).toMatchObject({ revision: 1 });
  });

  it('takes the choice that was made knowing both', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    must(await saveAnswer(attempt, '1a', save({ content: { selected: ['a'] } })));
    const chosen = save({ base: 1, content: { selected: ['a'] } });
    expect(must(await saveAnswer(attempt, '1a', chosen))).toMatchObject({
      kind: 'saved',
      revision: 3,
    });
    expect((await attemptState(attempt)).answers['1a']).toMatchObject({
      content: { selected: ['a'] },
      revision: 3,
    });
  });

  it('sees no conflict in the same answer written twice', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    expect(must(await saveAnswer(attempt, '1a', save()))).toMatchObject({ kind: 'saved' });
  });

  it('sees no conflict with drafts of the same writer whose replies got lost', async () => {
    const lost = save({ content: { selected: ['a'] } });
    must(await saveAnswer(attempt, '1a', lost));
    const next = save({ supersedes: [lost.idempotencyKey] });
    expect(must(await saveAnswer(attempt, '1a', next))).toMatchObject({ kind: 'saved' });
    const stranger = save({ content: {}, supersedes: [lost.idempotencyKey, randomUUID()] });
    expect(must(await saveAnswer(attempt, '1a', stranger))).toMatchObject({ kind: 'conflict' });
  });

  it('refuses a base that does not exist', async () => {
    const refused = await saveAnswer(attempt, '1a', save({ base: 7 }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });
});

describe('the end', () => {
  it('takes saves within the grace', async () => {
    setClock(60.5);
    expect(must(await saveAnswer(attempt, '1a', save()))).toMatchObject({ kind: 'saved' });
  });

  it('keeps what comes after the grace as late, before and after the sweeper', async () => {
    setClock(60.51);
    expect(must(await saveAnswer(attempt, '1a', save()))).toMatchObject({ kind: 'late' });
    await sweepOverdue();
    setClock(90);
    const after = save({ content: { selected: ['a'] }, base: 1 });
    expect(must(await saveAnswer(attempt, '1a', after))).toMatchObject({ kind: 'late' });
    expect(await stored()).toMatchObject([{ late: true }, { late: true }]);
    expect((await attemptState(attempt)).answers).toEqual({});
  });

  it('refuses saves after the student submitted, also late ones', async () => {
    await submitAttempt(attempt);
    for (const minutes of [1, 90]) {
      setClock(minutes);
      const refused = await saveAnswer(attempt, '1a', save());
      expect(refused).toMatchObject({ ok: false, error: { code: 'ALREADY_SUBMITTED' } });
    }
    expect(await stored()).toEqual([]);
  });

  it('lets no save slip in behind a submission', async () => {
    const racing = Array.from({ length: 6 }, (_, index) =>
      index === 3 ? submitAttempt(attempt) : saveAnswer(attempt, '1a', save()),
    );
    await Promise.all(racing);
    const receipt = await submitAttempt(attempt);
    const current = (await stored()).filter(({ conflict }) => !conflict).at(-1);
    expect(receipt.answers.find(({ partId }) => partId === '1a')?.revision).toBe(
      current?.number ?? 0,
    );
  });
});
