import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { PeopleAdmin } from '@/lib/features/people/policy';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { isMailSetUp } from '@/lib/server/mail';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { ShownMail } from './schema';

/** What can be sent to the people of a course, and how far the last of it is. */
export interface CourseMail {
  /** People who cannot sign in yet and have no open link. */
  never: number;
  /** The same with an open link that they have not taken. */
  again: number;
  /** Of those that were asked for last at one moment: on their way, taken by the mail server, failed. */
  queued: number;
  sent: number;
  failed: number;
}

/** Null where mail is not set up. */
export async function courseMail(course: InstructedCourse): Promise<CourseMail | null> {
  if (!isMailSetUp()) return null;
  const [people, [counts]] = await Promise.all([
    invitable(db(), course.id),
    db().$queryRaw<Pick<CourseMail, 'queued' | 'sent' | 'failed'>[]>`
      SELECT (count(*) FILTER (WHERE m.state = 'QUEUED'))::int AS queued,
        (count(*) FILTER (WHERE m.state = 'SENT'))::int AS sent,
        (count(*) FILTER (WHERE m.state = 'FAILED' AND p.password_hash IS NULL))::int AS failed
      FROM mail m JOIN person p ON p.id = m.person_id
      WHERE m.course_id = ${course.id}::uuid
        AND m.at = (SELECT max(at) FROM mail WHERE course_id = ${course.id}::uuid)`,
  ]);
  const again = people.filter(({ hasLink }) => hasLink).length;
  const none = { queued: 0, sent: 0, failed: 0 };
  return { never: people.length - again, again, ...(counts ?? none) };
}

/** The people of a course who cannot sign in yet, may, and have no mail on its way. */
export async function invitable(
  tx: Database,
  courseId: string,
): Promise<{ id: string; hasLink: boolean }[]> {
  return tx.$queryRaw`
    SELECT p.id, EXISTS (
      SELECT 1 FROM invitation i
      WHERE i.person_id = p.id AND i.used_at IS NULL AND i.expires_at > ${now()}
    ) AS "hasLink"
    FROM enrolment e JOIN person p ON p.id = e.person_id
    WHERE e.course_id = ${courseId}::uuid AND p.password_hash IS NULL AND p.deactivated_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM identity WHERE person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.person_id = p.id AND m.state = 'QUEUED')
    ORDER BY p.search, p.id`;
}

/** The people of a course who cannot sign in yet and whose newest mail failed. */
export async function failedAddressees(courseId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM enrolment e JOIN person p ON p.id = e.person_id
    JOIN LATERAL (
      SELECT state FROM mail WHERE person_id = p.id ORDER BY at DESC, id DESC LIMIT 1
    ) newest ON newest.state = 'FAILED'
    WHERE e.course_id = ${courseId}::uuid AND p.password_hash IS NULL AND p.deactivated_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM identity WHERE person_id = p.id)`;
  return rows.map(({ id }) => id);
}

/** The newest mails of the server, for the command line. */
export async function newestMails(
  _admin: PeopleAdmin,
  most: number,
): Promise<(ShownMail & { to: string })[]> {
  const mails = await db().mail.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
    select: { ...NEWEST_MAIL.select, person: { select: { email: true } } },
  });
  return mails.flatMap(({ person, ...mail }) => {
    const shown = shownMail([mail]);
    return shown ? [{ ...shown, to: person.email }] : [];
  });
}

/** Selects the newest mail of a person. */
export const NEWEST_MAIL = {
  orderBy: [{ at: 'desc' }, { id: 'desc' }],
  take: 1,
  select: { state: true, at: true, settledAt: true, words: true },
} as const satisfies Prisma.Person$mailsArgs;

/** The newest mail of a person, as selected, for staff to see. */
export function shownMail([mail]: readonly NewestMail[]): ShownMail | null {
  if (!mail) return null;
  const { state, at, settledAt, words } = mail;
  return { state, words, at: (settledAt ?? at).toISOString() };
}

type NewestMail = Prisma.MailGetPayload<{ select: (typeof NEWEST_MAIL)['select'] }>;
