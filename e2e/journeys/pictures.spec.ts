import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { problemsOf } from '../support/accessible';
import {
  enter,
  expect,
  goTo,
  partOf,
  runInDatabase,
  signIn,
  submit,
  test,
  untilReady,
} from '../support/test';

const SITTING = 'Pictures and tables';
const OF_SOLUTIONS = ['answer.svg', 'slope.svg'];

async function enterPictured(page: Page): Promise<void> {
  const slug = `pictured-${randomUUID().slice(0, 8)}`;
  await runInDatabase('e2e/support/store-pictured-exam.ts', slug, slug);
  const email = `student-${slug}@nabla.example`;
  await signIn(page, { email, name: 'A student', password: slug });
  await enter(page, SITTING);
  await untilReady(page);
}

/** Waits until a picture has been fetched and can be drawn. */
async function expectShown(picture: Locator): Promise<void> {
  await expect(picture).toBeVisible();
  const naturalWidth = () =>
    picture.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0));
  await expect.poll(naturalWidth).toBeGreaterThan(0);
}

test('pictures and tables: in the room, without a connection, on a phone; solutions after', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/exam-files/')) asked.push(response.url());
  });
  await enterPictured(page);
  const network = page.getByRole('img', { name: /^Two inputs lead to three hidden units/ });
  await expectShown(network);
  await expect(page.getByRole('radio', { name: 'A curve that falls' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Table: epoch, loss/ })).toBeVisible();

  // That of the second assignment is there before anybody has looked at it.
  await expect.poll(() => asked.some((url) => url.endsWith('gate.svg'))).toBe(true);
  const html = await page.content();
  for (const name of OF_SOLUTIONS) {
    expect(html).not.toContain(name);
    const address = (asked[0] ?? '').replace(/[^/]+$/, name);
    const response = await page.request.get(address);
    expect(response.status()).toBe(404);
  }

  expect(await problemsOf(page, '#sheet')).toEqual([]);

  await context.setOffline(true);
  await goTo(page, /^2\. /);
  await expectShown(page.getByRole('img', { name: /^A gate that lets/ }));
  await context.setOffline(false);

  await page.setViewportSize({ width: 360, height: 740 });
  const wide = page.getByRole('region', { name: /^Table: step, input gate/ });
  const isWide = (element: Element) => element.scrollWidth > element.clientWidth;
  expect(await wide.evaluate(isWide)).toBe(true);
  expect(await page.locator('html').evaluate(isWide)).toBe(false);
  await wide.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => wide.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);

  await submit(page);
  const part = partOf(page, '1a');
  await part.getByRole('button', { name: 'Reference solution' }).click();
  await expectShown(part.getByRole('img', { name: /^The loss over the epochs/ }));
});

test('a picture by itself comes with a policy of its own, in which nothing runs', async ({
  page,
}) => {
  await enterPictured(page);
  const address = await page
    .getByRole('img', { name: /^Two inputs/ })
    .evaluate((element) => (element instanceof HTMLImageElement ? element.src : ''));
  const response = await page.goto(address);
  expect(response?.headers()).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  });
});
