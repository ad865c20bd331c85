import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import type { PeopleAdmin } from './policy';
import { endSessionsOf } from './session-mutations';

/** Lets nobody sign in as this person any more, by whatever way, and ends their sessions and open links. */
export async function deactivate(
  { actorId }: PeopleAdmin,
  personId: string,
): Promise<Result<null, DomainError>> {
  if (personId === actorId) return refusal('INVALID', 'Nobody deactivates themselves.');
  return db().$transaction(async (tx) => {
    const at = now();
    const { count } = await tx.person.updateMany({
      where: { id: personId, deactivatedAt: null },
      data: { deactivatedAt: at },
    });
    if (count === 0) return there(await tx.person.count({ where: { id: personId } }));
    await tx.invitation.updateMany({ where: { personId, usedAt: null }, data: { usedAt: at } });
    const sessions = await endSessionsOf(tx, personId);
    await audit(tx, {
      actorId,
      action: 'person.deactivate',
      courseId: null,
      subject: `person:${personId}`,
      detail: { sessions },
    });
    return ok(null);
  });
}

/** Lets a person sign in again, with what they had. */
export async function reactivate(
  { actorId }: PeopleAdmin,
  personId: string,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null },
    });
    if (count === 0) return there(await tx.person.count({ where: { id: personId } }));
    await audit(tx, {
      actorId,
      action: 'person.reactivate',
      courseId: null,
      subject: `person:${personId}`,
      detail: {},
    });
    return ok(null);
  });
}

/** Says whether a person may create courses. */
export async function allowCourses(
  { actorId }: PeopleAdmin,
  personId: string,
  mayCreateCourses: boolean,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, mayCreateCourses: !mayCreateCourses },
      data: { mayCreateCourses },
    });
    if (count === 0) return there(await tx.person.count({ where: { id: personId } }));
    await audit(tx, {
      actorId,
      action: 'person.may-create-courses',
      courseId: null,
      subject: `person:${personId}`,
      detail: { mayCreateCourses },
    });
    return ok(null);
  });
}

/** What was so already is done; who does not exist is not found. */
function there(count: number): Result<null, DomainError> {
  return count > 0 ? ok(null) : notFound();
}
