import 'server-only';
import { GRACE_MS } from '@/lib/exam/deadline';
import { now } from '@/lib/server/clock';
import type { Database } from '@/lib/server/db';
import { enqueueSweep } from '@/lib/server/jobs';
import { tellAll } from '@/lib/server/live/live';
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
  const those = of && new Set(of);
  const moved = ends.filter(
    ({ personId, before, after }) =>
      (!those || those.has(personId)) && before.getTime() !== after.getTime(),
  );
  const { timeZone } = await tx.sitting.findUniqueOrThrow({
    where: { id: sittingId },
    select: { timeZone: true },
  });
  if (moved.length === 0) return moved;
  // All at once, however many write: meanwhile nobody's save gets through.
  await tx.$executeRaw`
    UPDATE attempt a SET due_at = m.due_at
    FROM unnest(${moved.map(({ attemptId }) => attemptId)}::uuid[],
      ${moved.map(({ after }) => after.toISOString())}::timestamptz[]) AS m (id, due_at)
    WHERE a.id = m.id`;
  const at = now();
  await tx.notice.createMany({
    data: moved.map(({ attemptId, after }) => ({
      ...{ sittingId, attemptId, kind: 'TIME' as const, byId, at },
      text: `Your exam now ends at ${shownIn(after, timeZone, at)} (${timeZone}).`,
    })),
  });
  await tellAll(tx, [
    ...moved.map(({ attemptId }) => `attempt:${attemptId}` as const),
    ...([`monitor:${sittingId}`, `talk:${sittingId}`] as const),
  ]);
  for (const end of new Set(moved.map(({ after }) => after.getTime()))) {
    await enqueueSweep(tx, new Date(end + GRACE_MS + 1));
  }
  return moved;
}
