import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import { currentRevisions } from '@/lib/server/current-revisions';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { ReviewedAttempt } from './policy';
import type { RevisionsQuery } from './schema';

/** A save, without what was saved. */
interface RevisionRow {
  number: number;
  savedAt: Date;
  late: boolean;
  conflict: boolean;
  /** The one that counts. */
  current: boolean;
}

export interface RevisionsPage {
  rows: RevisionRow[];
  page: number;
  pages: number;
}

export const REVISIONS_A_PAGE = 10;

const WHICH: Record<RevisionsQuery['which'], Prisma.RevisionWhereInput> = {
  all: {},
  late: { late: true },
  conflict: { conflict: true },
};

/** A page of the saves of one part, newest first. */
export async function revisionsPage(
  attempt: ReviewedAttempt,
  { partId, which, page: asked }: Omit<RevisionsQuery, 'attemptId'>,
): Promise<RevisionsPage> {
  const part = { attemptId: attempt.id, partId };
  const where = { ...part, ...WHICH[which] };
  const pages = Math.max(1, Math.ceil((await db().revision.count({ where })) / REVISIONS_A_PAGE));
  const page = Math.min(asked, pages);
  const [rows, [current]] = await Promise.all([
    db().revision.findMany({
      where,
      orderBy: { number: 'desc' },
      skip: (page - 1) * REVISIONS_A_PAGE,
      take: REVISIONS_A_PAGE,
      select: { number: true, savedAt: true, late: true, conflict: true },
    }),
    currentRevisions(db(), attempt.id, partId),
  ]);
  return {
    rows: rows.map((row) => ({ ...row, current: row.number === current?.number })),
    page,
    pages,
  };
}

/** What was saved in one revision of a part; null where there is no such revision. */
export async function revisionContent(
  attempt: ReviewedAttempt,
  { partId, number }: { partId: string; number: number },
): Promise<{ content: JsonValue; note: string | null } | null> {
  const revision = await db().revision.findUnique({
    where: { attemptId_partId_number: { attemptId: attempt.id, partId, number } },
    select: { content: true, note: true },
  });
  return revision && { content: fromJson(revision.content), note: revision.note };
}
