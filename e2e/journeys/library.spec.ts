import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expectAccessible } from '../support/accessible';
import { expect, INSTRUCTOR, partOf, signIn, submit, test } from '../support/test';

const CIRCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="15"/></svg>';

const sourceOf = (slug: string, reference: string) => `slug: ${slug}
title: An exam of ${slug}
language: en
minutes: 30
rules: Be fair.
assignments:
  - title: Circles
    parts:
      - id: a
        points: 2
        kind: choice
        prompt: "Which is round? ![a circle](circle.svg)"
        options: { x: this, y: that }
        reference: [${reference}]
        tests: [{ answer: { selected: [x] }, points: 2 }]
`;

/** Uploads a zip file with the exam and its picture. */
async function upload(page: Page, slug: string, source: string): Promise<void> {
  const zipped = zipSync({
    [`${slug}/exam.yaml`]: strToU8(source),
    [`${slug}/circle.svg`]: strToU8(CIRCLE),
  });
  await page.locator('input[type=file][accept*=zip]').setInputFiles({
    name: `${slug}.zip`,
    mimeType: 'application/zip',
    buffer: Buffer.from(zipped),
  });
  await expect(page.getByRole('heading', { name: slug, exact: true })).toBeVisible();
}

test('an exam comes in as a zip, is checked at its lines, previewed, tried, published and compared', async ({
  page,
}) => {
  const slug = `circles-${randomUUID().slice(0, 8)}`;
  await signIn(page, INSTRUCTOR);
  await page.goto('/courses');
  await page.getByRole('link', { name: 'Deep Learning', exact: true }).click();
  await page.getByRole('link', { name: 'Exams', exact: true }).click();

  // An exam whose own test says otherwise than its key: the finding stands at its line.
  await upload(page, slug, sourceOf(slug, 'y'));
  await expect(page.getByText('This exam has errors')).toBeVisible({ timeout: 60_000 });
  const findings = page.getByRole('list', { name: 'What the check found' });
  await findings
    .getByRole('link', { name: /^Line \d+/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden();
  await expectAccessible(page, 'an exam with errors', ['light']);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole('link', { name: 'All exams of the course' }).click();
  await upload(page, slug, sourceOf(slug, 'x'));
  await expect(page.getByText('This exam can be published')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: /^Preview version/ }).click();
  await expect(page.getByRole('img', { name: 'a circle' })).toBeVisible();
  await expectAccessible(page, 'a version as students see it', ['light']);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'With references' }).click();
  await expect(page.getByRole('link', { name: 'With references' })).toBeVisible();
  await page.getByRole('link', { name: /^Changes since version/ }).click();
  await expect(page.getByText('the key')).toBeVisible();
  await expectAccessible(page, 'changes between versions', ['dark']);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goBack();

  // A test run is what a student sees, and nothing that counts.
  await page.getByRole('button', { name: 'Test run' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Test run: / })).toBeVisible();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page
    .getByRole('radio', { name: 'this' })
    .or(page.getByRole('checkbox', { name: 'this' }))
    .check();
  await submit(page);
  await expect(partOf(page, 'a')).toContainText('2 of 2');

  await page.goto('/courses');
  await page.getByRole('link', { name: 'Deep Learning', exact: true }).click();
  await page.getByRole('link', { name: 'Exams', exact: true }).click();
  const library = page.getByRole('region', { name: slug });
  await library.getByRole('link', { name: 'Version 2' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('· published')).toBeVisible();
});
