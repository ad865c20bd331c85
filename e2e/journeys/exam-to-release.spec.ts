import {
  EXAM,
  enter,
  expect,
  expectScore,
  goTo,
  INSTRUCTOR,
  partOf,
  signIn,
  submit,
  test,
  typeFormula,
  writeDerivation,
} from '../support/test';

test('an exam from sign-in over override and release to the reviewed score', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await enter(page, EXAM);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'S', 's_k→S_k-1→');
  await goTo(page, /^5\. Kullback/);
  await writeDerivation(page, ['ln(lambda/mu) + mu/lambda - 1']);
  await submit(page);
  await expect(page.getByText('Your exam is submitted')).toBeVisible();
  await expect(page.getByText('Reference solution')).toHaveCount(0);

  const staff = await (await browser.newContext()).newPage();
  await signIn(staff, INSTRUCTOR);
  await staff.getByRole('link', { name: 'Deep Learning' }).click();
  await staff.getByRole('link', { name: EXAM, exact: true }).click();
  await staff.getByLabel('Search').fill(student.email);
  await expect(staff).toHaveURL(/search=/);
  await expect(staff.getByText('1 attempt', { exact: true })).toBeVisible();
  // The table was read once; the worker may not have been done by then.
  await expect(async () => {
    await staff.reload();
    await expect(staff.getByRole('cell', { name: 'Graded', exact: true })).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });
  await staff.getByRole('link', { name: student.name }).click();

  const part = partOf(staff, '5');
  await expect(part.getByText('Evidence').first()).toBeVisible();
  await part.getByRole('button', { name: 'Override or comment' }).click();
  const form = part.getByRole('form', { name: 'Mark 5' });
  await form.getByLabel('Score').fill('3.5');
  await form.getByLabel('Reason, for the record').fill('result right, derivation missing');
  await form.getByLabel('Comment for the student').fill('Show the integral next time.');
  await form.getByRole('button', { name: 'Save mark' }).click();
  await expectScore(part, '3.5 of 4');
  await expect(staff.getByText('result right, derivation missing').first()).toBeVisible();

  await staff.getByRole('link', { name: EXAM }).click();
  await staff.getByRole('button', { name: 'Release results' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
  await expect(staff.getByText('Released', { exact: false }).first()).toBeVisible();

  await page.reload();
  await expect(page.getByText('5 of 26 points')).toBeVisible();
  await expect(partOf(page, '5').getByText('Show the integral next time.')).toBeVisible();
  await expectScore(partOf(page, '3'), '1.5 of 3');
  await expect(page.getByText('Evidence')).toHaveCount(0);
});
