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
});
