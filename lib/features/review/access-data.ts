import 'server-only';
import type { CourseAccess } from '@/lib/features/courses/access-data';
import { db } from '@/lib/server/db';

const enrolled = (personId: string) =>
  ({ id: true, enrolments: { where: { personId }, select: { role: true } } }) as const;

/** For the policies: the role that a person has in the course of a sitting. */
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
