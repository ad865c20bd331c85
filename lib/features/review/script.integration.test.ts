import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, setClock, type World } from '@/lib/testing/world';
import { override } from './mark-mutations';
import { type ReviewedAttempt, reviewedAttempt } from './policy';
import { REVISIONS_A_PAGE, revisionContent, revisionsPage } from './revisions-data';
import { type TableQuery, tableAddress, tableQuerySchema } from './schema';
import { EVENTS_A_PAGE, script } from './script-data';
import { placeInTable } from './table-data';

/** What a script page is sent, and the way from one script to the next. */

let world: World;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
});

const reviewed = async (id = attempt.id): Promise<ReviewedAttempt> =>
  must(await reviewedAttempt(await world.person('GRADER'), id));

const MANY = 200;

/** Saves as a student makes them who fills the disk: many, large, late and in conflict. */
async function manySaves(): Promise<void> {
  must(await saveAnswer(attempt, '2', save({ content: { text: 'What counts.' } })));
  const text = 'x'.repeat(5000);
  await db().revision.createMany({
    data: Array.from({ length: MANY }, (_, index) => ({
      attemptId: attempt.id,
      versionId: world.versionId,
      partId: '2',
      number: index + 2,
      base: 1,
      clientId: randomUUID(),
      idempotencyKey: randomUUID(),
      content: { text: `${index} ${text}` },
      note: null,
      empty: false,
      savedAt: START,
      late: index % 4 === 0,
      conflict: index % 4 !== 0,
    })),
  });
}

describe('a script with many saves', () => {
  it('is sent without them, as small as one with a single save', async () => {
    must(await saveAnswer(attempt, '1a', save()));
    const before = JSON.stringify(await script(await reviewed())).length;
    await manySaves();
    const after = await script(await reviewed());
    expect(after.assignments[1]?.parts[0]).toMatchObject({
      content: { text: 'What counts.' },
      saves: { all: MANY + 1, late: MANY / 4, conflict: (3 * MANY) / 4 },
    });
    expect(JSON.stringify(after).length - before).toBeLessThan(200);
  });

  it('has them page by page, each once, and each by itself', async () => {
    await manySaves();
    const reader = await reviewed();
    const numbers: number[] = [];
    for (let page = 1; ; page++) {
      const read = await revisionsPage(reader, { partId: '2', which: 'all', page });
      expect(read.rows.length).toBeLessThanOrEqual(REVISIONS_A_PAGE);
      expect(JSON.stringify(read).length).toBeLessThan(2000);
      numbers.push(...read.rows.map(({ number }) => number));
      if (page === read.pages) break;
    }
    expect(numbers).toEqual(Array.from({ length: MANY + 1 }, (_, index) => MANY + 1 - index));
    const content = await revisionContent(reader, { partId: '2', number: 7 });
    expect(JSON.stringify(content)).toContain('5 xxx');
  });

  it.each([
    ['late', MANY / 4],
    ['conflict', (3 * MANY) / 4],
  ] as const)('has those that are %s alone', async (which, count) => {
    await manySaves();
    const { rows, pages } = await revisionsPage(await reviewed(), { partId: '2', which, page: 1 });
    expect(pages).toBe(Math.ceil(count / REVISIONS_A_PAGE));
    expect(rows.every((row) => row[which] && !row.current)).toBe(true);
  });

  it('has a last page, and nothing behind it', async () => {
    await manySaves();
    const query = { partId: '2', which: 'all', page: 10_000 } as const;
    expect((await revisionsPage(await reviewed(), query)).page).toBe(
      Math.ceil((MANY + 1) / REVISIONS_A_PAGE),
    );
  });

  it('shows nothing of another attempt', async () => {
    await manySaves();
    const other = await reviewed((await world.attempt(await world.person('STUDENT'))).id);
    expect((await revisionsPage(other, { partId: '2', which: 'all', page: 1 })).rows).toEqual([]);
    expect(await revisionContent(other, { partId: '2', number: 7 })).toBeNull();
  });
});

it('the audit trail comes in pages, newest first', async () => {
  await db().auditEvent.createMany({
    data: Array.from({ length: 45 }, (_, index) => ({
      actorId: null,
      action: 'question.ask',
      courseId: world.courseId,
      subject: `attempt:${attempt.id}`,
      detail: { index },
      at: new Date(START.getTime() + 1000 * (index + 1)),
    })),
  });
  const reader = await reviewed();
  const first = (await script(reader)).trail;
  expect(first.events).toHaveLength(EVENTS_A_PAGE);
  expect(first).toMatchObject({ page: 1, pages: 3 });
  expect(first.events[0]?.at).toBe(new Date(START.getTime() + 45_000).toISOString());
  expect((await script(reader, 99)).trail).toMatchObject({ page: 3 });
});

describe('the scripts before and behind', () => {
  const query = (changes: Partial<TableQuery> = {}) => tableQuerySchema.parse(changes);

  /** Four scripts in the order of names: submitted, running, submitted, submitted. */
  async function four(): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, name] of ['Anna', 'Bela', 'Cleo', 'Dora'].entries()) {
      const person = await world.person('STUDENT');
      await db().person.update({ where: { id: person.id }, data: { name } });
      const own = await world.attempt(person);
      if (index !== 1) await submitAttempt(own);
      ids.push(own.id);
    }
    // The one of the other tests, named "A student", is not among them.
    await submitAttempt(attempt);
    return ids;
  }

  it('follow the order of the table', async () => {
    const [anna, bela, cleo, dora] = await four();
    const place = async (id = '', changes: Partial<TableQuery> = {}) =>
      placeInTable(await reviewed(id), query(changes));
    expect(await place(anna)).toEqual({
      previousId: attempt.id,
      nextId: bela,
      position: 2,
      total: 5,
    });
    expect(await place(dora)).toMatchObject({ previousId: cleo, nextId: null, position: 5 });
    expect(await place(bela, { direction: 'desc' })).toMatchObject({
      previousId: cleo,
      nextId: anna,
    });
  });

  it('are those of the filter', async () => {
    const [, bela, cleo, dora] = await four();
    const place = await placeInTable(await reviewed(cleo), query({ state: 'grading' }));
    expect(place).toMatchObject({ nextId: dora, total: 4 });
    expect(place.previousId).not.toBe(bela);
    const searched = await placeInTable(await reviewed(cleo), query({ search: 'cleo' }));
    expect(searched).toEqual({ previousId: null, nextId: null, position: 1, total: 1 });
  });

  it('stay where they were when a script leaves the filter', async () => {
    const [anna, , cleo, dora] = await four();
    const waiting = query({ state: 'grading' });
    for (const partId of ['1a', '1b', '2'])
      must(
        await override(await reviewed(cleo), {
          partId,
          score: 0,
          withdraw: false,
          comment: '',
          reason: 'empty',
          seenMarkId: null,
        }),
      );
    expect(await placeInTable(await reviewed(cleo), waiting)).toMatchObject({
      previousId: anna,
      nextId: dora,
    });
  });

  it('the filter travels in the address, as short as it is', () => {
    expect(tableAddress(query())).toBe('');
    const asked = query({ state: 'review', search: 'a&b =ü', page: 3 });
    const read = Object.fromEntries(new URLSearchParams(tableAddress(asked)));
    expect(tableQuerySchema.parse(read)).toEqual(asked);
  });
});
