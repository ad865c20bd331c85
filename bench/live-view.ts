/**
 * What the day of a full hall costs: `npx tsx bench/live-view.ts [students] [streams]` starts a Nabla of
 * its own from the built pages and fills a sitting with so many students (1,000). It measures the live
 * view of staff (the page, its data, the time until a browser shows it), then opens so many rooms' event
 * streams (500) and announces something: the time until the last has been told, and until the last room
 * has fetched the words as rooms do. `NABLA_E2E_SITE=<folder>` takes another built checkout. Linux only.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { findBrowser } from '../bin/test/browser';
import { startInstallation } from '../e2e/support/installation';
import { actionId } from './live/action-id';
import { EventStreams } from './live/event-streams';
import { fillSitting } from './live/run-fill';
import { signIn } from './sign-in';

const [students = '1000', streams = '500'] = process.argv.slice(2);
const TIMES = 20;

const installation = await startInstallation({ NABLA_DEMO: '1' });
const { address } = installation;
const filled = await fillSitting(installation.folder, students, streams);
const web = await installation.pidOf('web');
const staff = (await signIn(address, 'instructor@nabla.example')) ?? '';
const { sittingId, attempts } = filled;

/** User and system time of a process with all its threads; the kernel counts it in hundredths. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`;

/** Asks for something again and again, as a browser does, with what was known where it tells of changes. */
async function measure(title: string, path: (answer: string) => string): Promise<void> {
  const times: number[] = [];
  let [text, wire] = ['', 0];
  const cpu = await cpuMs(web);
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    const answer = await fetch(address + path(text), { headers: { cookie: staff } });
    text = await answer.text();
    times.push(performance.now() - begun);
    wire = gzipSync(text).length;
  }
  const spent = ((await cpuMs(web)) - cpu) / TIMES;
  console.log(
    `${title}: ${median(times).toFixed(0)} ms, ${spent.toFixed(0)} CPU ms, ${kb(Buffer.byteLength(text))} (${kb(wire)} gzip)`,
  );
}

/** From the navigation until the rows can be read and nothing is being loaded. */
async function measureBrowser(): Promise<void> {
  const { env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: env.NABLA_BROWSER ?? '',
    args: ['--no-sandbox'],
    env: { ...process.env, ...env },
  });
  const shown: number[] = [];
  let elements = 0;
  for (let time = 0; time < 5; time++) {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie: staff } });
    const page = await context.newPage();
    const begun = performance.now();
    await page.goto(`${address}/staff/sittings/${sittingId}/monitor`);
    await page
      .getByRole('checkbox')
      .or(page.getByRole('button', { name: 'Hand in' }))
      .first()
      .waitFor();
    const state = page.getByLabel('State');
    // It is there once its code is: a choice changes the rows.
    const fewer = page.getByText(/^(\d+) of (?!\1 )\d+ shown/);
    while (!(await fewer.isVisible())) {
      await state.selectOption('silent');
      await page.waitForTimeout(20);
    }
    shown.push(performance.now() - begun);
    elements = await page.evaluate(() => document.querySelectorAll('*').length);
    await state.selectOption('all');
    elements = await page.evaluate(() => document.querySelectorAll('*').length);
    await context.close();
  }
  await browser.close();
  console.log(
    `live view in a browser, until it answers: ${median(shown).toFixed(0)} ms, ${elements} elements`,
  );
}

async function announce(action: string, text: string): Promise<void> {
  await act(action, { sittingId, kind: 'ANNOUNCEMENT', attemptId: null, partId: null, text });
}

/** Does what a button of the live view does. */
async function act(action: string, input: object): Promise<void> {
  const body = JSON.stringify([input]);
  const answer = await fetch(`${address}/staff/sittings/${sittingId}/monitor`, {
    method: 'POST',
    headers: {
      ...{ cookie: staff, origin: address, 'next-action': action },
      'content-type': 'text/plain;charset=UTF-8',
    },
    body,
  });
  if (!(await answer.text()).includes('"ok":true')) throw new Error('it was refused');
}

const noticesSchema = z.object({ notices: z.array(z.object({ text: z.string() })) });

/**
 * What a room does when it is told: where the event did not bring along what staff say, as before it did,
 * it asks for the clock and for that.
 */
async function hear(index: number, text: string, event: string): Promise<void> {
  if (event.includes(text)) return;
  const attempt = attempts[index];
  if (!attempt) return;
  const ask = (what: string) =>
    fetch(`${address}/api/attempts/${attempt.id}/${what}`, { headers: { cookie: attempt.cookie } });
  const [time, notices] = await Promise.all([ask('time'), ask('notices')]);
  await time.text();
  const said = noticesSchema.parse(await notices.json());
  if (!said.notices.some((notice) => notice.text === text)) throw new Error('not told');
}

async function measureAnnouncement(title: string, rooms: 'told' | 'hearing'): Promise<void> {
  const open = new EventStreams(address, attempts);
  await open.connect();
  const action = await actionId('notices/actions.ts', 'makeAnnouncement');
  const text = `${title} ${rooms}`;
  const cpu = await cpuMs(web);
  const begun = performance.now();
  const told = open.onceAllTold((index, event) =>
    rooms === 'hearing' ? hear(index, text, event) : Promise.resolve(),
  );
  await announce(action, text);
  const saidAfter = performance.now() - begun;
  const times = (await told).map((at) => at - begun).sort((a, b) => a - b);
  const spent = (await cpuMs(web)) - cpu;
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(0);
  console.log(
    `${title}: said after ${saidAfter.toFixed(0)} ms; first ${at(0)}, half ${at(0.5)}, last ${at(1)} ms; ${spent.toFixed(0)} CPU ms`,
  );
  open.close();
}

/** Five minutes for everybody: the time until it is done, while which nobody's save gets through. */
async function measureTime(): Promise<void> {
  const action = await actionId('sittings/actions.ts', 'giveMoreTime').catch(() => null);
  if (!action) return;
  const begun = performance.now();
  await act(action, { sittingId, personIds: null, minutes: 5, reason: 'the bench' });
  console.log(`five minutes for everybody: ${(performance.now() - begun).toFixed(0)} ms`);
}

await measure('live view, the page', () => `/staff/sittings/${sittingId}/monitor`);
await measure('live view, its data', () => `/api/sittings/${sittingId}/monitor`);
await measure('live view, what changed in it', (known) => {
  const stamp = /"stamp":"([^"]+)"/.exec(known)?.[1];
  return `/api/sittings/${sittingId}/monitor${stamp ? `?since=${stamp}` : ''}`;
});
await measureBrowser();
for (let time = 0; time < 3; time++)
  await measureAnnouncement(`${attempts.length} streams told, ${time + 1}`, 'told');
for (let time = 0; time < 3; time++)
  await measureAnnouncement(`${attempts.length} rooms that heard it, ${time + 1}`, 'hearing');
await measureTime();
await installation.remove();
process.exit(0);
