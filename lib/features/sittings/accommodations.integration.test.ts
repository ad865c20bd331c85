import { beforeEach, describe, expect, it } from 'vitest';
import { lobby, mySittings } from '@/lib/features/attempt/data';
import { ownSitting } from '@/lib/features/attempt/policy';
import { instructedCourse } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { must, newWorld, setClock, type World } from '@/lib/testing/world';
import { accommodationsOf, writersOf } from './accommodation-data';
import {
  accommodateInCourse,
  accommodateInSitting,
  dropFromCourse,
  dropFromSitting,
  giveTime,
} from './accommodation-mutations';
import { courseSitting } from './policy';
import { previewEdit } from './preview-data';
import { written } from './testing';

let world: World;
let instructor: SignedInPerson;
let student: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
  student = await world.person('STUDENT');
});

const course = async () => must(await instructedCourse(instructor, world.courseId));
const sitting = async () => must(await courseSitting(instructor, world.sittingId));
const grant = (changes: object = {}) => ({
  personIds: [student.id],
  factor: 1.5,
  extraMinutes: 0,
  reason: 'decree',
  ...changes,
});
const minutes = async () => (await mySittings(student))[0]?.minutes;

describe('more time of the course', () => {
  it('counts in the lobby, at the start and in attempts that run, until it is dropped', async () => {
    must(await accommodateInCourse(await course(), grant()));
    expect(await minutes()).toBe(90);
    const own = must(await ownSitting(student, world.sittingId));
    expect((await lobby(own)).dueIfStartedNow).toEqual(new Date('2026-02-01T10:30:00Z'));
    const attempt = await world.attempt(student);
    const due = async () =>
      (await db().attempt.findUniqueOrThrow({ where: { id: attempt.id } })).dueAt
        .toISOString()
        .slice(11, 16);
    expect(await due()).toBe('10:30');
    const changed = await accommodateInCourse(await course(), grant({ extraMinutes: 10 }));
    expect(must(changed).moved).toHaveLength(1);
    expect(await due()).toBe('10:40');
    // The sitting's own word goes before the course's, and what is given comes on top of either.
    must(await accommodateInSitting(await sitting(), grant({ factor: 1, extraMinutes: 5 })));
    expect(await due()).toBe('10:05');
    const given = { personIds: [student.id], minutes: 3, reason: 'a power cut' };
    must(await giveTime(await sitting(), given));
    expect(await due()).toBe('10:08');
    expect(await writersOf(await sitting())).toMatchObject([
      { personId: student.id, ends: 'Sun 1 Feb, 11:08', givenMinutes: 3 },
    ]);
    must(await dropFromSitting(await sitting(), student.id));
    expect(await due()).toBe('10:40');
    must(await giveTime(await sitting(), given));
    expect(await due()).toBe('10:43');
    must(await dropFromSitting(await sitting(), student.id));
    must(await dropFromCourse(await course(), student.id));
    expect(await due()).toBe('10:00');
  });

  it('is told when a sitting is written, and listed with its reason', async () => {
    must(await accommodateInCourse(await course(), grant({ factor: 1.25 })));
    const preview = must(await previewEdit(await sitting(), written(world.versionId)));
    expect(preview.summary).toBe(
      'Opens Sun 1 Feb, 9:00, closes 12:00, 60 minutes, one person has more time and ends by 12:15 (UTC).',
    );
    must(await accommodateInSitting(await sitting(), grant({ extraMinutes: 5 })));
    expect((await accommodationsOf(await course())).people).toMatchObject([
      {
        email: student.email,
        ofCourse: { factor: 1.25, reason: 'decree' },
        own: [{ factor: 1.5, extraMinutes: 5, title: 'A sitting' }],
      },
    ]);
  });

  it('is granted to many at once, to students of the course only, and recorded of each', async () => {
    const second = await world.person('STUDENT');
    const personIds = [student.id, second.id];
    must(await accommodateInCourse(await course(), grant({ personIds })));
    const events = await db().auditEvent.findMany({
      where: { courseId: world.courseId, action: 'time.accommodate' },
    });
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(
      personIds.map((id) => `person:${id}`).toSorted(),
    );
    for (const role of ['GRADER', 'STRANGER'] as const) {
      const { id } = await world.person(role);
      const refused = await accommodateInCourse(await course(), grant({ personIds: [id] }));
      expect(refused, role).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });
});
