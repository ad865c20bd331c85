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
  late: z.int(),
  conflicts: z.int(),
  openQuestions: z.int(),
});
export type MonitorRow = z.infer<typeof monitorRowSchema>;

export const monitorSchema = z.object({
  /** What this answer is known by: the next one may be asked for what changed since. */
  stamp: z.string(),
  /** By the server's clock. */
  now: z.string(),
  parts: z.int(),
  /** All rows by name; or, where it is not whole, those that changed. */
  isWhole: z.boolean(),
  rows: z.array(monitorRowSchema),
  /** People of rows that are no more. */
  gone: z.array(z.string()),
});
export type Monitor = z.infer<typeof monitorSchema>;

/** Which answer the browser has. */
export const monitorSinceSchema = z.uuid().nullable().catch(null);

const monitorColumns = ['name', 'state', 'parts', 'left', 'save', 'remarks'] as const;
export type MonitorColumn = (typeof monitorColumns)[number];

/** What the address bar of the live view may hold; anything else falls back to the usual. */
export const monitorQuerySchema = z.object({
  search: z.string().max(100).catch('').default(''),
  state: z
    .enum(['all', ...MONITOR_STATES])
    .catch('all')
    .default('all'),
  sort: z.enum(monitorColumns).catch('name').default('name'),
  direction: z.enum(['asc', 'desc']).catch('asc').default('asc'),
});
export type MonitorQuery = z.infer<typeof monitorQuerySchema>;

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
