import 'server-only';
import type { NextRequest } from 'next/server';
import { asStaff, type InstructedCourse, isUuid } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayInstruct, mayReview, personOfRequest } from '@/lib/features/people/policy';
import { courseOfSitting } from '@/lib/features/sittings/access-data';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { attemptAccess, sittingAccess } from './access-data';

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

/** A sitting that the person may run; nobody acts by name where the command line does. */
export type InstructedSitting = Brand<
  { id: string; courseId: string; actorId: string | null },
  'InstructedSitting'
>;

export async function reviewedSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<ReviewedSitting, DomainError>> {
  const access = isUuid(sittingId) ? await sittingAccess(sittingId, person.id) : null;
  const allowed = asStaff(person, access);
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

/** The same for a route handler. */
export async function reviewedSittingOfRequest(
  request: NextRequest,
  sittingId: string,
): Promise<Result<ReviewedSitting, DomainError>> {
  const person = await personOfRequest(request);
  return person.ok ? reviewedSitting(person.value, sittingId) : person;
}

/** To a student, also of the course, other people's attempts do not exist. */
export async function reviewedAttempt(
  person: SignedInPerson,
  attemptId: string,
): Promise<Result<ReviewedAttempt, DomainError>> {
  const access = isUuid(attemptId) ? await attemptAccess(attemptId, person.id) : null;
  if (!access || !mayReview(person, access.role)) return notFound();
  const { sittingId, courseId } = access;
  return ok(proven<'ReviewedAttempt'>()({ id: attemptId, sittingId, courseId, reviewer: person }));
}

/** An attempt whose sitting the person runs. */
export type InstructedAttempt = Brand<
  { id: string; sittingId: string; courseId: string; actorId: string | null },
  'InstructedAttempt'
>;

export async function instructedAttempt(
  person: SignedInPerson,
  attemptId: string,
): Promise<Result<InstructedAttempt, DomainError>> {
  const access = isUuid(attemptId) ? await attemptAccess(attemptId, person.id) : null;
  const allowed = asStaff(person, access);
  if (!allowed.ok || !access) return allowed.ok ? notFound() : allowed;
  const { sittingId, courseId, role } = access;
  if (!mayInstruct(person, role)) {
    return refusal('FORBIDDEN', 'Only an instructor of the course may do this.');
  }
  return ok(
    proven<'InstructedAttempt'>()({ id: attemptId, sittingId, courseId, actorId: person.id }),
  );
}

export async function instructedSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<InstructedSitting, DomainError>> {
  const access = isUuid(sittingId) ? await sittingAccess(sittingId, person.id) : null;
  const allowed = asStaff(person, access);
  if (!allowed.ok) return allowed;
  const { courseId, role } = allowed.value;
  if (!mayInstruct(person, role)) {
    return refusal('FORBIDDEN', 'Only an instructor of the course may do this.');
  }
  return ok(proven<'InstructedSitting'>()({ id: sittingId, courseId, actorId: person.id }));
}

/** A sitting for whoever runs its course already: to be read, and to be run. */
export async function sittingOfCourse(
  { id: courseId, actorId }: InstructedCourse,
  sittingId: string,
): Promise<Result<{ reviewed: ReviewedSitting; instructed: InstructedSitting }, DomainError>> {
  if (!isUuid(sittingId) || (await courseOfSitting(sittingId)) !== courseId) return notFound();
  return ok({
    reviewed: proven<'ReviewedSitting'>()({ id: sittingId, courseId, mayInstruct: true }),
    instructed: proven<'InstructedSitting'>()({ id: sittingId, courseId, actorId }),
  });
}
