import 'server-only';
import { roundScore } from '@/lib/exam/score';
import { storable } from '@/lib/exam/storable';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, notFound, refusal } from '@/lib/server/errors';
import type { ReviewedAttempt } from './policy';
import type { MarkInput } from './schema';

type Mark = Omit<MarkInput, 'attemptId'>;

export const MARKED_MEANWHILE = refusal(
  'MARKED_MEANWHILE',
  'Somebody else marked this part in the meantime. Look at their mark, then decide again; nothing of yours was stored.',
);

/**
 * Marks one part: a score that beats the grade, the withdrawal of one, or a comment alone, which
 * leaves the score as it is. Refused where somebody marked the part after `seenMarkId`; the database
 * holds the same line, so two at once cannot both pass.
 */
export async function override(
  attempt: ReviewedAttempt,
  mark: Mark,
): Promise<Result<{ markId: string }, DomainError>> {
  const problem = contradiction(mark);
  if (problem) return refusal('INVALID', problem);
  try {
    return await db().$transaction((tx) => store(tx, attempt, mark));
  } catch (error) {
    if (isUniqueViolation(error)) return MARKED_MEANWHILE;
    throw error;
  }
}

function contradiction({ score, withdraw, comment }: Mark): string | null {
  if (withdraw && score !== null) return 'Set a score or withdraw one, not both.';
  return score === null && !withdraw && comment === '' ? 'Give a score, a comment, or both.' : null;
}

async function store(
  tx: Database,
  attempt: ReviewedAttempt,
  mark: Mark,
): Promise<Result<{ markId: string }, DomainError>> {
  const { partId, score, withdraw, comment, reason, seenMarkId } = mark;
  const part = await markedPart(tx, attempt.id, partId);
  if (!part) return notFound();
  const refused = refusalOfScore(part, mark);
  if (refused) return refused;
  const latest = await tx.mark.findFirst({
    where: { attemptId: attempt.id, partId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  if ((latest?.id ?? null) !== seenMarkId) return MARKED_MEANWHILE;
  const { revisionId, ...before } = await countedScore(tx, attempt.id, partId);
  if (withdraw && before.by !== 'person')
    return refusal('INVALID', 'No score was set for this part, so there is none to withdraw.');
  const { id: markId } = await tx.mark.create({
    data: {
      attemptId: attempt.id,
      versionId: part.versionId,
      partId,
      points: part.points,
      previousId: seenMarkId,
      revisionId,
      score,
      withdraws: withdraw,
      comment: storable(comment),
      reason: storable(reason),
      byId: attempt.reviewer.id,
      at: now(),
    },
    select: { id: true },
  });
  await audit(tx, {
    actorId: attempt.reviewer.id,
    action: withdraw ? 'mark.withdraw' : score === null ? 'mark.comment' : 'mark.override',
    courseId: attempt.courseId,
    subject: `attempt:${attempt.id}`,
    detail: { partId, score, reason, markId, before },
  });
  return ok({ markId });
}

interface MarkedPart {
  versionId: string;
  points: number;
  /** Scores of the exam are multiples of it. */
  step: number;
  submittedAt: Date | null;
}

/** Null where the exam has no such part. */
async function markedPart(
  tx: Database,
  attemptId: string,
  partId: string,
): Promise<MarkedPart | null> {
  const { submittedAt, versionId, version } = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      submittedAt: true,
      versionId: true,
      version: {
        select: { roundTo: true, parts: { where: { partId }, select: { points: true } } },
      },
    },
  });
  const [part] = version.parts;
  if (!part) return null;
  return {
    versionId,
    points: part.points.toNumber(),
    step: version.roundTo.toNumber(),
    submittedAt,
  };
}

/** Null where the part may be given this score. */
function refusalOfScore({ points, step, submittedAt }: MarkedPart, { score }: Mark) {
  if (!submittedAt)
    return refusal('STILL_RUNNING', 'The student is still writing; mark after the submission.');
  if (score === null) return null;
  if (score > points)
    return refusal('INVALID', `The part has ${points} points; more cannot be given.`);
  // What the machine could not give either would be seen among its scores.
  if (Math.abs(roundScore(score, points, step) - score) > 1e-9)
    return refusal('INVALID', `Scores of this exam go in steps of ${step}.`);
  return null;
}

interface CountedScore {
  /** The answer that counts; null where nothing was saved. */
  revisionId: string | null;
  score: number | null;
  by: 'machine' | 'person';
  machine: number | null;
}

/** The answer and the score that count now, whose the score is, and the machine's. */
export async function countedScore(
  tx: Database,
  attemptId: string,
  partId: string,
): Promise<CountedScore> {
  const [row] = await tx.$queryRaw<
    {
      revisionId: string | null;
      score: number | null;
      markId: string | null;
      machine: number | null;
    }[]
  >`
    SELECT s.revision_id AS "revisionId", s.score::float8 AS score, s.mark_id AS "markId",
      g.score::float8 AS machine
    FROM part_score s LEFT JOIN grade g ON g.id = s.grade_id
    WHERE s.attempt_id = ${attemptId}::uuid AND s.part_id = ${partId}`;
  const { revisionId = null, score = null, markId = null, machine = null } = row ?? {};
  return { revisionId, score, by: markId === null ? 'machine' : 'person', machine };
}
