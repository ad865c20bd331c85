import type { Page } from '@playwright/test';
import {
  asPlainText,
  enter,
  expect,
  goTo,
  lineOf,
  PRACTICE,
  signIn,
  submit,
  test,
} from '../support/test';

const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved')).toBeVisible();

/** Writes the first line of assignment 5 anew, as far as one can write there. */
async function write(page: Page, text: string): Promise<void> {
  await lineOf(page, 1).fill(text);
  await saved(page);
}

/** What the first line says, with everything saved and no choice to make. */
async function expectWritten(page: Page, text: string): Promise<void> {
  await goTo(page, /^5\. Kullback/);
  await expect(lineOf(page, 1)).toHaveValue(text);
  await saved(page);
  await expect(page.getByText('This part was also changed')).toHaveCount(0);
}

const secondsLeft = async (page: Page) => {
  const timer = page.getByRole('timer', { name: 'Time left' });
  await expect(timer).toHaveText(/\d:\d\d$/);
  const units = ((await timer.textContent()) ?? '').split(':').map(Number);
  return units.reduce((sum, unit) => sum * 60 + unit, 0);
};

test('however one comes back to the room, it shows what the server has and what is unsent here', async ({
  page,
  context,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  const room = page.url();
  await goTo(page, /^5\. Kullback/);
  await asPlainText(page);
  await write(page, 'lambda + 1');
  const left = await secondsLeft(page);

  // Back to the lobby and forward again, without the page being loaded anew.
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'You have started' })).toBeVisible();
  await page.goForward();
  await expectWritten(page, 'lambda + 1');
  expect(await secondsLeft(page)).toBeLessThanOrEqual(left);
  await write(page, 'lambda + 2');
  await expectWritten(page, 'lambda + 2');

  await page.reload();
  await expectWritten(page, 'lambda + 2');
  // Away to another document, and back.
  await page.goto('/sign-in');
  await page.goBack();
  await expectWritten(page, 'lambda + 2');

  // What another tab writes is here as soon as this one is looked at: in place, and from the cache.
  const other = await context.newPage();
  await other.goto(room);
  await expectWritten(other, 'lambda + 2');
  await write(other, 'lambda + 3');
  await page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await expectWritten(page, 'lambda + 3');
  await page.goBack();
  await expect(lineOf(page, 1)).toHaveCount(0);
  await write(other, 'lambda + 4');
  await page.goForward();
  await expectWritten(page, 'lambda + 4');

  // A tab that was closed with something unsent in it.
  await context.setOffline(true);
  await lineOf(other, 1).fill('lambda + 5');
  await expect(other.getByRole('banner').getByText('Offline')).toBeVisible();
  await other.close();
  await context.setOffline(false);
  const restored = await context.newPage();
  await restored.goto(room);
  await expectWritten(restored, 'lambda + 5');

  // After submitting there is no live room left, neither here nor in the history of another tab.
  await page.goto('/');
  await page.goto(room);
  await expectWritten(page, 'lambda + 5');
  await page.goBack();
  await submit(restored);
  await page.goForward();
  await page.waitForURL(/\/result$/);
  await restored.goBack();
  await expect(restored.getByRole('timer', { name: 'Time left' })).toHaveCount(0);
});

test('as long as the server has not told what it has, nothing can be written over it', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^5\. Kullback/);
  await asPlainText(page);
  await write(page, 'lambda');

  let answer = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/api\/attempts\/[^/]+$/, async (route) => {
    await told;
    await route.continue();
  });
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(page.getByRole('banner').getByText('Loading…')).toBeVisible();
  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText('–:––');
  await expect(page.getByRole('button', { name: 'Submit' }).first()).toBeDisabled();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  answer();
  await expectWritten(page, 'lambda');
});
