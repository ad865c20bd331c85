import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { PeopleAdmin } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { enqueueMails } from '@/lib/server/jobs';
import { isMailSetUp } from '@/lib/server/mail';
import { invitable } from './data';

/**
 * Mails a link to everybody of a course who cannot sign in yet and has no open link, or, `again`, to
 * those who have one. A link that is mailed goes to the address of the person and to nobody else, so
 * that an instructor may have it sent to whoever is in the course, in other courses as well or not.
 * @returns how many mails were queued
 */
export async function mailInvitations(
  { id: courseId, actorId }: InstructedCourse,
  again: boolean,
): Promise<Result<{ queued: number }, DomainError>> {
  if (!isMailSetUp()) return notSetUp();
  return db().$transaction(async (tx) => {
    const people = (await invitable(tx, courseId)).filter(({ hasLink }) => hasLink === again);
    const personIds = people.map(({ id }) => id);
    const queued = await queue(tx, { personIds, purpose: 'INVITATION', courseId, actorId });
    if (queued > 0) {
      await audit(tx, {
        ...{ actorId, action: 'mail.invite-all', courseId, subject: `course:${courseId}` },
        detail: { people: queued, again },
      });
    }
    return ok({ queued });
  });
}

/** Mails a link to one person of a course who cannot sign in yet. */
export async function mailInvitation(
  { id: courseId, actorId }: InstructedCourse,
  personId: string,
): Promise<Result<{ queued: number }, DomainError>> {
  if (!isMailSetUp()) return notSetUp();
  return db().$transaction(async (tx) => {
    const person = (await invitable(tx, courseId)).find(({ id }) => id === personId);
    if (!person) {
      return refusal(
        'INVALID',
        'This person can sign in already, is deactivated, is not in the course, or has a mail on its way.',
      );
    }
    return ok({
      queued: await queueOne(tx, { personId, purpose: 'INVITATION', courseId, actorId }),
    });
  });
}

/** Mails a link to a new password, or to the first one, to anybody. */
export async function mailReset(
  { actorId }: PeopleAdmin,
  personId: string,
): Promise<Result<{ queued: number }, DomainError>> {
  if (!isMailSetUp()) return notSetUp();
  return db().$transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { deactivatedAt: true, passwordHash: true },
    });
    if (!person) return notFound();
    if (person.deactivatedAt) {
      return refusal('INVALID', 'This person is deactivated. Reactivate them first.');
    }
    const purpose = person.passwordHash === null ? 'INVITATION' : 'RESET';
    const queued = await queueOne(tx, { personId, purpose, courseId: null, actorId });
    return queued > 0 ? ok({ queued }) : refusal('ALREADY_EXISTS', 'A mail is on its way already.');
  });
}

/** After a restore: what was waiting then is not sent now, by whatever server this is. */
export async function dropQueued(): Promise<number> {
  const { count } = await db().mail.updateMany({
    where: { state: 'QUEUED' },
    data: {
      ...{ state: 'DROPPED', settledAt: now(), tryingSince: null },
      words: 'It had not been sent when the back-up was made that was restored.',
    },
  });
  return count;
}

interface Order {
  purpose: 'INVITATION' | 'RESET';
  courseId: string | null;
  actorId: string | null;
}

async function queueOne(tx: Database, order: Order & { personId: string }): Promise<number> {
  const { personId, purpose, courseId, actorId } = order;
  const queued = await queue(tx, { ...order, personIds: [personId] });
  if (queued > 0) {
    await audit(tx, {
      ...{ actorId, action: 'mail.queue', courseId, subject: `person:${personId}` },
      detail: { purpose },
    });
  }
  return queued;
}

/** Queues a mail for each who has none on its way; the database sees to that for two at once. */
async function queue(
  tx: Database,
  { personIds, purpose, courseId, actorId }: Order & { personIds: readonly string[] },
): Promise<number> {
  const at = now();
  const mails = await tx.mail.createManyAndReturn({
    data: personIds.map((personId) => ({ personId, purpose, courseId, byId: actorId, at })),
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueMails(
    tx,
    mails.map(({ id }) => id),
  );
  return mails.length;
}

function notSetUp(): { ok: false; error: DomainError } {
  return refusal('INVALID', 'Mail is not set up on this server. Make a link and pass it on.');
}
