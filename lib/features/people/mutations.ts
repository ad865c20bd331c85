import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { hashPassword, verifyPassword } from '@/lib/server/password';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import type { NewPerson, PasswordChange } from './schema';
import { endSessionsOf } from './session-mutations';

/** Failures within 15 minutes, by somebody who found a signed-in browser. */
const MOST_CHANGES = 8;

/**
 * Adds a person with at most one enrolment.
 * @param actorId who does it; null for the command line
 */
export async function addPerson(
  { email, name, password, isAdmin, enrolment }: NewPerson,
  actorId: string | null,
): Promise<Result<{ id: string }, DomainError>> {
  const passwordHash = password === null ? null : await hashPassword(password);
  const course = enrolment
    ? await db().course.findUnique({ where: { slug: enrolment.course }, select: { id: true } })
    : null;
  if (enrolment && !course) {
    const courses = await db().course.findMany({
      select: { slug: true },
      orderBy: { slug: 'asc' },
    });
    const slugs = courses.map(({ slug }) => slug).join(', ') || 'none';
    return refusal('NOT_FOUND', `There is no course "${enrolment.course}"; there are: ${slugs}.`);
  }
  try {
    return await db().$transaction(async (tx) => {
      const person = await tx.person.create({
        data: { email, name, passwordHash, isAdmin },
        select: { id: true },
      });
      if (enrolment && course) {
        await tx.enrolment.create({
          data: { personId: person.id, courseId: course.id, role: enrolment.role },
        });
      }
      await audit(tx, {
        actorId,
        action: 'person.add',
        courseId: course?.id ?? null,
        subject: `person:${person.id}`,
        detail: { email, isAdmin, role: enrolment?.role ?? null },
      });
      return ok(person);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refusal('ALREADY_EXISTS', `There is already a person with the e-mail ${email}.`);
  }
}

/**
 * Changes one's own password, which ends all other sessions: whoever knew the old one is out.
 * @param sessionId the session that goes on
 */
export async function changePassword(
  { personId, sessionId }: { personId: string; sessionId: string },
  { current, next }: PasswordChange,
): Promise<Result<null, DomainError>> {
  const limits = [{ key: `change:${personId}`, most: MOST_CHANGES }];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many tries. Wait 15 minutes and try again.');
  }
  const { passwordHash } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, current))) {
    return refusal('INVALID', 'The current password is wrong.');
  }
  await forgiveTry(limits);
  const changed = await hashPassword(next);
  await db().$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { passwordHash: changed } });
    await audit(tx, {
      actorId: personId,
      action: 'person.password',
      courseId: null,
      subject: `person:${personId}`,
      detail: {},
    });
    await endSessionsOf(tx, personId, sessionId);
  });
  return ok(null);
}

/** Ends a person's sessions on all devices. */
export async function signOutEverywhere(personId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const sessions = await endSessionsOf(tx, personId);
    await audit(tx, {
      actorId: personId,
      action: 'person.sign-out-everywhere',
      courseId: null,
      subject: `person:${personId}`,
      detail: { sessions },
    });
  });
}
