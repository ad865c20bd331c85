import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { must, newWorld, sessionToken, setClock } from '@/lib/testing/world';
import { runningSessions } from './data';
import { addPerson, changePassword, signOutEverywhere } from './mutations';
import { personOfCookies, sessionCookie } from './session';
import { beginSession, endSession, forgetOldSessions } from './session-mutations';
import { signInWithPassword } from './sign-in';

beforeEach(() => setClock(0));

const jar = (value: string) => ({
  get: (name: string) => (name === sessionCookie() ? { value } : undefined),
});

async function signedIn(personId: string) {
  const { sessionId } = await beginSession(personId);
  const cookies = jar(await sessionToken(personId, sessionId));
  return { sessionId, who: async () => (await personOfCookies(cookies))?.id ?? null };
}

describe('a session', () => {
  it('is of its person, and of nobody once it was ended, whoever copied the cookie', async () => {
    const { id } = await (await newWorld()).person('STUDENT');
    const [here, there] = [await signedIn(id), await signedIn(id)];
    expect([await here.who(), await there.who()]).toEqual([id, id]);
    await endSession(here.sessionId);
    expect([await here.who(), await there.who()]).toEqual([null, id]);
  });

  it('ends after twelve hours, however often it was used', async () => {
    const { id } = await (await newWorld()).person('STUDENT');
    const { who } = await signedIn(id);
    for (const hours of [3, 6, 9, 11.99]) {
      setClock(hours * 60);
      expect(await who()).toBe(id);
    }
    setClock(12 * 60);
    expect(await who()).toBeNull();
    await forgetOldSessions();
    expect(await db().session.count({ where: { personId: id } })).toBe(0);
  });

  it('is none without a row: a token that was signed for a person alone opens nothing', async () => {
    const { id } = await (await newWorld()).person('ADMIN');
    expect(await personOfCookies(jar(await sessionToken(id, id)))).toBeNull();
    expect(await personOfCookies(jar(await sessionToken(id, 'nonsense')))).toBeNull();
  });

  it('signing out of all devices ends all of one person and of nobody else, on the record', async () => {
    const world = await newWorld();
    const [one, other] = [await world.person('STUDENT'), await world.person('STUDENT')];
    const mine = [await signedIn(one.id), await signedIn(one.id)];
    const theirs = await signedIn(other.id);
    expect(await runningSessions(one.id)).toBe(2);
    await signOutEverywhere(one.id);
    expect(await Promise.all(mine.map(({ who }) => who()))).toEqual([null, null]);
    expect(await theirs.who()).toBe(other.id);
    const events = await db().auditEvent.findMany({ where: { subject: `person:${one.id}` } });
    expect(events.map(({ action }) => action)).toContain('person.sign-out-everywhere');
  });
});

describe('a change of password', () => {
  const OLD = 'correct horse battery';
  const NEW = 'staple of another kind';

  async function personWithPassword() {
    const email = `${crypto.randomUUID()}@nabla.example`;
    const added = await addPerson(
      { email, name: 'Demo', password: OLD, isAdmin: false, enrolment: null },
      null,
    );
    return { email, personId: must(added).id };
  }

  it('ends all other sessions, and the old password opens nothing', async () => {
    const { email, personId } = await personWithPassword();
    const [here, there] = [await signedIn(personId), await signedIn(personId)];
    const change = { current: OLD, next: NEW };
    must(await changePassword({ personId, sessionId: here.sessionId }, change));
    expect([await here.who(), await there.who()]).toEqual([personId, null]);
    expect(await signInWithPassword({ email, password: OLD }, 'a')).toMatchObject({ ok: false });
    expect(await signInWithPassword({ email, password: NEW }, 'a')).toMatchObject({ ok: true });
  });

  it('asks for the current one, a few times only, and changes nothing without it', async () => {
    const { email, personId } = await personWithPassword();
    const { sessionId } = await signedIn(personId);
    const guess = () => changePassword({ personId, sessionId }, { current: 'guess', next: NEW });
    for (let tried = 0; tried < 8; tried++) {
      expect(await guess()).toMatchObject({ error: { code: 'INVALID' } });
    }
    expect(await guess()).toMatchObject({ error: { code: 'TOO_MANY_TRIES' } });
    expect(await signInWithPassword({ email, password: OLD }, 'a')).toMatchObject({ ok: true });
  });
});
