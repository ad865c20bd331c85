/**
 * A lecture hall signs in at once while others save: `npx tsx bench/sign-ins.ts http://localhost:3000 600`
 * against a running Nabla with the demo. Prints how many got in and how long saves took, before and
 * meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { DEMO_PASSWORD } from '../e2e/support/test';

const [address = 'http://localhost:3000', howMany = '600'] = process.argv.slice(2);

const csrfSchema = z.object({ csrfToken: z.string() });
const signedInSchema = z.object({ url: z.string() });

/** @returns the session's cookies; null where signing in was refused */
async function signIn(email: string): Promise<string | null> {
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

/** Saves to an attempt that does not exist cost what others cost but for the writing. */
async function saveFor(ms: number, cookie: string): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + ms;
  while (performance.now() < until) {
    const start = performance.now();
    await fetch(`${address}/api/attempts/${randomUUID()}/answers/1b`, {
      method: 'PUT',
      headers: { origin: address, cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}

function describe(title: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0);
  console.log(`${title}: ${times.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p100 ${at(1)} ms`);
}

const writer = await signIn('student2@nabla.example');
if (!writer) throw new Error('student2@nabla.example cannot sign in: is this the demo?');
describe('saves before', await saveFor(3000, writer));
const start = performance.now();
let over = false;
const storm = Promise.all(
  Array.from({ length: Number(howMany) }, () => signIn('student@nabla.example').catch(() => null)),
).finally(() => {
  over = true;
});
const meanwhile: number[] = [];
while (!over) meanwhile.push(...(await saveFor(250, writer)));
const got = (await storm).filter((cookie) => cookie !== null).length;
console.log(
  `${got} of ${howMany} signed in within ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
describe('saves meanwhile', meanwhile);
