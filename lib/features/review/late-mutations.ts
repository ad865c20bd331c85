import 'server-only';
import { storable } from '@/lib/exam/storable';
import { lockAttempt } from '@/lib/features/attempt/lock-mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import type { AuditAction } from '@/lib/server/audit-actions';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, notFound, refusal } from '@/lib/server/errors';
import { enqueueGrading } from '@/lib/server/jobs';
import { countedScore, MARKED_MEANWHILE } from './mark-mutations';
import type { ReviewedAttempt } from './policy';
import type { LateDecisionInput } from './schema';

type Decision = Omit<LateDecisionInput, 'attemptId'>;

/**
 * Decides whether an answer that arrived late counts. Where it does, it is graded like any other, and a
 * score that a person gave to the answer before it no longer counts; where that is taken back, what
 * counted before counts again. Refused where somebody marked the part after `seenMarkId`, as a mark is.
 */
export async function decideLate(
  attempt: ReviewedAttempt,
  decision: Decision,
): Promise<Result<{ markId: string }, DomainError>> {
  try {
    return await db().$transaction((tx) => decide(tx, attempt, decision));
  } catch (error) {
    if (isUniqueViolation(error)) return MARKED_MEANWHILE;
    throw error;
  }
}

async function decide(
  tx: Database,
  attempt: ReviewedAttempt,
  decision: Decision,
): Promise<Result<{ markId: string }, DomainError>> {
  const { partId, number, accept, reason, seenMarkId } = decision;
  const { submittedAt, versionId } = await lockAttempt(tx, attempt.id);
  if (!submittedAt)
    return refusal('STILL_RUNNING', 'The student is still writing; decide after the submission.');
  const revision = await tx.revision.findFirst({
    where: { attemptId: attempt.id, partId, number, late: true },
    select: { id: true, savedAt: true, part: { select: { points: true } } },
  });
  if (!revision) return notFound();
  const earlier = await earlierMarks(tx, attempt.id, partId);
  if (earlier.latestId !== seenMarkId) return MARKED_MEANWHILE;
  const isSame = earlier.decided?.revisionId === revision.id;
  if (isSame && accept === (earlier.decided?.late === 'ACCEPTED')) {
    return refusal('INVALID', accept ? 'It counts already.' : 'It does not count already.');
  }
  const before = await countedScore(tx, attempt.id, partId);
  const { id: markId } = await tx.mark.create({
    data: {
      ...{ attemptId: attempt.id, versionId, partId, points: revision.part.points },
      ...{ previousId: seenMarkId, revisionId: revision.id, comment: '' },
      late: accept ? 'ACCEPTED' : 'REFUSED',
      reason: storable(reason),
      byId: attempt.reviewer.id,
      at: now(),
    },
    select: { id: true },
  });
  await enqueueGrading(tx, attempt.id);
  const { revisionId: countedBefore, ...score } = before;
  await audit(tx, {
    actorId: attempt.reviewer.id,
    action: actionOf(accept, earlier.decided?.late ?? null),
    courseId: attempt.courseId,
    subject: `attempt:${attempt.id}`,
    detail: {
      ...{ partId, revision: number, savedAt: revision.savedAt.toISOString(), reason, markId },
      before: { ...score, revisionId: countedBefore },
    },
  });
  return ok({ markId });
}

/** The latest mark of a part, and the latest that decides about an answer that arrived late. */
async function earlierMarks(tx: Database, attemptId: string, partId: string) {
  const newest = [{ at: 'desc' as const }, { id: 'desc' as const }];
  const latest = await tx.mark.findFirst({
    where: { attemptId, partId },
    orderBy: newest,
    select: { id: true },
  });
  const decided = await tx.mark.findFirst({
    where: { attemptId, partId, late: { not: null } },
    orderBy: newest,
    select: { late: true, revisionId: true },
  });
  return { latestId: latest?.id ?? null, decided };
}

function actionOf(accept: boolean, before: 'ACCEPTED' | 'REFUSED' | null): AuditAction {
  if (accept) return 'late.accept';
  return before === 'ACCEPTED' ? 'late.take-back' : 'late.leave';
}
