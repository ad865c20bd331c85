import 'server-only';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import type { ReviewedSitting } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import type { RoomNotices } from './schema';

/** What staff told the writer of an attempt, and what they asked; oldest first. */
export async function noticesOf(attempt: OwnAttempt): Promise<RoomNotices> {
  const [notices, questions] = await Promise.all([
    db().notice.findMany({
      where: {
        sittingId: attempt.sittingId,
        OR: [{ attemptId: null }, { attemptId: attempt.id }],
      },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true, attemptId: true, partId: true, text: true, at: true },
    }),
    db().question.findMany({
      where: { attemptId: attempt.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        partId: true,
        text: true,
        at: true,
        _count: { select: { answers: true } },
      },
    }),
  ]);
  return {
    notices: notices.map(({ attemptId, at, ...notice }) => ({
      ...notice,
      toAll: attemptId === null,
      at: at.toISOString(),
    })),
    questions: questions.map(({ _count, at, ...question }) => ({
      ...question,
      at: at.toISOString(),
      isAnswered: _count.answers > 0,
    })),
  };
}

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
  kind: 'ANNOUNCEMENT' | 'ERRATUM' | 'TIME';
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
  const [questions, notices] = await Promise.all([
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
      where: { sittingId: sitting.id, kind: { not: 'ANSWER' } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: MOST_SHOWN,
      select: {
        id: true,
        kind: true,
        partId: true,
        text: true,
        at: true,
        by: { select: { name: true } },
        attempt: { select: { person: { select: { name: true } } } },
      },
    }),
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
    notices: notices.flatMap(({ kind, by, attempt, ...notice }) =>
      kind === 'ANSWER'
        ? []
        : [{ ...notice, kind, by: by?.name ?? null, to: attempt?.person.name ?? null }],
    ),
  };
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
