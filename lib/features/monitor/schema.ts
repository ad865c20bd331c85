import { z } from 'zod';

export const MONITOR_STATES = ['absent', 'writing', 'silent', 'submitted', 'withdrawn'] as const;
export type MonitorState = (typeof MONITOR_STATES)[number];

/** One student of a sitting, as the monitor shows it. Times are ISO texts. */
const monitorRowSchema = z.object({
  personId: z.string(),
  name: z.string(),
  attemptId: z.string().nullable(),
  state: z.enum(MONITOR_STATES),
  startedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  /** Parts with something in them that counts. */
  parts: z.int(),
  lastSaveAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  late: z.int(),
  conflicts: z.int(),
  openQuestions: z.int(),
});
export type MonitorRow = z.infer<typeof monitorRowSchema>;

export const monitorSchema = z.object({
  /** By the server's clock. */
  now: z.string(),
  parts: z.int(),
  rows: z.array(monitorRowSchema),
});
export type Monitor = z.infer<typeof monitorSchema>;

const reason = z.string().trim().min(3, 'Say why, in a few words.').max(500);

export const handInSchema = z.strictObject({ attemptId: z.uuid(), reason });
/** Of a withdrawal and of taking it back. */
export const withdrawSchema = z.strictObject({ attemptId: z.uuid(), reason });
export const reopenSchema = z.strictObject({
  attemptId: z.uuid(),
  minutes: z.int().min(1, 'At least one minute.').max(600),
  reason,
});
export type ReopenInput = z.infer<typeof reopenSchema>;
