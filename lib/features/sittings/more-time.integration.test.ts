import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { noticesOf } from '@/lib/features/notices/news-data';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { must, newWorld, setClock, type World } from '@/lib/testing/world';
import { giveMore } from './accommodation-mutations';
import { courseSitting } from './policy';
import { previewMore } from './preview-data';
import { giveMoreTimeSchema } from './schema';

/** Two who write until 10:00, of whom the first has ten minutes more. */

let world: World;
let first: SignedInPerson;
let second: SignedInPerson;
let instructor: SignedInPerson;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  [first, second] = [await world.person('STUDENT'), await world.person('STUDENT')];
  instructor = await world.person('INSTRUCTOR');
  const { courseId } = world;
  await db().courseAccommodation.create({
    data: { courseId, personId: first.id, extraMinutes: 10, reason: 'decree' },
  });
  attempt = await world.attempt(first);
  await world.attempt(second);
  setClock(20);
});

const sitting = async () => must(await courseSitting(instructor, world.sittingId));
const ends = async () => {
  const attempts = await db().attempt.findMany({
    where: { sittingId: world.sittingId },
    orderBy: { startedAt: 'asc' },
  });
  const of = ({ id }: SignedInPerson) => attempts.find(({ personId }) => personId === id)?.dueAt;
  return [first, second].map((person) => of(person)?.toISOString().slice(11, 16));
};
const reason = 'a power cut';

describe('minutes more', () => {
  it('come on top for some, of what they are granted and were given', async () => {
    expect(await ends()).toEqual(['10:10', '10:00']);
    const some = { personIds: [first.id], minutes: 5, reason };
    const preview = await previewMore(await sitting(), some);
    expect(preview.moved).toMatchObject([
      { name: first.name, before: 'Sun 1 Feb, 11:10', after: 'Sun 1 Feb, 11:15' },
    ]);
    expect(await ends()).toEqual(['10:10', '10:00']);
    must(await giveMore(await sitting(), some));
    must(await giveMore(await sitting(), some));
    expect(await ends()).toEqual(['10:20', '10:00']);
    expect((await noticesOf(attempt)).notices).toMatchObject([{ kind: 'TIME' }, { kind: 'TIME' }]);
  });

  it('come on top for everybody, those who begin later as well', async () => {
    const all = { personIds: null, minutes: 5, reason };
    expect((await previewMore(await sitting(), all)).moved).toHaveLength(2);
    must(await giveMore(await sitting(), { personIds: [second.id], minutes: 2, reason }));
    must(await giveMore(await sitting(), all));
    expect(await ends()).toEqual(['10:15', '10:07']);
    const third = await world.person('STUDENT');
    const { id } = await world.attempt(third);
    expect(await db().attempt.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueAt: new Date('2026-02-01T10:25:00Z'),
    });
  });

  it('given by two at the same time are both given', async () => {
    const some = { personIds: [first.id, second.id], minutes: 5, reason };
    for (const given of await Promise.all([
      giveMore(await sitting(), some),
      giveMore(await sitting(), some),
    ]))
      must(given);
    expect(await ends()).toEqual(['10:20', '10:10']);
  });

  it('say whose minutes the window would cut, and move nobody who has handed in', async () => {
    await db().sitting.update({
      where: { id: world.sittingId },
      data: { closesAt: new Date('2026-02-01T09:30:00Z') },
    });
    const all = { personIds: null, minutes: 5, reason };
    expect((await previewMore(await sitting(), all)).warnings).toHaveLength(1);
  });

  it('are on record of each, with the reason', async () => {
    const some = { personIds: [first.id, second.id], minutes: 5, reason };
    must(await giveMore(await sitting(), some));
    must(await giveMore(await sitting(), { ...some, personIds: null }));
    const events = await db().auditEvent.findMany({
      where: { courseId: world.courseId, action: { startsWith: 'time.give' } },
    });
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(
      [`person:${first.id}`, `person:${second.id}`, `sitting:${world.sittingId}`].toSorted(),
    );
    for (const { detail, actorId } of events)
      expect({ detail, actorId }).toMatchObject({ actorId: instructor.id, detail: { reason } });
  });

  it('are for students of the course, by its instructors, a minute at least', async () => {
    const stranger = await world.person('STRANGER');
    const some = { personIds: [first.id, stranger.id], minutes: 5, reason };
    expect(await giveMore(await sitting(), some)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await ends()).toEqual(['10:10', '10:00']);
    for (const role of ['GRADER', 'STUDENT', 'STRANGER'] as const)
      expect(await courseSitting(await world.person(role), world.sittingId)).toMatchObject({
        ok: false,
      });
    const input = { sittingId: world.sittingId, personIds: [first.id], minutes: 5, reason };
    for (const wrong of [{ minutes: 0 }, { minutes: -5 }, { personIds: [] }, { reason: ' ' }])
      expect(giveMoreTimeSchema.safeParse({ ...input, ...wrong }).success).toBe(false);
  });
});
