import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import type { AuditAction } from '@/lib/server/audit-actions';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { hashPassword, verifyPassword } from '@/lib/server/password';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import { type Enrolled, enrol } from './enrolment-mutations';
import { type NewPerson, type PasswordChange, personColumns, splitName } from './schema';
import { endSessionsOf } from './session-mutations';

/** Failures within 15 minutes, by somebody who found a signed-in browser. */
const MOST_CHANGES = 8;

/** What adding a person did. */
export interface AddedPerson {
  id: string;
  /** False for somebody who was there before: name and password stay as they were. */
  isNew: boolean;
  /** Null where no course was named. */
  enrolled: Enrolled | null;
  becameAdmin: boolean;
}

/**
 * Adds a person with at most one enrolment. Somebody with this e-mail who is there already gets the
 * enrolment and the rights of an admin, and nothing else of them changes; they are refused where there
 * is nothing to do.
 * @param actorId who does it; null for the command line
 */
export async function addPerson(
  newPerson: NewPerson,
  actorId: string | null,
): Promise<Result<AddedPerson, DomainError>> {
  const { email, password, enrolment } = newPerson;
  const passwordHash = password === null ? null : await hashPassword(password);
  const course = enrolment
    ? await db().course.findUnique({ where: { slug: enrolment.course }, select: { id: true } })
    : null;
  if (enrolment && !course) return noSuchCourse(enrolment.course);
  try {
    return await db().$transaction(async (tx) => {
      const person = await personToBe(tx, newPerson, passwordHash, actorId);
      const enrolled =
        enrolment && course
          ? await enrol(
              tx,
              { personId: person.id, courseId: course.id, role: enrolment.role },
              actorId,
            )
          : null;
      const isChanged = person.isNew || person.becameAdmin || enrolled !== null;
      return isChanged ? ok({ ...person, enrolled }) : alreadyThere(email);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return alreadyThere(email);
  }
}

/** The person of the e-mail, who is made where there is none. */
async function personToBe(
  tx: Database,
  { email, name, studentNumber = null, isAdmin }: NewPerson,
  passwordHash: string | null,
  actorId: string | null,
): Promise<Omit<AddedPerson, 'enrolled'>> {
  const known = await tx.person.findUnique({
    where: { email },
    select: { id: true, isAdmin: true },
  });
  if (known) {
    const becameAdmin = isAdmin && !known.isAdmin;
    if (becameAdmin) {
      await tx.person.update({ where: { id: known.id }, data: { isAdmin: true } });
      await auditPerson(tx, 'person.admin', known.id, actorId, { isAdmin: true });
    }
    return { id: known.id, isNew: false, becameAdmin };
  }
  const columns = personColumns({ email, ...splitName(name), studentNumber });
  const { id } = await tx.person.create({
    data: { ...columns, passwordHash, isAdmin },
    select: { id: true },
  });
  await auditPerson(tx, 'person.add', id, actorId, { email, isAdmin });
  return { id, isNew: true, becameAdmin: isAdmin };
}

async function auditPerson(
  tx: Database,
  action: AuditAction,
  personId: string,
  actorId: string | null,
  detail: Parameters<typeof audit>[1]['detail'],
): Promise<void> {
  await audit(tx, { actorId, action, courseId: null, subject: `person:${personId}`, detail });
}

async function noSuchCourse(slug: string): Promise<{ ok: false; error: DomainError }> {
  const courses = await db().course.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } });
  const slugs = courses.map((course) => course.slug).join(', ') || 'none';
  return refusal('NOT_FOUND', `There is no course "${slug}"; there are: ${slugs}.`);
}

function alreadyThere(email: string): { ok: false; error: DomainError } {
  return refusal('ALREADY_EXISTS', `There is already a person with the e-mail ${email}.`);
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
