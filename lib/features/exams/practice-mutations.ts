import 'server-only';
import type { InstructedSitting } from '@/lib/features/review/policy';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';

/** Shows, or withholds again, what a practice sitting tells while an exam is ahead. */
export async function showPracticeEarly(
  { id, courseId, actorId }: InstructedSitting,
  shows: boolean,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.sitting.updateMany({
      where: { id, mode: 'PRACTICE' },
      data: { showsEarly: shows },
    });
    if (count === 0) return refusal('INVALID', 'Only practice can show its results early.');
    await audit(tx, {
      actorId,
      action: 'practice.show-early',
      courseId,
      subject: `sitting:${id}`,
      detail: { shows },
    });
    return ok(null);
  });
}
