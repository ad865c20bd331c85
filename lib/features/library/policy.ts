import 'server-only';
import { type InstructedCourse, instructedCourse, isUuid } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound } from '@/lib/server/errors';
import { findDraft, findVersion } from './access-data';

/** An uploaded exam of a course that the person runs. */
export type LibraryDraft = Brand<{ id: string; courseId: string }, 'LibraryDraft'>;

/** A version, key and all, that the person may offer in a course: of its library, or the server's. */
export type LibraryVersion = Brand<
  { id: string; courseId: string; isServers: boolean; actorId: string | null },
  'LibraryVersion'
>;

export async function libraryDraft(
  person: SignedInPerson,
  courseId: string,
  draftId: string,
): Promise<Result<LibraryDraft, DomainError>> {
  const course = await instructedCourse(person, courseId);
  if (!course.ok) return course;
  const draft = isUuid(draftId) ? await findDraft(draftId) : null;
  if (draft?.courseId !== courseId) return notFound();
  return ok(proven<'LibraryDraft'>()({ id: draftId, courseId }));
}

export async function libraryVersion(
  person: SignedInPerson,
  courseId: string,
  versionId: string,
): Promise<Result<LibraryVersion, DomainError>> {
  const course = await instructedCourse(person, courseId);
  return course.ok ? versionOfCourse(course.value, versionId) : course;
}

/** The same for whoever runs the course already. */
export async function versionOfCourse(
  { id: courseId, actorId }: InstructedCourse,
  versionId: string,
): Promise<Result<LibraryVersion, DomainError>> {
  const version = isUuid(versionId) ? await findVersion(versionId) : null;
  if (!version || (version.courseId !== null && version.courseId !== courseId)) return notFound();
  const isServers = version.courseId === null;
  return ok(proven<'LibraryVersion'>()({ id: versionId, courseId, isServers, actorId }));
}
