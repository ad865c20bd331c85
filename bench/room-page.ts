/**
 * What a student's pages cost: `npx tsx bench/room-page.ts` starts a Nabla of its own from the built
 * pages, signs in, and opens sign-in, the lobby, the exam room and a result again and again. Prints processor
 * time of the web server a page and a first load of its files, the size of the page, and that of the scripts
 * that come with it. With
 * `NABLA_E2E_SITE=<folder>` it starts another checkout, such as one of an older commit. Linux only.
 */
import { readFile } from 'node:fs/promises';
import { Agent, get as httpGet } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { findBrowser } from '../bin/test/browser';
import { startInstallation } from '../e2e/support/installation';
import { untilReady } from '../e2e/support/test';
import { signIn } from './sign-in';

const PAGES = 150;
/** How often the files of a page are fetched to learn what that costs the server. */
const FIRST_LOADS = 20;
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
    ['sign-in', '/sign-in'],
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
  const { scripts, files } = await filesOf(path, cookie);
  const sizes = [Buffer.byteLength(html), gzipSync(html).length, await bytesOf(scripts)].map(kb);
  const [page, zipped, code] = sizes;
  const loading = await firstLoadMs(files, web);
  return `${spent.toFixed(1)} | ${(opened / seconds).toFixed(1)} | ${page} (${zipped}) | ${code} | ${loading.toFixed(1)}`;
}

/** Processor time of the server for all files of a page once, compressed as a browser asks for them. */
async function firstLoadMs(files: readonly string[], web: number): Promise<number> {
  await bytesOf(files, 'gzip, deflate, br');
  const cpu = await cpuMs(web);
  for (let load = 0; load < FIRST_LOADS; load++) await bytesOf(files, 'gzip, deflate, br');
  return ((await cpuMs(web)) - cpu) / FIRST_LOADS;
}

/** User and system time of a process with all its threads; the kernel counts it in hundredths. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What a browser with an empty cache fetches for a page until it rests. */
async function filesOf(
  path: string,
  cookie: string,
): Promise<{ scripts: readonly string[]; files: readonly string[] }> {
  const context = await browser.newContext(
    path === '/sign-in' ? {} : { extraHTTPHeaders: { cookie } },
  );
  const page = await context.newPage();
  await page.goto(address + path);
  await untilReady(page);
  await page.waitForLoadState('networkidle');
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  await context.close();
  const files = names.filter((name) => name.includes('/_next/static/'));
  return { scripts: files.filter((name) => name.endsWith('.js')), files };
}

const agent = new Agent({ keepAlive: true });

/** Bytes on the wire of some files, as the server compresses them. */
async function bytesOf(files: readonly string[], encoding = 'gzip'): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += await bytesOfOne(file, encoding);
  return bytes;
}

function bytesOfOne(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { agent, headers: { 'accept-encoding': encoding } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
    });
    request.on('error', reject);
  });
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

async function get(path: string, cookie: string): Promise<string> {
  const headers: HeadersInit = path === '/sign-in' ? {} : { cookie };
  const answer = await fetch(address + path, { headers });
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
  console.log(
    '| page | CPU ms | pages/s | HTML KB (gzip) | scripts KB, gzip | CPU ms of a first load’s files |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, path] of await pagesOf(cookie)) {
    console.log(`| ${name} | ${await measure(path, cookie, web)} |`);
  }
} finally {
  await browser.close();
  await installation.remove();
}
