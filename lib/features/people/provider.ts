import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/lib/server/env';

export const PROVIDER_ID = 'oidc';

/** What an OpenID Connect provider says of a person (OpenID Connect Core 1.0, section 5.1). */
export const claimsSchema = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});
export type Claims = z.infer<typeof claimsSchema>;

/** The configured provider; null where none is. */
export function openIdProvider(): OAuthConfig<Record<string, unknown>> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER) return null;
  return {
    id: PROVIDER_ID,
    name: OIDC_NAME,
    type: 'oauth',
    issuer: OIDC_ISSUER,
    wellKnown: new URL('.well-known/openid-configuration', withSlash(OIDC_ISSUER)).href,
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: OIDC_CLIENT_SECRET ?? '',
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    userinfo: {
      // Some providers put the address in the token, others tell it at their userinfo endpoint only.
      request: async ({ tokens, client }) => {
        const claims = claimsOfToken(tokens.id_token ?? '');
        const told = tokens.access_token ? await client.userinfo(tokens.access_token) : claims;
        // OpenID Connect Core 1.0, section 5.3.2: an answer about somebody else must not be used.
        if (told.sub !== claims.sub) throw new Error('the userinfo is not of this person');
        return { ...told, ...claims };
      },
    },
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: claimsSchema.parse(profile).sub }),
  };
}

/** The claims of an ID token whose signature, issuer and nonce have been checked. */
function claimsOfToken(token: string): Claims {
  const [, payload = ''] = token.split('.');
  return claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
