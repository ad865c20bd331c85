import 'server-only';
import { z } from 'zod';
import type { Database } from './db';

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    partId: z.string(),
    number: z.int(),
    content: z.json(),
    note: z.string().nullable(),
    savedAt: z.date(),
    late: z.boolean(),
  }),
);

export type CurrentRevision = z.infer<typeof rowsSchema>[number];

/**
 * The answers of an attempt that count: of each part that was saved the newest revision that came in
 * time and built on the one before it, or that came late and was accepted. Chosen in the database: to
 * have Prisma choose, every revision with its content would be read. The view `part_score` says the same.
 * @param partId of this part alone; of all where it is left out
 */
export async function currentRevisions(
  tx: Database,
  attemptId: string,
  partId: string | null = null,
): Promise<CurrentRevision[]> {
  const rows = await tx.$queryRaw`
    WITH in_time AS (
      SELECT DISTINCT ON (part_id) id, part_id, number, content, note, saved_at, late
      FROM revision
      WHERE attempt_id = ${attemptId}::uuid AND NOT late AND NOT conflict
        AND (${partId}::text IS NULL OR part_id = ${partId})
      ORDER BY part_id, number DESC
    ), accepted AS (
      SELECT id, part_id, number, content, note, saved_at, late
      FROM accepted_revision
      WHERE attempt_id = ${attemptId}::uuid AND (${partId}::text IS NULL OR part_id = ${partId})
    )
    SELECT DISTINCT ON (part_id)
      id, part_id AS "partId", number, content, note, saved_at AS "savedAt", late
    FROM (SELECT * FROM in_time UNION ALL SELECT * FROM accepted) counting
    ORDER BY part_id, number DESC`;
  return rowsSchema.parse(rows);
}
