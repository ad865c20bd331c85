import type { Page } from '@playwright/test';
import { freePort } from '../../bin/database/ports';
import { openMailServer, unquoted } from '../../lib/testing/smtp';
import { expectAccessible } from '../support/accessible';
import { type Installation, nabla, startInstallation } from '../support/installation';
import { expect, INSTRUCTOR, signIn, test } from '../support/test';

test.describe.configure({ timeout: 240_000 });

async function addPerson(page: Page, email: string, family: string) {
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Family name').fill(family);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('cell', { name: family, exact: true })).toBeVisible();
}

test('with a mail server everybody is invited by one click, and a mail that fails says why', async ({
  browser,
}) => {
  const server = await openMailServer();
  let site: Installation | undefined;
  try {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    site = await startInstallation({
      ...{ PORT: `${port}`, NABLA_DEMO: '1' },
      NABLA_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      NABLA_MAIL_FROM: 'Exams <exams@nabla.example>',
      NEXTAUTH_URL: address,
    });
    const context = await browser.newContext({ baseURL: site.address });
    const page = await context.newPage();
    await signIn(page, INSTRUCTOR);
    await page.goto('/courses');
    await page.getByRole('link', { name: 'Deep Learning' }).click();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await addPerson(page, 'ada@nabla.example', 'Ada');
    await page.getByRole('button', { name: 'Send invitations to 1 person' }).click();
    await expect(page.getByText('Mail sent')).toBeVisible({ timeout: 30_000 });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['ada@nabla.example']);

    server.refuse = { code: 550, words: 'no such user' };
    await addPerson(page, 'bob@nabla.example', 'Bob');
    await page.getByRole('button', { name: 'Send invitations to 1 person' }).click();
    await expect(page.getByText('550 no such user')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'people with mails');
    await page.getByRole('link', { name: '1 failed' }).click();
    await expect(page.getByRole('cell', { name: 'Ada', exact: true })).toHaveCount(0);
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByRole('link', { name: '1 mail that failed' })).toBeVisible();

    const [link = ''] = /http:\S+\/invitations\/[\w.-]+/.exec(unquoted(mail?.raw ?? '')) ?? [];
    expect(link).toContain(address);
    const invited = await (await browser.newContext()).newPage();
    await invited.goto(link);
    await expect(invited.getByLabel('New password', { exact: true })).toBeVisible();
    expect(await nabla(site.folder, ['mail', 'list'])).toContain('550 no such user');
  } finally {
    await site?.remove();
    await server.close();
  }
});
