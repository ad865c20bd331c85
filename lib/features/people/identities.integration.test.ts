import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, setClock } from '@/lib/testing/world';
import { signInWithProvider } from './identity-mutations';

beforeEach(() => setClock(0));

const ISSUER = 'https://login.university.example';
const claims = (changes: object = {}) => ({
  iss: ISSUER,
  sub: randomUUID(),
  email: `${randomUUID()}@nabla.example`,
  email_verified: true,
  name: 'A Student',
  ...changes,
});

describe('signing in through the provider', () => {
  it('makes a person on the first visit and finds them again, also under another address', async () => {
    const first = claims();
    const { id } = must(await signInWithProvider(first));
    expect(must(await signInWithProvider(first))).toEqual({ id });
    const moved = { ...first, email: `${randomUUID()}@nabla.example`, email_verified: false };
    expect(must(await signInWithProvider(moved))).toEqual({ id });
    expect(await db().person.findUnique({ where: { id } })).toMatchObject({ email: first.email });
  });

  it('links to a known person by a verified address, once, on the record', async () => {
    const admin = await (await newWorld()).person('ADMIN');
    const first = claims({ email: admin.email.toUpperCase() });
    expect(must(await signInWithProvider(first))).toEqual({ id: admin.id });
    const events = await db().auditEvent.findMany({ where: { subject: `person:${admin.id}` } });
    expect(events.map(({ action }) => action)).toContain('identity.link');
  });

  it.each([
    ['is not said to be verified', { email_verified: undefined }],
    ['is said not to be', { email_verified: false }],
  ])('is nobody where the address %s, whosever it is', async (_, changes) => {
    const admin = await (await newWorld()).person('ADMIN');
    for (const email of [admin.email, `${randomUUID()}@nabla.example`]) {
      expect(await signInWithProvider(claims({ email, ...changes }))).toMatchObject({
        error: { code: 'EMAIL_NOT_VERIFIED' },
      });
      expect(await db().identity.count({ where: { person: { email } } })).toBe(0);
    }
  });

  it('does not give the person to the next owner of the address', async () => {
    const first = claims();
    must(await signInWithProvider(first));
    const next = claims({ email: first.email });
    expect(await signInWithProvider(next)).toMatchObject({ error: { code: 'EMAIL_TAKEN' } });
  });

  it('keeps subjects of one issuer apart from the same ones of another', async () => {
    const sub = randomUUID();
    const one = must(await signInWithProvider(claims({ sub })));
    const other = must(await signInWithProvider(claims({ sub, iss: 'https://other.example' })));
    expect(other.id).not.toBe(one.id);
  });

  it('gives one person to two first visits at the same moment', async () => {
    const first = claims();
    const both = await Promise.all([signInWithProvider(first), signInWithProvider(first)]);
    expect(new Set(both.map((each) => must(each).id)).size).toBe(1);
  });
});
