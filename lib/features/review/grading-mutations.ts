import 'server-only';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import { enqueueGrading, gradingKey } from '@/lib/server/jobs';
import type { ReviewedAttempt } from './policy';

/** Has an attempt graded whose grading failed, with all tries before it; what is graded stays. */
export async function restartGrading(attempt: ReviewedAttempt): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const failed = await tx.$queryRaw<{ attempts: number }[]>`
      SELECT attempts FROM graphile_worker.jobs
      WHERE key = ${gradingKey(attempt.id)} AND last_error IS NOT NULL AND locked_at IS NULL`;
    const [job] = failed;
    if (!job) {
      return refusal(
        'NOT_FOUND',
        'There is nothing to start again: the grading of this attempt has not failed, or runs already.',
      );
    }
    await enqueueGrading(tx, attempt.id);
    await audit(tx, {
      actorId: attempt.reviewer.id,
      action: 'grading.restart',
      courseId: attempt.courseId,
      subject: `attempt:${attempt.id}`,
      detail: { triesBefore: job.attempts },
    });
    return ok(null);
  });
}
