import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import type { OwnAttempt } from './policy';
import { saveAnswer } from './save-mutations';
import { submitAttempt, sweepOverdue } from './submit-mutations';

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

const write = (text: string, base: number) =>
  saveAnswer(attempt, '2', save({ content: { text }, base }));

async function stored(): Promise<number> {
  return db().revision.count({ where: { attemptId: attempt.id } });
}

describe('one person', () => {
  it('saves as often as an honest room does, and not without end', async () => {
    let base = 0;
    for (; base < 240; base++) must(await write(`${base}`, base));
    expect(await write('more', base)).toMatchObject({ error: { code: 'TOO_MUCH' } });
    expect(await write('conflict', 0)).toMatchObject({ error: { code: 'TOO_MUCH' } });
    expect(await stored()).toBe(240);
    setClock(1.01);
    expect(must(await write('more', base))).toMatchObject({ kind: 'saved' });
  }, 120_000);

  it('does not fill the disk, also not with conflicts, and harms nobody else', async () => {
    must(await write('x'.repeat(19_000), 0));
    const { personId } = attempt;
    const { dayBytes } = await db().saveUsage.findUniqueOrThrow({ where: { personId } });
    expect(dayBytes).toBeGreaterThan(19_000n);
    // What the next hours of a script that saves without a pause come to.
    await db().saveUsage.update({ where: { personId }, data: { dayBytes: 64 * 1024 * 1024 } });
    expect(await write('more', 1)).toMatchObject({ error: { code: 'TOO_MUCH' } });
    expect(await write('conflict', 0)).toMatchObject({ error: { code: 'TOO_MUCH' } });
    expect(await stored()).toBe(1);
    const other = await world.attempt(await world.person('STUDENT'));
    expect(must(await saveAnswer(other, '1a', save()))).toMatchObject({ kind: 'saved' });
  });
});

describe('after the deadline', () => {
  it('late saves are kept until the release, and not after it', async () => {
    setClock(61);
    await sweepOverdue();
    expect(must(await write('late', 0))).toMatchObject({ kind: 'late' });
    await db().sitting.update({
      where: { id: world.sittingId },
      data: { releasedAt: new Date('2026-02-01T10:02:00Z') },
    });
    setClock(63);
    expect(await write('later', 0)).toMatchObject({ error: { code: 'ALREADY_SUBMITTED' } });
    expect(await stored()).toBe(1);
  });
});

describe('an idempotency key', () => {
  it('is refused with another body, and answers the same one for ever', async () => {
    const body = save({ content: { text: 'one' } });
    const first = must(await saveAnswer(attempt, '2', body));
    const other = { ...body, content: { text: 'two' } };
    expect(await saveAnswer(attempt, '2', other)).toMatchObject({ error: { code: 'KEY_REUSED' } });
    const noted = { ...body, note: 'a note' };
    expect(await saveAnswer(attempt, '2', noted)).toMatchObject({ error: { code: 'KEY_REUSED' } });
    await submitAttempt(attempt);
    expect(must(await saveAnswer(attempt, '2', body))).toEqual(first);
  });
});

it.each(['\0', 'a\0b', '\ud83d'])('the part %j does not exist', async (part) => {
  expect(await saveAnswer(attempt, part, save())).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
