import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { examRoom } from '@/lib/features/attempt/room-data';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { picturedExam } from '@/lib/testing/pictured-exam';
import { browserRequest } from '@/lib/testing/requests';
import { newWorld, setClock, type World } from '@/lib/testing/world';
import { GET } from './[version]/[name]/route';

const PUBLIC = ['falling.png', 'gate.svg', 'network.svg'];
const SECRET = ['answer.svg', 'slope.svg'];
const ALL = [...PUBLIC, ...SECRET].sort();

let world: World;
let practice: World;
let versionId: string;
let student: SignedInPerson;
let attempt: OwnAttempt;

/** One version, sat as an exam in one course and practised in another. */
beforeAll(async () => {
  setClock(0);
  ({ versionId } = await storeExam(await picturedExam()));
  world = await newWorld({ versionId });
  practice = await newWorld({ versionId, mode: 'PRACTICE' });
  student = await world.person('STUDENT');
  attempt = await world.attempt(student);
});

beforeEach(() => setClock(0));

async function get(
  as: SignedInPerson | null,
  name: string,
  {
    version = versionId,
    headers = {},
  }: { version?: string; headers?: Record<string, string> } = {},
) {
  const request = await browserRequest('GET', `/api/exam-files/${version}/${name}`, {
    as,
    headers,
  });
  return GET(request, { params: Promise.resolve({ version, name }) });
}

/** The pictures that somebody is given; of all others there has to be no trace. */
async function seenBy(person: SignedInPerson | null): Promise<string[]> {
  const seen: string[] = [];
  for (const name of ALL) {
    const answer = await get(person, name);
    if (answer.status === 200) seen.push(name);
    else expect(answer.status).toBe(person === null ? 401 : 404);
  }
  return seen;
}

