import 'server-only';
import { GRACE_MS } from '@/lib/exam/deadline';
import { lockAttempt } from '@/lib/features/attempt/lock-mutations';
import { handIn } from '@/lib/features/attempt/submit-mutations';
import type { InstructedAttempt } from '@/lib/features/review/policy';
import { setGiven } from '@/lib/features/sittings/accommodation-mutations';
import { endsAfter } from '@/lib/features/sittings/ends-data';
import { lockRunning, moveEnds } from '@/lib/features/sittings/ends-mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import type { AuditAction } from '@/lib/server/audit-actions';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import { enqueueSweep } from '@/lib/server/jobs';
import { tell } from '@/lib/server/live';
import type { ReopenInput } from './schema';

/** Hands in for a student: what they had until now is graded, and their room goes to its end. */
export async function handInFor(
  attempt: InstructedAttempt,
  reason: string,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const locked = await lockAttempt(tx, attempt.id);
    if (locked.submittedAt) return refusal('ALREADY_SUBMITTED', 'It is submitted already.');
    await handIn(tx, locked, 'STAFF');
    await record(tx, attempt, 'attempt.hand-in-for', { reason });
    await tellBoth(tx, attempt);
    return ok(null);
  });
}

/**
 * Opens a submitted attempt again, for so many minutes from now at least. What was handed in stays on record, and
 * its grades with it; what is written now counts when it is handed in again.
 */
export async function reopen(
  attempt: InstructedAttempt,
  { minutes, reason }: Omit<ReopenInput, 'attemptId'>,
): Promise<Result<{ dueAt: Date }, DomainError>> {
  return db().$transaction(async (tx) => {
    await lockRunning(tx, attempt.sittingId);
    const locked = await lockAttempt(tx, attempt.id);
    if (!locked.submittedAt)
      return refusal('STILL_RUNNING', 'It is not submitted; give more time.');
    if (locked.sitting.releasedAt) {
      return refusal('INVALID', 'The results are released: the solutions are known.');
    }
    const target = now().getTime() + minutes * 60_000;
    const { receipt } = await tx.attempt.findUniqueOrThrow({
      where: { id: attempt.id },
      select: { receipt: true },
    });
    // The database refuses to change what is submitted, unless it is told which one is meant.
    await tx.$executeRaw`SELECT set_config('nabla.reopening', ${attempt.id}, true)`;
    await tx.$executeRaw`
      UPDATE attempt SET submitted_at = NULL, submitted_by = NULL, receipt = NULL
      WHERE id = ${attempt.id}::uuid`;
    const dueAt = await giveUntil(tx, attempt, { personId: locked.personId, target, reason });
    const text = 'Your exam is open again; you can go on writing.';
    await tx.notice.create({
      data: {
        ...{ sittingId: attempt.sittingId, attemptId: attempt.id, kind: 'TIME', text },
        byId: attempt.instructor.id,
        at: now(),
      },
    });
    const before = {
      submittedAt: locked.submittedAt.toISOString(),
      receipt: JSON.stringify(receipt),
    };
    await record(tx, attempt, 'attempt.reopen', { reason, minutes, before });
    await tellBoth(tx, attempt);
    return ok({ dueAt });
  });
}

/**
 * Gives a person the whole minutes that their running attempt lacks until `target`, as minutes given
 * while it runs, so that later changes of the sitting keep them.
 * @returns when it ends now; what is already later stays
 */
async function giveUntil(
  tx: Database,
  { id, sittingId, courseId, instructor }: InstructedAttempt,
  { personId, target, reason }: { personId: string; target: number; reason: string },
): Promise<Date> {
  // Without a moment before which no end is moved: what the times alone say.
  const ends = await endsAfter(tx, sittingId, { at: new Date(0) });
  const end = ends.find(({ attemptId }) => attemptId === id)?.after.getTime() ?? 0;
  const missing = Math.max(0, Math.ceil((target - end) / 60_000));
  const own = await tx.accommodation.findUnique({
    where: { sittingId_personId: { sittingId, personId } },
    select: { givenMinutes: true },
  });
  const givenMinutes = (own?.givenMinutes ?? 0) + missing;
  if (missing > 0) await setGiven(tx, { sittingId, courseId, personId, givenMinutes, reason });
  await moveEnds(tx, sittingId, { of: [personId], byId: instructor.id });
  const { dueAt } = await tx.attempt.findUniqueOrThrow({ where: { id }, select: { dueAt: true } });
  await enqueueSweep(tx, new Date(dueAt.getTime() + GRACE_MS + 1));
  return dueAt;
}

async function record(
  tx: Database,
  attempt: InstructedAttempt,
  action: AuditAction,
  detail: Parameters<typeof audit>[1]['detail'],
): Promise<void> {
  await audit(tx, {
    actorId: attempt.instructor.id,
    action,
    courseId: attempt.courseId,
    subject: `attempt:${attempt.id}`,
    detail,
  });
}

async function tellBoth(tx: Database, { id, sittingId }: InstructedAttempt): Promise<void> {
  await tell(tx, `attempt:${id}`);
  await tell(tx, `monitor:${sittingId}`);
}
