import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { type Installation, nabla, startInstallation } from '../support/installation';
import { picturedZip, rosterOf } from '../support/pictured-zip';
import { expect, expectScore, partOf, submit, test, typeFormula } from '../support/test';

/*
 * From an empty server to results: the course, the roster, the exam and its day, each by the pages that
 * people have for it. Nothing is prepared but an admin, whom only the command line can make.
 */

test.setTimeout(420_000);
test.use({ actionTimeout: 30_000 });

const ADMIN = { email: 'head@uni.example', password: 'correct horse battery' };
const PASSWORD = 'staple the battery';

let site: Installation;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startInstallation({ NABLA_DEMO: '0' });
  const who = ['--email', ADMIN.email, '--name', 'Head', '--password', ADMIN.password];
  await nabla(site.folder, ['user', 'add', ...who, '--admin']);
});
test.afterAll(() => site?.remove());

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: site.address })).newPage();
}

/** Makes an invitation link for a student, with which they set a password. */
async function arrive(desk: Page, browser: Browser, number: string): Promise<Page> {
  await desk.getByRole('link', { name: 'People', exact: true }).click();
  await desk.getByLabel('Search').fill(number);
  await desk.getByRole('button', { name: `What can be done: Given Name${number}` }).click();
  await desk.getByRole('menuitem', { name: 'Make an invitation link' }).click();
  const link = await desk.getByLabel('Link', { exact: true }).inputValue();
  await desk.keyboard.press('Escape');
  const student = await newPage(browser);
  await student.goto(new URL(link).pathname);
  await student.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await student.getByLabel('New password, once more').fill(PASSWORD);
  await student.getByRole('button', { name: 'Set the password' }).click();
  await expect(student.getByRole('heading', { name: 'My exams' })).toBeVisible();
  return student;
}

async function waitInTheHall(student: Page, title: string, code: string): Promise<void> {
  await student
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: 'Enter' })
    .click();
  await student.getByLabel('Access code').fill(code);
  await expect(student.getByText('Waiting for the staff')).toBeVisible();
}

async function edit(desk: Page, field: string, value: string): Promise<void> {
  await desk.getByRole('link', { name: 'Edit' }).click();
  await desk.getByRole('textbox', { name: field, exact: true }).fill(value);
  await desk.getByRole('button', { name: /^Save/ }).click();
  await expect(desk.getByRole('link', { name: 'Edit' })).toBeVisible();
}

