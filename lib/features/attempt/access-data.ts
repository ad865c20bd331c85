import 'server-only';
import type { SittingMode } from '@/lib/exam/release';
import type { PlaceRules } from '@/lib/features/attempt/place/rules';
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

/** For the policies: where and in what browser a sitting may be taken. */
export async function placeRules(sittingId: string): Promise<PlaceRules> {
  return db().sitting.findUniqueOrThrow({
    where: { id: sittingId },
    select: { addressRanges: true, sebConfigKeys: true, sebExamKeys: true },
  });
}

export interface FoundSitting {
  id: string;
  courseId: string;
  mode: SittingMode;
  /** The role that the person has in its course. */
  role: Role | null;
  /** The person has begun it; or it is offered to them: to all, or they are on its list. */
  isOffered: boolean;
}

/** For the policies: a sitting, and what a person is in its course. */
export async function findSitting(id: string, personId: string): Promise<FoundSitting | null> {
  const sitting = await db().sitting.findUnique({
    where: { id },
    select: {
      id: true,
      courseId: true,
      mode: true,
      listOnly: true,
      archivedAt: true,
      candidates: { where: { personId }, select: { personId: true } },
      attempts: { where: { personId }, take: 1, select: { id: true } },
      course: { select: { enrolments: { where: { personId }, select: { role: true } } } },
    },
  });
  if (!sitting) return null;
  const { courseId, mode, course, listOnly, archivedAt, candidates, attempts } = sitting;
  const isOffered =
    attempts.length > 0 || (archivedAt === null && (!listOnly || candidates.length > 0));
  return { id, courseId, mode, role: course.enrolments[0]?.role ?? null, isOffered };
}
