import { expectAccessible } from '../support/accessible';
import {
  enter,
  expect,
  goTo,
  INSTRUCTOR,
  PRACTICE,
  signIn,
  signInToEveryKind,
  submit,
  test,
  untilReady,
  writeDerivation,
} from '../support/test';

test.describe.configure({ timeout: 480_000 });

test('sign-in and not-found', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page, 'sign-in');
  await page.goto('/nowhere');
  await expectAccessible(page, 'not found');
});

test('the page that verifies receipts', async ({ page }) => {
  await page.goto('/receipts');
  const receipt = page.getByLabel('Receipt');
  // Seen before its code is there, the field is emptied by it.
  await expect(async () => {
    await receipt.fill('{}');
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText('Not verified')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page, 'receipts');
});

test('a student’s pages', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await expectAccessible(page, 'my exams');
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await expectAccessible(page, 'account');
  await page.goto('/');
  await enter(page, PRACTICE);
  for (const assignment of [/^1\. /, /^2\. /, /^3\. /, /^4\. /, /^5\. /, /^6\. /]) {
    await goTo(page, assignment);
    await untilReady(page);
    // The colours are the same on every sheet: dark is looked at once.
    const schemes = assignment.source.startsWith('^1')
      ? (['light', 'dark'] as const)
      : (['light'] as const);
    await expectAccessible(page, `exam room ${assignment.source}`, schemes);
  }
  await goTo(page, /^5\. /);
  await writeDerivation(page, ['ln(lambda/mu)']);
  await submit(page);
  await expect(page.getByText('of 26 points')).toBeVisible();
  await expectAccessible(page, 'result');
});

test('the lobby offers the try-outs of the exam’s own kinds', async ({ page, newStudent }) => {
  await signIn(page, await newStudent());
  await page.getByRole('link', { name: 'Enter' }).last().click();
  const tries = page.getByRole('region', { name: 'Try it out' });
  await expect(tries.getByRole('button')).toHaveCount(8);
  await expect(tries.getByRole('button', { name: 'Choice' })).toHaveCount(0);
});

test('the try-out of every kind of answer', async ({ page }) => {
  const { answers } = await signInToEveryKind(page);
  const count = Object.keys(answers).length;
  await page.getByRole('link', { name: 'Enter' }).click();
  const kinds = page
    .getByRole('region', { name: 'Try it out' })
    .getByRole('button', { expanded: false });
  await expect(kinds).toHaveCount(count);
  for (let left = count; left > 0; left--) {
    await kinds.first().focus();
    await page.keyboard.press('Enter');
    await expect(kinds).toHaveCount(left - 1);
  }
  await untilReady(page);
  await expectAccessible(page, 'lobby with every try-out open');
});

test('staff’s pages', async ({ page, browser, newStudent }) => {
  const student = await newStudent();
  const other = await (await browser.newContext()).newPage();
  await signIn(other, student);
  await enter(other, PRACTICE);
  await goTo(other, /^5\. /);
  await writeDerivation(other, ['ln(lambda/mu) + 1']);
  await submit(other);

  await signIn(page, INSTRUCTOR);
  await expectAccessible(page, 'courses');
  await page.getByRole('link', { name: 'Deep Learning' }).click();
  await expect(page.getByRole('table', { name: 'Sittings' })).toBeVisible();
  await expectAccessible(page, 'course');
  await page.getByRole('link', { name: PRACTICE }).click();
  await page.getByRole('link', { name: student.name }).waitFor();
  await expectAccessible(page, 'sitting');
  await page.getByRole('link', { name: student.name }).click();
  const part = page.getByRole('region', { name: 'Part 5', exact: true });
  await part.getByRole('button', { name: 'Override or comment' }).click();
  await expectAccessible(page, 'script');
});
