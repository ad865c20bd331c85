import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Installation, nabla, startInstallation, startRefused } from '../support/installation';
import {
  DEMO_PASSWORD,
  EXAM,
  enter,
  expect,
  goTo,
  lineOf,
  PRACTICE,
  test,
  writeDerivation,
} from '../support/test';

let site: Installation;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startInstallation();
});

test.afterAll(() => site?.remove());

const healthy = async () => (await fetch(`${site.address}/api/health`).catch(() => null))?.status;

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${site.address}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My exams' })).toBeVisible();
}

/** While the database is away everything says so, in our words. */
async function expectAway(): Promise<void> {
  await expect.poll(healthy, { intervals: [20] }).toBe(503);
  const answer = await fetch(`${site.address}/api/health`);
  if (answer.status === 200) return;
  expect(await answer.json()).toMatchObject({ error: { code: 'UNAVAILABLE' } });
}

const NAMES = { database: 'database server', web: 'web server', worker: 'grading worker' } as const;

for (const part of ['database', 'web', 'worker'] as const) {
  const name = NAMES[part];
  test(`a killed ${name} comes back by itself, and says so`, async () => {
    const before = await site.pidOf(part);
    process.kill(before, 'SIGKILL');
    if (part === 'database') await expectAway();
    await expect
      .poll(async () => (await site.pidOf(part).catch(() => before)) !== before, {
        timeout: 60_000,
      })
      .toBe(true);
    await expect.poll(healthy, { timeout: 60_000 }).toBe(200);
    expect(site.output()).toContain(`The ${name} ended`);
  });
}

test('what is written while the database is gone is kept here and arrives', async ({ page }) => {
  await signIn(page, 'student@nabla.example');
  await enter(page, EXAM);
  await goTo(page, /^5\. Kullback/);
  process.kill(await site.pidOf('database'), 'SIGKILL');
  await writeDerivation(page, ['ln(lambda/mu)', 'ln(lambda) - ln(mu)']);
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible({ timeout: 60_000 });
  await expect.poll(healthy, { timeout: 60_000 }).toBe(200);
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(lineOf(page, 2)).toHaveValue('ln(lambda) - ln(mu)');
});

test('the logs of the web server are kept', async () => {
  const log = await readFile(`${site.folder}/logs/web.log`, 'utf8');
  expect(log).toContain('could not be answered');
});

test('a back-up that is made while it runs is read into another one', async () => {
  const backup = join(site.folder, 'backup');
  const fresh = await mkdtemp(join(tmpdir(), 'nabla-e2e-'));
  expect(await nabla(site.folder, ['backup', backup])).toMatch(/Wrote \d+ rows/);
  const restored = await nabla(fresh, ['restore', backup]);
  expect(restored).toMatch(/Restored \d+ rows/);
  expect(restored).not.toContain('RECEIPT_KEY');
  const again = await startInstallation({}, fresh);
  const email = 'student@nabla.example';
  const csrf = await fetch(`${again.address}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const signedIn = await fetch(`${again.address}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: again.address, cookie: csrf.headers.getSetCookie().join('; ') },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: 'true' }),
  });
  expect(await signedIn.json()).toEqual({ url: again.address });
  await again.remove();
});

/** Nobody would write this; each takes the grader as long as it lets anything take. */
const HOSTILE = {
  steps: Array.from({ length: 40 }, (_, line) => ({
    claim: String.raw`\|f_a-f_p+${line + 1}f_n\|^4+\|f_n-${line + 2}f_a\|^3 \|f_p-${line}f_n\|^2 \le 3\|f_a\|^4+${line + 9}\|f_n\|^4+ 3\|f_p\|^5 \|f_a-f_n\|`,
  })),
};

/** Practises once, with one answer, through the interface that the room uses. */
async function practise(page: Page, part: string, content: object): Promise<string> {
  await page.goto(site.address);
  await enter(page, PRACTICE);
  const attempt = new URL(page.url()).pathname;
  const headers = { origin: site.address };
  const saved = await page.request.put(`${site.address}/api${attempt}/answers/${part}`, {
    headers,
    data: {
      content,
      note: '',
      base: 0,
      idempotencyKey: randomUUID(),
      supersedes: [],
      clientId: randomUUID(),
    },
  });
  expect(saved.status()).toBe(200);
  const submitted = await page.request.post(`${site.address}/api${attempt}/submit`, {
    headers,
    data: {},
  });
  expect(submitted.status()).toBe(200);
  return `${site.address}${attempt}/result`;
}

test('one student who submits what takes long keeps no other waiting', async ({
  page,
  browser,
}) => {
  await signIn(page, 'student@nabla.example');
  const theirs: string[] = [];
  for (let round = 0; round < 4; round++) theirs.push(await practise(page, '4a', HOSTILE));

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'student2@nabla.example');
  const honest = { steps: [{ claim: String.raw`\|f_a-f_p\|^2 \ge 0` }] };
  await other.goto(await practise(other, '4a', honest));
  const waiting = (at: Page) => at.getByRole('status', { name: 'Being graded' });
  await expect(waiting(other)).toBeHidden({ timeout: 60_000 });
  await page.goto(theirs.at(-1) ?? '');
  await expect(waiting(page)).toBeVisible();
  await other.context().close();
});

test('known passwords keep a server that others can reach from starting', async () => {
  await site.stop();
  const reachable: Record<string, string>[] = [
    { NABLA_DEMO: '0' },
    { HOST: '0.0.0.0' },
    { HOST: '127.0.0.1', NEXTAUTH_URL: 'https://exam.university.example' },
  ];
  for (const env of reachable) {
    const { code, output } = await startRefused(env, site.folder);
    expect(code, JSON.stringify(env)).toBe(1);
    expect(output).toContain('have a password that everybody knows');
    expect(output).toContain('nabla -- demo lock');
  }
  expect(await nabla(site.folder, ['demo', 'lock'])).toContain('admin@nabla.example');
  const open = await startInstallation({ NABLA_DEMO: '0' }, site.folder);
  const answer = await fetch(`${open.address}/api/health`);
  expect(answer.status).toBe(200);
  expect(open.output()).not.toContain(DEMO_PASSWORD);
  await open.stop();
});
