import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { INSTRUCTOR, runInDatabase, signInByPage } from '../support/test';

test('the server is up and its database answers', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
});

test('a wrong password is refused with a reason, and nobody is signed in', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill('nobody@nabla.example');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await page.goto('/courses');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('a server that cannot check the password does not call it wrong', async ({
  page,
  baseURL,
}) => {
  await page.route('**/api/auth/callback/password', (route) =>
    route.fulfill({ json: { url: `${baseURL}/api/auth/error?error=UNAVAILABLE` }, status: 401 }),
  );
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(INSTRUCTOR.email);
  await page.getByLabel('Password', { exact: true }).fill(INSTRUCTOR.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('The server cannot check that right now.')).toBeVisible();
});

test('signing in leads back to the page one came for, signing out ends the session', async ({
  page,
}) => {
  await page.goto('/courses');
  await page.getByLabel('E-mail').fill(INSTRUCTOR.email);
  await page.getByLabel('Password', { exact: true }).fill(INSTRUCTOR.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/courses$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/courses');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('who is added by the command line signs in with the password that it prints', async ({
  page,
}) => {
  const id = randomUUID().slice(0, 8);
  const email = `added-${id}@nabla.example`;
  const person = ['--email', email, '--name', `Added ${id}`];
  const enrolment = ['--course', 'deep-learning', '--role', 'student'];
  const printed = await runInDatabase('bin/nabla.ts', 'user', 'add', ...person, ...enrolment);
  const password = /^Password: (.+)$/m.exec(printed)?.[1] ?? '';
  await signInByPage(page, { email, name: `Added ${id}`, password });
  await expect(page.getByRole('heading', { name: 'My exams' })).toBeVisible();
});

test('a link cannot lead elsewhere after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=/%09/elsewhere.example/x');
  await page.getByLabel('E-mail').fill(INSTRUCTOR.email);
  await page.getByLabel('Password', { exact: true }).fill(INSTRUCTOR.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Courses' })).toBeVisible();
  expect(new URL(page.url()).hostname).toBe('localhost');
});

test('signed in as staff, students’ pages of others do not exist', async ({ page }) => {
  await signInByPage(page, INSTRUCTOR);
  const response = await page.goto('/attempts/00000000-0000-7000-8000-000000000000');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Not here' })).toBeVisible();
});
