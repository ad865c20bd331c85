import 'server-only';
import type { ReviewedSitting } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';

/** The newest attempt of a person in a sitting, by their e-mail. */
export async function newestAttempt(
  sitting: ReviewedSitting,
  email: string,
): Promise<string | null> {
  const attempt = await db().attempt.findFirst({
    where: { sittingId: sitting.id, person: { email } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return attempt?.id ?? null;
}

export interface StaffQuestion {
  id: string;
  attemptId: string;
  name: string;
  partId: string | null;
  text: string;
  at: Date;
  answers: { text: string; toAll: boolean; by: string | null; at: Date }[];
}

export interface StaffNotice {
  id: string;
  /** Whom it was told; null for everybody. */
  to: string | null;
  partId: string | null;
  text: string;
  by: string | null;
  at: Date;
}

/** What was asked and told in a sitting: open questions first, then the newest. */
export async function sittingNotices(
  sitting: ReviewedSitting,
): Promise<{ questions: StaffQuestion[]; notices: StaffNotice[] }> {
  const [questions, notices, times] = await Promise.all([
    db().question.findMany({
      where: { attempt: { sittingId: sitting.id } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: MOST_SHOWN,
      select: {
        id: true,
        attemptId: true,
        partId: true,
        text: true,
        at: true,
        attempt: { select: { person: { select: { name: true } } } },
        answers: {
          orderBy: { at: 'asc' },
          select: { text: true, attemptId: true, at: true, by: { select: { name: true } } },
        },
      },
    }),
    db().notice.findMany({
      where: { sittingId: sitting.id, kind: { in: ['ANNOUNCEMENT', 'ERRATUM'] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: MOST_SHOWN,
      select: {
        id: true,
        partId: true,
        text: true,
        at: true,
        by: { select: { name: true } },
        attempt: { select: { person: { select: { name: true } } } },
      },
    }),
    movedTimes(sitting),
  ]);
  const asked = questions.map(({ attempt, answers, ...question }) => ({
    ...question,
    name: attempt.person.name,
    answers: answers.map(({ attemptId, by, ...answer }) => ({
      ...answer,
      toAll: attemptId === null,
      by: by?.name ?? null,
    })),
  }));
  return {
    questions: asked.toSorted(
      (a, b) => Number(a.answers.length > 0) - Number(b.answers.length > 0),
    ),
    notices: [
      ...notices.map(({ by, attempt, ...notice }) => ({
        ...notice,
        by: by?.name ?? null,
        to: attempt?.person.name ?? null,
      })),
      ...times,
    ].toSorted((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

/** That ends were moved: once for all whose end moved at the same moment. */
async function movedTimes(sitting: ReviewedSitting): Promise<StaffNotice[]> {
  const moved = await db().$queryRaw<
    { id: string; at: Date; by: string | null; people: number; name: string; text: string }[]
  >`
    SELECT min(n.id::text) AS id, n.at, b.name AS by, count(*)::int AS people, min(p.name) AS name,
      min(n.text) AS text
    FROM notice n
    JOIN attempt a ON a.id = n.attempt_id
    JOIN person p ON p.id = a.person_id
    LEFT JOIN person b ON b.id = n.by_id
    WHERE n.sitting_id = ${sitting.id}::uuid AND n.kind = 'TIME'
    GROUP BY n.at, b.id ORDER BY n.at DESC LIMIT ${MOST_SHOWN}`;
  return moved.map(({ people, name, text, ...notice }) => ({
    ...notice,
    partId: null,
    to: people === 1 ? name : `${people} who write`,
    text: people === 1 ? text : 'Their exams now end at another time.',
  }));
}

/** The parts of a sitting's exam, as one speaks of them. */
export async function partsOf(sitting: ReviewedSitting): Promise<{ id: string; name: string }[]> {
  const { version } = await db().sitting.findUniqueOrThrow({
    where: { id: sitting.id },
    select: {
      version: {
        select: {
          parts: {
            orderBy: { position: 'asc' },
            select: { partId: true, label: true, assignment: true },
          },
        },
      },
    },
  });
  return version.parts.map(({ partId, label, assignment }) => ({
    id: partId,
    name: label === '' ? `assignment ${assignment}` : `assignment ${assignment}, part ${label}`,
  }));
}

const MOST_SHOWN = 200;
