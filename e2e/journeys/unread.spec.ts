import { expectAccessible } from '../support/accessible';
import {
  enter,
  expect,
  expectScore,
  goTo,
  INSTRUCTOR,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
  typeFormula,
  typeKeys,
} from '../support/test';

/** Nothing of this part is called q. */
const UNREADABLE = 's_k S_k-1→+q';

test('what cannot be read is said in the rail and before submitting, is judged by nobody, and is seen by staff', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'R', 'R_k-1+(r_k-1)S_k-1');
  await typeFormula(page, 'S', UNREADABLE);
  const link = page
    .getByRole('navigation', { name: 'Assignments' })
    .getByRole('button', { name: /^Assignment 3, answer: / });
  await expect(link).toHaveAccessibleName(/cannot be read as it stands/);

  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  const alert = dialog.getByRole('alert').filter({ hasText: 'Cannot be read as it stands' });
  await expect(alert).toContainText('Assignment 3, answer');
  await expect(alert).toContainText('The machine cannot judge it as it stands.');
  await expect(dialog.getByRole('button', { name: 'Submit', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Back to the exam' }).click();

  // Written so that it can be read it is no longer named, and comes back when it cannot.
  await page.locator('math-field[data-field="S"]').focus();
  await page.keyboard.press('Backspace');
  await typeKeys(page, 's_k');
  await expect(link).not.toHaveAccessibleName(/cannot be read/);
  await typeKeys(page, '+q');
  await expect(link).toHaveAccessibleName(/cannot be read as it stands/);
  await submit(page, 'Submit as it is');

  const part = partOf(page, '3');
  await expectScore(part, '1.5 of 3');
  await expect(part.getByText('Not all could be read').first()).toBeVisible();
  await expect(part.getByText('Nobody looks at practice')).toBeVisible();
  await expect(part.locator('.katex .fbox').first()).toBeVisible();
  await expectAccessible(page, 'result with something unread');

  const staff = await (await browser.newContext()).newPage();
  await signIn(staff, INSTRUCTOR);
  await staff.getByRole('link', { name: 'Deep Learning' }).click();
  await staff.getByRole('link', { name: PRACTICE, exact: true }).click();
  await staff.getByRole('link', { name: 'See them by what was written' }).click();
  await expect(staff.getByRole('heading', { name: 'Unread answers' })).toBeVisible();
  const group = staff.getByRole('region', { name: 'Part 3' });
  const script = group.getByRole('link', { name: student.name });
  await expect(group.locator('.katex .fbox').first()).toBeVisible();
  await expectAccessible(staff, 'unread answers');
  await script.click();
  await expect(partOf(staff, '3').getByText('Not all could be read').first()).toBeVisible();
});

test('before submitting one is told which fields of a part were left empty', async ({
  page,
  newStudent,
}) => {
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  await goTo(page, /^3\. Receptive/);
  await typeFormula(page, 'R', 'R_k-1+(r_k-1)S_k-1');
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  const item = dialog.getByRole('listitem').filter({ hasText: 'Assignment 3, answer' });
  await expect(item).toContainText('nothing for');
  await expect(item.locator('.katex')).toContainText('S');
});
