import 'server-only';
import { storable } from '@/lib/exam/storable';
import { lockAttempt } from '@/lib/features/attempt/lock-mutations';
import { handIn } from '@/lib/features/attempt/submit-mutations';
import type { InstructedAttempt } from '@/lib/features/review/policy';
import { ok, type Result } from '@/lib/result';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import { record, tellBoth } from './record-mutations';

/**
 * Takes an attempt out: it counts as not taken. What is still being written is handed in first, so that
 * its answers are kept, with a receipt, and its room closes. Also after the release of the results.
 */
export async function withdraw(
  attempt: InstructedAttempt,
  reason: string,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const locked = await lockAttempt(tx, attempt.id);
    if (locked.withdrawnAt) return refusal('INVALID', 'It is withdrawn already.');
    if (!locked.submittedAt) await handIn(tx, locked, 'STAFF');
    await tx.attempt.update({
      where: { id: attempt.id },
      data: { withdrawnAt: now(), withdrawalReason: storable(reason) },
    });
    const wasRunning = locked.submittedAt === null;
    await record(tx, attempt, 'attempt.withdraw', { reason, wasRunning });
    await tellBoth(tx, attempt);
    return ok(null);
  });
}

/** Takes a withdrawal back: the attempt counts again, as it was handed in. */
export async function restore(
  attempt: InstructedAttempt,
  reason: string,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const { withdrawnAt } = await lockAttempt(tx, attempt.id);
    if (!withdrawnAt) return refusal('INVALID', 'It is not withdrawn.');
    await tx.attempt.update({
      where: { id: attempt.id },
      data: { withdrawnAt: null, withdrawalReason: null },
    });
    await record(tx, attempt, 'attempt.restore', {
      reason,
      withdrawnAt: withdrawnAt.toISOString(),
    });
    await tellBoth(tx, attempt);
    return ok(null);
  });
}
