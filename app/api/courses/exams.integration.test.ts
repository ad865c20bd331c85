import { expect, it } from 'vitest';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, setClock } from '@/lib/testing/world';
import { POST } from './[id]/exams/route';

const BOUNDARY = 'between';
const form = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="file"; filename="t1/exam.yaml"',
  'Content-Type: text/yaml',
  '',
  'slug: t1',
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

it('an exam is taken from instructors of the course, from pages of ours, and of bounded size', async () => {
  setClock(0);
  const world = await newWorld();
  const context = { params: Promise.resolve({ id: world.courseId }) };
  const send = async (as: SignedInPerson | null, changes: object = {}, body = form) => {
    const headers = {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': `${body.length}`,
    };
    const options = { as, body, headers, ...changes };
    const path = `/api/courses/${world.courseId}/exams`;
    return POST(await browserRequest('POST', path, options), context);
  };
  const instructor = await world.person('INSTRUCTOR');
  expect((await send(instructor)).status).toBe(200);
  expect(await db().examDraft.count({ where: { courseId: world.courseId } })).toBe(1);
  expect((await send(await world.person('ADMIN'))).status).toBe(200);
  for (const [role, status] of [
    ['GRADER', 403],
    ['STUDENT', 403],
    ['STRANGER', 404],
  ] as const)
    expect((await send(await world.person(role))).status, role).toBe(status);
  expect((await send(await (await newWorld()).person('INSTRUCTOR'))).status).toBe(404);
  expect((await send(null)).status).toBe(401);
  expect((await send(instructor, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await send(instructor, {}, 'no form')).status).toBe(422);
  const huge = { headers: { 'content-length': `${1e9}` } };
  expect((await send(instructor, huge)).status).toBe(413);
  expect(await db().examDraft.count({ where: { courseId: world.courseId } })).toBe(2);
});
