import type { MathfieldElement } from 'mathlive';
import {
  enter,
  expect,
  goTo,
  lineOf,
  PRACTICE,
  signIn,
  test,
  typeFormula,
  untilReady,
  writeDerivation,
} from '../support/test';

test('what was typed is there again after a reload, also what was written offline', async ({
  page,
  context,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'S', 's_k→S_k-1→');
  await goTo(page, /^5\. Kullback/);
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await context.setOffline(true);
  await writeDerivation(page, ['ln(lambda/mu)', 'ln(lambda) - ln(mu)']);
  await expect(page.getByRole('banner').getByText('Offline')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(lineOf(page, 1)).toHaveValue('ln(lambda/mu)');
  await expect(lineOf(page, 2)).toHaveValue('ln(lambda) - ln(mu)');
  await goTo(page, /^3\. Receptive/);
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
});

test('two tabs: both versions are kept and the student chooses', async ({
  page,
  context,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) await goTo(tab, /^5\. Kullback/);
  await writeDerivation(page, ['lambda + 1']);
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await writeDerivation(other, ['lambda + 2']);
  await expect(other.getByText('This part was also changed in another tab')).toBeVisible();
  await expect(other.getByRole('group', { name: 'The other one' })).toContainText('λ+1');
  await other.getByRole('button', { name: 'Keep what I have here' }).click();
  await expect(other.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(lineOf(page, 1)).toHaveValue('lambda + 2');
});

test('bars of any keyboard and commands that were not ended are kept as they are seen', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^4\. /);
  await untilReady(page);
  const line = page.locator('[data-part="4a"] [data-field="line-1"]');
  await line.click();
  // Without Shift, as the key that says `|` on other keyboards.
  await page.keyboard.type('||f_a');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('||<=\\alpha');
  await page.getByRole('heading', { name: /^Assignment 4/ }).click();
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await goTo(page, /^4\. /);
  await untilReady(page);
  const latex = () => line.evaluate((field: MathfieldElement) => field.getValue('latex-expanded'));
  await expect.poll(latex).toMatch(/Vert.*f_\{a\}.*Vert.*\\le.*\\alpha/);

  // What rests half typed is taken as it stands.
  const saved = page.waitForRequest(
    (request) => request.method() === 'PUT' && (request.postData() ?? '').includes('beta'),
  );
  await line.click();
  await page.keyboard.type('+\\beta');
  await saved;
});
