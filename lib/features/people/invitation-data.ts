import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { isSecretOf, readLinkToken } from '@/lib/server/link-token';

export interface OpenInvitation {
  id: string;
  personId: string;
  name: string;
  email: string;
  purpose: 'INVITATION' | 'RESET';
}

/** The invitation of a link; null where it opens nothing any more, or never did. */
export async function openInvitation(token: string): Promise<OpenInvitation | null> {
  const link = readLinkToken(token);
  if (!link) return null;
  const invitation = await db().invitation.findUnique({
    where: { id: link.id },
    select: {
      ...{ id: true, tokenHash: true, purpose: true, usedAt: true, expiresAt: true },
      person: { select: { id: true, name: true, email: true, deactivatedAt: true } },
    },
  });
  if (!invitation || !isSecretOf(invitation.tokenHash, link.secret)) return null;
  const { id, purpose, usedAt, expiresAt, person } = invitation;
  if (usedAt || expiresAt <= now() || person.deactivatedAt) return null;
  return { id, personId: person.id, name: person.name, email: person.email, purpose };
}
