import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { personOfIdentity } from './data';
import type { Claims } from './provider';
import { emailSchema, personColumns, splitName } from './schema';

interface VerifiedIdentity {
  issuer: string;
  subject: string;
  email: string;
  name: string;
}

/**
 * The person of an identity of the provider. Issuer and subject say who it is; on the first visit the
 * identity is linked to the person of its e-mail address, or to a new one, and only where the
 * provider has verified the address: any other could be anybody's.
 */
export async function signInWithProvider(
  claims: Claims,
): Promise<Result<{ id: string }, DomainError>> {
  const linked = await personOfIdentity({ issuer: claims.iss, subject: claims.sub });
  if (linked) return linked.deactivated ? deactivated() : ok({ id: linked.id });
  const email = emailSchema.safeParse(claims.email);
  const verified = claims.email_verified ?? env().OIDC_EMAILS_VERIFIED;
  if (!email.success || !verified) {
    return refusal('EMAIL_NOT_VERIFIED', 'The provider has not verified your e-mail address.');
  }
  const identity = {
    issuer: claims.iss,
    subject: claims.sub,
    email: email.data,
    name: claims.name?.trim() || email.data,
  };
  try {
    return await db().$transaction((tx) => link(tx, identity));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two first visits at the same moment: the other one has linked it.
    const linked = await personOfIdentity(identity);
    return linked ? ok({ id: linked.id }) : addressTaken();
  }
}

async function link(
  tx: Database,
  { issuer, subject, email, name }: VerifiedIdentity,
): Promise<Result<{ id: string }, DomainError>> {
  const person = await tx.person.upsert({
    where: { email },
    create: {
      ...personColumns({ email, ...splitName(name), studentNumber: null }),
      passwordHash: null,
    },
    update: {},
    select: {
      id: true,
      deactivatedAt: true,
      identities: { where: { issuer }, select: { subject: true } },
    },
  });
  if (person.deactivatedAt) return deactivated();
  const [linked] = person.identities;
  // A second first visit at the same moment.
  if (linked?.subject === subject) return ok({ id: person.id });
  // The provider gave the address to somebody else: that must not give them the person too.
  if (linked) return addressTaken();
  await tx.identity.create({
    data: { issuer, subject, personId: person.id, linkedAt: now() },
  });
  await audit(tx, {
    actorId: person.id,
    action: 'identity.link',
    courseId: null,
    subject: `person:${person.id}`,
    detail: { issuer, subject },
  });
  return ok({ id: person.id });
}

function deactivated(): { ok: false; error: DomainError } {
  return refusal('DEACTIVATED', 'Your account is deactivated. Ask the staff.');
}

function addressTaken(): { ok: false; error: DomainError } {
  return refusal('EMAIL_TAKEN', 'Your e-mail address belongs to another account of the provider.');
}
