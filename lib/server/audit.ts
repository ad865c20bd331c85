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
  const { detail, ...rest } = entry;
  await tx.auditEvent.create({ data: { ...rest, detail: toJson(detail), at: now() } });
}
