import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { enter, expect, goTo, PRACTICE, signIn, test, typeFormula } from '../support/test';

/** Collects every response body that a page gets: HTML, RSC payloads, JSON, scripts. */
function collect(page: Page): { bodies: Promise<{ url: string; text: string }>[] } {
  const bodies: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (/\.(woff2?|svg|png)$/.test(url) || response.status() >= 300) return;
    bodies.push(
      response.text().then(
        (text) => ({ url, text }),
        () => ({ url, text: '' }),
      ),
    );
  });
  return { bodies };
}

/** Sentences of the key that stand nowhere in what students may see. */
async function keySentences(): Promise<string[]> {
  const source = await readFile('exams/deep-learning-ss2022-t1/exam.yaml', 'utf8');
  const exam = parse(source, { merge: true });
  const sentences: string[] = [];
  for (const { parts } of exam.assignments) {
    for (const part of parts) {
      sentences.push(
        ...String(part.solution ?? '')
          .split('\n')
          .filter((line) => line.length > 30),
      );
      sentences.push(
        ...(part.misconceptions ?? []).map((each: { message: string }) => each.message),
      );
      for (const symbol of Object.values<{ definition?: string }>(part.symbols ?? {})) {
        if (symbol.definition) sentences.push(symbol.definition);
      }
      for (const field of Object.values<{ reference?: string }>(part.fields ?? {})) {
        if (field.reference && field.reference.length > 8) sentences.push(field.reference);
      }
    }
  }
  // What the question itself says, such as the definition of the loss, is no secret.
  const prompts = JSON.stringify(exam.assignments.map(publicTexts)).replaceAll('\\\\', '\\');
  return sentences.filter((sentence) => !prompts.includes(sentence));
}

function publicTexts({ prompt, parts }: { prompt?: string; parts: { prompt: string }[] }) {
  return [prompt ?? '', ...parts.map((part) => part.prompt)];
}

test('nothing of the key is in any response before release', async ({ page, newStudent }) => {
  test.setTimeout(120_000);
  const secrets = await keySentences();
  expect(secrets.length).toBeGreaterThan(30);
  const { bodies } = collect(page);
  await signIn(page, await newStudent());
  await enter(page, PRACTICE);
  for (const assignment of [/^2\. /, /^3\. /, /^4\. /, /^5\. /, /^6\. /])
    await goTo(page, assignment);
  await page.getByRole('radio', { name: /uniform/ }).check();
  await typeFormula(page, 'T', 'u');
  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Continue' }).waitFor();

  const seen = await Promise.all(bodies);
  expect(seen.length).toBeGreaterThan(20);
  // Payloads carry text as JSON within JSON: compare without escapes.
  const plain = (text: string) => text.replaceAll('\\', '').replaceAll('"', '');
  for (const { url, text } of seen) {
    const body = plain(text);
    const leaked = secrets.filter((secret) => body.includes(plain(secret)));
    expect(leaked, url).toEqual([]);
  }
});
