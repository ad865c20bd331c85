import 'server-only';
import { z } from 'zod';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayInstruct, mayReview } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { attemptAccess, type CourseAccess, courseAccess, sittingAccess } from './access-data';

/** A course that the person teaches, as a grader or an instructor. */
export type TaughtCourse = Brand<{ id: string; mayInstruct: boolean }, 'TaughtCourse'>;

/** A sitting whose attempts the person may read. */
export type ReviewedSitting = Brand<
  { id: string; courseId: string; mayInstruct: boolean },
  'ReviewedSitting'
>;

/** An attempt that the person may read and mark. */
export type ReviewedAttempt = Brand<
  { id: string; sittingId: string; courseId: string; reviewer: SignedInPerson },
  'ReviewedAttempt'
>;

/** A sitting that the person may run. */
export type InstructedSitting = Brand<
  { id: string; courseId: string; instructor: SignedInPerson },
  'InstructedSitting'
>;

export async function taughtCourse(
  person: SignedInPerson,
  courseId: string,
): Promise<Result<TaughtCourse, DomainError>> {
  const access = isId(courseId) ? await courseAccess(courseId, person.id) : null;
  const allowed = asReviewer(person, access);
  if (!allowed.ok) return allowed;
  const { role } = allowed.value;
  return ok(proven<'TaughtCourse'>()({ id: courseId, mayInstruct: mayInstruct(person, role) }));
}

export async function reviewedSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<ReviewedSitting, DomainError>> {
  const access = isId(sittingId) ? await sittingAccess(sittingId, person.id) : null;
  const allowed = asReviewer(person, access);
  if (!allowed.ok) return allowed;
  const { courseId, role } = allowed.value;
  return ok(
    proven<'ReviewedSitting'>()({
      id: sittingId,
      courseId,
      mayInstruct: mayInstruct(person, role),
    }),
  );
}

/** To a student, also of the course, other people's attempts do not exist. */
export async function reviewedAttempt(
  person: SignedInPerson,
  attemptId: string,
): Promise<Result<ReviewedAttempt, DomainError>> {
  const access = isId(attemptId) ? await attemptAccess(attemptId, person.id) : null;
  if (!access || !mayReview(person, access.role)) return notFound();
  const { sittingId, courseId } = access;
  return ok(proven<'ReviewedAttempt'>()({ id: attemptId, sittingId, courseId, reviewer: person }));
}

export async function instructedSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<InstructedSitting, DomainError>> {
  const access = isId(sittingId) ? await sittingAccess(sittingId, person.id) : null;
  const allowed = asReviewer(person, access);
  if (!allowed.ok) return allowed;
  const { courseId, role } = allowed.value;
  if (!mayInstruct(person, role)) {
    return refusal('FORBIDDEN', 'Only an instructor of the course may do this.');
  }
  return ok(proven<'InstructedSitting'>()({ id: sittingId, courseId, instructor: person }));
}

/** People outside the course learn nothing; its students learn that this is for staff. */
function asReviewer(
  person: SignedInPerson,
  access: CourseAccess | null,
): Result<CourseAccess, DomainError> {
  if (!access) return notFound();
  if (mayReview(person, access.role)) return ok(access);
  return access.role === null
    ? notFound()
    : refusal('FORBIDDEN', 'Only the staff of the course may see this.');
}

function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
