import { EXAM, expect, INSTRUCTOR, signIn, test } from '../support/test';

test('pages come with a policy that runs no strings and no foreign scripts', async ({ page }) => {
  const response = await page.goto('/sign-in');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'nonce-");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  expect(response?.headers()['x-powered-by']).toBeUndefined();
});

test('every page gets a nonce of its own', async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => {
      const response = await request.get('/sign-in');
      return /'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1];
    }),
  );
  expect(new Set(nonces).size).toBe(3);
});

test('scripts and styles come as the build compressed them, for a year', async ({ request }) => {
  const page = await (await request.get('/sign-in')).text();
  const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const sent = async (encoding: string) => {
    const response = await request.get(script, { headers: { 'accept-encoding': encoding } });
    const { 'content-encoding': how, 'cache-control': kept, vary } = response.headers();
    return { how, kept, vary, text: await response.text() };
  };
  const plain = await sent('identity');
  expect(plain).toMatchObject({ how: undefined, kept: 'public,max-age=31536000,immutable' });
  for (const encoding of ['br', 'gzip'] as const)
    expect(await sent(encoding)).toEqual({ ...plain, how: encoding });
  for (const path of ['/_next/static/nothing.js', '/_next/static/../package.json'])
    expect((await request.get(path)).status()).toBe(404);
});

test('a mutating request from elsewhere is refused', async ({ request }) => {
  const response = await request.post('/api/attempts/00000000-0000-7000-8000-000000000000/submit', {
    headers: { origin: 'https://elsewhere.example' },
    data: {},
  });
  expect(response.status()).toBe(403);
});

test('a form or an action from elsewhere is refused in our words', async ({ request }) => {
  for (const path of ['/sign-in', '/account', '/api/auth/callback/password']) {
    const response = await request.post(path, {
      headers: { origin: 'https://elsewhere.example', 'next-action': 'x' },
      form: { email: 'a' },
    });
    expect(response.status(), path).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'WRONG_ORIGIN' } });
  }
});

test('no address is an error of the server', async ({ request }) => {
  for (const path of ['/%00', '/attempts/%00', '/api/attempts/%ED%A0%BD', '/a%', '/%E0%A4%A']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(400);
    expect(await response.json(), path).toMatchObject({ error: { code: 'INVALID' } });
  }
  for (const path of ['/api/attempts/x', '/attempts/x', '/courses/x', '/sign-in?next=%00']) {
    expect((await request.get(path)).status(), path).toBeLessThan(500);
  }
});

test('a search for what no text holds finds nothing, and breaks nothing', async ({ page }) => {
  await signIn(page, INSTRUCTOR);
  await page.getByRole('link', { name: 'Deep Learning', exact: true }).first().click();
  await page
    .getByRole('link', { name: new RegExp(EXAM.replace(/[()]/g, '.')) })
    .first()
    .click();
  await page.waitForURL(/\/staff\/sittings\//);
  const response = await page.goto(`${page.url()}?search=%00&state=%00&page=-1&pageSize=x`);
  expect(response?.status()).toBe(200);
});
