import { expectAccessible } from '../support/accessible';
import {
  expect,
  expectScore,
  INSTRUCTOR,
  partOf,
  runInDatabase,
  signIn,
  test,
} from '../support/test';

test('an answer that arrived late is seen, accepted, told to its student, and taken back', async ({
  browser,
  page,
  newStudent,
}) => {
  const student = await newStudent();
  const title = `Late by ${student.name}`;
  await runInDatabase('e2e/support/arrive-late.ts', student.email, title);
  await signIn(page, INSTRUCTOR);
  await page.goto('/courses');
  await page.getByRole('link', { name: 'Deep Learning', exact: true }).click();
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByLabel('State').selectOption('late-open');
  const row = page.getByRole('row').filter({ hasText: student.name });
  await expect(row).toContainText('2 late to decide');
  await row.getByRole('link', { name: student.name }).click();

  const late = page.getByRole('region', {
    name: '2 answers arrived late: 2a, 40 s after the end; 3, 45 s after the end',
  });
  await expect(late).toBeVisible();
  // What was handed in is graded in the meantime.
  await expect(async () => {
    await page.reload();
    await expectScore(partOf(page, '2a'), '1 of 2');
  }).toPass({ timeout: 60_000 });
  await expectAccessible(page, 'a script with late answers', ['light']);
  await late.getByRole('button', { name: 'Accept the late answer to 2a' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the network was down in the hall');
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(late.getByRole('article', { name: 'Late answer to 2a' })).toContainText('Accepted');
  await expect(async () => {
    await page.reload();
    await expectScore(partOf(page, '2a'), '2 of 2');
  }).toPass();
  await late.getByRole('button', { name: 'Leave the late answer to 3' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('not in the log of the network');
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(late.getByRole('article', { name: 'Late answer to 3' })).toContainText('Left');

  // Released, the student reads it.
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('button', { name: /^Release/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Release/ })
    .click();
  await expect(page.getByText(/^Released /)).toBeVisible();
  const mine = await (await browser.newContext()).newPage();
  await signIn(mine, student);
  await mine.getByRole('link', { name: 'Result' }).click();
  await expect(mine.getByText('An answer that arrived late was accepted')).toBeVisible();
  await expect(mine.getByText('Reason: the network was down in the hall')).toBeVisible();
  await expectAccessible(mine, 'a result with a late answer', ['light']);

  // Taken back, what counted before counts again.
  await page.goto('/courses');
  await page.getByRole('link', { name: 'Deep Learning', exact: true }).click();
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('link', { name: student.name, exact: true }).click();
  await late.getByRole('button', { name: 'Take back 2a' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('it was another hall');
  await dialog.getByRole('button', { name: 'Take back', exact: true }).click();
  await expectScore(partOf(page, '2a'), '1 of 2');
});
