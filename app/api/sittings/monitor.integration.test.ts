import { expect, it } from 'vitest';
import type { SignedInPerson } from '@/lib/features/people/data';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, setClock } from '@/lib/testing/world';
import { GET as events } from './[id]/events/route';
import { GET as monitor } from './[id]/monitor/route';

it('the monitor and its events are for the staff of the course', async () => {
  setClock(0);
  const world = await newWorld();
  const context = { params: Promise.resolve({ id: world.sittingId }) };
  const path = (what: string) => `/api/sittings/${world.sittingId}/${what}`;
  const statuses = async (as: SignedInPerson | null) => {
    const stream = await events(await browserRequest('GET', path('events'), { as }), context);
    if (stream.ok) await stream.body?.cancel();
    const told = await monitor(await browserRequest('GET', path('monitor'), { as }), context);
    return [stream.status, told.status];
  };
  for (const role of ['GRADER', 'INSTRUCTOR', 'ADMIN'] as const)
    expect(await statuses(await world.person(role)), role).toEqual([200, 200]);
  expect(await statuses(await world.person('STUDENT'))).toEqual([403, 403]);
  expect(await statuses(await world.person('STRANGER'))).toEqual([404, 404]);
  expect(await statuses(await (await newWorld()).person('INSTRUCTOR'))).toEqual([404, 404]);
  expect(await statuses(null)).toEqual([401, 401]);
});
