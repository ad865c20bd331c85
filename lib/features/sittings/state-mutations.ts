import 'server-only';
import { windowState } from '@/lib/exam/deadline';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import { tell } from '@/lib/server/live/live';
import { lockRunning } from './ends-mutations';
import type { CourseSitting } from './policy';
import { shownIn } from './wall-clock';

/** Starts a sitting that holds: from now on those who wait may begin. A second time changes nothing. */
export async function startHeld({
  id,
  courseId,
  actorId,
}: CourseSitting): Promise<Result<{ startedAt: Date }, DomainError>> {
  return db().$transaction(async (tx) => {
    await lockRunning(tx, id);
    const sitting = await tx.sitting.findUniqueOrThrow({ where: { id } });
    if (sitting.startedAt) return ok({ startedAt: sitting.startedAt });
    if (!sitting.holds || sitting.archivedAt) {
      return refusal('INVALID', 'This sitting does not wait for a start.');
    }
    const at = now();
    const window = windowState(at, sitting);
    if (window === 'early') {
      const opens = shownIn(sitting.opensAt, sitting.timeZone, at);
      return refusal('NOT_OPEN', `It opens at ${opens}. To start earlier, change when it opens.`);
    }
    if (window === 'over') {
      return refusal('NOT_OPEN', 'Its window is over. Change when it closes, then start it.');
    }
    await tx.sitting.update({ where: { id }, data: { startedAt: at } });
    await tell(tx, `monitor:${id}`);
    await audit(tx, {
      actorId,
      action: 'sitting.start',
      courseId,
      subject: `sitting:${id}`,
      detail: { startedAt: at.toISOString() },
    });
    return ok({ startedAt: at });
  });
}

/**
 * Puts a sitting away, or brings it back: nobody can begin one that is away, and who has begun it keeps
 * what they have. Not while somebody writes.
 */
export async function archiveSitting(
  { id, courseId, actorId }: CourseSitting,
  isArchived: boolean,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    await lockRunning(tx, id);
    const { archivedAt, attempts } = await tx.sitting.findUniqueOrThrow({
      where: { id },
      select: {
        archivedAt: true,
        attempts: { where: { submittedAt: null }, take: 1, select: { id: true } },
      },
    });
    if ((archivedAt !== null) === isArchived) return ok(null);
    if (isArchived && attempts.length > 0) {
      return refusal('STILL_RUNNING', 'Somebody is still writing. Archive it after that.');
    }
    await tx.sitting.update({ where: { id }, data: { archivedAt: isArchived ? now() : null } });
    await audit(tx, {
      actorId,
      action: isArchived ? 'sitting.archive' : 'sitting.unarchive',
      courseId,
      subject: `sitting:${id}`,
      detail: {},
    });
    return ok(null);
  });
}
