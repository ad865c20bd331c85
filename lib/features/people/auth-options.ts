import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { clientAddress } from '@/lib/server/client-address';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { personOfIdentity } from './data';
import { signInWithProvider } from './identity-mutations';
import { claimsSchema, openIdProvider, PROVIDER_ID } from './provider';
import { SESSION_SECONDS, sessionCookie } from './session';
import { beginSession, endSession } from './session-mutations';
import { signInWithPassword } from './sign-in';

/** How people sign in: by password, and through OpenID Connect where it is configured. */
export function authOptions(): NextAuthOptions {
  const provider = openIdProvider();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: sessionCookie().startsWith('__Secure-'),
    providers: [passwordProvider(), ...(provider ? [provider] : [])],
    logger: {
      error: (code, metadata) => log().warn({ code, metadata }, 'signing in failed'),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== PROVIDER_ID) return true;
        const linked = await signInWithProvider(claimsSchema.parse(profile));
        // The code reaches the sign-in page, which has the words for it.
        return linked.ok || `/sign-in?error=${linked.error.code}`;
      },
      jwt: async ({ token, account, profile, user }) => {
        // Only at the moment of signing in; afterwards the token stays what it is.
        if (!account) return token;
        const personId = account.provider === PROVIDER_ID ? await linkedPerson(profile) : user.id;
        const { sessionId } = await beginSession(personId);
        return { sub: personId, sid: sessionId };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.sid === 'string') await endSession(token.sid);
      },
    },
  };
}

async function linkedPerson(profile: unknown): Promise<string> {
  const { iss, sub } = claimsSchema.parse(profile);
  const person = await personOfIdentity({ issuer: iss, subject: sub });
  if (!person) throw new Error('the identity was linked a moment ago and is gone');
  return person.id;
}

function passwordProvider() {
  return credentials({
    id: 'password',
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (credentials, request) => {
      const signedIn = await signInWithPassword(credentials, clientAddress(request.headers)).catch(
        (error: unknown) => {
          // Neither the person's fault nor their business; what it was is in the log.
          log().error({ err: error }, 'a password could not be checked');
          throw new Error('UNAVAILABLE');
        },
      );
      if (signedIn.ok) return signedIn.value;
      throw new Error(signedIn.error.code);
    },
  });
}
