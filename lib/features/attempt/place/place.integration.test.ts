import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { PUT } from '@/app/api/attempts/[id]/answers/[part]/route';
import { GET } from '@/app/api/attempts/[id]/route';
import { POST } from '@/app/api/attempts/[id]/submit/route';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { attemptState } from '@/lib/features/attempt/room-data';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, save, setClock, type World } from '@/lib/testing/world';

let world: World;
let student: SignedInPerson;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  attempt = await world.attempt(student);
});

async function call(what: 'state' | 'save' | 'submit', headers: Record<string, string>) {
  const { id } = attempt;
  const path = `/api/attempts/${id}`;
  const own = { as: student, headers };
  if (what === 'state') return GET(await browserRequest('GET', path, own), context({ id }));
  if (what === 'submit') {
    return POST(await browserRequest('POST', `${path}/submit`, own), context({ id }));
  }
  const sent = await browserRequest('PUT', `${path}/answers/1a`, { ...own, body: save() });
  return PUT(sent, context({ id, part: '1a' }));
}

const context = <Params>(params: Params) => ({ params: Promise.resolve(params) });

const set = (data: { addressRanges?: string[]; sebConfigKeys?: string[] }) =>
  db().sitting.update({ where: { id: world.sittingId }, data });

it('a room asks on every request where it comes from, and keeps what it has acknowledged', async () => {
  await set({ addressRanges: ['192.0.2.0/24', '2001:db8::/32'] });
  const inside = { 'x-nabla-peer': '::ffff:192.0.2.7' };
  expect((await call('save', inside)).status).toBe(200);
  for (const what of ['state', 'save', 'submit'] as const) {
    for (const peer of ['198.51.100.7', '2001:db9::1', '']) {
      const answer = await call(what, { 'x-nabla-peer': peer });
      expect(answer.status, `${what} from ${peer}`).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'WRONG_PLACE' } });
    }
    // Nobody is believed who says that they ask for somebody else.
    const forged = { 'x-nabla-peer': '198.51.100.7', 'x-forwarded-for': '192.0.2.7' };
    expect((await call(what, forged)).status).toBe(403);
  }
  expect(Object.keys((await attemptState(attempt)).answers)).toEqual(['1a']);
  expect((await call('state', { 'x-nabla-peer': '2001:db8::1' })).status).toBe(200);
  expect((await call('submit', inside)).status).toBe(200);
});

it('a room asks Safe Exam Browser for its proof of each address', async () => {
  const key = 'a'.repeat(64);
  await set({ sebConfigKeys: [key] });
  const path = `/api/attempts/${attempt.id}`;
  const proof = (of: string) =>
    createHash('sha256').update(`http://nabla.example${of}${key}`).digest('hex');
  const header = 'x-safeexambrowser-configkeyhash';
  expect((await call('state', {})).status).toBe(403);
  expect((await call('state', { [header]: proof('/') })).status).toBe(403);
  expect((await call('state', { [header]: proof(path) })).status).toBe(200);
  // The front door says what was asked for where Next has changed it.
  const asked = `${path}?_rsc=1`;
  const headers = { 'x-nabla-url': asked, [header]: proof(asked) };
  expect((await call('state', headers)).status).toBe(200);
  expect((await call('submit', { [header]: proof(`${path}/submit`) })).status).toBe(200);
});
