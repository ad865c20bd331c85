import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../support/accessible';
import { expect, INSTRUCTOR, signIn, test } from '../support/test';

test.describe.configure({ timeout: 240_000 });

test('the pages of sittings', async ({ page }) => {
  await signIn(page, INSTRUCTOR);
  await page.getByRole('link', { name: 'Deep Learning' }).click();
  await page.getByRole('link', { name: 'Accommodations' }).click();
  await expect(page.getByRole('button', { name: 'Grant' })).toBeVisible();
  await expectAccessible(page, 'accommodations', ['light']);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'New sitting' }).click();
  await expect(page.getByText(/Opens .* closes/)).toBeVisible();
  await expectAccessible(page, 'new sitting');
  await page.getByLabel('Title').fill(`Looked at ${randomUUID()}`);
  await page.getByLabel('Opens').fill('2046-10-25T09:00');
  await page.getByLabel('Closes').fill('2046-10-25T12:00');
  await page.getByRole('button', { name: 'Make the sitting' }).click();
  await expect(page.getByRole('region', { name: 'Before the exam' })).toBeVisible();
  await expectAccessible(page, 'a sitting with its checklist');
  await page.getByRole('link', { name: 'Paper version' }).click();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expectAccessible(page, 'the paper version');
});
