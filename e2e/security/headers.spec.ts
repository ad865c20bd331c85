import { expect, test } from '@playwright/test';

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

test('a mutating request from elsewhere is refused', async ({ request }) => {
  const response = await request.post('/api/attempts/00000000-0000-7000-8000-000000000000/submit', {
    headers: { origin: 'https://elsewhere.example' },
    data: {},
  });
  expect(response.status()).toBe(403);
});
