import { randomUUID } from 'node:crypto';
import { problemsOf } from '../support/accessible';
import { DEMO_PASSWORD, expect, signInByPage, test } from '../support/test';

const ADMIN = { email: 'admin@nabla.example', name: 'Demo Admin', password: DEMO_PASSWORD };

test('a course is made, a roster brought in, and who is invited sets a password and joins by a link', async ({
  page,
  browser,
}) => {
  const id = randomUUID().slice(0, 8);
  await signInByPage(page, ADMIN);
  await page.goto('/courses');
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByLabel('Title').fill(`Measure ${id}`);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page).toHaveURL(/\/people$/);

  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('E-mail', { exact: true }).fill(`jan-${id}@uni.example`);
  await page.getByLabel('Family name').fill('Łoś');
  await page.getByLabel('Given name').fill('Jan');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const invitation = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByLabel('Search').fill('los jan');
  await expect(page).toHaveURL(/search=los\+jan/);
  await expect(page.getByRole('cell', { name: 'Jan Łoś', exact: true })).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Import a roster' }).click();
  const rows = ['Vorname;Nachname;Matrikelnummer;Mail', `Eva;X;e${id};nobody`];
  rows.push(`Jürgen;Groß;j${id};jg-${id}@uni.example`, `Jan;Łoś;l${id};jan-${id}@uni.example`);
  const buffer = Buffer.from(rows.join('\n'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('"nobody" is not an e-mail address')).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByRole('link', { name: 'To the people of the course' }).click();
  await expect(page.getByLabel('Role of Jürgen Groß')).toBeVisible();

  await page.getByRole('button', { name: 'Make a link' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const way = await page.getByLabel('Link', { exact: true }).inputValue();

  const invited = await (await browser.newContext()).newPage();
  await invited.goto(invitation);
  await invited.getByLabel('New password', { exact: true }).fill('correct horse battery');
  await invited.getByLabel('New password, once more').fill('correct horse battery');
  await invited.getByRole('button', { name: 'Set the password' }).click();
  await expect(invited.getByRole('heading', { name: 'My exams' })).toBeVisible();
  await invited.goto(way);
  await invited.getByRole('button', { name: 'Join the course' }).click();
  await expect(invited.getByRole('heading', { name: 'My exams' })).toBeVisible();
  await invited.goto(invitation);
  await expect(invited.getByText('This link opens nothing')).toBeVisible();
  await invited.context().close();
});
