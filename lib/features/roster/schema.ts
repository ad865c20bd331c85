import { z } from 'zod';
import { FIELDS } from './columns';
import { ENCODINGS } from './decode';
import { BUCKETS } from './plan';
import { SEPARATORS } from './separator';

/** What comes beside the file: how to read it, and, to have it done, the digest of its preview. */
export const rosterRequestSchema = z.strictObject({
  encoding: z.enum(ENCODINGS).nullable(),
  separator: z.enum(SEPARATORS).nullable(),
  columns: z.array(z.enum(FIELDS).nullable()).max(500).nullable(),
  role: z.enum(['STUDENT', 'GRADER']),
  confirm: z.string().length(64).nullable(),
});
export type RosterRequest = z.infer<typeof rosterRequestSchema>;

/** A preview as a browser gets it. */
export const rosterAnswerSchema = z.object({
  encoding: z.enum(ENCODINGS),
  separator: z.enum(SEPARATORS),
  heads: z.array(z.string()),
  sample: z.array(z.string()),
  columns: z.array(z.enum(FIELDS).nullable()),
  told: z.boolean(),
  rows: z.array(
    z.object({
      line: z.int(),
      shown: z.object({ name: z.string(), email: z.string(), number: z.string() }),
      bucket: z.enum(BUCKETS),
      notes: z.array(z.string()),
    }),
  ),
  digest: z.string(),
  done: z.boolean(),
});
export type RosterAnswer = z.infer<typeof rosterAnswerSchema>;
