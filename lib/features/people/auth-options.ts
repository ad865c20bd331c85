import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/lib/server/env';
import { personFromProvider } from './mutations';
import { emailSchema } from './schema';
import { SESSION_SECONDS, sessionCookie } from './session';
import { signInWithPassword } from './sign-in';

const profileSchema = z.looseObject({
  sub: z.string(),
  email: emailSchema,
  email_verified: z.boolean().optional(),
  name: z.string().trim().min(1).optional(),
});

/** How people sign in: by password, and through OpenID Connect where it is configured. */
export function authOptions(): NextAuthOptions {
  const provider = openIdProvider();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: sessionCookie().startsWith('__Secure-'),
    providers: [passwordProvider(), ...(provider ? [provider] : [])],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        const known = profileSchema.safeParse(profile);
        // An address that the provider did not verify could be anybody's.
        return known.success && known.data.email_verified !== false;
      },
      jwt: async ({ token, account, profile, user }) => {
        if (!account) return token;
        if (account.provider !== 'oidc') return { sub: user.id };
        const { email, name } = profileSchema.parse(profile);
        const person = await personFromProvider({ email, name: name ?? email });
        return { sub: person.id };
      },
    },
  };
}

function passwordProvider() {
  return credentials({
    id: 'password',
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (given, request) => {
      const signedIn = await signInWithPassword(given, addressOf(request.headers));
      if (signedIn.ok) return signedIn.value;
      // The code reaches the sign-in page, which has the words for it.
      throw new Error(signedIn.error.code);
    },
  });
}

const forwardedSchema = z.looseObject({ 'x-forwarded-for': z.string().optional() });

/** The last hop that the nearest proxy, or Next itself, has seen; what stands before it is hearsay. */
function addressOf(headers: unknown): string {
  const forwarded = forwardedSchema.safeParse(headers).data?.['x-forwarded-for'] ?? '';
  return forwarded.split(',').at(-1)?.trim() || 'unknown';
}

function openIdProvider(): OAuthConfig<Record<string, unknown>> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER) return null;
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    issuer: OIDC_ISSUER,
    wellKnown: new URL('.well-known/openid-configuration', withSlash(OIDC_ISSUER)).href,
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: OIDC_CLIENT_SECRET ?? '',
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: profileSchema.parse(profile).sub }),
  };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
