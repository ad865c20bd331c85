import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { problemsOf } from './accessible';

const run = promisify(execFile);

export const DEMO_PASSWORD = 'nabla-demo-2022';
export const EXAM = 'Deep Learning (SS2022), Exam T1';
export const PRACTICE = `${EXAM} (practice)`;

export interface Account {
  email: string;
  name: string;
  password: string;
}

export const INSTRUCTOR: Account = {
  email: 'instructor@nabla.example',
  name: 'Demo Instructor',
  password: DEMO_PASSWORD,
};

interface Fixtures {
  /** A student of the demo course whom no other test knows. */
  newStudent: () => Promise<Account>;
}

interface WorkerFixtures {
  /** Students whom nobody has asked for yet: adding many at once costs what adding one does. */
  students: Account[];
}

const AT_ONCE = 10;
const accountsSchema = z.array(
  z.object({ email: z.string(), name: z.string(), password: z.string() }),
);

export const test = base.extend<Fixtures, WorkerFixtures>({
  students: [
    async ({ browserName: _anyBrowser }, use) => {
      await use([]);
    },
    { scope: 'worker' },
  ],
  newStudent: async ({ students }, use) => {
    await use(async () => {
      if (students.length === 0) {
        const added = await runInDatabase('e2e/support/add-students.ts', `${AT_ONCE}`);
        students.push(...accountsSchema.parse(JSON.parse(added)));
      }
      const student = students.pop();
      if (!student) throw new Error('no student was added');
      return student;
    });
  },
});

export { expect };

/** Runs a script against the database of the site under test. Returns what it prints. */
export async function runInDatabase(script: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', script, ...args],
    { env: { ...process.env, DATABASE_URL: process.env.NABLA_E2E_DATABASE ?? '' } },
  );
  return stdout;
}

/** The title of the exam that has a part of every kind of answer, each named by its kind. */
export const EVERY_KIND = 'Every kind of answer';

/**
 * Signs in as the student of a course of its own, with a practice sitting of that exam.
 * @returns the course's instructor, and by kind a full answer
 */
export async function signInToEveryKind(page: Page): Promise<{
  instructor: Account;
  student: Account;
  answers: Record<string, Record<string, unknown>>;
}> {
  const slug = `every-${randomUUID().slice(0, 8)}`;
  const stored = await runInDatabase('e2e/support/store-every-kind.ts', slug, slug);
  const account = (role: string) => ({
    email: `${role}-${slug}@nabla.example`,
    name: `${role.toUpperCase()} ${slug}`,
    password: slug,
  });
  const [student, instructor] = [account('student'), account('instructor')];
  await signIn(page, student);
  return {
    student,
    instructor,
    answers: z.record(z.string(), z.looseObject({})).parse(JSON.parse(stored)),
  };
}

/** Signs in as the page does, without drawing it; the page itself is tested in sign-in.spec.ts. */
export async function signIn(page: Page, account: Account): Promise<void> {
  const { request } = page.context();
  const asked = await request.get('/api/auth/csrf');
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json());
  const { email, password } = account;
  const answered = await request.post('/api/auth/callback/password', {
    form: { email, password, csrfToken, callbackUrl: '/', json: 'true' },
    headers: { origin: new URL(asked.url()).origin },
  });
  expect(answered.status(), `signing in as ${email}`).toBe(200);
  await page.goto('/');
  await expectSignedIn(page);
}

/** Signs in by the page for it. */
export async function signInByPage(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page);
}

async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /My exams|Courses/ })).toBeVisible();
}

/** From my exams through the lobby into the exam room. */
export async function enter(page: Page, sitting: string): Promise<void> {
  const row = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: sitting, exact: true }),
  });
  await row.getByRole('link', { name: /Enter|Practise again|Continue/ }).click();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible();
}

/** Opens an assignment. On a busy machine a page is seen, and pressed, before its code is there: once more then. */
export async function goTo(page: Page, assignment: RegExp): Promise<void> {
  const button = page
    .getByRole('navigation', { name: 'Assignments' })
    .getByRole('button', { name: assignment })
    .first();
  const title = ((await button.textContent()) ?? '').replace('. ', ': ');
  const heading = page.getByRole('heading', { name: `Assignment ${title}`, exact: true });
  await expect(async () => {
    await button.click();
    await expect(heading).toBeVisible({ timeout: 2000 });
  }).toPass();
  // On a phone the list slides away, and until then takes the fingers meant for what is behind it.
  const isPhone = await page
    .getByRole('button', { name: 'Open the list of assignments' })
    .isVisible();
  if (isPhone) await expect(button).not.toBeInViewport();
}

