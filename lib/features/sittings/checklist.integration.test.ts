import { beforeEach, expect, it } from 'vitest';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { ownAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { libraryVersion } from '@/lib/features/library/policy';
import { trialSitting } from '@/lib/features/library/trial-mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { WORKER_LOCK_SPACE } from '@/lib/server/worker-lock';
import { must, newWorld, START, setClock, type World } from '@/lib/testing/world';
import { recordBackup } from './backup-mutations';
import { checklistOf } from './checklist-data';
import { courseSitting } from './policy';

let world: World;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
});

async function item(id: string) {
  const items = await checklistOf(must(await courseSitting(instructor, world.sittingId)));
  return items?.find((each) => each.id === id);
}

it('counts who may sit it, by course and by list', async () => {
  expect(await item('people')).toMatchObject({ state: 'missing' });
  await world.person('STUDENT');
  expect(await item('people')).toMatchObject({
    state: 'attention',
    text: expect.stringMatching(/^1 person .* 1 has never signed in/),
  });
  await db().sitting.update({ where: { id: world.sittingId }, data: { listOnly: true } });
  expect(await item('people')).toMatchObject({ state: 'missing' });
});

it('knows the test runs of the version in its own course', async () => {
  expect(await item('trial')).toMatchObject({ state: 'attention' });
  const version = must(await libraryVersion(instructor, world.courseId, world.versionId));
  const { sittingId } = await trialSitting(version);
  const trial = must(await ownSitting(instructor, sittingId));
  const { attemptId } = must(await startAttempt(trial, null));
  await submitAttempt(must(await ownAttempt(instructor, attemptId)));
  expect(await item('trial')).toMatchObject({
    state: 'missing',
    text: expect.stringContaining('the grading of 1 has not ended'),
  });
});

it('sees a worker by its lock, and a backup by its entry', async () => {
  expect(await item('worker')).toMatchObject({ state: 'missing' });
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${WORKER_LOCK_SPACE}::int, 7)::text`;
    expect(await item('worker')).toMatchObject({ state: 'ready' });
  });
  expect(await item('backup')).toMatchObject({ state: 'attention' });
  await recordBackup(START);
  expect(await item('backup')).toMatchObject({ state: 'ready' });
});

it('has nothing to say once somebody has begun', async () => {
  await world.attempt(await world.person('STUDENT'));
  expect(await checklistOf(must(await courseSitting(instructor, world.sittingId)))).toBeNull();
});

it('has nothing to say once the exam is over', async () => {
  setClock(24 * 60);
  expect(await checklistOf(must(await courseSitting(instructor, world.sittingId)))).toBeNull();
});
