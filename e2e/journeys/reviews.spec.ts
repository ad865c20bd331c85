import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import {
  EVERY_KIND,
  enter,
  expect,
  partOf,
  signIn,
  signInToEveryKind,
  submit,
  test,
} from '../support/test';

/** How often something is to be drawn in the review of a part. */
type Drawn = Readonly<Record<string, (answer: Answer) => number>>;
type Answer = Record<string, unknown>;

const lengthOf = (name: string) => (answer: Answer) => Object.values(Object(answer[name])).length;
const FIELDS: Drawn = { 'tbody tr td:nth-child(2) .katex': lengthOf('fields') };

/** By kind, selectors and how many of each a full answer has. */
const DRAWN: Readonly<Record<string, Drawn>> = {
  arrows: {
    '.react-flow__node-point': lengthOf('points'),
    // Each arrow beside the right direction.
    '.react-flow__edge path[marker-end]': (answer) => 2 * lengthOf('arrows')(answer),
  },
  choice: {
    'ul[aria-label] > li': () => 3,
    'ul[aria-label] > li:has-text("your choice")': lengthOf('selected'),
  },
  derivation: { 'ol > li': lengthOf('lines'), 'ol > li:has(.katex)': lengthOf('lines') },
  formula: FIELDS,
  graph: {
    '.react-flow__node': lengthOf('nodes'),
    '.react-flow__edge path[marker-end]': lengthOf('edges'),
  },
  plan: {
    'table[aria-label$="lines"] tr:has(.katex)': lengthOf('steps'),
    // The student's plan and the best one.
    'figure svg path[marker-end]': () => 16,
    'figure [role=img] > span:has(.katex)': () => 18,
  },
  proof: { 'ol > li': lengthOf('steps'), 'ol > li:has(.katex)': lengthOf('steps') },
  recurrence: FIELDS,
  reparametrization: { ...FIELDS, 'figure svg': () => 2 },
  text: { 'p:has-text("The gradient vanishes.")': () => 1 },
};

async function expectDrawn(kind: string, answer: Answer, review: Locator): Promise<void> {
  // A kind that says nothing here still has a review, with something in it.
  await expect(review.locator('[data-review]'), kind).not.toBeEmpty();
  for (const [selector, count] of Object.entries(DRAWN[kind] ?? {})) {
    await expect(review.locator(selector), `${kind}: ${selector}`).toHaveCount(count(answer));
  }
  for (const edge of await review.locator('.react-flow__edge').all()) {
    await expect(edge).toBeVisible();
  }
}

async function save(page: Page, kind: string, content: Answer): Promise<void> {
  const { origin } = new URL(page.url());
  const reply = await page.request.put(
    `${page.url().replace('/attempts', '/api/attempts')}/answers/${kind}`,
    {
      headers: { origin },
      data: {
        content,
        note: '',
        base: 0,
        idempotencyKey: randomUUID(),
        clientId: randomUUID(),
        supersedes: [],
      },
    },
  );
  expect(reply.status(), `${kind}: ${await reply.text()}`).toBe(200);
}

test('the review of every kind shows all of a full answer, to student and staff', async ({
  page,
  browser,
}) => {
  const { student, instructor, answers } = await signInToEveryKind(page);
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(Object.keys(DRAWN)));
  await enter(page, EVERY_KIND);
  for (const [kind, answer] of Object.entries(answers)) await save(page, kind, answer);
  await page.reload();
  await submit(page);
  for (const [kind, answer] of Object.entries(answers)) {
    await expectDrawn(kind, answer, partOf(page, kind));
  }

  const staff = await (await browser.newContext()).newPage();
  await signIn(staff, instructor);
  await staff.getByRole('link', { name: 'Every kind', exact: true }).click();
  await staff.getByRole('link', { name: EVERY_KIND }).click();
  await staff.getByRole('link', { name: student.name }).click();
  for (const [kind, answer] of Object.entries(answers)) {
    await expectDrawn(kind, answer, partOf(staff, kind));
  }
});