describe('who sees the pictures of an exam', () => {
  it.each([
    ['GRADER', ALL],
    ['INSTRUCTOR', ALL],
    ['ADMIN', ALL],
    ['STRANGER', []],
    ['STUDENT', []],
  ] as const)('a %s of the course who has not begun', async (role, names) => {
    expect(await seenBy(await world.person(role))).toEqual(names);
  });

  it('nobody who is not signed in', async () => {
    expect(await seenBy(null)).toEqual([]);
    const headers = { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z' };
    expect((await get(null, 'network.svg', { headers })).status).toBe(401);
  });

  it('no staff of a course that does not sit the version', async () => {
    const other = await newWorld();
    for (const role of ['STUDENT', 'GRADER', 'INSTRUCTOR'] as const)
      expect(await seenBy(await other.person(role))).toEqual([]);
  });

  it('staff of a course in which somebody sat it before the sitting was corrected', async () => {
    const before = await newWorld({ versionId });
    await before.attempt(await before.person('STUDENT'));
    const other = await storeExam(await picturedExam());
    const moved = { versionId: other.versionId };
    await db().sitting.update({ where: { id: before.sittingId }, data: moved });
    expect(await seenBy(await before.person('GRADER'))).toEqual(ALL);
  });

  it('whoever has begun sees those of the questions, by the clock of the server', async () => {
    expect(await seenBy(student)).toEqual(PUBLIC);
    setClock(-1);
    expect(await seenBy(student)).toEqual([]);
  });

  it('and keeps them when it is over, but those of solutions only after release', async () => {
    const other = await world.person('STUDENT');
    const theirs = await world.attempt(other);
    await submitAttempt(theirs);
    expect(await seenBy(other)).toEqual(PUBLIC);
    const sitting = { where: { id: world.sittingId } };
    const at = new Date('2026-02-01T10:00:00Z');
    await db().sitting.update({ ...sitting, data: { releasedAt: at } });
    expect(await seenBy(other)).toEqual(PUBLIC);
    setClock(60);
    expect(await seenBy(other)).toEqual(ALL);
    // Who is still writing while the results of others are released.
    expect(await seenBy(student)).toEqual(PUBLIC);
    setClock(0);
    await db().sitting.update({ ...sitting, data: { releasedAt: null } });
  });

  it('who practised sees those of solutions once no exam is ahead', async () => {
    const keen = await practice.person('STUDENT');
    await submitAttempt(await practice.attempt(keen));
    expect(await seenBy(keen)).toEqual(PUBLIC);
    await db().sitting.update({ where: { id: practice.sittingId }, data: { showsEarly: true } });
    expect(await seenBy(keen)).toEqual(ALL);
  });

  it('who writes sees them where the sitting may be taken, and who has handed in everywhere', async () => {
    const hall = await newWorld({ versionId });
    const writer = await hall.person('STUDENT');
    const theirs = await hall.attempt(writer);
    const key = 'a'.repeat(64);
    const where = { id: hall.sittingId };
    const from = (peer: string) =>
      get(writer, 'network.svg', { headers: { 'x-nabla-peer': peer } });
    await db().sitting.update({ where, data: { addressRanges: ['192.0.2.0/24'] } });
    expect((await from('192.0.2.7')).status).toBe(200);
    const outside = await from('198.51.100.7');
    expect(outside.status).toBe(403);
    expect(await outside.json()).toMatchObject({ error: { code: 'WRONG_PLACE' } });
    // A picture of the solutions is not even refused in other words.
    const secret = await get(writer, 'answer.svg', { headers: { 'x-nabla-peer': '192.0.2.7' } });
    expect(secret.status).toBe(404);
    await db().sitting.update({ where, data: { addressRanges: [], sebConfigKeys: [key] } });
    const path = `http://nabla.example/api/exam-files/${versionId}/network.svg`;
    const proof = createHash('sha256').update(`${path}${key}`).digest('hex');
    const headers = { 'x-safeexambrowser-configkeyhash': proof };
    expect((await get(writer, 'network.svg', { headers })).status).toBe(200);
    expect((await get(writer, 'falling.png', { headers })).status).toBe(403);
    expect((await get(writer, 'network.svg')).status).toBe(403);
    // Staff are not asked, and nobody is once the room is closed: it is the result that shows them.
    expect(await seenBy(await hall.person('GRADER'))).toEqual(ALL);
    await submitAttempt(theirs);
    expect(await seenBy(writer)).toEqual(PUBLIC);
  });

  it.each([
    'nothing.svg',
    'network',
    'NETWORK.SVG',
    '../network.svg',
    '',
    '\0',
    '\ud83d',
    '__proto__',
  ])('nobody sees a picture %j', async (name) => {
    expect((await get(student, name)).status).toBe(404);
    expect((await get(await world.person('ADMIN'), name)).status).toBe(404);
  });

  it.each(['', 'x', randomUUID(), "' OR 1=1 --"])('of a version %j', async (version) => {
    expect((await get(student, 'network.svg', { version })).status).toBe(404);
  });

  it('what may not be seen looks like what does not exist', async () => {
    const [secret, none] = [await get(student, 'answer.svg'), await get(student, 'none.svg')];
    expect(await secret.text()).toBe(await none.text());
    expect([...secret.headers]).toEqual([...none.headers]);
    expect(secret.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what comes', () => {
  it('is the file, kept by the browser and nobody else, which does nothing but draw', async () => {
    const answer = await get(student, 'network.svg');
    const { files } = await picturedExam();
    const stored = files.find(({ name }) => name === 'network.svg');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(stored?.bytes);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'image/svg+xml',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${stored?.hash}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect((await get(student, 'falling.png')).headers.get('content-type')).toBe('image/png');
  });

  it('is nothing where the browser has it, and only where it may', async () => {
    const etag = (await get(student, 'network.svg')).headers.get('etag') ?? '';
    const headers = { 'if-none-match': `"x", W/${etag}` };
    const again = await get(student, 'network.svg', { headers });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const stranger = await world.person('STRANGER');
    expect((await get(stranger, 'network.svg', { headers })).status).toBe(404);
  });
});

describe('the pages', () => {
  it('of the room name the pictures of questions, and no others', async () => {
    const room = await examRoom(attempt);
    expect(Object.keys(room.pictures)).toEqual(PUBLIC);
    expect(room.pictures['network.svg']).toEqual({
      src: `/api/exam-files/${versionId}/network.svg`,
      width: 240,
      height: 140,
    });
    for (const name of SECRET) expect(JSON.stringify(room)).not.toContain(name);
  });

  it('of the result name all of them, once it is shown', async () => {
    const keen = await practice.person('STUDENT');
    const theirs = await practice.attempt(keen);
    await submitAttempt(theirs);
    const shown = await result(theirs);
    expect(shown.state === 'shown' ? Object.keys(shown.pictures) : null).toEqual(ALL);
    await db().sitting.update({ where: { id: practice.sittingId }, data: { showsEarly: false } });
    const hidden = JSON.stringify(await result(theirs));
    for (const name of SECRET) expect(hidden).not.toContain(name);
  });
});
