import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import type { AuditAction } from './audit-actions';
import { now } from './clock';
import type { Database } from './db';
import { toJson } from './json';

export interface AuditEntry {
  /** Null for the system. */
  actorId: string | null;
  /** What was done, a verb: `mark.override`, `results.release`. */
  action: AuditAction;
  courseId: string | null;
  /** What it was done to: `attempt:<id>`, `sitting:<id>`, `person:<id>`. */
  subject: string;
  detail: { [key: string]: JsonValue };
}

/** Writes who did what. Takes the transaction that does it: the two happen together or not at all. */
export async function audit(tx: Database, entry: AuditEntry): Promise<void> {
  await auditAll(tx, [entry]);
}

/** The same of many, in one statement. */
export async function auditAll(tx: Database, entries: readonly AuditEntry[]): Promise<void> {
  const at = now();
  await tx.auditEvent.createMany({
    data: entries.map(({ detail, ...rest }) => ({ ...rest, detail: toJson(detail), at })),
  });
}
