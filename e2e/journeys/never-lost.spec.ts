import { enter, expect, goTo, PRACTICE, signIn, test, typeFormula } from '../support/test';

test('what was typed is there again after a reload', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'S', 's_k→S_k-1→');
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await goTo(page, /^3\. Receptive/);
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toBeVisible();
});

test('offline, one goes on writing; back online it is sent', async ({
  page,
  context,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^5\. Kullback/);
  await context.setOffline(true);
  await page
    .getByRole('textbox', { name: 'Assignment 5, answer' })
    .fill('written without a connection');
  await expect(page.getByRole('banner').getByText('Offline')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(page.getByRole('textbox', { name: 'Assignment 5, answer' })).toHaveValue(
    'written without a connection',
  );
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
  await page.getByRole('textbox', { name: 'Assignment 5, answer' }).fill('from the first tab');
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await other.getByRole('textbox', { name: 'Assignment 5, answer' }).fill('from the second tab');
  await expect(other.getByText('This part was also changed in another tab')).toBeVisible();
  await expect(other.getByText('from the first tab')).toBeVisible();
  await other.getByRole('button', { name: 'Keep what I have here' }).click();
  await expect(other.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await goTo(page, /^5\. Kullback/);
  await expect(page.getByRole('textbox', { name: 'Assignment 5, answer' })).toHaveValue(
    'from the second tab',
  );
});
