import 'server-only';
import { GRACE_MS } from '@/lib/exam/deadline';
import { now } from '@/lib/server/clock';
import type { Database } from '@/lib/server/db';
import { enqueueSweep } from '@/lib/server/jobs';
import { tell } from '@/lib/server/live';
import { endsAfter, type MovedEnd } from './ends-data';
import { shownIn } from './wall-clock';

/**
 * Locks a sitting and then its running attempts until the transaction ends: nobody begins with the old
 * times, and nothing is saved or handed in, while they change.
 */
export async function lockRunning(tx: Database, sittingId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${sittingId}::uuid FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM attempt WHERE sitting_id = ${sittingId}::uuid AND submitted_at IS NULL
    ORDER BY id FOR UPDATE`;
}

/**
 * Gives the running attempts of a sitting the ends that its times now say. Call `lockRunning` before
 * anything of them is changed. Whose end moves is told in their room.
 * @param of whose attempts; without it everybody's
 * @param byId who moves them; null for the command line
 */
export async function moveEnds(
  tx: Database,
  sittingId: string,
  { of, byId }: { of?: readonly string[]; byId: string | null },
): Promise<MovedEnd[]> {
  const ends = await endsAfter(tx, sittingId, { at: now() });
  const moved = ends.filter(
    ({ personId, before, after }) =>
      (of === undefined || of.includes(personId)) && before.getTime() !== after.getTime(),
  );
  const { timeZone } = await tx.sitting.findUniqueOrThrow({
    where: { id: sittingId },
    select: { timeZone: true },
  });
  for (const { attemptId, after } of moved) {
    await tx.attempt.update({ where: { id: attemptId }, data: { dueAt: after } });
    const text = `Your exam now ends at ${shownIn(after, timeZone, now())} (${timeZone}).`;
    await tx.notice.create({
      data: { sittingId, attemptId, kind: 'TIME', text, byId, at: now() },
    });
    await tell(tx, `attempt:${attemptId}`);
  }
  if (moved.length > 0) await tell(tx, `monitor:${sittingId}`);
  for (const end of new Set(moved.map(({ after }) => after.getTime()))) {
    await enqueueSweep(tx, new Date(end + GRACE_MS + 1));
  }
  return moved;
}
