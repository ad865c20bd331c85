'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Result } from '@/lib/result';
import { clientAddress } from '@/lib/server/client-address';
import { type DomainError, refusal } from '@/lib/server/errors';
import { acceptInvitation } from './invitation-mutations';
import { changePassword as change, signOutEverywhere as endAll } from './mutations';
import { requirePerson } from './policy';
import { invitedPasswordSchema, passwordChangeSchema } from './schema';
import { expiredSessionCookie, sessionIdOf } from './session';
import { endSession } from './session-mutations';

/** Ends the session of this device, also for whoever has a copy of its cookie. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const sessionId = await sessionIdOf(jar);
  if (sessionId !== null) await endSession(sessionId);
  jar.set(expiredSessionCookie());
  redirect('/sign-in');
}

/** Ends all sessions of the person, this one included. */
export async function signOutEverywhere(): Promise<void> {
  const person = await requirePerson();
  if (person.ok) await endAll(person.value.id);
  (await cookies()).set(expiredSessionCookie());
  redirect('/sign-in');
}

/** Changes one's own password and ends all other sessions. */
export async function changePassword(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const sessionId = await sessionIdOf(await cookies());
  const parsed = passwordChangeSchema.safeParse(input);
  if (!parsed.success || sessionId === null) {
    return refusal('INVALID', parsed.error?.issues[0]?.message ?? 'This is no change of password.');
  }
  return change({ personId: person.value.id, sessionId }, parsed.data);
}

/** Sets the password of whoever has the link; the input is `{ token, password }`. */
export async function setInvitedPassword(
  input: unknown,
): Promise<Result<{ email: string }, DomainError>> {
  const parsed = invitedPasswordSchema.safeParse(input);
  if (!parsed.success) {
    return refusal('INVALID', parsed.error.issues[0]?.message ?? 'This is no password.');
  }
  const { token, password } = parsed.data;
  return acceptInvitation(token, password, clientAddress(Object.fromEntries(await headers())));
}
