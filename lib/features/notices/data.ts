import 'server-only';
import type { ReviewedSitting } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';

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
