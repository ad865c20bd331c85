import 'server-only';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';

/** The person behind a session, read anew with every request: rights can be taken away. */
export interface SignedInPerson {
  id: string;
  email: string;
  name: string;
  isAdmin: boolean;
}

export async function personById(id: string): Promise<SignedInPerson | null> {
  return db().person.findUnique({
    where: { id },
    select: { id: true, email: true, name: true, isAdmin: true },
  });
}

/** For signing in only. */
export async function credentialsOf(
  email: string,
): Promise<{ id: string; email: string; name: string; passwordHash: string | null } | null> {
  return db().person.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
}

/** Whether the person teaches anywhere: decides which start page they get. */
export async function isStaff(person: SignedInPerson): Promise<boolean> {
  if (person.isAdmin) return true;
  const enrolment = await db().enrolment.findFirst({
    where: { personId: person.id, role: { in: ['GRADER', 'INSTRUCTOR'] } },
    select: { role: true },
  });
  return enrolment !== null;
}

/** What the button of the OpenID Connect provider is called; null where none is configured. */
export function providerName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? OIDC_NAME : null;
}
