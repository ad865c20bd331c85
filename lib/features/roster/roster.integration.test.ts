import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { POST } from '@/app/api/courses/[id]/roster/route';
import { instructedCourse } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { cookieOf, must, newWorld, setClock, type World } from '@/lib/testing/world';
import { importRoster, previewRoster } from './roster-mutations';

let world: World;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
});

const OPTIONS = { encoding: null, separator: null, columns: null, role: 'STUDENT' as const };
const newRow = () => `${randomUUID()}@uni.example;${randomUUID()};Łoś;Jan`;
const file = (...rows: string[]) =>
  new TextEncoder().encode(['E-Mail;Matrikelnummer;Nachname;Vorname', ...rows].join('\n'));

const course = async (person = instructor) => must(await instructedCourse(person, world.courseId));
const look = async (bytes: Uint8Array, person = instructor) =>
  must(await previewRoster(await course(person), bytes, OPTIONS));
const buckets = ({ rows }: { rows: { bucket: string }[] }) => rows.map(({ bucket }) => bucket);
const students = () =>
  db().enrolment.count({ where: { courseId: world.courseId, role: 'STUDENT' } });

async function bring(bytes: Uint8Array) {
  const { digest } = await look(bytes);
  return importRoster(await course(), bytes, OPTIONS, digest);
}

describe('the import of a roster', () => {
  it('writes nothing before it is confirmed, everything after, and nothing again', async () => {
    const bytes = file(newRow(), newRow(), 'nobody;;X;Y');
    expect(buckets(await look(bytes))).toEqual(['new', 'new', 'conflict']);
    expect(await students()).toBe(0);
    must(await bring(bytes));
    expect(await students()).toBe(2);
    expect(buckets(await look(bytes))).toEqual(['there', 'there', 'conflict']);
    must(await bring(bytes));
    expect(await students()).toBe(2);
    const events = await db().auditEvent.findMany({
      where: { courseId: world.courseId, action: 'roster.import' },
    });
    expect(events).toMatchObject([{ actorId: instructor.id, detail: { rows: 3 } }]);
  });

  it('is refused where people changed since the preview', async () => {
    const bytes = file(newRow());
    const { digest } = await look(bytes);
    must(await bring(bytes));
    const late = await importRoster(await course(), bytes, OPTIONS, digest);
    expect(late).toMatchObject({ error: { code: 'ALREADY_EXISTS' } });
  });

  it('takes nobody out, and leaves the names of people of other courses to admins', async () => {
    const other = await (await newWorld()).person('STUDENT');
    const staying = await world.person('STUDENT');
    const bytes = file(`${other.email};;Renamed;By Roster`);
    must(await bring(bytes));
    expect(await students()).toBe(2);
    const nameOf = async () => (await db().person.findUnique({ where: { id: other.id } }))?.name;
    expect(await nameOf()).toBe(other.name);
    const admin = await world.person('ADMIN');
    const { digest } = await look(bytes, admin);
    must(await importRoster(await course(admin), bytes, OPTIONS, digest));
    expect(await nameOf()).toBe('By Roster Renamed');
    expect(await db().person.count({ where: { id: staying.id } })).toBe(1);
  });

  it('takes 5,000 rows', { timeout: 60_000 }, async () => {
    must(await bring(file(...Array.from({ length: 5000 }, newRow))));
    expect(await students()).toBe(5000);
  });
});

describe('POST /api/courses/:id/roster', () => {
  const request = async (person: SignedInPerson | null, confirm: string | null = null) => {
    const form = new FormData();
    form.append('file', new Blob([file(`${randomUUID()}@uni.example;;A;B`)]), 'roster.csv');
    form.append('options', JSON.stringify({ ...OPTIONS, confirm }));
    const body = new Response(form);
    const bytes = new Uint8Array(await body.arrayBuffer());
    const sent = new NextRequest(`http://localhost/api/courses/${world.courseId}/roster`, {
      method: 'POST',
      body: bytes,
      headers: {
        ...{ origin: 'http://localhost', host: 'localhost' },
        'content-type': body.headers.get('content-type') ?? '',
        'content-length': String(bytes.byteLength),
        ...(person && { cookie: await cookieOf(person) }),
      },
    });
    return POST(sent, { params: Promise.resolve({ id: world.courseId }) });
  };

  it('is for instructors of the course and admins', async () => {
    expect((await request(null)).status).toBe(401);
    expect((await request(await world.person('STRANGER'))).status).toBe(404);
    expect((await request(await (await newWorld()).person('INSTRUCTOR'))).status).toBe(404);
    expect((await request(await world.person('STUDENT'))).status).toBe(403);
    expect((await request(await world.person('GRADER'))).status).toBe(403);
    for (const person of [instructor, await world.person('ADMIN')]) {
      const answer = await request(person);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        rows: [{ line: 2, bucket: 'new' }],
        done: false,
      });
    }
    expect(await students()).toBe(1);
  });

  it('does nothing that was not previewed', async () => {
    expect((await request(instructor, '0'.repeat(64))).status).toBe(409);
  });
});
