import 'server-only';
import { deadline, GRACE_MS, windowState } from '@/lib/exam/deadline';
import type { SittingMode } from '@/lib/exam/release';
import { allowanceOf, courseTimesOf, timesOf } from '@/lib/features/sittings/allowance-data';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { enqueueSweep } from '@/lib/server/jobs';
import { tell } from '@/lib/server/live/live';
import { isSameSecret, newSeed } from '@/lib/server/random';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import type { OwnSitting } from './policy';

interface StartedAttempt {
  attemptId: string;
}

const MOST_CODE_TRIES = 10;

/**
 * Begins an attempt, or returns the one that is running: pressing twice, or in two tabs, gives one
 * attempt. In exam mode there is only one for ever; practice may be repeated after submitting.
 * @param partIds what of the exam is practised; none for all of it
 */
export async function startAttempt(
  sitting: OwnSitting,
  accessCode: string | null,
  partIds: readonly string[] = [],
): Promise<Result<StartedAttempt, DomainError>> {
  const going = await existingAttempt(sitting);
  if (going) return ok({ attemptId: going });
  const admitted = await checkAccessCode(sitting, accessCode);
  if (!admitted.ok) return admitted;
  try {
    return await db().$transaction((tx) => begin(tx, sitting, partIds));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The other tab was faster.
    const theirs = await existingAttempt(sitting);
    if (!theirs) throw error;
    return ok({ attemptId: theirs });
  }
}

async function begin(
  tx: Database,
  { id: sittingId, personId, courseId }: OwnSitting,
  partIds: readonly string[],
): Promise<Result<StartedAttempt, DomainError>> {
  // Shared with other starters, but not with a release of the results.
  await tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${sittingId}::uuid FOR SHARE`;
  const sitting = await tx.sitting.findUniqueOrThrow({
    where: { id: sittingId },
    select: {
      versionId: true,
      mode: true,
      ...timesOf(personId),
      holds: true,
      startedAt: true,
      archivedAt: true,
      course: { select: courseTimesOf(personId) },
      attempts: { where: { personId }, select: { id: true } },
    },
  });
  const at = now();
  if (sitting.archivedAt) return refusal('NOT_OPEN', 'This exam is not offered any more.');
  const window = windowState(at, sitting);
  if (window === 'early') return refusal('NOT_OPEN', 'This exam has not begun yet.');
  if (window === 'over')
    return refusal('NOT_OPEN', 'This exam is over; it can no longer be begun.');
  if (sitting.holds && !sitting.startedAt) {
    return refusal('NOT_OPEN', 'The staff have not started this exam yet.');
  }
  const chosen = await checkChosen(tx, sitting, partIds);
  if (!chosen.ok) return chosen;
  const dueAt = deadline(at, sitting, allowanceOf(sitting));
  const attempt = await tx.attempt.create({
    data: {
      sittingId,
      personId,
      versionId: sitting.versionId,
      number: sitting.attempts.length + 1,
      partIds: chosen.value,
      seed: newSeed(),
      startedAt: at,
      dueAt,
    },
    select: { id: true },
  });
  await tell(tx, `monitor:${sittingId}`);
  await enqueueSweep(tx, new Date(dueAt.getTime() + GRACE_MS + 1));
  await audit(tx, {
    actorId: personId,
    action: 'attempt.start',
    courseId,
    subject: `attempt:${attempt.id}`,
    detail: { dueAt: dueAt.toISOString() },
  });
  return ok({ attemptId: attempt.id });
}

/** The parts that are practised, if they are there and may be chosen; all of them is the whole exam. */
async function checkChosen(
  tx: Database,
  { mode, versionId }: { mode: SittingMode; versionId: string },
  partIds: readonly string[],
): Promise<Result<string[], DomainError>> {
  if (partIds.length === 0) return ok([]);
  if (mode === 'EXAM') return refusal('INVALID', 'An exam is sat as a whole.');
  const chosen = [...new Set(partIds)];
  const known = await tx.part.count({ where: { versionId, partId: { in: chosen } } });
  const all = await tx.part.count({ where: { versionId } });
  if (known < chosen.length) return refusal('INVALID', 'This exam has no such part.');
  return ok(chosen.length === all ? [] : chosen);
}

/** The running attempt; in exam mode also the submitted one. */
async function existingAttempt({ id, personId }: OwnSitting): Promise<string | null> {
  const newest = await db().attempt.findFirst({
    where: { sittingId: id, personId },
    orderBy: { number: 'desc' },
    select: { id: true, submittedAt: true, sitting: { select: { mode: true } } },
  });
  if (!newest) return null;
  return newest.submittedAt === null || newest.sitting.mode === 'EXAM' ? newest.id : null;
}

async function checkAccessCode(
  { id, personId }: OwnSitting,
  accessCode: string | null,
): Promise<Result<null, DomainError>> {
  const { accessCode: code } = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: { accessCode: true },
  });
  if (code === null) return ok(null);
  const limits = [{ key: `code:${id}|${personId}`, most: MOST_CODE_TRIES }];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many wrong codes. Wait 15 minutes or ask the staff.');
  }
  if (!isSameSecret(code, accessCode?.trim() ?? '')) {
    return refusal('WRONG_ACCESS_CODE', 'The access code is wrong. The staff in the room has it.');
  }
  await forgiveTry(limits);
  return ok(null);
}
