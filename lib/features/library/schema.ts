import { z } from 'zod';

/** What a check found, as it is stored with a draft. */
export const findingsSchema = z.array(
  z.object({
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    file: z.string(),
    line: z.int(),
    column: z.int(),
  }),
);
export type StoredFinding = z.infer<typeof findingsSchema>[number];

export const versionSchema = z.strictObject({ courseId: z.uuid(), versionId: z.uuid() });
