import 'server-only';
import type { Check, JsonValue, Verdict } from '@/lib/exam/check';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import { checksSchema } from './schema';

/** What counts for one part of an attempt, from the view `part_score`. */
export interface PartScore {
  partId: string;
  /** The grade that `verdict` and `checks` are from. */
  gradeId: string | null;
  points: number;
  content: JsonValue;
  note: string | null;
  score: number | null;
  open: number;
  /** Something in it could not be read, and nobody has decided it. */
  unread: boolean;
  verdict: Verdict | null;
  checks: Check[];
  /** The score is a person's and not the machine's. */
  decided: boolean;
  /** What a person said last of the answer that counts, be it a decision or a comment alone. */
  mark: { score: number | null; comment: string; at: string } | null;
  /** What was decided last of an answer that arrived late. */
  late: { accepted: boolean; reason: string; at: string } | null;
}

export interface Total {
  score: number;
  points: number;
  /** Points that a person still decides. */
  open: number;
  /** Parts that the grader has not come to yet. */
  pending: number;
  /** Not final: something is open or pending. */
  provisional: boolean;
}

interface ScoreRow {
  part_id: string;
  revision_id: string | null;
  grade_id: string | null;
  mark_id: string | null;
  score: number | null;
  open: number | null;
  points: number;
  unread: boolean;
}

/**
 * The parts of an attempt in the order of the exam, each with the answer that counts, its grade and
 * its latest mark. Evidence is included: callers for students pass `checks` through `shownChecks`.
 */
export async function partScores(attemptId: string): Promise<PartScore[]> {
  const rows = await db().$queryRaw<ScoreRow[]>`
    SELECT part_id, revision_id, grade_id, mark_id, score::float8, open::float8, points::float8,
      unread
    FROM part_score WHERE attempt_id = ${attemptId}::uuid ORDER BY position`;
  const [revisions, grades, marks] = await Promise.all([
    db().revision.findMany({
      where: { id: { in: present(rows.map((row) => row.revision_id)) } },
      select: { id: true, content: true, note: true },
    }),
    db().grade.findMany({
      where: { id: { in: present(rows.map((row) => row.grade_id)) } },
      select: { id: true, verdict: true, checks: true },
    }),
    // Of any kind: a comment without a score is for the student as well.
    db().mark.findMany({
      where: { attemptId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: {
        ...{ partId: true, revisionId: true, score: true, comment: true, at: true },
        ...{ late: true, reason: true },
      },
    }),
  ]);
  return rows.map((row) => {
    const revision = revisions.find(({ id }) => id === row.revision_id);
    const grade = grades.find(({ id }) => id === row.grade_id);
    const ofPart = marks.filter(({ partId }) => partId === row.part_id);
    const late = ofPart.find((each) => each.late !== null);
    const mark = ofPart.find((each) => each.late === null && each.revisionId === row.revision_id);
    return {
      partId: row.part_id,
      gradeId: row.grade_id,
      points: row.points,
      content: revision ? fromJson(revision.content) : {},
      note: revision?.note ?? null,
      score: row.score,
      open: row.open ?? 0,
      unread: row.unread,
      verdict: grade?.verdict ?? null,
      checks: grade ? checksSchema.parse(grade.checks) : [],
      decided: row.mark_id !== null,
      mark: mark
        ? {
            score: mark.score?.toNumber() ?? null,
            comment: mark.comment,
            at: mark.at.toISOString(),
          }
        : null,
      late: late
        ? { accepted: late.late === 'ACCEPTED', reason: late.reason, at: late.at.toISOString() }
        : null,
    };
  });
}

/** The sum over the parts. */
export function totalOf(parts: readonly PartScore[]): Total {
  const sum = (of: (part: PartScore) => number) =>
    // Points have at most four decimals; summed as integers they stay exact.
    parts.reduce((total, part) => total + Math.round(of(part) * 10_000), 0) / 10_000;
  const open = sum((part) => part.open);
  const pending = parts.filter((part) => part.score === null).length;
  return {
    score: sum((part) => part.score ?? 0),
    points: sum((part) => part.points),
    open,
    pending,
    provisional: open > 0 || pending > 0,
  };
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
