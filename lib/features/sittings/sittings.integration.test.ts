import { beforeEach, describe, expect, it } from 'vitest';
import { lobby, mySittings } from '@/lib/features/attempt/data';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { type OwnAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { instructedCourse } from '@/lib/features/courses/policy';
import { storeVersion } from '@/lib/features/exams/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { canaryExam } from '@/lib/testing/canary-exam';
import { must, newWorld, START, setClock, type World } from '@/lib/testing/world';
import { writtenSitting } from './data';
import { createSittingOf, editSitting } from './mutations';
import { courseSitting } from './policy';
import { previewEdit, previewNew } from './preview-data';
import type { SittingInput } from './schema';
import { archiveSitting, startHeld } from './state-mutations';
import { written } from './testing';

let world: World;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
});

const course = async () => must(await instructedCourse(instructor, world.courseId));
const sitting = async (id = world.sittingId) => must(await courseSitting(instructor, id));

async function create(changes: Partial<SittingInput> = {}): Promise<string> {
  const made = await createSittingOf(await course(), written(world.versionId, changes));
  return must(made).sittingId;
}

async function edit(changes: Partial<SittingInput>, id = world.sittingId) {
  return editSitting(await sitting(id), written(world.versionId, changes));
}

const clock = (at: Date) => at.toISOString().slice(11, 19);
const due = async ({ id }: OwnAttempt) =>
  clock((await db().attempt.findUniqueOrThrow({ where: { id } })).dueAt);

describe('a sitting', () => {
  it('is made of what was written, and written down', async () => {
    const student = await world.person('STUDENT');
    const changes = {
      timeZone: 'Europe/Berlin',
      accessCode: 'gradient',
      candidates: [student.email],
      addressRanges: ['10.0.0.0/8'],
      holds: true,
    };
    const id = await create(changes);
    expect((await writtenSitting(await sitting(id))).values).toEqual(
      written(world.versionId, changes),
    );
    expect(await db().sitting.findUniqueOrThrow({ where: { id } })).toMatchObject({
      opensAt: new Date('2026-02-01T08:00:00Z'),
    });
    const [event] = await db().auditEvent.findMany({ where: { subject: `sitting:${id}` } });
    expect(event).toMatchObject({ action: 'sitting.create', actorId: instructor.id });
    expect(JSON.stringify(event?.detail)).not.toContain('gradient');
  });

  it.each([
    ['closes', { closes: '2026-02-01T09:00' }, /after it opens/],
    ['opens', { opens: '2026-03-29T02:30', timeZone: 'Europe/Berlin' }, /does not come/],
    ['closes', { closes: '2026-10-25T02:30', timeZone: 'Europe/Berlin' }, /comes twice/],
    ['candidates', { candidates: ['nobody@nabla.example'] }, /nobody@nabla.example/],
  ] as const)('says what is wrong with %s', async (field, changes, message) => {
    const input = written(world.versionId, changes as Partial<SittingInput>);
    const refused = { error: { field, message: expect.stringMatching(message) } };
    expect(await createSittingOf(await course(), input)).toMatchObject(refused);
    expect(await previewNew(await course(), input)).toMatchObject(refused);
  });

  it('offers published versions only, of the own library or the server’s', async () => {
    const other = await newWorld();
    const exam = { ...canaryExam(), title: `Of the course ${other.courseId}` };
    for (const courseId of [world.courseId, other.courseId]) {
      const { versionId } = await db().$transaction((tx) => storeVersion(tx, exam, courseId));
      const input = written(versionId);
      expect(await createSittingOf(await course(), input)).toMatchObject({
        error: { field: 'versionId' },
      });
      await db().publication.create({ data: { versionId, at: START } });
      expect((await createSittingOf(await course(), input)).ok).toBe(courseId === world.courseId);
    }
  });

  it('for a list is there for those on it, and for who has begun', async () => {
    const [listed, other] = [await world.person('STUDENT'), await world.person('STUDENT')];
    const id = await create({ candidates: [listed.email] });
    const sees = async (student: SignedInPerson) =>
      (await mySittings(student)).some((each) => each.id === id);
    expect([await sees(listed), await sees(other)]).toEqual([true, false]);
    expect((await ownSitting(other, id)).ok).toBe(false);
    must(await startAttempt(must(await ownSitting(listed, id)), null));
    must(await edit({ candidates: [other.email] }, id));
    expect([await sees(listed), await sees(other)]).toEqual([true, true]);
  });
});

