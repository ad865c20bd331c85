import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { PRACTICE } from '../e2e/support/test';
import { signIn } from './sign-in';

/*
 * How soon the reading under a field follows a key, in a browser whose processor is slowed down, as a
 * phone's is: npx tsx bench/preview.ts [address] [--slowdown 4]. Against a running Nabla with the demo.
 * Prints milliseconds from the key to the change of the page: median, 90th percentile, worst.
 */

/** A field of each kind, and what is typed into it; the second time as plain text. */
const TYPED: readonly { assignment: RegExp; field: string; part: string; keys: string }[] = [
  { assignment: /^1\. /, part: '1a', field: 'dw', keys: 'J_g^L J_f^g J_w^f' },
  { assignment: /^1\. /, part: '1b', field: 'line-1', keys: 'a=J_g^L J_f^g' },
  {
    assignment: /^2\. /,
    part: '2b',
    field: 'line-1',
    keys: 'epsilon g(x_t)=mu(x_t-x_t-1)-(x_t+1-x_t)',
  },
  { assignment: /^3\. /, part: '3', field: 'R', keys: 'R_k-1+(r_k-1)S_k-1' },
  { assignment: /^4\. /, part: '4c', field: 'd_theta', keys: '2J_a^T(f_n-f_p)+2J_p^T(f_p-f_a)' },
  {
    assignment: /^5\. /,
    part: '5',
    field: 'line-1',
    keys: 'int_0^infty lambda e^(-lambda x)(ln(lambda)-lambda x)dx',
  },
];
const PAUSE_MS = 180;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { slowdown: { type: 'string', default: '4' } },
});
const address = positionals[0] ?? 'http://localhost:3000';
const browser = await chromium.launch({
  ...(process.env.NABLA_BROWSER && { executablePath: process.env.NABLA_BROWSER }),
  args: ['--no-sandbox'],
});
const page = await openRoom(address);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slowdown) });
console.log(`slowed down ${values.slowdown} times; ms from key to reading: median, 90 %, worst`);
for (const asText of [false, true]) {
  if (asText) await page.getByRole('switch', { name: 'Type as plain text' }).first().click();
  for (const typed of TYPED) {
    const times = await measure(page, typed, asText);
    const name = `${typed.part} ${typed.field}, ${asText ? 'plain' : 'visual'}`;
    console.log(name.padEnd(24), ...[0.5, 0.9, 1].map((share) => at(times, share).padStart(7)));
  }
}
await browser.close();

async function openRoom(base: string): Promise<Page> {
  const cookies = await signIn(base, 'student@nabla.example');
  if (cookies === null) throw new Error('the demo student cannot sign in');
  const context = await browser.newContext({ baseURL: base });
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url: base };
    }),
  );
  const opened = await context.newPage();
  await opened.goto('/');
  const row = opened.getByRole('listitem').filter({
    has: opened.getByRole('heading', { name: PRACTICE, exact: true }),
  });
  await row.getByRole('link', { name: /Enter|Practise again|Continue/ }).click();
  const timer = opened.getByRole('timer', { name: 'Time left' });
  const start = opened.getByRole('button', { name: /^Start/ });
  await start.or(timer).first().waitFor();
  if (await start.isVisible()) await start.click();
  await timer.waitFor();
  return opened;
}

/** Types the keys one by one, and waits after each for the page's next change of a reading. */
async function measure(
  room: Page,
  { assignment, part, field, keys }: (typeof TYPED)[number],
  asText: boolean,
): Promise<number[]> {
  const list = room.getByRole('navigation', { name: 'Assignments' });
  await list.getByRole('button', { name: assignment }).first().click();
  const kind = asText ? 'input' : 'math-field';
  const entry = room.locator(`${kind}[data-field="${field}"]`).first();
  await entry.waitFor();
  await room.waitForTimeout(2000);
  await entry.click();
  await room.keyboard.press('ControlOrMeta+a');
  await room.keyboard.press('Backspace');
  await room.waitForTimeout(1000);
  await room.evaluate((inPart) => {
    const readings = `[data-part^="${inPart}"] [role=status]`;
    let pressed: number | null = null;
    const times: number[] = [];
    Object.assign(window, { times });
    window.addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp;
      },
      true,
    );
    new MutationObserver((changes) => {
      const isReading = changes.some(({ target, addedNodes }) =>
        [target, ...addedNodes].some(
          (node) =>
            (node instanceof Element ? node : node.parentElement)?.closest(readings) ||
            (node instanceof Element && node.querySelector('[role=status]')),
        ),
      );
      if (!isReading || pressed === null) return;
      times.push(performance.now() - pressed);
      pressed = null;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, part);
  for (const key of keys) {
    await room.keyboard.press(key === '|' ? 'Shift+Backslash' : key === ' ' ? 'Space' : key);
    await room.waitForTimeout(PAUSE_MS);
  }
  return room.evaluate(() => {
    const { times } = window as Window & { times?: number[] };
    return times ?? [];
  });
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN).toFixed(0);
}
