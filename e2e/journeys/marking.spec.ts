import type { Page } from '@playwright/test';
import { Client } from 'pg';
import {
  type Account,
  asPlainText,
  enter,
  expect,
  expectScore,
  INSTRUCTOR,
  lineOf,
  PRACTICE,
  partOf,
  signIn,
  submit,
  test,
} from '../support/test';

const EARLIER = 'd_v = zebra';
/** A message that quotes it was cut in the middle of an emoji, which no database stores. */
const SORRY = 'sorry, I ran out of time for this part 😭😭😭';

/** A practice attempt whose part 1b says these things, one after the other. */
async function practise(page: Page, texts: readonly string[], button?: string): Promise<void> {
  await page.goto('/');
  await enter(page, PRACTICE);
  if (texts.length > 0) await asPlainText(page);
  for (const text of texts) {
    const saved = page.waitForResponse((response) => response.url().includes('/answers/1b'));
    await lineOf(page, 1).fill(text);
    await saved;
  }
  await submit(page, button);
}

async function openTable(staff: Page, student: Account): Promise<void> {
  await signIn(staff, INSTRUCTOR);
  await staff.getByRole('link', { name: 'Deep Learning' }).click();
  await staff.getByRole('link', { name: PRACTICE, exact: true }).click();
  await staff.getByLabel('Search').fill(student.email);
  await expect(staff).toHaveURL(/search=/);
}

async function query(sql: string, values: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: process.env.NABLA_E2E_DATABASE });
  await client.connect();
  await client.query(sql, [...values]).finally(() => client.end());
}

test('an answer of emoji is graded; comment, score and withdrawal on its script', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await practise(page, [SORRY], 'Submit as it is');
  await expectScore(partOf(page, '1b'), '0 of 2');
  // The parts behind it are graded too.
  await expect(partOf(page, '6').getByText('Nothing written')).toBeVisible();

  const staff = await (await browser.newContext()).newPage();
  await openTable(staff, student);
  await staff.getByRole('link', { name: student.name }).click();
  const part = partOf(staff, '1b');
  await part.getByRole('button', { name: 'Override or comment' }).click();
  const form = part.getByRole('form', { name: 'Mark 1b' });
  const reason = form.getByLabel('Reason, for the record');

  await expect(form.getByLabel('Score')).toHaveValue('');
  await reason.fill('kindly');
  await form.getByLabel('Comment for the student').fill('Come to my office.');
  await form.getByRole('button', { name: 'Save comment' }).click();
  await expect(part.getByText('To the student: Come to my office.')).toBeVisible();
  await expectScore(part, '0 of 2');
  await expect(part.getByText('Decided by a person')).toBeHidden();

  await form.getByLabel('Score').fill('1.1');
  await reason.fill('for the effort');
  await form.getByRole('button', { name: 'Save mark' }).click();
  await expect(form.getByRole('alert')).toContainText('steps of 0.25');
  await form.getByLabel('Score').fill('1.25');
  await form.getByRole('button', { name: 'Save mark' }).click();
  await expectScore(part, '1.25 of 2');
  await expect(part.getByText('Decided by a person')).toBeVisible();
  await page.reload();
  await expect(partOf(page, '1b').getByText('Decided by a person').first()).toBeVisible();

  await reason.fill('the wrong script');
  await form.getByRole('button', { name: 'Withdraw the set score' }).click();
  await expectScore(part, '0 of 2');
  await expect(part.getByText('Decided by a person')).toBeHidden();
  await expect(staff.getByText(/withdrew the score of/)).toBeVisible();
});

test('from script to script in the filter, back to it, and old saves on demand', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await practise(page, [EARLIER, 'd_v = J_g^L J_v^g']);
  await practise(page, []);

  const staff = await (await browser.newContext()).newPage();
  await openTable(staff, student);
  await expect(staff.getByText('2 attempts', { exact: true })).toBeVisible();
  await staff.getByRole('link', { name: student.name, exact: true }).click();
  const scripts = staff.getByRole('navigation', { name: 'Scripts' });
  await expect(scripts).toContainText('1 of 2 in this filter');
  const first = staff.url();
  await scripts.getByRole('link', { name: 'Next script' }).click();
  await expect(scripts).toContainText('2 of 2 in this filter');
  expect(staff.url()).not.toBe(first);
  await scripts.getByRole('link', { name: 'Previous script' }).click();
  await expect(staff).toHaveURL(first);

  const response = await staff.reload();
  const text = (await response?.text()) ?? '';
  expect(text).not.toContain('zebra');
  expect(text.length).toBeLessThan(400_000);
  const part = partOf(staff, '1b');
  await part.getByRole('button', { name: 'Question and reference solution' }).click();
  await expect(part.locator('.katex').first()).toBeVisible();
  await part.getByRole('button', { name: /^History/ }).click();
  await part.getByRole('button', { name: 'Show saves' }).click();
  await part.getByRole('button', { name: 'Show revision 1 of 1b' }).click();
  await expect(part.getByText('zebra').first()).toBeVisible();

  await staff.goBack();
  await staff.goBack();
  await staff.goBack();
  await expect(staff.getByText('2 attempts', { exact: true })).toBeVisible();
  await expect(staff.getByLabel('Search')).toHaveValue(student.email);
  await staff.getByRole('link', { name: student.name, exact: true }).click();
  await expect(scripts).toContainText('in this filter');
  await staff.getByRole('link', { name: PRACTICE }).click();
  await expect(staff.getByText('2 attempts', { exact: true })).toBeVisible();

  // What was typed last is kept though the link is followed before the search began.
  await staff.getByLabel('Search').fill('');
  await expect(staff).not.toHaveURL(/search=/);
  const link = staff.getByRole('link', { name: student.name, exact: true });
  await expect(link).toBeVisible();
  await staff.getByLabel('Search').fill(student.email);
  // By its key: under a pointer the link would move away once the search has found something.
  await link.press('Enter');
  await expect(scripts).toContainText('of 2 in this filter');
  await staff.goBack();
  await expect(staff.getByText('2 attempts', { exact: true })).toBeVisible();
  await expect(staff.getByLabel('Search')).toHaveValue(student.email);
});

test('a grading that failed is seen by staff and started again', async ({
  page,
  browser,
  newStudent,
}) => {
  const student = await newStudent();
  await signIn(page, student);
  await practise(page, []);
  const attemptId = /attempts\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  // As a worker leaves it behind that failed ten times.
  await query(
    `SELECT graphile_worker.add_job('grade_attempt', payload := json_build_object('attemptId', $1::text),
       job_key := 'grade:' || $1, run_at := now() + interval '1 hour', max_attempts := 10)`,
    [attemptId],
  );
  await query(
    `UPDATE graphile_worker._private_jobs SET attempts = 10, last_error = 'a bug of ours'
     WHERE key = 'grade:' || $1`,
    [attemptId],
  );

  const staff = await (await browser.newContext()).newPage();
  await openTable(staff, student);
  const failed = staff.getByRole('region', { name: /could not be graded$/ });
  await expect(failed).toContainText(`${student.name}: The program failed while it graded`);
  await expect(failed).not.toContainText('a bug of ours');
  await failed.getByRole('button', { name: `Grade again: ${student.name}` }).click();
  await expect(staff.getByText(`${student.name} is graded again.`)).toBeVisible();
  await expect(staff.getByRole('button', { name: `Grade again: ${student.name}` })).toHaveCount(0);
});
