import type { Page } from '@playwright/test';
import { enter, expect, goTo, PRACTICE, signIn, test, typeKeys, untilReady } from '../support/test';

const field = (page: Page, name: string) => page.locator(`math-field[data-field="${name}"]`);

test('Tab goes on to the next field from wherever one types, and back, and is never caught', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. Triplet/);
  await untilReady(page);
  await field(page, 'd_fa').click();
  // Out of an index, of an exponent in it, of a denominator.
  for (const [keys, next] of [
    ['f_a-f_n', 'd_fp'],
    ['2^x_t', 'd_fn'],
    ['f_a/alpha', 'd_zero'],
  ] as const) {
    await typeKeys(page, keys);
    await page.keyboard.press('Tab');
    await expect(field(page, next)).toBeFocused();
  }
  await field(page, 'd_fn').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(field(page, 'd_fp')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(field(page, 'd_fa')).toBeFocused();
  // It was left and entered, and nothing in it changed.
  await expect(field(page, 'd_fa')).toHaveJSProperty('value', 'f_{a}-f_{n}');
});

test('a gap of a template that waits comes before the next field', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. Triplet/);
  await untilReady(page);
  await field(page, 'd_fa').click();
  const part = page.locator('[data-part]', { has: field(page, 'd_fa') });
  await part.getByRole('button', { name: 'Insert fraction', exact: true }).click();
  await typeKeys(page, '2');
  await page.keyboard.press('Tab');
  await typeKeys(page, 'l');
  await expect(field(page, 'd_fa')).toHaveJSProperty('value', '\\frac{2}{l}');
  await page.keyboard.press('Tab');
  await expect(field(page, 'd_fp')).toBeFocused();
});
