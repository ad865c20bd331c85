/**
 * What a student's pages cost: `npx tsx bench/room-page.ts` starts a Nabla of its own from the built
 * pages, signs in, and opens the lobby, the exam room and a result again and again. Prints processor time
 * of the web server a page, the size of the page, and that of the scripts that come with it. With
 * `NABLA_E2E_SITE=<folder>` it starts another checkout, such as one of an older commit. Linux only.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { findBrowser } from '../bin/test/browser';
import { startInstallation } from '../e2e/support/installation';
import { untilReady } from '../e2e/support/test';
import { signIn } from './sign-in';

const PAGES = 150;
const AT_ONCE = 4;
const SITE = process.env.NABLA_E2E_SITE ?? '.';

const { env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: env.NABLA_BROWSER ?? '',
  args: ['--no-sandbox'],
  env: { ...process.env, ...env },
});
const installation = await startInstallation({ NABLA_DEMO: '1' });
const { address } = installation;

/** The pages by name: the lobby, the room of a new attempt, the result of one that was handed in empty. */
async function pagesOf(cookie: string): Promise<[name: string, path: string][]> {
  const home = await get('/', cookie);
  const sittings = [...new Set(home.match(/\/sittings\/[0-9a-f-]{36}/g))];
  const lobbies = await Promise.all(
    sittings.map(async (path) => ({ path, html: await get(path, cookie) })),
  );
  const practice = lobbies.find(({ html }) => html.includes('Start practising'));
  if (!practice) throw new Error('the demo has no practice');
  const submitted = await start(practice.path, cookie);
  await post(`/api/attempts/${submitted}/submit`, cookie, '{}', 'application/json');
  const result = `/attempts/${submitted}/result`;
  while ((await get(result, cookie)).includes('Being graded')) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const room = `/attempts/${await start(practice.path, cookie)}`;
  return [
    ['lobby', practice.path],
    ['room', room],
    ['result', result],
  ];
}

const actionsSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
});

/** Presses the button of a lobby. @returns the attempt's id */
async function start(lobby: string, cookie: string): Promise<string> {
  const manifest = join(SITE, '.next/server/server-reference-manifest.json');
  const { node } = actionsSchema.parse(JSON.parse(await readFile(manifest, 'utf8')));
  const [action] = Object.entries(node).flatMap(([id, { exportedName, filename }]) =>
    exportedName === 'start' && filename.endsWith('attempt/actions.ts') ? [id] : [],
  );
  const sittingId = lobby.split('/').at(-1);
  const body = JSON.stringify([{ sittingId, accessCode: null }]);
  const answer = await post(lobby, cookie, body, 'text/plain', { 'next-action': action ?? '' });
  const attempt = /"attemptId":"([^"]+)"/.exec(answer)?.[1];
  if (!attempt) throw new Error(`no attempt was started: ${answer.slice(0, 500)}`);
  return attempt;
}

/** Opens a page often, some at once. */
async function measure(path: string, cookie: string, web: number): Promise<string> {
  const open = (count: number) =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let page = 0; page < count / AT_ONCE; page++) await get(path, cookie);
      }),
    );
  await open(PAGES / 3);
  const [cpu, begun] = [await cpuMs(web), performance.now()];
  await open(PAGES);
  const seconds = (performance.now() - begun) / 1000;
  const opened = Math.ceil(PAGES / AT_ONCE) * AT_ONCE;
  const spent = ((await cpuMs(web)) - cpu) / opened;
  const html = await get(path, cookie);
  const sizes = [
    Buffer.byteLength(html),
    gzipSync(html).length,
    await scriptBytes(path, cookie),
  ].map(kb);
  const [page, zipped, scripts] = sizes;
  return `${spent.toFixed(1)} | ${(opened / seconds).toFixed(1)} | ${page} (${zipped}) | ${scripts}`;
}

/** User and system time of a process with all its threads; the kernel counts it in hundredths. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The scripts that a browser with an empty cache fetches until the page rests, each as gzip. */
async function scriptBytes(path: string, cookie: string): Promise<number> {
  const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
  const page = await context.newPage();
  await page.goto(address + path);
  await untilReady(page);
  await page.waitForLoadState('networkidle');
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  await context.close();
  let bytes = 0;
  for (const script of fetched.filter((name) => name.endsWith('.js'))) {
    const answer = await fetch(script, { headers: { 'accept-encoding': 'gzip' } });
    // What `fetch` hands out is unpacked; the header says how much came.
    bytes += Number(answer.headers.get('content-length'));
    await answer.body?.cancel();
  }
  return bytes;
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

async function get(path: string, cookie: string): Promise<string> {
  const answer = await fetch(address + path, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

async function post(
  path: string,
  cookie: string,
  body: string,
  type: string,
  more: Record<string, string> = {},
): Promise<string> {
  const headers = { ...more, origin: address, cookie, 'content-type': type };
  const answer = await fetch(address + path, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

try {
  const cookie = await signIn(address, 'student@nabla.example');
  if (!cookie) throw new Error('the demo student cannot sign in');
  const web = await installation.pidOf('web');
  console.log('| page | CPU ms | pages/s | HTML KB (gzip) | scripts KB, gzip |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, path] of await pagesOf(cookie)) {
    console.log(`| ${name} | ${await measure(path, cookie, web)} |`);
  }
} finally {
  await browser.close();
  await installation.remove();
}
