import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { personById, type SignedInPerson } from '@/lib/features/people/data';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, save, setClock, type World } from '@/lib/testing/world';
import { PUT } from './[id]/answers/[part]/route';
import { GET } from './[id]/route';
import { POST } from './[id]/submit/route';
import { GET as GET_TIME } from './[id]/time/route';

let world: World;
let student: SignedInPerson;
let attempt: OwnAttempt;

beforeAll(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  attempt = await world.attempt(student);
});

type Options = Parameters<typeof browserRequest>[2];

/** Every route of an attempt, as a function of whose attempt is asked for and how. */
const routes = {
  state: async (id: string, options: Options) =>
    GET(await browserRequest('GET', `/api/attempts/${id}`, options), {
      params: Promise.resolve({ id }),
    }),
  time: async (id: string, options: Options) =>
    GET_TIME(await browserRequest('GET', `/api/attempts/${id}/time`, options), {
      params: Promise.resolve({ id }),
    }),
  save: async (id: string, options: Options, part = '1a') =>
    PUT(
      await browserRequest('PUT', `/api/attempts/${id}/answers/${part}`, {
        body: save(),
        ...options,
      }),
      { params: Promise.resolve({ id, part }) },
    ),
  submit: async (id: string, options: Options) =>
    POST(await browserRequest('POST', `/api/attempts/${id}/submit`, options), {
      params: Promise.resolve({ id }),
    }),
};

const everyRoute = Object.entries(routes);
const changing = everyRoute.filter(([name]) => name === 'save' || name === 'submit');

describe.each(everyRoute)('%s', (_, call) => {
  it('asks who is there', async () => {
    const answer = await call(attempt.id, { as: null });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  });

  it.each(['STUDENT', 'GRADER', 'INSTRUCTOR', 'ADMIN', 'STRANGER'] as const)(
    'does not exist for a %s who is not its student',
    async (role) => {
      const answer = await call(attempt.id, { as: await world.person(role) });
      expect(answer.status).toBe(404);
      expect(JSON.stringify(await answer.json())).not.toContain(attempt.sittingId);
    },
  );

  it.each(['', 'x', '1', randomUUID(), "' OR 1=1 --", '../health'])(
    'knows no attempt "%s"',
    async (id) => {
      expect((await call(id, { as: student })).status).toBe(404);
    },
  );

  it('takes no forged session and no header in its place', async () => {
    const headers = {
      cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-middleware-next': '1',
      'x-user-id': student.id,
    };
    expect((await call(attempt.id, { as: null, headers })).status).toBe(401);
  });
});

describe.each(changing)('%s', (_, call) => {
  it.each([null, 'null', 'http://evil.example', 'http://nabla.example.evil.example', 'nabla'])(
    'refuses the origin %s',
    async (origin) => {
      const answer = await call(attempt.id, { as: student, origin });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'WRONG_ORIGIN' } });
    },
  );
});

describe('saving over the wire', () => {
  const put = (body: unknown, part?: string) =>
    routes.save(attempt.id, { as: student, body }, part);

  it.each([
    ['no JSON', '{', 422],
    ['nothing', '', 422],
    ['an unknown field', { ...save(), admin: true }, 422],
    ['a missing field', { ...save(), base: undefined }, 422],
    ['a key that is none', { ...save(), idempotencyKey: 'x' }, 422],
    ['content that is a list', { ...save(), content: [] }, 422],
    ['a NUL, which PostgreSQL cannot store', { ...save(), note: 'a\u0000b' }, 422],
    ['a NUL in the content', { ...save(), content: { selected: ['\u0000'] } }, 422],
    ['half a character in the content', { ...save(), content: { selected: ['\ud83d'] } }, 422],
    ['half a character in a name', { ...save(), content: { 'a\udc00': 1 } }, 422],
    ['more than fits', { ...save(), note: 'x'.repeat(200_000) }, 413],
    [
      'a list ten thousand deep',
      `{"content":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      422,
    ],
    ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 422],
    ['brackets that never close', '['.repeat(60_000), 422],
  ])('refuses %s', async (_, body, status) => {
    const answer = await put(body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.message).not.toBe('');
  });

  it('knows no part of another exam', async () => {
    for (const part of ['nope', '\0', 'a\0', '\ud83d', '__proto__']) {
      expect((await put(save(), part)).status).toBe(404);
    }
  });

  it('reads brackets in a text as text', async () => {
    const answer = await put({ ...save(), content: { selected: ['['.repeat(100)] } });
    expect((await answer.json()).error.message).not.toContain('deeper');
  });

  it('refuses a key that came before with another answer', async () => {
    const other = await world.attempt(await world.person('STUDENT'));
    const owner = await personById(other.personId);
    const send = (body: object) => routes.save(other.id, { as: owner, body });
    const body = save();
    expect((await send(body)).status).toBe(200);
    const again = await send({ ...body, content: { selected: ['a'] } });
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ error: { code: 'KEY_REUSED' } });
  });

  it('answers with the revision, then with a conflict, and reports the state', async () => {
    const first = await put(save());
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ revision: 1, receipt: { partId: '1a' } });
    const second = await put(save({ content: { selected: ['a'] } }));
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      error: { code: 'REVISION_CONFLICT' },
      theirs: { content: { selected: ['b'] }, note: '', revision: 1 },
    });
    const state = await (await routes.state(attempt.id, { as: student })).json();
    expect(state).toMatchObject({ state: 'running', answers: { '1a': { revision: 1 } } });
    expect(state.dueAt - state.now).toBe(60 * 60_000);
  });

  it('submits once, with the same receipt every time, and then refuses saves', async () => {
    const mine = await world.attempt(await world.person('STUDENT'));
    const owner = { as: { ...student, id: mine.personId } };
    const receipts = await Promise.all(
      [1, 2, 3].map(async () => (await routes.submit(mine.id, owner)).json()),
    );
    expect(receipts[1]).toEqual(receipts[0]);
    expect(receipts[2]).toEqual(receipts[0]);
    const refused = await routes.save(mine.id, owner);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { code: 'ALREADY_SUBMITTED' } });
  });

  it('says that a late save is kept but not graded', async () => {
    const mine = await world.attempt(await world.person('STUDENT'));
    setClock(61);
    const late = await routes.save(mine.id, { as: { ...student, id: mine.personId } });
    setClock(0);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { code: 'TIME_OVER' },
      receipt: { revision: 1 },
    });
  });

  it('still knows a submitted attempt', async () => {
    const mine = await world.attempt(await world.person('STUDENT'));
    await submitAttempt(mine);
    const state = await routes.state(mine.id, { as: { ...student, id: mine.personId } });
    expect(await state.json()).toMatchObject({ state: 'submitted' });
  });
});
