import 'server-only';
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a link carries: the id of its row, and a secret of which the row has only the hash. */
export interface LinkToken {
  id: string;
  secret: string;
}

/** A new link, or a new secret for one that there is: what goes into its address, and into its row. */
export function newLinkToken(id: string = randomUUID()): {
  id: string;
  token: string;
  tokenHash: string;
} {
  const secret = randomBytes(32).toString('base64url');
  return { id, token: `${id}.${secret}`, tokenHash: hashOf(secret) };
}

/** Reads what stands in an address; null for what is none of ours. */
export function readLinkToken(token: string): LinkToken | null {
  const [, id, secret] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  return id !== undefined && secret !== undefined && z.uuid().safeParse(id).success
    ? { id, secret }
    : null;
}

/** Whether the secret is the one of the row; takes as long whether or not. */
export function isSecretOf(tokenHash: string, secret: string): boolean {
  const [stored, given] = [Buffer.from(tokenHash, 'hex'), Buffer.from(hashOf(secret), 'hex')];
  return stored.length === given.length && timingSafeEqual(stored, given);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
