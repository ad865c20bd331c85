import { expectAccessible } from '../support/accessible';
import { enter, expect, INSTRUCTOR, PRACTICE, signIn, test } from '../support/test';

test.describe.configure({ timeout: 240_000 });

test('the first page of a course and its log', async ({ page, browser, newStudent }) => {
  const student = await newStudent();
  const other = await (await browser.newContext()).newPage();
  await signIn(other, student);
  await enter(other, PRACTICE);
  await other.context().close();

  await signIn(page, INSTRUCTOR);
  await page.getByRole('link', { name: 'Deep Learning' }).click();
  const happened = page.getByRole('list', { name: 'What happened last' });
  await expect(happened).toContainText(`${student.name} began ${PRACTICE}`);
  await expect(page.getByRole('heading', { name: 'Waits for you' })).toBeVisible();
  await expectAccessible(page, 'course');

  await page.getByRole('link', { name: 'The whole log' }).click();
  await page.getByLabel('Person').fill(student.name);
  await expect(page).toHaveURL(/person=/);
  const log = page.getByRole('list', { name: 'Log of the course' });
  await expect(log.getByRole('listitem').first()).toContainText(
    `${student.name} began ${PRACTICE}`,
  );
  await page.getByLabel('About').selectOption('Attempts');
  await expect(log.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'log');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^deep-learning-log-\d{4}-\d\d-\d\d\.csv$/);
  await page.getByLabel('Person').fill('nobody of this name');
  await expect(page.getByText('Nothing to show')).toBeVisible();
});
