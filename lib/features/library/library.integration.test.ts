import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { mySittings } from '@/lib/features/attempt/data';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { ownSitting } from '@/lib/features/attempt/policy';
import { instructedCourse } from '@/lib/features/courses/policy';
import { createSitting } from '@/lib/features/exams/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { ok } from '@/lib/result';
import { db } from '@/lib/server/db';
import { must, newWorld, START, setClock, type World } from '@/lib/testing/world';
import { checkUpload } from './check-upload';
import { checkInThread } from './checker';
import { draft, libraryOf } from './data';
import { differenceBetween } from './difference-data';
import { createDraft, finishCheck } from './draft-mutations';
import { libraryDraft, libraryVersion } from './policy';
import { trialSitting } from './trial-mutations';
import { readUpload, type Upload } from './upload';
import { versionPreview } from './version-data';
import { publish } from './version-mutations';

const SOURCE = `slug: small
title: A small exam
language: en
minutes: 30
rules: Be fair.
assignments:
  - title: One
    parts:
      - id: a
        points: 2
        kind: choice
        prompt: "Which?  ![a circle](circle.svg)"
        options: { x: this, y: that }
        reference: [x]
        tests: [{ answer: { selected: [x] }, points: 2 }]
`;
const CIRCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>';

let world: World;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
});

/** Without the thread of the worker, which takes seconds to begin. */
const atOnce = async (uploaded: Upload) => ok(await checkUpload(uploaded));

async function upload(source: string, check: typeof checkInThread = atOnce): Promise<string> {
  const course = must(await instructedCourse(instructor, world.courseId));
  const zipped = zipSync({
    'small/exam.yaml': strToU8(source),
    'small/circle.svg': strToU8(CIRCLE),
  });
  const read = must(readUpload([{ path: 'small.zip', bytes: new Uint8Array(zipped) }]));
  const { draftId } = must(await createDraft(course, read));
  await finishCheck(draftId, check);
  return draftId;
}

async function checked(draftId: string) {
  return draft(must(await libraryDraft(instructor, world.courseId, draftId)));
}

async function versionOf(draftId: string) {
  const { version } = await checked(draftId);
  if (!version) throw new Error('no version');
  return must(await libraryVersion(instructor, world.courseId, version.id));
}

describe('an uploaded exam', () => {
  it('is checked, becomes a version with its pictures, and is sat only once it is published', async () => {
    const draftId = await upload(SOURCE, checkInThread);
    expect(await checked(draftId)).toMatchObject({ findings: [], ran: 2, name: 'small' });
    const version = await versionOf(draftId);
    expect(await versionPreview(version)).toMatchObject({
      publishedAt: null,
      hasErrors: false,
      points: 2,
      pictures: { 'circle.svg': { width: 10 } },
    });
    must(await publish(version));
    must(await publish(version));
    expect((await versionPreview(version)).publishedAt).toEqual(START);
    expect(await db().draftFile.count({ where: { draftId } })).toBe(0);
  });

  it('with errors says where they are; one that fails its own test can be seen, not published', async () => {
    const broken = await checked(await upload(SOURCE.replace('points: 2\n', 'points: two\n')));
    expect(broken.version).toBeNull();
    expect(broken.findings).toMatchObject([{ severity: 'error', line: 10 }]);
    const failing = await upload(SOURCE.replace('[x] }, points: 2', '[y] }, points: 2'));
    const refused = await publish(await versionOf(failing));
    expect(refused).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('is the course’s own, with versions whose differences are told', async () => {
    const first = await versionOf(await upload(SOURCE));
    const changed = SOURCE.replace('reference: [x]', 'reference: [y]').replace('[x] }', '[y] }');
    const second = await versionOf(await upload(changed));
    expect(await differenceBetween(first, second)).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      exam: [],
      parts: [{ id: 'a', change: 'changed', aspects: ['key'] }],
      hunks: [{ lines: expect.arrayContaining(['-        reference: [x]']) }],
    });
    const other = await newWorld();
    const stranger = await other.person('INSTRUCTOR');
    const course = must(await instructedCourse(stranger, other.courseId));
    expect((await libraryOf(course)).filter(({ isServers }) => !isServers)).toEqual([]);
    expect(await libraryVersion(stranger, other.courseId, first.id)).toMatchObject({ ok: false });
    expect(await libraryVersion(stranger, world.courseId, first.id)).toMatchObject({ ok: false });
  });

  it('is for the instructors of the course: graders and students do not get to it', async () => {
    const draftId = await upload(SOURCE);
    const version = await versionOf(draftId);
    for (const role of ['GRADER', 'STUDENT', 'STRANGER'] as const) {
      const person = await world.person(role);
      expect((await libraryDraft(person, world.courseId, draftId)).ok, role).toBe(false);
      expect((await libraryVersion(person, world.courseId, version.id)).ok, role).toBe(false);
      expect((await instructedCourse(person, world.courseId)).ok, role).toBe(false);
    }
  });
});

describe('a test run', () => {
  it('is for staff: no student sees it or gets into it', async () => {
    const version = await versionOf(await upload(SOURCE));
    const { sittingId } = await trialSitting(version);
    expect(await trialSitting(version)).toEqual({ sittingId });
    const student = await world.person('STUDENT');
    expect((await mySittings(student)).map(({ id }) => id)).not.toContain(sittingId);
    expect((await ownSitting(student, sittingId)).ok).toBe(false);
    const sitting = must(await ownSitting(instructor, sittingId));
    must(await startAttempt(sitting, null));
  });
});

it('publishing moves sittings that nobody has begun', async () => {
  const first = await versionOf(await upload(SOURCE));
  must(await publish(first));
  const { id } = await createSitting({
    ...{ courseId: world.courseId, versionId: first.id, title: 'Small', mode: 'EXAM', minutes: 30 },
    ...{ opensAt: START, closesAt: new Date(START.getTime() + 60_000), accessCode: null },
  });
  const second = await versionOf(await upload(SOURCE.replace('Be fair.', 'Be quick.')));
  const at = async () => (await db().sitting.findUniqueOrThrow({ where: { id } })).versionId;
  expect(await at()).toBe(first.id);
  must(await publish(second));
  expect(await at()).toBe(second.id);
});
