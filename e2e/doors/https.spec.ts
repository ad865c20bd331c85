import type { Page } from '@playwright/test';
import { freePort } from '../../bin/database/ports';
import { type Installation, startInstallation } from '../support/installation';
import { CLIENT, type Claims, startProvider } from '../support/provider';
import { DEMO_PASSWORD, expect, test } from '../support/test';
import { startTlsProxy, type TlsProxy } from '../support/tls-proxy';

/** An installation behind real TLS, with an OpenID Connect provider beside it. */
let address: string;
let site: Installation;
let proxy: TlsProxy;
let provider: Awaited<ReturnType<typeof startProvider>>;
const people = new Map<string, Claims>();

test.describe.configure({ mode: 'serial' });
test.use({ ignoreHTTPSErrors: true });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const [outside, inside, beside] = [await freePort(), await freePort(), await freePort()];
  address = `https://localhost:${outside}`;
  provider = await startProvider(beside, `${address}/api/auth/callback/oidc`, people);
  site = await startInstallation({
    PORT: `${inside}`,
    NEXTAUTH_URL: address,
    TRUSTED_PROXIES: '127.0.0.1',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  proxy = await startTlsProxy(outside, site.address);
});

test.afterAll(async () => {
  await site?.remove();
  await proxy?.close();
  await provider?.close();
});

async function signInByPassword(page: Page): Promise<void> {
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByLabel('E-mail').fill('student@nabla.example');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
}

/** Through the provider's own pages, and back. */
async function signInByProvider(page: Page, subject: string): Promise<void> {
  await page.goto(`${address}/sign-in?next=/account`);
  await page.getByRole('button', { name: /^Sign in with/ }).click();
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: /sign-in/i }).click();
  await page.getByRole('button', { name: /continue/i }).click();
  await page.waitForURL(new RegExp(`^${address}`));
}

test('signing out takes the cookie away and ends the session for every copy of it', async ({
  page,
  browser,
}) => {
  await signInByPassword(page);
  const cookies = await page.context().cookies(address);
  const session = cookies.find(({ name }) => name === '__Secure-next-auth.session-token');
  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });

  const thief = await browser.newContext({ ignoreHTTPSErrors: true });
  await thief.addCookies(cookies);
  const copied = await thief.newPage();
  await copied.goto(`${address}/account`);
  await expect(copied.getByRole('heading', { name: 'My account' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const left = await page.context().cookies(address);
  expect(left.map(({ name }) => name)).not.toContain('__Secure-next-auth.session-token');
  await copied.reload();
  await expect(copied).toHaveURL(/\/sign-in/);
  await thief.close();
});

test('the way out of all devices, and a new password', async ({ page, browser }) => {
  await signInByPassword(page);
  const other = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await signInByPassword(other);
  await page.getByLabel('Current password').fill(DEMO_PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill('another password');
  await page.getByLabel('New password, once more').fill('another password');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed.', { exact: false })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Sign out of all devices' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('an address that the provider has not verified opens nobody’s account', async ({ page }) => {
  people.set('mallory', { email: 'admin@nabla.example', name: 'Mallory' });
  await signInByProvider(page, 'mallory');
  await expect(page.getByText(/no verified e-mail address/)).toBeVisible();
  await page.goto(`${address}/account`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a verified address opens the account once, and then the subject does', async ({ page }) => {
  people.set('42', { email: 'admin@nabla.example', email_verified: true, name: 'Admin' });
  await signInByProvider(page, '42');
  await expect(page.getByText('Demo Admin, admin@nabla.example')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  // The address moves on to somebody else at the provider.
  await page.context().clearCookies();
  people.set('43', { email: 'admin@nabla.example', email_verified: true, name: 'Next' });
  await signInByProvider(page, '43');
  await expect(page.getByText(/belongs to another account/)).toBeVisible();
});
