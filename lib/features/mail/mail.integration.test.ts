import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberTable } from '@/lib/features/courses/member-data';
import { addMember } from '@/lib/features/courses/member-mutations';
import { type InstructedCourse, instructedCourse } from '@/lib/features/courses/policy';
import { memberQuerySchema } from '@/lib/features/courses/schema';
import { deactivate } from '@/lib/features/people/admin-mutations';
import { acceptInvitation } from '@/lib/features/people/invitation-mutations';
import { type PeopleAdmin, peopleAdmin } from '@/lib/features/people/policy';
import { db } from '@/lib/server/db';
import { MAIL_TRIES } from '@/lib/server/jobs';
import { openMailServer, type TestMailServer, unquoted } from '@/lib/testing/smtp';
import { must, newWorld, setClock } from '@/lib/testing/world';
import { courseMail } from './data';
import { dropQueued, mailInvitation, mailInvitations, mailReset } from './queue-mutations';
import { deliver } from './send-mutations';

const PASSWORD = 'correct horse battery';
let server: TestMailServer;
let course: InstructedCourse;
let admin: PeopleAdmin;

beforeAll(async () => {
  server = await openMailServer();
  process.env.NABLA_SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  process.env.NABLA_MAIL_FROM = 'Exams <exams@nabla.example>';
  process.env.NEXTAUTH_URL = 'https://exam.example';
});

afterAll(() => server.close());

beforeEach(async () => {
  setClock(0);
  server.mails = [];
  server.refuse = null;
  await dropQueued();
  const world = await newWorld();
  course = must(await instructedCourse(await world.person('ADMIN'), world.courseId));
  admin = must(peopleAdmin(await world.person('ADMIN')));
});

async function newMember() {
  const email = `${randomUUID()}@nabla.example`;
  const names = { givenName: 'Ada', familyName: 'Love<b>lace', studentNumber: null };
  const { personId } = must(await addMember(course, { email, ...names, role: 'STUDENT' }));
  return { personId, email };
}

/** The mails that wait, as the worker takes them from the queue. */
async function waiting(): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { state: 'QUEUED' }, select: { id: true } });
  const jobs = await db().$queryRaw<{ key: string; max: number }[]>`
    SELECT key, max_attempts::int AS max FROM graphile_worker.jobs WHERE key LIKE 'mail:%'`;
  const ids = mails.map(({ id }) => id);
  for (const id of ids) expect(jobs).toContainEqual({ key: `mail:${id}`, max: MAIL_TRIES });
  return ids;
}

async function deliverAll() {
  for (const id of await waiting()) await deliver(id, false);
}

/** The secret of the link in the mail that came last. */
function tokenIn(mail = server.mails.at(-1)): string {
  const [, token] =
    /https:\/\/exam\.example\/invitations\/([\w.-]+)/.exec(unquoted(mail?.raw ?? '')) ?? [];
  return token ?? 'none';
}

