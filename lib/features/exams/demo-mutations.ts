import 'server-only';
import { personColumns, splitName } from '@/lib/features/people/schema';
import { endSessionsOf } from '@/lib/features/people/session-mutations';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { hashPassword, verifyPassword } from '@/lib/server/password';
import { createSitting } from './mutations';

/** Known to everyone who reads this file: made only on a server that begins empty. */
export const DEMO_PASSWORD = 'nabla-demo-2022';

export const DEMO_PEOPLE = [
  { email: 'student@nabla.example', name: 'Demo Student', role: 'STUDENT' },
  { email: 'student2@nabla.example', name: 'Second Demo Student', role: 'STUDENT' },
  { email: 'grader@nabla.example', name: 'Demo Grader', role: 'GRADER' },
  { email: 'instructor@nabla.example', name: 'Demo Instructor', role: 'INSTRUCTOR' },
  { email: 'admin@nabla.example', name: 'Demo Admin', role: null },
] as const;

const DAY_MS = 24 * 60 * 60_000;

/** A course with demo people, and the exam offered in it as an exam and for practice. */
export async function createDemo(exam: {
  versionId: string;
  title: string;
  minutes: number;
}): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const course = await db().course.create({
    data: { slug: 'deep-learning', title: 'Deep Learning' },
    select: { id: true },
  });
  for (const { email, name, role } of DEMO_PEOPLE) {
    await db().person.create({
      data: {
        ...personColumns({ email, ...splitName(name), studentNumber: null }),
        passwordHash,
        isAdmin: role === null,
        ...(role && { enrolments: { create: { courseId: course.id, role } } }),
      },
    });
  }
  const opensAt = now();
  const closesAt = new Date(opensAt.getTime() + 365 * DAY_MS);
  const shared = {
    courseId: course.id,
    versionId: exam.versionId,
    minutes: exam.minutes,
    opensAt,
    closesAt,
    accessCode: null,
  };
  await createSitting({ ...shared, title: exam.title, mode: 'EXAM' });
  // Whoever tries Nabla sees grades at once, although the exam itself is open; staff are told so.
  const practice = {
    title: `${exam.title} (practice)`,
    mode: 'PRACTICE',
    showsEarly: true,
  } as const;
  await createSitting({ ...shared, ...practice });
}

/** The e-mails of people whom the known password lets in. */
export async function openToEveryone(): Promise<string[]> {
  const people = await db().person.findMany({
    where: { email: { in: DEMO_PEOPLE.map(({ email }) => email) } },
    select: { email: true, passwordHash: true },
  });
  const fits = await Promise.all(
    people.map(({ passwordHash }) => verifyPassword(passwordHash, DEMO_PASSWORD)),
  );
  return people.filter((_, index) => fits[index]).map(({ email }) => email);
}

/**
 * Takes the known password from the demo people, whose records stay, and ends their sessions.
 * @returns the e-mails of those who had it
 */
export async function lockDemo(): Promise<string[]> {
  const emails = await openToEveryone();
  await db().$transaction(async (tx) => {
    for (const email of emails) {
      const { id } = await tx.person.update({
        where: { email },
        data: { passwordHash: null },
        select: { id: true },
      });
      await endSessionsOf(tx, id);
      await audit(tx, {
        actorId: null,
        action: 'person.password',
        courseId: null,
        subject: `person:${id}`,
        detail: { removed: true },
      });
    }
  });
  return emails;
}
