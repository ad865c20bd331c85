import { enter, expect, PRACTICE, partOf, signIn, submit, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone: the drawer, the symbol keys, submission and result', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('button', { name: 'Open the list of assignments' }).tap();
  await page
    .getByRole('navigation', { name: 'Assignments' })
    .getByRole('button', { name: /^3\. Receptive/ })
    .tap();
  await expect(page.getByRole('heading', { name: /^Assignment 3/ })).toBeVisible();
  await expect(page.locator('[data-ready="false"]')).toHaveCount(0);

  await page.locator('math-field[aria-label="Formula for S"]').tap();
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Insert symbol s_k', exact: true }).tap();
  await page.getByRole('button', { name: 'Insert symbol S_{k-1}' }).tap();
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await submit(page);
  await expect(partOf(page, '3').getByText('1.5 of 3')).toBeVisible();
});

test('by keyboard alone: the graph through its table, a formula as plain text', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await page.getByRole('tab', { name: 'Drawing' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const from = page.getByRole('combobox', { name: 'From' });
  await from.focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await page.keyboard.type('f');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Delete the arrow from x to f' })).toBeVisible();

  await page.getByRole('switch', { name: 'Type as plain text' }).first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Formula for dv' }).focus();
  await page.keyboard.type('JgL * Jvg');
  await submit(page);
  await expect(partOf(page, '1a-graph').getByText('1 of 5 arrows are right')).toBeVisible();
  await expect(partOf(page, '1a-gradients').getByText('0.5 of 1.5')).toBeVisible();
});
