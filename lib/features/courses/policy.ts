import 'server-only';
import { z } from 'zod';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayInstruct, mayReview } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { type CourseAccess, courseAccess, courseIdOf, courseSlugs } from './access-data';

/** A course that the person teaches, as a grader or an instructor. */
export type TaughtCourse = Brand<{ id: string; mayInstruct: boolean }, 'TaughtCourse'>;

/** A course that the person may run: its people, exams and sittings. */
export type InstructedCourse = Brand<
  {
    id: string;
    /** Who acts, for the record; null for the command line. */
    actorId: string | null;
    /** May change people who are in other courses as well. */
    isAdmin: boolean;
  },
  'InstructedCourse'
>;

/** Somebody who may create courses. */
export type CourseMaker = Brand<{ actorId: string | null }, 'CourseMaker'>;

/** For admins, and for those whom an admin allowed it. */
export function courseMaker(person: SignedInPerson): Result<CourseMaker, DomainError> {
  return person.isAdmin || person.mayCreateCourses
    ? ok(proven<'CourseMaker'>()({ actorId: person.id }))
    : refusal('FORBIDDEN', 'You may not create courses. An admin can allow it.');
}

/** For the command line. */
export function serverCourseMaker(): CourseMaker {
  return proven<'CourseMaker'>()({ actorId: null });
}

export async function taughtCourse(
  person: SignedInPerson,
  courseId: string,
): Promise<Result<TaughtCourse, DomainError>> {
  const access = isUuid(courseId) ? await courseAccess(courseId, person.id) : null;
  const allowed = asStaff(person, access);
  if (!allowed.ok) return allowed;
  const { role } = allowed.value;
  return ok(proven<'TaughtCourse'>()({ id: courseId, mayInstruct: mayInstruct(person, role) }));
}

export async function instructedCourse(
  person: SignedInPerson,
  courseId: string,
): Promise<Result<InstructedCourse, DomainError>> {
  const taught = await taughtCourse(person, courseId);
  if (!taught.ok) return taught;
  if (!taught.value.mayInstruct) {
    return refusal('FORBIDDEN', 'Only an instructor of the course may do this.');
  }
  return ok(
    proven<'InstructedCourse'>()({ id: courseId, actorId: person.id, isAdmin: person.isAdmin }),
  );
}

/** For the command line: whoever may run it on the server may do all that instructors may. */
export async function courseBySlug(slug: string): Promise<Result<InstructedCourse, DomainError>> {
  const courseId = await courseIdOf(slug);
  if (courseId === null) {
    const slugs = (await courseSlugs()).join(', ') || 'none';
    return refusal('NOT_FOUND', `There is no course "${slug}"; there are: ${slugs}.`);
  }
  return ok(proven<'InstructedCourse'>()({ id: courseId, actorId: null, isAdmin: true }));
}

/** People outside the course learn nothing; its students learn that this is for staff. */
export function asStaff(
  person: SignedInPerson,
  access: CourseAccess | null,
): Result<CourseAccess, DomainError> {
  if (!access) return notFound();
  if (mayReview(person, access.role)) return ok(access);
  return access.role === null
    ? notFound()
    : refusal('FORBIDDEN', 'Only the staff of the course may see this.');
}

/** What is no id names nothing, and the database would refuse to look for it. */
export function isUuid(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
