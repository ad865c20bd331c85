import 'server-only';
import { db } from '@/lib/server/db';
import { enqueueGrading } from '@/lib/server/jobs';

/** Asks for every submitted attempt that lacks a grade to be graded, after a restore. */
export async function enqueueUngraded(): Promise<void> {
  await db().$transaction(async (tx) => {
    const waiting = await tx.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM attempt a
      WHERE a.submitted_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM part_score s WHERE s.attempt_id = a.id AND s.grade_id IS NULL)`;
    for (const { id } of waiting) await enqueueGrading(tx, id);
  });
}
