import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** What a provider says of one of its people. */
export interface Claims {
  email: string;
  email_verified?: boolean;
  name: string;
}

export const CLIENT = { id: 'nabla', secret: 'a-secret-of-the-client' };

/**
 * An OpenID Connect provider, certified one, in which everybody signs in by their subject alone.
 * @param people by subject; may change while it runs
 */
export async function startProvider(
  port: number,
  redirect: string,
  people: Map<string, Claims>,
): Promise<{ issuer: string; close: () => Promise<void> }> {
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the provider'] },
    findAccount: (_, sub) => {
      const claims = people.get(sub);
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
