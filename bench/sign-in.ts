import { z } from 'zod';
import { DEMO_PASSWORD } from '../e2e/support/test';

const csrfSchema = z.object({ csrfToken: z.string() });
const signedInSchema = z.object({ url: z.string() });

/**
 * Signs in as a demo person, as a browser does.
 * @returns the session's cookies; null where signing in was refused
 */
export async function signIn(address: string, email: string): Promise<string | null> {
  const csrf = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = csrfSchema.parse(await csrf.json());
  const answer = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    headers: { origin: address, cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: 'true' }),
  });
  const signedIn = signedInSchema.safeParse(await answer.json().catch(() => null));
  return answer.ok && signedIn.success && !signedIn.data.url.includes('error')
    ? cookiesOf(answer)
    : null;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
