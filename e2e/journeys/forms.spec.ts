import {
  EVERY_KIND,
  enter,
  expect,
  goTo,
  signInToEveryKind,
  test,
  typeFormula,
  typeKeys,
  untilReady,
} from '../support/test';

test('the keys follow the field that is written in, and the card has the rows of all', async ({
  page,
}) => {
  await signInToEveryKind(page);
  await enter(page, EVERY_KIND);
  await goTo(page, /forms/);
  await untilReady(page);
  const keys = page.getByRole('toolbar', { name: 'Symbols' });
  const union = keys.getByRole('button', { name: 'Insert union' });
  const growsAs = keys.getByRole('button', { name: 'Insert grows as' });
  const symbol = keys.getByRole('button', { name: 'Insert symbol n', exact: true });
  await typeFormula(page, 'M', '');
  await expect(union).toBeVisible();
  await expect(growsAs).toBeHidden();
  const field = page.locator('math-field[data-field="T"]');
  const before = await field.boundingBox();
  await typeFormula(page, 'T', '');
  await expect(growsAs).toBeVisible();
  await expect(union).toBeHidden();
  // Nothing moves from under the pointer.
  expect(await field.boundingBox()).toEqual(before);
  await growsAs.click();
  await symbol.click();
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveCount(1);
  await typeFormula(page, 'y', '');
  await expect(growsAs).toBeHidden();
  await expect(union).toBeHidden();

  await page.getByRole('button', { name: 'How to type' }).click();
  const card = page.getByRole('dialog', { name: 'How to type formulas' });
  for (const typed of ['(-inf, 2] u {3}', 'Theta(n log n)'])
    await expect(card.getByText(typed, { exact: true })).toBeVisible();
});

test('an exponent that ends sooner than one may mean says so', async ({ page }) => {
  await signInToEveryKind(page);
  await enter(page, EVERY_KIND);
  await goTo(page, /forms/);
  await untilReady(page);
  const hint = page.getByText('The exponent ends at its first factor');
  await typeFormula(page, 'y', 'e^-lambda x');
  await expect(hint).toBeVisible();
  await page.keyboard.press('Control+a');
  await typeKeys(page, 'e^(-lambda x)');
  await expect(hint).toBeHidden();
});
