/** Makes the pictures of README from a real sitting: `npm run screenshots`. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { freePort } from '../database/ports';
import { withThrowawayDatabase } from '../database/throwaway';
import { root } from '../start/settings';
import { findBrowser } from '../test/browser';

const folder = join(root, 'docs', 'screenshots');
/** Building the pages takes minutes on a busy machine. */
const UP_WITHIN_S = 900;
const PASSWORD = 'nabla-demo-2022';
const SITTING = 'Deep Learning (SS2022), Exam T1 (practice)';

await mkdir(folder, { recursive: true });
await withThrowawayDatabase('screenshots', async (url) => {
  const port = await freePort();
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: `${port}`,
      NABLA_DEMO: '1',
      NABLA_DATA: join('.data', `throwaway-${process.pid}-screens`),
    },
  });
  try {
    const base = `http://localhost:${port}`;
    await untilUp(`${base}/api/health`);
    await takePictures(base);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
});

async function untilUp(url: string): Promise<void> {
  for (let left = UP_WITHIN_S * 2; left > 0; left--) {
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${url} did not come up`);
}

async function takePictures(base: string): Promise<void> {
  const { env } = await findBrowser();
  const browser = await chromium.launch({
    ...(env.NABLA_BROWSER && { executablePath: env.NABLA_BROWSER }),
    args: ['--no-sandbox', ...JSON.parse(env.NABLA_BROWSER_ARGS ?? '[]')],
  });
  const open = async (
    viewport: { width: number; height: number },
    colorScheme: 'light' | 'dark',
  ) => {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      baseURL: base,
      locale: 'en-GB',
    });
    return context.newPage();
  };
  const desktop = await open({ width: 1280, height: 860 }, 'light');
  await signIn(desktop, 'student@nabla.example');
  await sit(desktop);
  await shoot(desktop, 'exam-room');
  const room = desktop.url();
  const phone = await open({ width: 390, height: 844 }, 'dark');
  await signIn(phone, 'student@nabla.example');
  await phone.goto(room);
  await phone.getByRole('heading', { name: /^Assignment 1/ }).waitFor();
  await phone.waitForTimeout(1500);
  await shoot(phone, 'exam-room-phone');

  await desktop.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  await desktop.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await desktop.waitForURL(/result$/);
  await desktop.getByText('counting pixels').first().waitFor();
  await desktop.getByRole('heading', { name: /^3\. Receptive/ }).scrollIntoViewIfNeeded();
  await shoot(desktop, 'result');

  const staff = await open({ width: 1280, height: 860 }, 'light');
  await signIn(staff, 'instructor@nabla.example');
  await staff.getByRole('link', { name: 'Deep Learning' }).click();
  await staff.getByRole('link', { name: SITTING }).click();
  await staff.getByRole('link', { name: 'Demo Student', exact: true }).click();
  const part = staff.getByRole('region', { name: 'Part 2a', exact: true });
  await part.getByRole('button', { name: 'Override or comment' }).click();
  await part.scrollIntoViewIfNeeded();
  await shoot(staff, 'script');
  await browser.close();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /My exams|Courses/ }).waitFor();
}

/** Partly right, so that the pictures show what feedback looks like. */
async function sit(page: Page): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: '(practice)' });
  await row.getByRole('link').click();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/attempts\//);
  for (const node of ['x', 'w', 'f', 'v', 'g', 'L']) {
    await page.getByRole('button', { name: `Place node ${node}`, exact: true }).click();
  }
  for (const [from, to] of [
    ['x', 'f'],
    ['w', 'f'],
    ['f', 'g'],
    ['v', 'g'],
    ['g', 'L'],
  ]) {
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByRole('combobox', { name: 'From' }).selectOption(`${from}`);
    await page.getByRole('combobox', { name: 'To' }).selectOption(`${to}`);
    await page.getByRole('button', { name: 'Add arrow' }).click();
  }
  await page.getByRole('tab', { name: 'Drawing' }).click();
  await type(page, 'dv', 'JgLJvg');
  await type(page, 'dw', 'JgLJfgJwf');
  await go(page, /^3\. /);
  await type(page, 'R', 'R_k-1→+r_k→S_k-1→');
  await type(page, 'S', 's_k→S_k-1→');
  await go(page, /^2\. /);
  await type(page, 'x_next', 'x_t→-mu(x_t→-x_t-1→)-epsilon g(x_t→)');
  await page.getByRole('banner').getByText('Saved').waitFor();
  await go(page, /^1\. /);
  await page.getByRole('region', { name: 'Assignment 1, part a (2)' }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
}

async function go(page: Page, assignment: RegExp): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Assignments' });
  await rail.getByRole('button', { name: assignment }).first().click();
}

async function type(page: Page, field: string, keys: string): Promise<void> {
  await page.locator(`math-field[data-field="${field}"]`).click();
  await page.waitForTimeout(250);
  for (const key of keys) {
    if (key === '→') await page.keyboard.press('ArrowRight');
    else await page.keyboard.type(key);
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}
