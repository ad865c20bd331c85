import type { Browser } from '@playwright/test';
import { expectAccessible, problemsOf } from '../support/accessible';
import {
  type Account,
  enter,
  expect,
  goTo,
  INSTRUCTOR,
  runInDatabase,
  signIn,
  test,
} from '../support/test';

/** An exam that nobody else sits, as other tests release theirs. */
async function createSittingFor({ email }: Account, title: string): Promise<void> {
  const window = ['--opens', '2026-01-01T09:00', '--closes', '2036-01-01T09:00'];
  const what = ['--course', 'deep-learning', '--exam', 'deep-learning-ss2022-t1', '--title', title];
  await runInDatabase('bin/nabla.ts', 'sitting', 'create', ...what, ...window, '--list', email);
}

/** The live view of a sitting as its instructor sees it, with the row of a student who writes. */
async function watch(browser: Browser, { title, student }: { title: string; student: Account }) {
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, INSTRUCTOR);
  await desk.goto('/courses');
  await desk.getByRole('link', { name: 'Deep Learning', exact: true }).click();
  await desk.getByRole('link', { name: title, exact: true }).click();
  await desk.getByRole('link', { name: 'Live' }).click();
  const row = desk.getByRole('row').filter({ hasText: student.name });
  await expect(row).toContainText('Writing');
  return { desk, row };
}

test('what staff do on the day is in the room within seconds: told, corrected, answered, handed in, opened again', async ({
  browser,
  page,
  newStudent,
}) => {
  const student = await newStudent();
  const title = `The day of ${student.name}`;
  await createSittingFor(student, title);
  await signIn(page, student);
  await enter(page, title);

  const { desk, row } = await watch(browser, { title, student });
  await expectAccessible(desk, 'live view of a sitting');
  await desk.setViewportSize({ width: 1280, height: 900 });

  // A correction stands at its part, and the bar counts it.
  const words = `The bound is for ${student.name}.`;
  await desk
    .getByLabel('What it is')
    .selectOption({ label: 'A correction of assignment 1, part b' });
  await desk.getByLabel('What you tell them').fill(words);
  await desk.getByRole('button', { name: 'Tell everybody' }).click();
  await goTo(page, /^1\. /);
  await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible({
    timeout: 5000,
  });
  await page.getByRole('button', { name: /^Messages, \d+ new/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Correction');
  expect(await problemsOf(page, '[role=dialog]')).toEqual([]);

  // A question, and its answer.
  await page.getByRole('textbox', { name: 'Question' }).fill(`May ${student.name} assume that?`);
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByRole('dialog')).toContainText('Not answered yet');
  const asked = desk.getByRole('article', { name: student.name });
  await expect(asked).toBeVisible({ timeout: 5000 });
  await asked.getByRole('textbox', { name: 'Answer' }).fill('You may.');
  await asked.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByRole('dialog')).toContainText('You may.', { timeout: 5000 });
  await page.getByRole('button', { name: 'Close: Messages' }).click();

  // Handed in for, and opened again; each with a reason.
  await row.getByRole('button', { name: 'Hand in' }).click();
  await desk.getByRole('textbox', { name: 'Reason' }).fill('left the room');
  await desk.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(page.getByText('Your exam is submitted')).toBeVisible({ timeout: 10_000 });
  await row.getByRole('button', { name: 'Open again' }).click();
  await desk.getByRole('textbox', { name: 'Reason' }).fill('it was a mistake');
  await desk.getByRole('dialog').getByRole('button', { name: 'Open again', exact: true }).click();
  await expect(row).toContainText('Hand in');
  // Who waits for the results is back in the room.
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible({ timeout: 15_000 });
});

test('in the live view time is given to whom is chosen, and an exam is withdrawn', async ({
  browser,
  page,
  newStudent,
}) => {
  const student = await newStudent();
  const title = `Time for ${student.name}`;
  await createSittingFor(student, title);
  await signIn(page, student);
  await enter(page, title);

  const { desk, row } = await watch(browser, { title, student });

  // The address holds what is looked for.
  await desk.getByRole('textbox', { name: 'Search' }).fill(student.name);
  await desk.getByRole('button', { name: 'Time left' }).click();
  await expect(desk).toHaveURL(/search=.*sort=left/);
  await desk.reload();
  await expect(desk.getByText(/^1 of \d+ shown/)).toBeVisible();

  await desk.getByRole('checkbox', { name: `Choose ${student.name}` }).click();
  await desk.getByRole('button', { name: 'Give time to 1 chosen' }).click();
  const dialog = desk.getByRole('dialog', { name: `Give time to ${student.name}` });
  await dialog.getByLabel('Minutes more').fill('7');
  await dialog.getByLabel('Reason').fill('a fire alarm');
  await expect(dialog.getByRole('table', { name: 'Ends that move' })).toContainText(student.name);
  expect(await problemsOf(desk, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Give 7 min' }).click();
  await expect(desk.getByText('It moved the end of one who writes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Messages, 1 new' })).toBeVisible({
    timeout: 5000,
  });
  await expect(page.getByRole('timer', { name: 'Time left' })).toContainText('1:3');

  await row.getByRole('button', { name: 'Withdraw' }).click();
  await desk.getByRole('textbox', { name: 'Reason' }).fill('taken ill');
  await desk.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(page.getByText('This exam was withdrawn')).toBeVisible({ timeout: 5000 });
  await expect(page.getByText('taken ill')).toBeVisible();
  await expectAccessible(page, 'a withdrawn exam', ['light']);
  await expect(row).toContainText('Withdrawn');
  await page.goto('/');
  await expect(page.getByText('Withdrawn: taken ill')).toBeVisible();
  await row.getByRole('button', { name: 'Take back' }).click();
  await desk.getByRole('textbox', { name: 'Reason' }).fill('it was somebody else');
  await desk.getByRole('dialog').getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(row).toContainText('Submitted');
});
