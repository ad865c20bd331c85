import { beforeEach, expect, it } from 'vitest';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, setClock, type World } from '@/lib/testing/world';
import { GET } from './[id]/route';

let world: World;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
});

const ask = async (as: SignedInPerson | null, id = world.sittingId) =>
  GET(await browserRequest('GET', `/api/sittings/${id}`, { as }), {
    params: Promise.resolve({ id }),
  });

const set = (data: { holds?: boolean; startedAt?: Date; listOnly?: boolean }) =>
  db().sitting.update({ where: { id: world.sittingId }, data });

it('says to those who wait whether they may begin', async () => {
  const student = await world.person('STUDENT');
  const state = async () => (await ask(student)).json();
  expect(await state()).toEqual({ state: 'open' });
  await set({ holds: true });
  expect(await state()).toEqual({ state: 'held' });
  setClock(-1);
  expect(await state()).toEqual({ state: 'early' });
  setClock(1);
  await set({ startedAt: new Date('2026-02-01T09:01:00Z') });
  expect(await state()).toEqual({ state: 'open' });
  setClock(180);
  expect(await state()).toEqual({ state: 'over' });
});

it('is nobody else’s business', async () => {
  expect((await ask(null)).status).toBe(401);
  for (const role of ['GRADER', 'INSTRUCTOR', 'ADMIN', 'STRANGER'] as const) {
    expect((await ask(await world.person(role))).status, role).toBe(404);
  }
  const student = await world.person('STUDENT');
  expect((await ask(student, 'x')).status).toBe(404);
  await set({ listOnly: true });
  expect((await ask(student)).status).toBe(404);
});
