import type { Page } from '@playwright/test';
import {
  asPlainText,
  enter,
  expect,
  expectAccessiblePart,
  expectScore,
  goTo,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  typeKeys,
} from '../support/test';

async function typeInto(page: Page, field: string, keys: string) {
  const formula = page.locator(`math-field[data-field="${field}"]`);
  await formula.focus();
  await expect(formula).toBeFocused();
  await typeKeys(page, keys);
}

test('by keyboard alone: base, transformation and estimator get full points', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^6\. Reparam/);
  await page.getByRole('radio', { name: /uniform/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /exponential/ })).toBeChecked();
  await typeInto(page, 'T', 'u/lambda→');
  await typeInto(page, 'gradient', "-ell'(y)y/lambda→grad");
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(2);
  await submit(page);

  const part = partOf(page, '6');
  await expectScore(part, '4 of 4');
  await expect(part.getByRole('img', { name: /^Histogram of your samples/ })).toBeVisible();
  await expect(part.getByRole('img', { name: /^Single estimates/ })).toBeVisible();
  await expectAccessiblePart(page, '6');
});

test('a scale for a rate is named, and the estimator follows on', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^6\. Reparam/);
  await asPlainText(page);
  await page.getByRole('radio', { name: /uniform/ }).check();
  await page.locator('input[data-field="T"]').fill('-lambda ln u');
  await page.locator('input[data-field="gradient"]').fill("-l'(y) ln(u) \\nabla_w f");
  await submit(page);

  const part = partOf(page, '6');
  await expectScore(part, '1 of 4');
  await expect(part.getByText('a scale was taken for a rate')).toBeVisible();
  await expect(part.getByText('it earns follow-on credit')).toBeVisible();
});
