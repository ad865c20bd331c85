/**
 * Fills a sitting of the demo course for bench/live-view.ts: so many students, each in a state, with
 * saves of every part as somebody who types leaves them. Prints what the bench needs as JSON.
 */
import { createSitting } from '@/lib/features/exams/mutations';
import { personById, type SignedInPerson } from '@/lib/features/people/data';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { cookieOf } from '@/lib/testing/world';
import { withOurDatabase } from '../../bin/database/ours';

const [students = '1000', streams = '500'] = process.argv.slice(2);
const HOUR_MS = 60 * 60_000;

/** Of ten students one has not begun, one is silent, two have handed in, and the others write. */
async function fill(sittingId: string, courseId: string): Promise<void> {
  const count = Number(students);
  await db().$executeRaw`
    INSERT INTO person (id, email, name, given_name, family_name, search)
    SELECT gen_random_uuid(), 'live-' || i || '@nabla.example', 'Student ' || i, 'Student', i::text,
      'student ' || i
    FROM generate_series(1, ${count}::int) i`;
  await db().$executeRaw`
    INSERT INTO enrolment (person_id, course_id, role)
    SELECT id, ${courseId}::uuid, 'STUDENT' FROM person WHERE email LIKE 'live-%'`;
  await db().$executeRaw`
    INSERT INTO attempt (id, sitting_id, person_id, version_id, number, seed, started_at, due_at)
    SELECT gen_random_uuid(), s.id, p.id, s.version_id, 1, p.id::text,
      ${now()}::timestamptz - interval '30 minutes', ${now()}::timestamptz + interval '60 minutes'
    FROM person p, sitting s
    WHERE p.email LIKE 'live-%' AND s.id = ${sittingId}::uuid AND p.family_name::int % 10 <> 0`;
  await db().$executeRaw`
    INSERT INTO revision (id, attempt_id, version_id, part_id, number, base, client_id,
      idempotency_key, content, empty, saved_at, late, conflict)
    SELECT gen_random_uuid(), a.id, a.version_id, t.part_id, n, n - 1, 'bench', gen_random_uuid(),
      '{"fields": {"a": "x + 1"}}', false, ${now()}::timestamptz - n * interval '50 seconds',
      false, false
    FROM attempt a JOIN person p ON p.id = a.person_id
      JOIN part t ON t.version_id = a.version_id AND t.position <= p.family_name::int % 13,
      generate_series(1, 8) n
    WHERE a.sitting_id = ${sittingId}::uuid`;
  await db().$executeRaw`
    INSERT INTO presence (attempt_id, seen_at)
    SELECT a.id, CASE WHEN p.family_name::int % 10 = 1 THEN ${now()}::timestamptz - interval '5 minutes'
      ELSE ${new Date(now().getTime() + HOUR_MS)} END
    FROM attempt a JOIN person p ON p.id = a.person_id WHERE a.sitting_id = ${sittingId}::uuid`;
  await db().$executeRaw`
    UPDATE attempt a SET submitted_at = ${now()}, submitted_by = 'STUDENT', receipt = '{}'
    FROM person p WHERE p.id = a.person_id AND a.sitting_id = ${sittingId}::uuid
      AND p.family_name::int % 10 IN (2, 3)`;
}

async function writers(sittingId: string): Promise<{ id: string; person: SignedInPerson }[]> {
  const attempts = await db().attempt.findMany({
    where: { sittingId, submittedAt: null },
    orderBy: { id: 'asc' },
    take: Number(streams),
    select: { id: true, personId: true },
  });
  const found = [];
  for (const { id, personId } of attempts) {
    const person = await personById(personId);
    if (person) found.push({ id, person });
  }
  return found;
}

await withOurDatabase(async () => {
  const course = await db().course.findUniqueOrThrow({ where: { slug: 'deep-learning' } });
  const { versionId } = await db().publication.findFirstOrThrow({
    where: { version: { exam: { slug: 'deep-learning-ss2022-t1' } } },
  });
  const { id } = await createSitting({
    courseId: course.id,
    versionId,
    title: 'A full hall',
    mode: 'EXAM',
    opensAt: new Date(now().getTime() - HOUR_MS),
    closesAt: new Date(now().getTime() + 2 * HOUR_MS),
    minutes: 90,
    accessCode: null,
  });
  await fill(id, course.id);
  const attempts = [];
  for (const { id: attemptId, person } of await writers(id))
    attempts.push({ id: attemptId, cookie: await cookieOf(person) });
  await db().$executeRaw`ANALYZE`;
  await db().$disconnect();
  process.stdout.write(JSON.stringify({ sittingId: id, attempts }));
});
process.exit(0);
