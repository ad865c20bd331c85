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
  }),
);

/**
 * The answers of an attempt that count: of each part that was saved the newest revision that came in
 * time and built on the one before it. Chosen in the database: to have Prisma choose, every revision
 * with its content would be read.
 */
export async function currentRevisions(tx: Database, attemptId: string) {
  const rows = await tx.$queryRaw`
    SELECT DISTINCT ON (part_id)
      id, part_id AS "partId", number, content, note, saved_at AS "savedAt"
    FROM revision
    WHERE attempt_id = ${attemptId}::uuid AND NOT late AND NOT conflict
    ORDER BY part_id, number DESC`;
  return rowsSchema.parse(rows);
}