describe('invitations by mail', () => {
  it('go to everybody of a course who cannot sign in, once, and open the account', async () => {
    const [one, two] = [await newMember(), await newMember()];
    expect(await courseMail(course)).toMatchObject({ never: 2, again: 0 });
    expect(must(await mailInvitations(course, false))).toEqual({ queued: 2 });
    expect(must(await mailInvitations(course, false))).toEqual({ queued: 0 });
    expect(await courseMail(course)).toMatchObject({ never: 0, queued: 2, sent: 0 });
    await deliverAll();
    await deliverAll();
    expect(server.mails.map(({ to }) => to[0]).toSorted()).toEqual(
      [one.email, two.email].toSorted(),
    );
    expect(await courseMail(course)).toMatchObject({ never: 0, again: 2, queued: 0, sent: 2 });
    must(await acceptInvitation(tokenIn(), PASSWORD, randomUUID()));
    expect(await courseMail(course)).toMatchObject({ again: 1 });
  });

  it('say what they are for, escape names, and leave no secret in the database', async () => {
    const { email, personId } = await newMember();
    must(await mailInvitation(course, personId));
    await deliverAll();
    const text = unquoted(server.mails[0]?.raw ?? '');
    expect(text).toContain('Hello Ada Love<b>lace,');
    expect(text).toContain('<p>Hello Ada Love&lt;b&gt;lace,</p>');
    expect(text).toContain('A course');
    expect(text).toContain('8 February 2026');
    expect(text).toContain(email);
    const secret = tokenIn().split('.')[1] ?? 'none';
    expect(secret).toHaveLength(43);
    const [{ everything } = { everything: '' }] = await db().$queryRaw<{ everything: string }[]>`
      SELECT (SELECT json_agg(m)::text FROM mail m) || (SELECT json_agg(i)::text FROM invitation i) ||
        (SELECT json_agg(a)::text FROM audit_event a) ||
        (SELECT json_agg(j)::text FROM graphile_worker._private_jobs j) AS everything`;
    expect(everything).toContain(personId);
    expect(everything).not.toContain(secret);
  });

  it('are tried again with another link, until the server takes one or all tries are over', async () => {
    const { personId } = await newMember();
    must(await mailInvitation(course, personId));
    const [id = ''] = await waiting();
    server.refuse = { code: 450, words: 'greylisted' };
    expect(await deliver(id, false)).toBe('again');
    expect(await rowOf(personId)).toMatchObject({
      account: 'invited',
      mail: { state: 'QUEUED', words: '450 greylisted' },
    });
    server.refuse = null;
    expect(await deliver(id, false)).toBe('sent');
    expect(await deliver(id, false)).toBe('settled');
    expect(server.mails).toHaveLength(1);
    must(await acceptInvitation(tokenIn(), PASSWORD, randomUUID()));
    const invited = { subject: `person:${personId}`, action: 'person.invite' };
    expect(await db().auditEvent.count({ where: invited })).toBe(1);
  });

  it('that fail are seen with the words of the server, and the person can be invited anew', async () => {
    const { personId } = await newMember();
    must(await mailInvitation(course, personId));
    const [id = ''] = await waiting();
    server.refuse = { code: 550, words: 'no such user' };
    expect(await deliver(id, false)).toBe('settled');
    expect(await rowOf(personId)).toMatchObject({
      account: 'none',
      mail: { state: 'FAILED', words: '550 no such user' },
    });
    const failed = await memberTable(course, memberQuerySchema.parse({ account: 'failed' }));
    expect(failed.rows.map((row) => row.id)).toEqual([personId]);
    expect(await courseMail(course)).toMatchObject({ never: 1, failed: 1 });
    server.refuse = null;
    must(await mailInvitations(course, false));
    await deliverAll();
    expect(await rowOf(personId)).toMatchObject({ account: 'invited', mail: { state: 'SENT' } });
  });

  it('are not sent twice where the program was killed while one was sent', async () => {
    const { personId } = await newMember();
    must(await mailInvitation(course, personId));
    const [id = ''] = await waiting();
    // The server takes it, and the program ends before it can note that.
    await deliver(id, false, async () => Promise.reject(new Error('killed'))).catch(() => null);
    expect(await deliver(id, false)).toBe('settled');
    expect(server.mails).toEqual([]);
    expect(await rowOf(personId)).toMatchObject({
      mail: { state: 'FAILED', words: expect.stringContaining('may have gone out') },
    });
  });

  it('are not sent to who can sign in meanwhile, is deactivated, or has a newer link', async () => {
    const people = [await newMember(), await newMember()];
    must(await mailInvitations(course, false));
    const [one, two] = people;
    await db().person.update({ where: { id: one?.personId ?? '' }, data: { passwordHash: 'x' } });
    must(await deactivate(admin, two?.personId ?? ''));
    await deliverAll();
    expect(server.mails).toEqual([]);
    expect(await db().mail.count({ where: { courseId: course.id, state: 'DROPPED' } })).toBe(2);
  });

  it('that waited when a back-up was made are not sent by the server that reads it', async () => {
    const { personId } = await newMember();
    must(await mailInvitation(course, personId));
    expect(await dropQueued()).toBeGreaterThan(0);
    await deliverAll();
    expect(server.mails).toEqual([]);
    expect(must(await mailInvitation(course, personId))).toEqual({ queued: 1 });
  });
});

describe('a reset by mail', () => {
  it('goes to who has a password, which stays until the link is used', async () => {
    const { personId, email } = await newMember();
    await db().person.update({ where: { id: personId }, data: { passwordHash: 'old' } });
    expect((await mailInvitation(course, personId)).ok).toBe(false);
    must(await mailReset(admin, personId));
    expect(await mailReset(admin, personId)).toMatchObject({ error: { code: 'ALREADY_EXISTS' } });
    await deliverAll();
    expect(server.mails[0]).toMatchObject({ to: [email] });
    expect(unquoted(server.mails[0]?.raw ?? '')).toContain('a new password');
    const { passwordHash } = await db().person.findUniqueOrThrow({ where: { id: personId } });
    expect(passwordHash).toBe('old');
    must(await acceptInvitation(tokenIn(), PASSWORD, randomUUID()));
  });
});

async function rowOf(personId: string) {
  const { rows } = await memberTable(course, memberQuerySchema.parse({}));
  return rows.find(({ id }) => id === personId);
}
