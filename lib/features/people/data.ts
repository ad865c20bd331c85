import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';

/** The person behind a session, read anew with every request: rights can be taken away. */
export interface SignedInPerson {
  id: string;
  email: string;
  name: string;
  isAdmin: boolean;
  /** May create courses without being an admin. */
  mayCreateCourses: boolean;
}

const signedInFields = {
  id: true,
  email: true,
  name: true,
  isAdmin: true,
  mayCreateCourses: true,
} as const;

export async function personById(id: string): Promise<SignedInPerson | null> {
  return db().person.findUnique({ where: { id }, select: signedInFields });
}

/** The person of a session that has neither ended nor been ended. */
export async function personOfSession(sessionId: string): Promise<SignedInPerson | null> {
  const session = await db().session.findFirst({
    where: {
      id: sessionId,
      endedAt: null,
      endsAt: { gt: now() },
      person: { deactivatedAt: null },
    },
    select: { person: { select: signedInFields } },
  });
  return session?.person ?? null;
}

/** How many browsers the person is signed in with. */
export async function runningSessions(personId: string): Promise<number> {
  return db().session.count({ where: { personId, endedAt: null, endsAt: { gt: now() } } });
}

/** The person whom an identity of an OpenID Connect provider was linked to. */
export async function personOfIdentity({
  issuer,
  subject,
}: {
  issuer: string;
  subject: string;
}): Promise<{ id: string; deactivated: boolean } | null> {
  const identity = await db().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true, person: { select: { deactivatedAt: true } } },
  });
  return identity && { id: identity.personId, deactivated: identity.person.deactivatedAt !== null };
}

/** For signing in only; nothing for people who are deactivated. */
export async function credentialsOf(
  email: string,
): Promise<{ id: string; email: string; name: string; passwordHash: string | null } | null> {
  return db().person.findUnique({
    where: { email, deactivatedAt: null },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
}

/** Whether the person teaches anywhere, or may begin to: decides which start page they get. */
export async function isStaff(person: SignedInPerson): Promise<boolean> {
  if (person.isAdmin || person.mayCreateCourses) return true;
  const enrolment = await db().enrolment.findFirst({
    where: { personId: person.id, role: { in: ['GRADER', 'INSTRUCTOR'] } },
    select: { role: true },
  });
  return enrolment !== null;
}

/** Whether the person has a password; the others sign in through the provider. */
export async function hasPassword(personId: string): Promise<boolean> {
  const person = await db().person.findUnique({
    where: { id: personId },
    select: { passwordHash: true },
  });
  return person?.passwordHash != null;
}

/** What the button of the OpenID Connect provider is called; null where none is configured. */
export function providerName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? OIDC_NAME : null;
}
