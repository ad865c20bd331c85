import {
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
  writeDerivation,
} from '../support/test';

const stated = 'int_0^infty lambda e^(-lambda x)(ln(lambda)-lambda x-ln(mu)+mu x)dx';

test('by keyboard alone: a derivation of three lines gets full points', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^5\. Kullback/);
  const line = (index: number) => page.locator(`math-field[aria-label="Line ${index}"]`);
  await line(1).focus();
  await expect(line(1)).toBeFocused();
  await typeKeys(page, stated);
  const read = page.getByRole('status').filter({ hasText: 'Read as' });
  await expect(read).toHaveCount(1);

  // The next line is empty, so what is typed stands alone in it.
  await page.keyboard.press('Enter');
  await expect(line(2)).toBeFocused();
  await expect(read).toHaveCount(1);
  await typeKeys(page, 'ln(lambda)-ln(mu)+(mu-lambda)/lambda');
  await expect(read).toHaveCount(2);
  // A copy of it has a key of its own.
  await page.keyboard.press('Alt+Enter');
  await expect(line(3)).toBeFocused();
  await expect(read).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await typeKeys(page, 'ln(lambda)-ln(mu)+mu/lambda-1');
  await submit(page);

  const part = partOf(page, '5');
  await expectScore(part, '4 of 4');
  for (const index of [1, 2, 3])
    await expect(part.getByText(`Line ${index}: right`)).toBeAttached();
  await expectAccessiblePart(page, '5');
});

test('in plain text: a slip costs its line, and is shown where it is', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^5\. Kullback/);
  await writeDerivation(page, [
    'int_0^inf p_lambda(x) ln(p_lambda(x)/p_mu(x)) dx',
    'ln(lambda/mu) - (mu - lambda) E[X]',
    'ln(lambda/mu) - mu/lambda + 1',
  ]);
  await submit(page);

  const part = partOf(page, '5');
  await expectScore(part, '2.5 of 4');
  await expect(part.getByText('Line 2: not right')).toBeAttached();
  await expect(part.getByText('Line 3: right')).toBeAttached();
  await expect(part.getByText('Line 2 is not equal to line 1').first()).toBeVisible();
  await expect(part.getByText('it earns follow-on credit')).toBeVisible();
});
