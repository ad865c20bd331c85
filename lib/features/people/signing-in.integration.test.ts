import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, setClock } from '@/lib/testing/world';
import { personById } from './data';
import { addPerson } from './mutations';
import { personOfCookies, sessionCookie } from './session';
import { signInWithPassword } from './sign-in';
import { signInTurn } from './sign-in-queue';

const PASSWORD = 'correct horse battery';
let email: string;
let address: string;

beforeEach(async () => {
  setClock(0);
  email = `${randomUUID()}@nabla.example`;
  address = randomUUID();
  must(
    await addPerson(
      { email, name: 'Demo', password: PASSWORD, isAdmin: false, enrolment: null },
      null,
    ),
  );
});

const trySignIn = (password: string, as = email, from = address) =>
  signInWithPassword({ email: as, password }, from);

async function codes(times: number, attempt: () => ReturnType<typeof trySignIn>) {
  const results = await Promise.all(Array.from({ length: times }, attempt));
  return results.map((result) => (result.ok ? 'ok' : result.error.code));
}

describe('signing in', () => {
  it('works with the password, whatever the case of the e-mail', async () => {
    expect(await trySignIn(PASSWORD)).toMatchObject({ ok: true, value: { email } });
    expect(await trySignIn(PASSWORD, ` ${email.toUpperCase()} `)).toMatchObject({ ok: true });
  });

  it.each([
    ['a wrong password', () => trySignIn('wrong')],
    ['an unknown e-mail', () => trySignIn(PASSWORD, 'nobody@nabla.example')],
    ['no e-mail', () => trySignIn(PASSWORD, '')],
    ['nothing', () => signInWithPassword(undefined, address)],
    ['objects in place of words', () => signInWithPassword({ email: {}, password: [] }, address)],
  ])('says the same of %s', async (_, attempt) => {
    expect(await attempt()).toEqual({
      ok: false,
      error: { code: 'INVALID', message: 'The e-mail or the password is wrong.' },
    });
  });

  it('is refused to people without a password', async () => {
    const other = `${randomUUID()}@nabla.example`;
    must(
      await addPerson(
        { email: other, name: 'Demo', password: null, isAdmin: false, enrolment: null },
        null,
      ),
    );
    expect(await trySignIn('', other)).toMatchObject({ ok: false });
    expect(await trySignIn('null', other)).toMatchObject({ ok: false });
  });

  it('takes as long for people who do not exist', async () => {
    const time = async (as: string) => {
      const start = performance.now();
      await trySignIn('wrong', as, randomUUID());
      return performance.now() - start;
    };
    await time(email);
    const existing: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round++) {
      existing.push(await time(email));
      unknown.push(await time(`${randomUUID()}@nabla.example`));
    }
    // Without the decoy the unknown are ten times as fast.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...existing) / 3);
  });
});

describe('guessing', () => {
  it('ends after eight failures from one address, also at the same moment, and even if right', async () => {
    const tried = await codes(12, () => trySignIn('wrong'));
    expect(tried.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(4);
    expect(await trySignIn(PASSWORD)).toMatchObject({ error: { code: 'TOO_MANY_TRIES' } });
  });

  it('does not lock the person out elsewhere', async () => {
    await codes(12, () => trySignIn('wrong'));
    expect(await trySignIn(PASSWORD, email, randomUUID())).toMatchObject({ ok: true });
  });

  it('is over after 15 minutes', async () => {
    await codes(12, () => trySignIn('wrong'));
    setClock(14.9);
    expect(await trySignIn(PASSWORD)).toMatchObject({ ok: false });
    setClock(15.1);
    expect(await trySignIn(PASSWORD)).toMatchObject({ ok: true });
  });

  it('from one address or from many, also with forged ones, locks nobody out elsewhere', async () => {
    await codes(41, () => trySignIn('wrong'));
    await codes(41, () => trySignIn('wrong', email, randomUUID()));
    expect(await trySignIn(PASSWORD, email, randomUUID())).toMatchObject({ ok: true });
  });

  it('does not go on counting what is refused: who waits gets in', async () => {
    await codes(60, () => trySignIn('wrong'));
    const row = await db().rateLimit.findUnique({ where: { key: `address:${address}` } });
    expect(row?.count).toBe(8);
  });

  it('does not count people who sign in rightly: a whole hall may share an address', async () => {
    for (let round = 0; round < 12; round++) {
      expect(await trySignIn(PASSWORD)).toMatchObject({ ok: true });
    }
  });

  it('lets 600 in at once from one address, and a second wave, and one more', {
    timeout: 120_000,
  }, async () => {
    const others = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const other = `${randomUUID()}@nabla.example`;
        must(
          await addPerson(
            { email: other, name: 'Demo', password: PASSWORD, isAdmin: false, enrolment: null },
            null,
          ),
        );
        return other;
      }),
    );
    const wave = async (length: number) => {
      const turns = Array.from({ length }, (_, index) =>
        signInTurn(() => trySignIn(PASSWORD, others[index % others.length])),
      );
      const results = (await Promise.all(turns)).map(must);
      return results.filter(({ ok }) => ok).length;
    };
    expect(await wave(600)).toBe(600);
    expect(await wave(100)).toBe(100);
    expect(await trySignIn(PASSWORD)).toMatchObject({ ok: true });
  });
});

describe('people', () => {
  it('are not added twice, nor to courses that do not exist', async () => {
    const again = { email, name: 'Again', password: null, isAdmin: false, enrolment: null };
    expect(await addPerson(again, null)).toMatchObject({ error: { code: 'ALREADY_EXISTS' } });
    const lost = { ...again, email: `${randomUUID()}@nabla.example` };
    const enrolment = { course: 'no-such-course', role: 'STUDENT' as const };
    expect(await addPerson({ ...lost, enrolment }, null)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await db().person.findUnique({ where: { email: lost.email } })).toBeNull();
  });

  it('lose their rights with the next request, not with the next session', async () => {
    const world = await newWorld();
    const admin = await world.person('ADMIN');
    await db().person.update({ where: { id: admin.id }, data: { isAdmin: false } });
    expect(await personById(admin.id)).toMatchObject({ isAdmin: false });
  });

  it('are nobody without a session or with one of another making', async () => {
    const jar = (value?: string) => ({
      get: (name: string) =>
        name === sessionCookie() && value !== undefined ? { value } : undefined,
    });
    expect(await personOfCookies(jar())).toBeNull();
    expect(await personOfCookies(jar('nonsense'))).toBeNull();
  });
});