test('an exam from an empty server to its results', async ({ browser }) => {
  const desk = await newPage(browser);
  await desk.goto('/sign-in');
  await desk.getByLabel('E-mail').fill(ADMIN.email);
  await desk.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1, name: /My exams|Courses/ })).toBeVisible();

  await test.step('a course and its roster', async () => {
    await desk.goto('/courses');
    await desk.getByRole('button', { name: 'New course' }).click();
    await desk.getByLabel('Title').fill('Analysis');
    await desk.getByRole('button', { name: 'Create' }).click();
    await desk.getByRole('link', { name: 'Import a roster' }).click();
    const buffer = Buffer.from(rosterOf(300));
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer });
    await desk.getByRole('button', { name: 'Import 300 rows' }).click();
    await desk.getByRole('link', { name: 'To the people of the course' }).click();
    await expect(desk.getByRole('cell', { name: 'Given Name0001', exact: true })).toBeVisible();
  });

  await test.step('an exam with a picture, tried and published', async () => {
    await desk.getByRole('link', { name: 'Exams', exact: true }).click();
    const buffer = Buffer.from(picturedZip('circles'));
    await desk
      .locator('input[type=file][accept*=zip]')
      .setInputFiles({ name: 'circles.zip', mimeType: 'application/zip', buffer });
    await expect(desk.getByText('This exam can be published')).toBeVisible({ timeout: 60_000 });
    await desk.getByRole('link', { name: /^Preview version/ }).click();
    await expect(desk.getByRole('img', { name: 'a circle' })).toBeVisible();
    const version = desk.url();
    await desk.getByRole('button', { name: 'Test run' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: /^Test run: / })).toBeVisible();
    await desk.getByRole('button', { name: /^Start/ }).click();
    await desk.getByRole('radio', { name: 'this' }).check();
    await typeFormula(desk, 'slope', '3x^2');
    await submit(desk);
    await expect(partOf(desk, 'b')).toContainText('2 of 2');
    await desk.goto(version);
    await desk.getByRole('button', { name: 'Publish' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(desk.getByText('· published')).toBeVisible();
  });

  await test.step('a quarter more time for one student', async () => {
    await desk.getByRole('link', { name: 'Accommodations' }).click();
    const more = desk.getByRole('form', { name: 'More time' });
    await more.getByRole('combobox', { name: 'Students' }).fill('student0001@uni.example');
    await desk.getByRole('option', { name: 'student0001@uni.example' }).click();
    await more.getByLabel('Factor').fill('1.25');
    await more.getByLabel('Reason').fill('decree');
    await more.getByRole('button', { name: 'Grant' }).click();
    await expect(desk.getByRole('row', { name: 'Given Name0001' })).toContainText('1.25');
  });

  const title = 'Midterm';
  const slow = await arrive(desk, browser, '0001');
  const quick = await arrive(desk, browser, '0002');
  const code = await test.step('a sitting with a code, that holds', async () => {
    await desk.getByRole('link', { name: 'Overview' }).click();
    await desk.getByRole('link', { name: 'New sitting' }).click();
    await desk.getByLabel('Title').fill(title);
    await desk.getByLabel('Opens').fill('2026-01-01T09:00');
    await desk.getByLabel('Closes').fill('2046-10-25T12:00');
    await desk.getByRole('button', { name: 'Make one' }).click();
    const made = await desk.getByLabel('Access code').inputValue();
    await desk.getByLabel('Hold: nobody begins').check();
    await desk.getByRole('button', { name: 'Make the sitting' }).click();
    const checklist = desk.getByRole('region', { name: 'Before the exam' });
    await expect(checklist).toContainText('300 people may sit it');
    await expect(checklist).toContainText('the best with 4 of 4 points');
    await expect(checklist).toContainText('1 person has more time');
    return made;
  });

  await test.step('the start in the hall', async () => {
    for (const student of [slow, quick]) {
      await student.goto('/');
      await waitInTheHall(student, title, code);
    }
    await desk.getByRole('button', { name: 'Start', exact: true }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    for (const student of [slow, quick]) {
      await expect(student).toHaveURL(/\/attempts\//, { timeout: 30_000 });
    }
    await expect(slow.getByRole('timer', { name: 'Time left' })).toContainText(/^1:1[45]/);
    await expect(quick.getByRole('timer', { name: 'Time left' })).toContainText(/^(1:00|59)/);
  });

  await test.step('twenty minutes for one who writes', async () => {
    await desk.getByRole('link', { name: 'Edit' }).click();
    const give = desk.getByRole('form', { name: 'Give minutes to some who write' });
    await give.getByLabel('Who').click();
    await desk.getByRole('option', { name: /^Given Name0002/ }).click();
    await desk.keyboard.press('Escape');
    await give.getByLabel('Minutes in all').fill('20');
    await give.getByLabel('Reason').fill('a broken pen');
    await give.getByRole('button', { name: 'Give' }).click();
    await expect(quick.getByRole('timer', { name: 'Time left' })).toContainText(/^1:1[89]|^1:20/, {
      timeout: 10_000,
    });
    await desk.getByRole('link', { name: title, exact: true }).click();
  });

  await test.step('a correction, a question and its answer', async () => {
    await desk.getByRole('link', { name: 'Live' }).click();
    await desk
      .getByLabel('What it is')
      .selectOption({ label: 'A correction of assignment 1, part b' });
    await desk.getByLabel('What you tell them').fill('It is a cube.');
    await desk.getByRole('button', { name: 'Tell everybody' }).click();
    for (const student of [slow, quick]) {
      await expect(
        student.getByRole('alert').filter({ hasText: 'It is a cube.' }).first(),
      ).toBeVisible({
        timeout: 5000,
      });
    }
    await quick.getByRole('button', { name: /^Messages/ }).click();
    await quick.getByRole('textbox', { name: 'Question' }).fill('Which variable?');
    await quick.getByRole('button', { name: 'Send the question' }).click();
    const asked = desk.getByRole('article', { name: 'Given Name0002' });
    await asked.getByRole('textbox', { name: 'Answer' }).fill('In x.');
    await asked.getByRole('button', { name: 'Answer' }).click();
    await expect(quick.getByRole('dialog')).toContainText('In x.', { timeout: 5000 });
    await quick.getByRole('button', { name: 'Close: Messages' }).click();
    await desk.getByRole('link', { name: title, exact: true }).click();
  });

  const receipt = await test.step('one hands in, and the receipt is genuine', async () => {
    await quick.getByRole('radio', { name: 'this' }).check();
    await typeFormula(quick, 'slope', '3x^2');
    await submit(quick);
    await expect(quick.getByText('Your exam is submitted')).toBeVisible();
    const downloading = quick.waitForEvent('download');
    await quick.getByRole('button', { name: /receipt/i }).click();
    return readFile(await (await downloading).path(), 'utf8');
  });
  await quick.goto('/receipts');
  await quick.getByLabel('Receipt', { exact: true }).fill(receipt);
  await quick.getByRole('button', { name: 'Verify' }).click();
  await expect(quick.getByRole('alert').filter({ hasText: 'The receipt is valid' })).toBeVisible();

  await test.step('the end comes while the other has no network', async () => {
    await slow.getByRole('radio', { name: 'this' }).check();
    await expect(slow.getByRole('banner').getByText('Saved')).toBeVisible();
    await slow.context().setOffline(true);
    await typeFormula(slow, 'slope', '3x^2');
    await edit(desk, 'Minutes', '1');
    // Once the server has handed in for them, what comes is late.
    await expect(async () => {
      await desk.reload();
      await expect(desk.getByRole('row', { name: /Given Name0001/ })).not.toContainText('Running', {
        timeout: 3000,
      });
    }).toPass({ timeout: 150_000 });
    await slow.context().setOffline(false);
    await expect(slow.getByText('Your exam is submitted')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the late answer is accepted, and the results are released', async () => {
    await expect(async () => {
      await desk.reload();
      await expect(desk.getByRole('row', { name: /Given Name0001/ })).toContainText(/late/i, {
        timeout: 3000,
      });
    }).toPass({ timeout: 60_000 });
    await desk.getByRole('link', { name: 'Given Name0001' }).click();
    const late = desk.getByRole('article', { name: 'Late answer to b' });
    await late.getByRole('button', { name: /^Accept/ }).click();
    await desk.getByRole('textbox', { name: 'Reason' }).fill('the network was away');
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(async () => {
      await desk.reload();
      await expectScore(partOf(desk, 'b'), '2 of 2');
    }).toPass({ timeout: 60_000 });
    await desk.getByRole('link', { name: title }).first().click();
    await desk.getByRole('button', { name: 'Release results' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await expect(desk.getByText('Released', { exact: false }).first()).toBeVisible();
    await slow.reload();
    await expect(slow.getByText('4 of 4 points')).toBeVisible();
    await expect(partOf(slow, 'b').getByText('the network was away')).toBeVisible();
  });
});
