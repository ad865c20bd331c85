import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';

/** What an entry of the log is about; what one filters by. */
export const LOG_KINDS = [
  'attempt',
  'mark',
  'notice',
  'sitting',
  'time',
  'exam',
  'people',
  'course',
  'account',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** The kinds as staff call them. */
export const KIND_NAMES: Readonly<Record<LogKind, string>> = {
  attempt: 'Attempts',
  mark: 'Marks and grading',
  notice: 'Questions and announcements',
  sitting: 'Sittings',
  time: 'Time and accommodations',
  exam: 'Exams',
  people: 'People',
  course: 'Course',
  account: 'Accounts',
};

/** What the address bar of a log may hold; anything else falls back to the default. */
export const logQuerySchema = z.object({
  kind: z
    .enum(['all', ...LOG_KINDS])
    .catch('all')
    .default('all'),
  /** Words of a name, number or e-mail: of who did it, or to whom. */
  person: z.string().trim().max(100).refine(isStorable).catch('').default(''),
  /** The id of a sitting. */
  sitting: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  /** The entry that the page comes after: `<time>_<id>`. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/)
    .catch('')
    .default(''),
});
export type LogQuery = z.infer<typeof logQuerySchema>;

/** One entry as staff read it. */
export interface LogEntry {
  id: string;
  at: string;
  /** A name; null for the server, which is also the command line. */
  actor: string | null;
  action: string;
  kind: LogKind;
  /** What was done, to go behind the name of who did it. */
  says: string;
  /** What whoever did it gave as the reason; empty for none. */
  reason: string;
  person: { id: string; name: string } | null;
  sitting: { id: string; title: string } | null;
  attemptId: string | null;
}
