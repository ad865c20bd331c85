import { expect, test } from '@playwright/test';

test('the server is up and its database answers', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
});

test('a demo student can sign in, a wrong password is refused', async ({ request }) => {
  const signIn = async (password: string) => {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
    return request.post('/api/auth/callback/password', {
      form: { csrfToken, email: 'student@nabla.example', password, json: 'true' },
    });
  };
  const session = async () => (await request.get('/api/auth/session')).json();

  expect((await signIn('wrong-password')).status()).toBe(401);
  expect(await session()).toEqual({});
  expect((await signIn('nabla-demo-2022')).status()).toBe(200);
  expect(await session()).toHaveProperty('expires');
});
