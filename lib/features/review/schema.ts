import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';

const attemptStates = ['running', 'grading', 'review', 'graded', 'withdrawn'] as const;
export type AttemptState = (typeof attemptStates)[number];

const tableColumns = ['name', 'state', 'score', 'open', 'startedAt', 'submittedAt'] as const;

/** What the address bar of the attempts table may hold; anything else falls back to the default. */
export const tableQuerySchema = z.object({
  search: z.string().trim().max(100).refine(isStorable).catch('').default(''),
  state: z
    .enum(['all', ...attemptStates, 'unread', 'late', 'late-open'])
    .catch('all')
    .default('all'),
  sort: z.enum(tableColumns).catch('name').default('name'),
  direction: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).catch(50).default(50),
});
export type TableQuery = z.infer<typeof tableQuerySchema>;

/** The query as the address bar holds it: `?…` with what differs from the default, or nothing. */
export function tableAddress(query: TableQuery): string {
  const usual: Record<string, unknown> = tableQuerySchema.parse({});
  const changed = Object.entries(query).filter(([key, value]) => value !== usual[key]);
  const params = new URLSearchParams(changed.map(([key, value]) => [key, String(value)]));
  return changed.length > 0 ? `?${params}` : '';
}

/** An override, its withdrawal, or a comment alone (`score` null), which leaves the score as it is. */
export const markSchema = z.strictObject({
  attemptId: z.uuid(),
  partId: z.string().min(1).max(100).refine(isStorable),
  score: z.number().min(0).max(100_000).nullable(),
  /** The override before it no longer counts; `score` is null then. */
  withdraw: z.boolean(),
  /** For the student. Markdown. */
  comment: z.string().trim().max(10_000),
  /** For the record. */
  reason: z.string().trim().min(1, 'say why').max(2000),
  /** The latest mark that the marker had seen; null for none. */
  seenMarkId: z.uuid().nullable(),
});
export type MarkInput = z.infer<typeof markSchema>;

/** Whether an answer that arrived late counts: accepted, or left where it is, which also takes back. */
export const lateDecisionSchema = z.strictObject({
  attemptId: z.uuid(),
  partId: z.string().min(1).max(100).refine(isStorable),
  /** The revision. */
  number: z.int().min(1).max(1_000_000_000),
  accept: z.boolean(),
  /** The student reads it, and the record has it. */
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(2000),
  /** The latest mark that was seen, as for a mark. */
  seenMarkId: z.uuid().nullable(),
});
export type LateDecisionInput = z.infer<typeof lateDecisionSchema>;

export const releaseSchema = z.strictObject({
  sittingId: z.uuid(),
  /** Ends the window now where it is still open, so that nobody begins knowing the results. */
  close: z.boolean(),
});

/** The page of the audit trail that an address asks for. */
export const trailPageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** A page of the saves of one part. */
export const revisionsSchema = z.strictObject({
  attemptId: z.uuid(),
  partId: z.string().min(1).max(100),
  which: z.enum(['all', 'late', 'conflict']),
  page: z.int().min(1).max(1_000_000),
});
export type RevisionsQuery = z.infer<typeof revisionsSchema>;

/** One save of one part. */
export const revisionSchema = z.strictObject({
  attemptId: z.uuid(),
  partId: z.string().min(1).max(100),
  number: z.int().min(1).max(1_000_000_000),
});

/** A group of answers that could not be read; `text` null for those with words alone. */
export const unreadGroupSchema = z.strictObject({
  sittingId: z.uuid(),
  partId: z.string().min(1).max(100).refine(isStorable),
  text: z.string().max(100_000).nullable(),
  /** What of the points that wait for it. */
  award: z.enum(['none', 'all']),
  /** For the record. */
  reason: z.string().trim().min(1, 'say why').max(2000),
});
export type UnreadGroupInput = z.infer<typeof unreadGroupSchema>;

export const gradeAgainSchema = z.strictObject({ attemptId: z.uuid() });

const accommodationSchema = z.strictObject({
  sittingId: z.uuid(),
  personId: z.uuid(),
  factor: z.number().min(1).max(10),
  extraMinutes: z.int().min(0).max(1440),
  reason: z.string().trim().min(1, 'say why').max(2000),
});
export type AccommodationInput = z.infer<typeof accommodationSchema>;
