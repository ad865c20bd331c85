import 'server-only';
import { fail, ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { newLinkToken } from '@/lib/server/link-token';
import { hashPassword } from '@/lib/server/password';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import { openInvitation } from './invitation-data';
import type { PeopleAdmin } from './policy';
import { endSessionsOf } from './session-mutations';
import { signInTurn } from './sign-in-queue';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** Failures from one address within 15 minutes; a lecture hall may stand behind it. */
const MOST_TRIES = 200;

/** A link with which a person sets a password. Only whoever made it ever sees it. */
export interface InvitationLink {
  id: string;
  path: string;
  expiresAt: Date;
}

/** A link for somebody who has no password yet, or has forgotten it; the password stays until it is used. */
export async function resetPassword(
  { actorId }: PeopleAdmin,
  personId: string,
): Promise<Result<InvitationLink, DomainError>> {
  return db().$transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { deactivatedAt: true, passwordHash: true },
    });
    if (!person) return notFound();
    if (person.deactivatedAt) {
      return refusal('INVALID', 'This person is deactivated. Reactivate them first.');
    }
    const purpose = person.passwordHash === null ? 'INVITATION' : 'RESET';
    return ok(await makeInvitation(tx, { personId, purpose, actorId, courseId: null }));
  });
}

/** Makes a link, after which the ones before it open nothing. Whether it may be made is for callers to know. */
export async function makeInvitation(
  tx: Database,
  {
    personId,
    purpose,
    actorId,
    courseId,
  }: {
    personId: string;
    purpose: 'INVITATION' | 'RESET';
    actorId: string | null;
    courseId: string | null;
  },
): Promise<InvitationLink> {
  const at = now();
  const expiresAt = new Date(at.getTime() + DAYS * DAY_MS);
  const { id, token, tokenHash } = newLinkToken();
  await tx.invitation.updateMany({ where: { personId, usedAt: null }, data: { usedAt: at } });
  await tx.invitation.create({
    data: { id, tokenHash, personId, purpose, byId: actorId, at, expiresAt },
  });
  await audit(tx, {
    actorId,
    action: purpose === 'RESET' ? 'person.reset' : 'person.invite',
    courseId,
    subject: `person:${personId}`,
    detail: { invitation: id },
  });
  return { id, path: `/invitations/${token}`, expiresAt };
}

/**
 * A new secret for a link that nobody has used, valid from now on: the one before is known to nobody here.
 * @returns null where it was used, or a newer link was made
 */
export async function renewInvitation(tx: Database, id: string): Promise<InvitationLink | null> {
  const { token, tokenHash } = newLinkToken(id);
  const expiresAt = new Date(now().getTime() + DAYS * DAY_MS);
  const { count } = await tx.invitation.updateMany({
    where: { id, usedAt: null },
    data: { tokenHash, expiresAt },
  });
  return count === 0 ? null : { id, path: `/invitations/${token}`, expiresAt };
}

/** A link that reached nobody opens nothing, and its person counts as not invited. */
export async function takeBackInvitation(tx: Database, id: string | null): Promise<void> {
  if (id === null) return;
  await tx.invitation.updateMany({ where: { id, usedAt: null }, data: { usedAt: now() } });
}

/** Sets the password of whoever has the link, once; all sessions of the person end. */
export async function acceptInvitation(
  token: string,
  password: string,
  address: string,
): Promise<Result<{ email: string }, DomainError>> {
  const limits = [{ key: `invitation:${address}`, most: MOST_TRIES }];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many tries. Wait 15 minutes and try again.');
  }
  const invitation = await openInvitation(token);
  if (!invitation) return overOrNone();
  await forgiveTry(limits);
  const hashed = await signInTurn(() => hashPassword(password));
  if (!hashed.ok) return fail(hashed.error);
  const { id, personId, email } = invitation;
  return db().$transaction(async (tx) => {
    const at = now();
    // Of two who use it at the same moment one finds it used.
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: at }, person: { deactivatedAt: null } },
      data: { usedAt: at },
    });
    if (count === 0) return overOrNone();
    await tx.person.update({ where: { id: personId }, data: { passwordHash: hashed.value } });
    const sessions = await endSessionsOf(tx, personId);
    await audit(tx, {
      actorId: personId,
      action: 'person.password',
      courseId: null,
      subject: `person:${personId}`,
      detail: { invitation: id, sessions },
    });
    return ok({ email });
  });
}

function overOrNone(): { ok: false; error: DomainError } {
  return refusal(
    'NOT_FOUND',
    'This link opens nothing: it was used, is older than 7 days, or a newer one was made. Ask for another.',
  );
}
