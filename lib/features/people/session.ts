import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { z } from 'zod';
import { env } from '@/lib/server/env';
import { personOfSession, type SignedInPerson } from './data';

/** A long exam with everything around it; then one signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Over HTTPS browsers refuse the session's cookie from anywhere else. */
function isSecure(): boolean {
  return env().NEXTAUTH_URL?.startsWith('https://') ?? false;
}

/** The name of the session's cookie. */
export function sessionCookie(): string {
  return `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;
}

/**
 * What takes the session's cookie away. A cookie whose name begins with `__Secure-` is only changed
 * by one that says Secure itself (RFC 6265bis, section 4.1.3.1).
 */
export function expiredSessionCookie() {
  return {
    name: sessionCookie(),
    value: '',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    maxAge: 0,
  } as const;
}

interface CookieJar {
  get: (name: string) => { value: string } | undefined;
}

/** The signed-in person of a page or a server action; null where nobody is signed in. */
export const currentPerson = cache(
  async (): Promise<SignedInPerson | null> => personOfCookies(await cookies()),
);

/** The same for a route handler: `personOfCookies(request.cookies)`. */
export async function personOfCookies(jar: CookieJar): Promise<SignedInPerson | null> {
  const sessionId = await sessionIdOf(jar);
  return sessionId === null ? null : personOfSession(sessionId);
}

/** Which session a browser names; whether it still counts is for the database to say. */
export async function sessionIdOf(jar: CookieJar): Promise<string | null> {
  const token = jar.get(sessionCookie())?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return z.uuid().safeParse(decoded?.sid).data ?? null;
}
