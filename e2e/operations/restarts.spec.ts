import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Installation, nabla, startInstallation, startRefused } from '../support/installation';
import {
  DEMO_PASSWORD,
  EXAM,
  enter,
  expect,
  goTo,
  lineOf,
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

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.address}/sign-in`);
  await page.getByLabel('E-mail').fill('student@nabla.example');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My exams' })).toBeVisible();
}

const NAMES = { database: 'database server', web: 'web server', worker: 'grading worker' } as const;

for (const part of ['database', 'web', 'worker'] as const) {
  const name = NAMES[part];
  test(`a killed ${name} comes back by itself, and says so`, async () => {
    const before = await site.pidOf(part);
    process.kill(before, 'SIGKILL');
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
  await signIn(page);
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
