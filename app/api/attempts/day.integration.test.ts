import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, setClock, type World } from '@/lib/testing/world';
import { GET as events } from './[id]/events/route';
import { GET as notices } from './[id]/notices/route';
import { POST as question } from './[id]/questions/route';

let world: World;
let student: SignedInPerson;
let attempt: OwnAttempt;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  student = await world.person('STUDENT');
  attempt = await world.attempt(student);
});

const QUESTION = { partId: null, text: 'May I?' };
const context = () => ({ params: Promise.resolve({ id: attempt.id }) });
const path = (what: string) => `/api/attempts/${attempt.id}/${what}`;

/** Each way in, asked as somebody; a stream is left as soon as it has begun. */
async function statuses(as: SignedInPerson | null): Promise<number[]> {
  const stream = await events(await browserRequest('GET', path('events'), { as }), context());
  if (stream.ok) await stream.body?.cancel();
  const told = await notices(await browserRequest('GET', path('notices'), { as }), context());
  const asked = await question(
    await browserRequest('POST', path('questions'), { as, body: QUESTION }),
    context(),
  );
  return [stream.status, told.status, asked.status];
}

describe('what staff say in a room, and what is asked in it', () => {
  it('is the business of its student alone', async () => {
    expect(await statuses(student)).toEqual([200, 200, 200]);
    expect(await statuses(null)).toEqual([401, 401, 401]);
    for (const role of ['STUDENT', 'GRADER', 'INSTRUCTOR', 'ADMIN', 'STRANGER'] as const) {
      expect(await statuses(await world.person(role)), role).toEqual([404, 404, 404]);
    }
  });

  it('takes no question from elsewhere, and none that is none', async () => {
    const send = async (body: unknown, origin?: string) =>
      question(
        await browserRequest('POST', path('questions'), {
          as: student,
          body,
          ...(origin && { origin }),
        }),
        context(),
      );
    expect((await send(QUESTION, 'https://elsewhere.example')).status).toBe(403);
    for (const body of [{}, { ...QUESTION, text: ' ' }, { ...QUESTION, to: 'all' }, 'x'])
      expect((await send(body)).status, JSON.stringify(body)).toBe(422);
    expect((await send({ ...QUESTION, text: 'x'.repeat(1001) })).status).toBe(422);
    expect((await send({ ...QUESTION, text: 'x'.repeat(20_000) })).status).toBe(413);
  });
});
