import 'server-only';
import { isResultVisible } from '@/lib/exam/release';
import { examsAhead } from '@/lib/features/exams/practice-data';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { OwnSitting } from './policy';

/** One submitted try at a part. */
interface PartTry {
  attemptId: string;
  /** Of the attempt; counts from 1. */
  number: number;
  /** Null while it is graded. */
  score: number | null;
}

/** A part of a practice sitting, and how the tries at it went. */
export interface PartProgress {
  id: string;
  /** As one speaks of it: `1a`. */
  name: string;
  title: string;
  points: number;
  /** Oldest first; those whose results may be seen. */
  tries: PartTry[];
}

/** How far a student is with the parts of a practice sitting, over all their tries. */
export async function partProgress({ id, personId }: OwnSitting): Promise<PartProgress[]> {
  const sitting = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ mode: true, closesAt: true, releasedAt: true, showsEarly: true },
      version: {
        select: {
          examId: true,
          parts: {
            orderBy: { position: 'asc' },
            select: {
              ...{ partId: true, label: true, points: true, assignment: true },
              within: { select: { title: true } },
            },
          },
        },
      },
      attempts: {
        where: { personId, submittedAt: { not: null } },
        orderBy: { number: 'asc' },
        select: { id: true, number: true, submittedAt: true, withdrawnAt: true },
      },
    },
  });
  const { version, attempts } = sitting;
  const ahead = await examsAhead([version.examId]);
  const release = { ...sitting, examAhead: ahead.has(version.examId) };
  const seen = attempts.filter((attempt) => isResultVisible(now(), release, attempt));
  const scores = await scoresOf(seen.map(({ id: attemptId }) => attemptId));
  return version.parts.map(({ partId, label, points, assignment, within }) => ({
    id: partId,
    name: `${assignment}${label}`,
    title: within.title,
    points: points.toNumber(),
    tries: seen.flatMap(({ id: attemptId, number }) => {
      const scored = scores.get(`${attemptId} ${partId}`);
      return scored ? [{ attemptId, number, score: scored.score }] : [];
    }),
  }));
}

/** What counts for each part that attempts ask for, by attempt and part. */
async function scoresOf(attemptIds: readonly string[]) {
  const rows = await db().$queryRaw<{ key: string; score: number | null }[]>`
    SELECT attempt_id || ' ' || part_id AS key, score::float8 AS score
    FROM part_score WHERE attempt_id = ANY (${[...attemptIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.key, row]));
}
