import type { Page } from '@playwright/test';
import { asPlainText, enter, expect, goTo, lineOf, PRACTICE, signIn, test } from '../support/test';

/** Some of these come with the next try to save, which waits longer the more have failed. */
const badge = (page: Page, words: string) =>
  expect(page.getByRole('banner').getByText(words)).toBeVisible({ timeout: 20_000 });

async function atDerivation(page: Page): Promise<void> {
  await goTo(page, /^5\. Kullback/);
  await asPlainText(page);
}

/** Tries to hand in and returns the dialog. */
async function tryToSubmit(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  return dialog;
}

/** As when one comes back to the page: it need not wait for its next try. */
async function look(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back to the exam' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('each obstacle to submitting is told for what it is, and passes by itself', async ({
  page,
  context,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await enter(page, PRACTICE);
  await atDerivation(page);
  const line = lineOf(page, 1);

  // A fault of the server is none of the connection, and passes without a key pressed.
  const answers = /\/api\/attempts\/[^/]+\/answers\//;
  await page.route(answers, (route) => route.fulfill({ status: 500, json: {} }));
  await line.fill('lambda');
  await badge(page, 'Server trouble');
  await expect(await tryToSubmit(page)).toContainText('your connection is fine');
  await page.unroute(answers);
  await leave(page);
  await look(page);
  await badge(page, 'Saved');

  // Signed out: what is written stays, and is sent as soon as one is signed in again.
  await context.clearCookies();
  await line.fill('lambda + mu');
  await badge(page, 'Not saved');
  await expect(await tryToSubmit(page)).toContainText('the server did not take this answer');
  await leave(page);
  await expect(page.getByText('Your session has ended').first()).toBeVisible();
  const other = await context.newPage();
  await signIn(other, student);
  await look(page);
  await badge(page, 'Saved');
  await expect(page.getByText('Your session has ended')).toHaveCount(0);

  // Two versions: one is asked to choose before anything is handed in.
  await other.goto(page.url());
  await goTo(other, /^5\. Kullback/);
  await expect(lineOf(other, 1)).toHaveValue('lambda + mu');
  await page.route(answers, (route) => route.abort());
  await line.fill('lambda');
  await badge(page, 'Offline');
  await expect(await tryToSubmit(page)).toContainText('check the connection');
  await lineOf(other, 1).fill('mu');
  await badge(other, 'Saved');
  await page.unroute(answers);
  await leave(page);
  await look(page);
  await badge(page, 'Two versions');
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  await expect(dialog).toContainText('choose which one counts');
  await expect(dialog.getByRole('button', { name: 'Submit', exact: true })).toBeDisabled();
  await leave(page);
  await page.getByRole('button', { name: 'Keep what I have here' }).click();
  await badge(page, 'Saved');

  // Handed in here: the other tab goes on to the result as soon as it has something to send.
  await tryToSubmit(page);
  await page.waitForURL(/\/result$/);
  await lineOf(other, 1).fill('too late');
  await other.waitForURL(/\/result$/);
});

test('over while offline: what was written is kept, sent late, and the page goes on', async ({
  page,
  context,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await atDerivation(page);
  // The room is told of a deadline that is a moment away.
  let dueAt = 0;
  let isOffline = false;
  await page.route(/\/api\/attempts\/[^/]+$/, async (route) => {
    if (isOffline) return route.abort();
    const reply = await route.fetch();
    const state = await reply.json();
    dueAt ||= state.now + 6000;
    await route.fulfill({ response: reply, json: { ...state, dueAt } });
  });
  await look(page);
  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^00:0\d$/);
  isOffline = true;
  await context.setOffline(true);
  await lineOf(page, 1).fill('lambda');
  const notice = page.getByRole('alert').filter({ hasText: 'The time is over' });
  await expect(notice).toContainText('there is no connection');
  await expect(notice).toContainText('Assignment 5');
  await expect(notice).toContainText('arrives late');
  await expect(lineOf(page, 1)).not.toBeEditable();
  isOffline = false;
  await context.setOffline(false);
  await page.waitForURL(/\/result$/);
  await expect(page.getByRole('region', { name: '(5)' })).toContainText('λ');
});
