import 'server-only';
import { ok, type Result } from '@/lib/math/result';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { hashPassword } from '@/lib/server/password';
import type { NewPerson } from './schema';

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
    const known = await db().course.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } });
    const slugs = known.map(({ slug }) => slug).join(', ') || 'none';
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

/** The person of a verified address of the identity provider; made on the first visit. */
export async function personFromProvider({
  email,
  name,
}: {
  email: string;
  name: string;
}): Promise<{ id: string }> {
  return db().person.upsert({
    where: { email },
    create: { email, name, passwordHash: null },
    update: {},
    select: { id: true },
  });
}
