import 'server-only';
import type { Database } from '@/lib/server/db';

export interface LockedAttempt {
  id: string;
  versionId: string;
  partIds: string[];
  sittingId: string;
  personId: string;
  startedAt: Date;
  dueAt: Date;
  submittedAt: Date | null;
  submittedBy: 'STUDENT' | 'SWEEPER' | 'STAFF' | null;
  withdrawnAt: Date | null;
  sitting: { releasedAt: Date | null; courseId: string };
}

/**
 * Locks an attempt's row until the transaction ends. Saving and submitting both take it first: no
 * save slips in behind a submission, and revisions are numbered without gaps.
 */
export async function lockAttempt(tx: Database, id: string): Promise<LockedAttempt> {
  await tx.$queryRaw`SELECT 1 FROM attempt WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.attempt.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      versionId: true,
      partIds: true,
      sittingId: true,
      personId: true,
      startedAt: true,
      dueAt: true,
      submittedAt: true,
      submittedBy: true,
      withdrawnAt: true,
      sitting: { select: { releasedAt: true, courseId: true } },
    },
  });
}
