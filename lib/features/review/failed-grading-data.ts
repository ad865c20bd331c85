import 'server-only';
import { db } from '@/lib/server/db';
import type { ReviewedSitting } from './policy';

/** An attempt whose grading failed. */
export interface FailedGrading {
  attemptId: string;
  name: string;
  /** When it was last tried. */
  triedAt: Date;
  /** When it is tried next; null where it is given up. */
  nextAt: Date | null;
  /** What was in the way, in plain words. */
  reason: string;
}

interface JobRow {
  attemptId: string;
  name: string;
  triedAt: Date;
  nextAt: Date;
  isGivenUp: boolean;
  lastError: string;
}

/** The attempts of a sitting that count, whose grading failed and is not running now, those given up first. */
export async function failedGradings(sitting: ReviewedSitting): Promise<FailedGrading[]> {
  const rows = await db().$queryRaw<JobRow[]>`
    SELECT a.id AS "attemptId", p.name, j.updated_at AS "triedAt", j.run_at AS "nextAt",
      j.attempts >= j.max_attempts AS "isGivenUp", j.last_error AS "lastError"
    FROM attempt a
    JOIN person p ON p.id = a.person_id
    JOIN graphile_worker.jobs j ON j.key = 'grade:' || a.id
    WHERE a.sitting_id = ${sitting.id}::uuid AND j.last_error IS NOT NULL AND j.locked_at IS NULL
      AND a.withdrawn_at IS NULL
    ORDER BY "isGivenUp" DESC, "triedAt", a.id`;
  return rows.map(({ isGivenUp, nextAt, lastError, ...row }) => ({
    ...row,
    nextAt: isGivenUp ? null : nextAt,
    reason: inPlainWords(lastError),
  }));
}

/** What an error of a grading job comes to; its own words are for the log. */
function inPlainWords(error: string): string {
  if (/no space left|disk full|could not extend file/i.test(error))
    return 'The disk of the database is full.';
  if (/ECONN|can't reach database|terminat|timed? ?out|shutting down|no grade/i.test(error))
    return 'The database did not answer, or did not take the grades.';
  return 'The program failed while it graded; the log of the grading worker says how.';
}
