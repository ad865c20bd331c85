import { expect, INSTRUCTOR, signIn, test } from '../support/test';

test.setTimeout(120_000);

test('a sitting from its form over the start in the hall to a later end', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  const title = `Hall ${student.email}`;
  const staff = await (await browser.newContext()).newPage();
  await signIn(staff, INSTRUCTOR);
  await staff.getByRole('link', { name: 'Deep Learning' }).click();
  await staff.getByRole('link', { name: 'Accommodations' }).click();
  const more = staff.getByRole('form', { name: 'More time' });
  await more.getByRole('combobox', { name: 'Students' }).fill(student.email);
  await staff.getByRole('option', { name: student.email }).click();
  await more.getByLabel('Factor').fill('1.5');
  await more.getByLabel('Reason').fill('decree');
  await more.getByRole('button', { name: 'Grant' }).click();
  await expect(staff.getByRole('row', { name: student.name })).toContainText('1.5');

  await staff.getByRole('link', { name: 'Overview' }).click();
  await staff.getByRole('link', { name: 'New sitting' }).click();
  await staff.getByLabel('Title').fill(title);
  // Open at any hour of any day on which the test runs.
  await staff.getByLabel('Opens').fill('2026-01-01T09:00');
  await staff.getByLabel('Closes').fill('2046-10-25T12:00');
  await staff.getByRole('textbox', { name: 'Minutes', exact: true }).fill('60');
  await staff.getByRole('button', { name: 'Make one' }).click();
  const code = await staff.getByLabel('Access code').inputValue();
  await staff.getByLabel('Only for people on a list').check();
  await staff.getByLabel('The list').fill(student.email);
  await staff.getByLabel('Hold: nobody begins').check();
  await expect(staff.getByText(/Opens Thu 1 Jan, 9:00.*60 minutes.*more time/)).toBeVisible();
  await staff.getByRole('button', { name: 'Make the sitting' }).click();
  await expect(staff.getByText(code, { exact: true })).toBeVisible();

  await signIn(page, student);
  await page
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: 'Enter' })
    .click();
  await page.getByLabel('Access code').fill(code);
  await expect(page.getByText('Waiting for the staff')).toBeVisible();
  await staff.getByRole('button', { name: 'Start', exact: true }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
  await expect(page).toHaveURL(/\/attempts\//, { timeout: 30_000 });

  await staff.getByRole('link', { name: 'Edit' }).click();
  await staff.getByLabel('Minutes given to everybody').fill('7');
  await expect(staff.getByRole('row', { name: student.name })).toBeVisible();
  await staff.getByRole('button', { name: 'Save and move one end' }).click();
  await expect(staff.getByRole('heading', { name: title })).toBeVisible();
  await staff.getByRole('button', { name: 'Archive' }).click();
  await expect(staff.getByText('Somebody is still writing')).toBeVisible();
});

test('a time that comes twice is asked about, one that never comes is refused', async ({
  page,
}) => {
  await signIn(page, INSTRUCTOR);
  await page.getByRole('link', { name: 'Deep Learning' }).click();
  await page.getByRole('link', { name: 'New sitting' }).click();
  await page.getByLabel('Opens').fill('2046-03-25T02:30');
  await expect(page.getByText(/does not come in Europe\/Berlin/).first()).toBeVisible();
  await page.getByLabel('Opens').fill('2046-10-28T02:30');
  await page.getByLabel('Closes').fill('2046-10-28T05:30');
  await page.getByRole('radio', { name: /the second, UTC\+01:00/ }).check();
  await expect(page.getByText(/Opens Sun 28 Oct, 2:30, closes 5:30/)).toBeVisible();
});
