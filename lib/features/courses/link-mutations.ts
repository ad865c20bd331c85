import 'server-only';
import type { SignedInPerson } from '@/lib/features/people/data';
import { enrol } from '@/lib/features/people/enrolment-mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { newLinkToken } from '@/lib/server/link-token';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import { openLink } from './link-data';
import { openCourse } from './member-mutations';
import type { InstructedCourse } from './policy';
import type { NewLink } from './schema';

const DAY_MS = 24 * 60 * 60_000;

/** Wrong links that somebody follows within 15 minutes. */
const MOST_TRIES = 30;

/** Makes a link that adds whoever is signed in to the course. Only whoever made it ever sees it. */
export async function createLink(
  { id: courseId, actorId }: InstructedCourse,
  { role, days }: NewLink,
): Promise<Result<{ path: string; expiresAt: Date }, DomainError>> {
  return db().$transaction(async (tx) => {
    const open = await openCourse(tx, courseId);
    if (!open.ok) return open;
    const at = now();
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    const { id, token, tokenHash } = newLinkToken();
    await tx.courseLink.create({
      data: { id, tokenHash, courseId, role, byId: actorId, at, expiresAt },
    });
    await audit(tx, {
      actorId,
      action: 'course.link',
      courseId,
      subject: `course-link:${id}`,
      detail: { role, expiresAt: expiresAt.toISOString() },
    });
    return ok({ path: `/join/${token}`, expiresAt });
  });
}

/** Takes a link back: it opens nothing any more. Whoever came by it stays. */
export async function revokeLink(
  { id: courseId, actorId }: InstructedCourse,
  linkId: string,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.courseLink.updateMany({
      where: { id: linkId, courseId, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (count === 0) return notFound();
    await audit(tx, {
      actorId,
      action: 'course.link-revoke',
      courseId,
      subject: `course-link:${linkId}`,
      detail: {},
    });
    return ok(null);
  });
}

/** Adds the person to the course of a link. Who is in it already keeps their role. */
export async function joinByLink(
  person: SignedInPerson,
  token: string,
): Promise<Result<{ courseId: string }, DomainError>> {
  const limits = [{ key: `join:${person.id}`, most: MOST_TRIES }];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many tries. Wait 15 minutes and try again.');
  }
  const link = await openLink(token);
  if (!link) {
    return refusal('NOT_FOUND', 'This link opens nothing any more. Ask the staff for another.');
  }
  await forgiveTry(limits);
  const { courseId, role } = link;
  return db().$transaction(async (tx) => {
    const open = await openCourse(tx, courseId);
    if (!open.ok) return open;
    const key = { personId_courseId: { personId: person.id, courseId } };
    const here = await tx.enrolment.findUnique({ where: key, select: { role: true } });
    if (!here) await enrol(tx, { courseId, personId: person.id, role }, person.id);
    return ok({ courseId });
  });
}
