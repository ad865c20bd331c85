import 'server-only';
import { type InstructedCourse, instructedCourse, isUuid } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound } from '@/lib/server/errors';
import { courseOfSitting } from './access-data';

/** A sitting of a course that somebody runs: its times, its list, its code. No test run. */
export type CourseSitting = Brand<
  {
    id: string;
    courseId: string;
    /** Who acts, for the record; null for the command line. */
    actorId: string | null;
  },
  'CourseSitting'
>;

export async function courseSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<CourseSitting, DomainError>> {
  const courseId = isUuid(sittingId) ? await courseOfSitting(sittingId) : null;
  const course = courseId === null ? notFound() : await instructedCourse(person, courseId);
  return course.ok ? sittingOfCourse(course.value, sittingId) : course;
}

/** The same for whoever runs the course already. */
export async function sittingOfCourse(
  { id: courseId, actorId }: InstructedCourse,
  sittingId: string,
): Promise<Result<CourseSitting, DomainError>> {
  const its = isUuid(sittingId) ? await courseOfSitting(sittingId) : null;
  if (its !== courseId) return notFound();
  return ok(proven<'CourseSitting'>()({ id: sittingId, courseId, actorId }));
}
