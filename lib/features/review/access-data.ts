import 'server-only';
import type { Role } from '@/lib/features/people/schema';
import { db } from '@/lib/server/db';

export interface CourseAccess {
  courseId: string;
  role: Role | null;
}

const enrolled = (personId: string) =>
  ({ id: true, enrolments: { where: { personId }, select: { role: true } } }) as const;

/** For the policies: the role that a person has in a course. */
export async function courseAccess(id: string, personId: string): Promise<CourseAccess | null> {
  const course = await db().course.findUnique({ where: { id }, select: enrolled(personId) });
  return course && { courseId: course.id, role: course.enrolments[0]?.role ?? null };
}

/** The same for the course of a sitting. */
export async function sittingAccess(id: string, personId: string): Promise<CourseAccess | null> {
  const sitting = await db().sitting.findUnique({
    where: { id },
    select: { course: { select: enrolled(personId) } },
  });
  return (
    sitting && { courseId: sitting.course.id, role: sitting.course.enrolments[0]?.role ?? null }
  );
}

/** The same for the course of an attempt. */
export async function attemptAccess(
  id: string,
  personId: string,
): Promise<(CourseAccess & { sittingId: string }) | null> {
  const attempt = await db().attempt.findUnique({ where: { id }, select: { sittingId: true } });
  const access = attempt && (await sittingAccess(attempt.sittingId, personId));
  return access && { ...access, sittingId: attempt.sittingId };
}
