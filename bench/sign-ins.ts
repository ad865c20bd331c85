/**
 * A lecture hall signs in at once while others save: `npx tsx bench/sign-ins.ts http://localhost:3000 600`
 * against a running Nabla with the demo. Prints how many got in and how long saves took, before and
 * meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { signIn } from './sign-in';

const [address = 'http://localhost:3000', howMany = '600'] = process.argv.slice(2);

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

const writer = await signIn(address, 'student2@nabla.example');
if (!writer) throw new Error('student2@nabla.example cannot sign in: is this the demo?');
describe('saves before', await saveFor(3000, writer));
const start = performance.now();
let over = false;
const storm = Promise.all(
  Array.from({ length: Number(howMany) }, () =>
    signIn(address, 'student@nabla.example').catch(() => null),
  ),
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
