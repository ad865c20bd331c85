import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, sessionToken, setClock, type World } from '@/lib/testing/world';
import { allowCourses, deactivate, reactivate } from './admin-mutations';
import { personById } from './data';
import { signInWithProvider } from './identity-mutations';
import { acceptInvitation, resetPassword } from './invitation-mutations';
import { addPerson } from './mutations';
import { type PeopleAdmin, peopleAdmin } from './policy';
import { personOfCookies, sessionCookie } from './session';
import { beginSession } from './session-mutations';
import { signInWithPassword } from './sign-in';

const PASSWORD = 'correct horse battery';
let world: World;
let admin: PeopleAdmin;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  admin = must(peopleAdmin(await world.person('ADMIN')));
});

async function somebody() {
  const email = `${randomUUID()}@nabla.example`;
  const person = { email, name: 'Ada Lovelace', password: PASSWORD, isAdmin: false };
  const { id } = must(await addPerson({ ...person, enrolment: null }, null));
  const { sessionId } = await beginSession(id);
  const value = await sessionToken(id, sessionId);
  const who = () =>
    personOfCookies({ get: (name) => (name === sessionCookie() ? { value } : undefined) });
  return { id, email, who };
}

describe('somebody who is deactivated', () => {
  it('is signed out and cannot sign in by any way, until reactivated', async () => {
    const { id, email, who } = await somebody();
    const claims = { iss: 'https://login.example', sub: randomUUID(), email, email_verified: true };
    must(await signInWithProvider(claims));
    const { path } = must(await resetPassword(admin, id));
    expect((await who())?.id).toBe(id);
    must(await deactivate(admin, id));
    expect(await who()).toBeNull();
    const credentials = { email, password: PASSWORD };
    expect((await signInWithPassword(credentials, randomUUID())).ok).toBe(false);
    expect(await signInWithProvider(claims)).toMatchObject({ error: { code: 'DEACTIVATED' } });
    const elsewhere = { ...claims, iss: 'https://other.example' };
    expect(await signInWithProvider(elsewhere)).toMatchObject({ error: { code: 'DEACTIVATED' } });
    const token = path.slice('/invitations/'.length);
    expect((await acceptInvitation(token, PASSWORD, randomUUID())).ok).toBe(false);
    expect((await resetPassword(admin, id)).ok).toBe(false);
    must(await reactivate(admin, id));
    must(await signInWithPassword(credentials, randomUUID()));
    expect(await who()).toBeNull();
    const events = await db().auditEvent.findMany({ where: { subject: `person:${id}` } });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.deactivate', 'person.reactivate']),
    );
  });

  it('is never the admin who does it', async () => {
    expect((await deactivate(admin, admin.actorId ?? '')).ok).toBe(false);
    expect(await deactivate(admin, randomUUID())).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

it('a reset link sets another password and ends all sessions', async () => {
  const { id, email, who } = await somebody();
  const { path } = must(await resetPassword(admin, id));
  const token = path.slice('/invitations/'.length);
  must(await acceptInvitation(token, 'staple of another kind', randomUUID()));
  expect(await who()).toBeNull();
  expect((await signInWithPassword({ email, password: PASSWORD }, randomUUID())).ok).toBe(false);
});

it('wrong links are tried from one address a number of times only', async () => {
  const address = randomUUID();
  const attempt = () => acceptInvitation('nonsense', PASSWORD, address);
  const results = await Promise.all(Array.from({ length: 201 }, attempt));
  const refused = results.filter((each) => !each.ok && each.error.code === 'TOO_MANY_TRIES');
  expect(refused).toHaveLength(1);
});

it('somebody may create courses once an admin allows it', async () => {
  const { id } = await somebody();
  must(await allowCourses(admin, id, true));
  expect(await personById(id)).toMatchObject({ mayCreateCourses: true });
  must(await allowCourses(admin, id, true));
  must(await allowCourses(admin, id, false));
  expect(await personById(id)).toMatchObject({ mayCreateCourses: false });
});

describe('adding somebody who is there already', () => {
  it('enrols them a second time and changes neither name nor password', async () => {
    const { id, email } = await somebody();
    const again = { email, name: 'Somebody Else', password: 'another password', isAdmin: false };
    const { slug } = await db().course.findUniqueOrThrow({ where: { id: world.courseId } });
    const enrolment = { course: slug, role: 'STUDENT' as const };
    expect(must(await addPerson({ ...again, enrolment }, null))).toEqual({
      ...{ id, isNew: false, enrolled: 'enrolled', becameAdmin: false },
    });
    expect(must(await addPerson({ ...again, enrolment }, null)).enrolled).toBe('same');
    expect(await personById(id)).toMatchObject({ name: 'Ada Lovelace' });
    must(await signInWithPassword({ email, password: PASSWORD }, randomUUID()));
    expect(must(await addPerson({ ...again, isAdmin: true, enrolment: null }, null))).toMatchObject(
      { becameAdmin: true, isNew: false },
    );
  });
});