/** Waits until every answer field on the page can be used: its code is there, then the field. */
export async function untilReady(page: Page): Promise<void> {
  await expect(page.getByText('Loading the answer')).toHaveCount(0);
  await expect(page.locator('[data-ready="false"]')).toHaveCount(0);
}

/** Types into a formula field as a person does, key by key; `→` is the right arrow key. */
export async function typeFormula(page: Page, field: string, keys: string): Promise<void> {
  const formula = page.locator(`math-field[data-field="${field}"]`);
  await formula.click();
  await typeKeys(page, keys);
}

/** Types lines into the field of numbered lines that begins with an empty line, Enter between them. */
export async function typeLines(page: Page, lines: readonly string[]): Promise<void> {
  const first = page.locator('math-field[aria-label="Line 1"]');
  await first.focus();
  await expect(first).toBeFocused();
  for (const [index, keys] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await expect(page.locator(`math-field[aria-label="Line ${index + 1}"]`)).toBeFocused();
    await typeKeys(page, keys);
  }
}

/** Writes the lines of a derivation as plain text, which one switches to first. */
export async function writeDerivation(page: Page, lines: readonly string[]): Promise<void> {
  await asPlainText(page);
  for (const [index, text] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await lineOf(page, index + 1).fill(text);
  }
}

/** Types plain text instead of visual formulas, here and in every other part. */
export async function asPlainText(page: Page): Promise<void> {
  const plain = page.getByRole('switch', { name: 'Type as plain text' }).first();
  // What another tab chose arrives a moment after the field: a click then takes it back.
  await expect(async () => {
    if (!(await plain.isChecked())) await plain.click();
    await expect(plain).toBeChecked({ timeout: 2000 });
  }).toPass();
}

/** A line of plain text, counted from 1. */
export function lineOf(page: Page, line: number) {
  return page.getByRole('textbox', { name: `Line ${line}`, exact: true });
}

/** Types into the formula field that has the focus; `→` is the right arrow key. */
export async function typeKeys(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    if (key === '→') await page.keyboard.press('ArrowRight');
    // By its own name this key is the backslash, which begins a command.
    else if (key === '|') await page.keyboard.press('Shift+Backslash');
    else await page.keyboard.type(key);
  }
}

/** Drags an arrow from one node of the drawing to another. */
export async function dragArrow(page: Page, from: string, to: string): Promise<void> {
  const source = page.locator(`.react-flow__node[data-id="${from}"] .react-flow__handle-right`);
  const target = page.locator(`.react-flow__node[data-id="${to}"] .react-flow__handle-left`);
  const [start, end] = [await source.boundingBox(), await target.boundingBox()];
  if (!start || !end) throw new Error(`no handles for ${from} → ${to}`);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 6 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}

export async function placeNode(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: `Place node ${id}`, exact: true }).click();
}

/**
 * Waits until the server has everything, hands in, and waits until it has been graded. What cannot
 * be read has to be handed in `Submit as it is`, by its own name.
 */
export async function submit(page: Page, button = 'Submit'): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Submit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit the exam?' });
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(/\/result$/);
  // Without it a page that is not there yet would pass for one that has been graded.
  await expect(page.getByText(/^Submitted /)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Being graded' })).toBeHidden({ timeout: 60_000 });
}

/** The score line of a part on the result page or the script. */
export function partOf(page: Page, id: string) {
  return page.getByRole('region', { name: new RegExp(`\\(${id}\\)$|^Part ${id}$`) });
}

/** Asserts the score of a part, such as `1.5 of 2`; where it is another, the failure says which. */
export async function expectScore(part: Locator, score: string): Promise<void> {
  const scoreText = part.getByText(/^[\d.–]+ of [\d.]+( \([\d.a-z ]+\))?$/).first();
  await expect(scoreText).toHaveText(new RegExp(`^${score.replaceAll('.', '\\.')}( |$)`));
}

/** Asserts that a part of the result page breaks no rule of accessibility, on a desktop and a phone. */
export async function expectAccessiblePart(page: Page, id: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await problemsOf(page, `section[aria-label$="(${id})"]`)).toEqual([]);
  }
}
