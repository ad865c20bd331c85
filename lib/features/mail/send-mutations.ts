import 'server-only';
import {
  makeInvitation,
  renewInvitation,
  takeBackInvitation,
} from '@/lib/features/people/invitation-mutations';
import type { Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { type Letter, type MailProblem, sendMail } from '@/lib/server/mail';
import type { Prisma } from '@/lib/server/prisma-client/client';
import { letterOf } from './letter';

/** What became of a mail: with the mail server, not to be tried again, or to be tried again. */
export type Sent = 'sent' | 'settled' | 'again';

/**
 * Sends one mail. Its link is made here, so that nothing but a hash of it is kept. That it is with the
 * mail server is written before: where the program is stopped meanwhile nobody knows whether it went
 * out, and it is left to staff rather than sent twice.
 * @param isLast no try comes after this one
 */
export async function deliver(
  mailId: string,
  isLast: boolean,
  send: (letter: Letter) => Promise<Result<string, MailProblem>> = sendMail,
): Promise<Sent> {
  const letter = await db().$transaction((tx) => begin(tx, mailId));
  if (letter === null) return 'settled';
  const answer = await send(letter);
  if (answer.ok) {
    await settle(db(), mailId, 'SENT', answer.value);
    return 'sent';
  }
  const { words, isFinal } = answer.error;
  if (isFinal || isLast) {
    await db().$transaction(async (tx) => {
      const { invitationId } = await fail(tx, mailId, words);
      await takeBackInvitation(tx, invitationId);
    });
    return 'settled';
  }
  await db().mail.update({ where: { id: mailId }, data: { words, tryingSince: null } });
  return 'again';
}

/** The letter of a mail whose turn it is; null where it is not to be sent. */
async function begin(tx: Database, mailId: string): Promise<Letter | null> {
  await tx.$queryRaw`SELECT id FROM mail WHERE id = ${mailId}::uuid FOR UPDATE`;
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select: MAIL });
  if (mail?.state !== 'QUEUED') return null;
  if (mail.tryingSince) {
    const words = 'The program was stopped while it was sent. It may have gone out.';
    await fail(tx, mailId, words);
    return null;
  }
  const { person, purpose, course } = mail;
  const hasAccount = person.passwordHash !== null || person.identities.length > 0;
  if (person.deactivatedAt || (purpose === 'INVITATION' && hasAccount)) {
    const why = person.deactivatedAt ? 'is deactivated' : 'can sign in already';
    await settle(tx, mailId, 'DROPPED', `The person ${why}.`);
    return null;
  }
  const link = await linkOf(tx, mail);
  if (link === null) {
    await settle(tx, mailId, 'DROPPED', 'A newer link was made, or the link was used.');
    return null;
  }
  await tx.mail.update({
    where: { id: mailId },
    data: { tries: { increment: 1 }, tryingSince: now(), invitationId: link.id },
  });
  return letterOf({
    ...{ to: person.email, name: person.name, purpose },
    ...{ courseTitle: course?.title ?? null, timeZone: course?.timeZone ?? 'UTC' },
    link: new URL(link.path, env().NEXTAUTH_URL).href,
    expiresAt: link.expiresAt,
  });
}

const MAIL = {
  ...{ state: true, tryingSince: true, purpose: true, byId: true, courseId: true },
  ...{ invitationId: true, personId: true },
  course: { select: { title: true, timeZone: true } },
  person: {
    select: {
      ...{ name: true, email: true, deactivatedAt: true, passwordHash: true },
      identities: { select: { subject: true }, take: 1 },
    },
  },
} satisfies Prisma.MailSelect;

/** A link of its own at the first try; at the next ones the same with another secret. */
async function linkOf(tx: Database, mail: Prisma.MailGetPayload<{ select: typeof MAIL }>) {
  const { invitationId, personId, purpose, byId, courseId } = mail;
  return invitationId === null
    ? makeInvitation(tx, { personId, purpose, actorId: byId, courseId })
    : renewInvitation(tx, invitationId);
}

async function fail(
  tx: Database,
  mailId: string,
  words: string,
): Promise<{ invitationId: string | null }> {
  await settle(tx, mailId, 'FAILED', words);
  const { personId, courseId, invitationId } = await tx.mail.findUniqueOrThrow({
    where: { id: mailId },
    select: { personId: true, courseId: true, invitationId: true },
  });
  await audit(tx, {
    ...{ actorId: null, action: 'mail.fail', courseId, subject: `person:${personId}` },
    detail: { words },
  });
  return { invitationId };
}

async function settle(
  tx: Database,
  id: string,
  state: 'SENT' | 'FAILED' | 'DROPPED',
  words: string,
): Promise<void> {
  const data = { state, words, settledAt: now(), tryingSince: null };
  await tx.mail.updateMany({ where: { id, state: 'QUEUED' }, data });
}
