import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { z } from 'zod';
import { env } from '@/lib/server/env';
import { personById, type SignedInPerson } from './data';

/** A long exam with everything around it; then one signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The name of the session's cookie; over HTTPS browsers refuse it from anywhere else. */
export function sessionCookie(): string {
  const secure = env().NEXTAUTH_URL?.startsWith('https://') ?? false;
  return `${secure ? '__Secure-' : ''}next-auth.session-token`;
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
  const token = jar.get(sessionCookie())?.value;
  if (!token) return null;
  const session = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const id = z.uuid().safeParse(session?.sub);
  return id.success ? personById(id.data) : null;
}
