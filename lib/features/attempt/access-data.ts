import 'server-only';
import type { Role } from '@/lib/features/people/schema';
import { db } from '@/lib/server/db';

/** For the policies: whose an attempt is and what it belongs to. */
export async function findAttempt(
  id: string,
): Promise<{ id: string; personId: string; sittingId: string } | null> {
  return db().attempt.findUnique({
    where: { id },
    select: { id: true, personId: true, sittingId: true },
  });
}

/** For the policies: a sitting with the role that a person has in its course. */
export async function findSitting(
  id: string,
  personId: string,
): Promise<{ id: string; courseId: string; role: Role | null } | null> {
  const sitting = await db().sitting.findUnique({
    where: { id },
    select: {
      id: true,
      courseId: true,
      course: { select: { enrolments: { where: { personId }, select: { role: true } } } },
    },
  });
  if (!sitting) return null;
  return { id, courseId: sitting.courseId, role: sitting.course.enrolments[0]?.role ?? null };
}
