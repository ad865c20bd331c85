import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import type { CourseMaker, InstructedCourse } from './policy';
import type { CourseChange, NewCourse } from './schema';

/** Creates a course; whoever does becomes its instructor. */
export async function createCourse(
  { actorId }: CourseMaker,
  course: NewCourse,
): Promise<Result<{ id: string }, DomainError>> {
  try {
    return await db().$transaction(async (tx) => {
      const { id } = await tx.course.create({
        data: { ...course, createdAt: now() },
        select: { id: true },
      });
      if (actorId !== null) {
        await tx.enrolment.create({
          data: { courseId: id, personId: actorId, role: 'INSTRUCTOR' },
        });
      }
      await audit(tx, {
        actorId,
        action: 'course.create',
        courseId: id,
        subject: `course:${id}`,
        detail: { ...course },
      });
      return ok({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refusal(
      'ALREADY_EXISTS',
      `There is already a course with the short name "${course.slug}". Choose another.`,
    );
  }
}

/** Changes title and time zone. */
export async function editCourse(
  { id, actorId }: InstructedCourse,
  change: CourseChange,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const select = { title: true, timeZone: true } as const;
    const before = await tx.course.findUniqueOrThrow({ where: { id }, select });
    if (before.title === change.title && before.timeZone === change.timeZone) return ok(null);
    await tx.course.update({ where: { id }, data: change });
    await audit(tx, {
      actorId,
      action: 'course.edit',
      courseId: id,
      subject: `course:${id}`,
      detail: { before, after: { ...change } },
    });
    return ok(null);
  });
}

/** Lists a course apart, and lets nobody come into it; or takes it back. Nothing of it is lost. */
export async function archiveCourse(
  { id, actorId }: InstructedCourse,
  archived: boolean,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.course.updateMany({
      where: { id, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? now() : null },
    });
    if (count === 0) return ok(null);
    await audit(tx, {
      actorId,
      action: archived ? 'course.archive' : 'course.unarchive',
      courseId: id,
      subject: `course:${id}`,
      detail: {},
    });
    return ok(null);
  });
}