describe('a sitting that runs', () => {
  it('is changed together with the ends of those who write, who are named before', async () => {
    const attempt = await world.attempt(await world.person('STUDENT'));
    expect(await due(attempt)).toBe('10:00:00');
    const changes = { minutes: 75, givenMinutes: 5 };
    const preview = must(await previewEdit(await sitting(), written(world.versionId, changes)));
    expect(preview.moved).toMatchObject([
      { name: 'A student', before: 'Sun 1 Feb, 10:00', after: 'Sun 1 Feb, 10:20' },
    ]);
    expect(preview.summary).toContain('75 minutes and 5 given to everybody');
    expect(await due(attempt)).toBe('10:00:00');
    expect(must(await edit(changes)).moved).toHaveLength(1);
    expect(await due(attempt)).toBe('10:20:00');
    const jobs = await db().$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE key = 'sweep:2026-02-01T10:20:31.000Z'`;
    expect(jobs).toHaveLength(1);
  });

  it('warns where the window cuts somebody, and ends nobody before this moment', async () => {
    const attempt = await world.attempt(await world.person('STUDENT'));
    setClock(45);
    const changes = { closes: '2026-02-01T09:30' };
    const preview = must(await previewEdit(await sitting(), written(world.versionId, changes)));
    expect(preview.warnings.join()).toContain('before the minutes are over of: A student');
    must(await edit(changes));
    expect(await due(attempt)).toBe('09:45:00');
    must(await edit({}));
    expect(await due(attempt)).toBe('10:00:00');
  });

  it('keeps its exam and mode, and what was handed in', async () => {
    const attempt = await world.attempt(await world.person('STUDENT'));
    expect(await edit({ mode: 'PRACTICE' })).toMatchObject({ error: { field: 'mode' } });
    await submitAttempt(attempt);
    expect(must(await edit({ minutes: 90 })).moved).toEqual([]);
    expect(await due(attempt)).toBe('10:00:00');
  });

  it('and somebody who begins at the same moment end up with the same times', async () => {
    for (let round = 0; round < 4; round++) {
      const minutes = 61 + round;
      const student = await world.person('STUDENT');
      const [attempt] = await Promise.all([world.attempt(student), edit({ minutes })]);
      expect(await due(attempt)).toBe(`10:0${minutes - 60}:00`);
    }
  });
});

describe('a sitting that holds', () => {
  it('lets nobody begin before staff start it, within its window', async () => {
    const id = await create({ holds: true, opens: '2026-02-01T09:10' });
    const student = await world.person('STUDENT');
    const own = must(await ownSitting(student, id));
    expect(await startHeld(await sitting(id))).toMatchObject({ error: { code: 'NOT_OPEN' } });
    setClock(15);
    expect(await lobby(own)).toMatchObject({ isHeld: true, window: 'open' });
    expect(await startAttempt(own, null)).toMatchObject({ error: { code: 'NOT_OPEN' } });
    must(await startHeld(await sitting(id)));
    must(await startHeld(await sitting(id)));
    expect(await lobby(own)).toMatchObject({ isHeld: false });
    setClock(16);
    must(await startAttempt(own, null));
    expect(await startHeld(await sitting())).toMatchObject({ error: { code: 'INVALID' } });
  });
});

it('is archived once nobody writes; who has begun it keeps it', async () => {
  const [student, other] = [await world.person('STUDENT'), await world.person('STUDENT')];
  const attempt = await world.attempt(student);
  expect(await archiveSitting(await sitting(), true)).toMatchObject({
    error: { code: 'STILL_RUNNING' },
  });
  await submitAttempt(attempt);
  const own = must(await ownSitting(other, world.sittingId));
  must(await archiveSitting(await sitting(), true));
  expect(await startAttempt(own, null)).toMatchObject({ error: { code: 'NOT_OPEN' } });
  expect([(await mySittings(student)).length, (await mySittings(other)).length]).toEqual([1, 0]);
  must(await archiveSitting(await sitting(), false));
  must(await startAttempt(own, null));
});

it('is run by instructors of its course and admins alone', async () => {
  const other = await (await newWorld()).person('INSTRUCTOR');
  const people = {
    STUDENT: await world.person('STUDENT'),
    GRADER: await world.person('GRADER'),
    STRANGER: await world.person('STRANGER'),
    OTHER: other,
    ADMIN: await world.person('ADMIN'),
    INSTRUCTOR: instructor,
  };
  for (const [role, person] of Object.entries(people)) {
    const may = role === 'ADMIN' || role === 'INSTRUCTOR';
    expect((await courseSitting(person, world.sittingId)).ok, role).toBe(may);
    expect((await instructedCourse(person, world.courseId)).ok, role).toBe(may);
  }
  expect((await courseSitting(instructor, 'x')).ok).toBe(false);
});
