import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { Database } from '@/lib/server/db';
import type { KnownPerson } from './plan';
import type { RosterRow } from './read-rows';

/**
 * Everybody whom rows of a roster may be about. What people are called is changed by admins, and by an
 * instructor where the person is a student of this course and in no other.
 */
export async function knownPeople(
  tx: Database,
  { id: courseId, isAdmin }: InstructedCourse,
  rows: readonly RosterRow[],
): Promise<KnownPerson[]> {
  const entries = rows.flatMap(({ entry }) => (entry.ok ? [entry.value] : []));
  const people = await tx.person.findMany({
    where: {
      OR: [
        { email: { in: entries.flatMap(({ email }) => email ?? []) } },
        { studentNumber: { in: entries.flatMap(({ studentNumber }) => studentNumber ?? []) } },
      ],
    },
    select: {
      ...{ id: true, email: true, studentNumber: true, givenName: true, familyName: true },
      ...{ isAdmin: true, mayCreateCourses: true },
      enrolments: { select: { courseId: true, role: true } },
    },
  });
  return people.map(({ isAdmin: isAdminThemselves, mayCreateCourses, enrolments, ...person }) => ({
    ...person,
    role: enrolments.find((each) => each.courseId === courseId)?.role ?? null,
    mayChange:
      isAdmin ||
      (!isAdminThemselves &&
        !mayCreateCourses &&
        enrolments.length > 0 &&
        enrolments.every((each) => each.courseId === courseId && each.role === 'STUDENT')),
  }));
}
