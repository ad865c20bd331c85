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

/** What the exam file calls by these names is the key's, in every kind of answer. */
const SECRET = new Set([
  'solution',
  'definition',
  'reference',
  'problem',
  'result',
  'expression',
  'message',
]);

/** Sentences of the key that stand nowhere in what students may see. */
async function keySentences(): Promise<string[]> {
  const source = await readFile('exams/deep-learning-ss2022-t1/exam.yaml', 'utf8');
  const exam = parse(source, { merge: true });
  // What the question itself says, such as the definition of the loss, is no secret.
  const prompts = JSON.stringify(exam.assignments.map(publicTexts)).replaceAll('\\\\', '\\');
  return [...secretsIn(exam, false)]
    .flatMap((text) => text.split('\n'))
    .filter((sentence) => sentence.length > 8 && !prompts.includes(sentence));
}

function* secretsIn(value: unknown, isSecret: boolean): Generator<string> {
  if (typeof value === 'string') {
    if (isSecret) yield value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    // Answers of the exam's own tests are never loaded.
    if (name !== 'tests') yield* secretsIn(inner, isSecret || SECRET.has(name));
  }
}

/** The prompts, and the law that a reparametrization samples from, which its prompt states. */
function publicTexts({
  prompt = '',
  parts,
}: {
  prompt?: string;
  parts: { prompt: string; density?: string }[];
}) {
  return [prompt, ...parts.flatMap((part) => [part.prompt, part.density ?? ''])];
}

test('nothing of the key is in any response before release', async ({ page, newStudent }) => {
  const secrets = await keySentences();
  expect(secrets.length).toBeGreaterThan(60);
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
