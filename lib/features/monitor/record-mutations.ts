import 'server-only';
import type { InstructedAttempt } from '@/lib/features/review/policy';
import { type AuditEntry, audit } from '@/lib/server/audit';
import type { Database } from '@/lib/server/db';
import { tellAll } from '@/lib/server/live/live';

/** Writes down what an instructor did to an attempt. */
export async function record(
  tx: Database,
  attempt: InstructedAttempt,
  action: AuditEntry['action'],
  detail: AuditEntry['detail'],
): Promise<void> {
  await audit(tx, {
    actorId: attempt.actorId,
    action,
    courseId: attempt.courseId,
    subject: `attempt:${attempt.id}`,
    detail,
  });
}

/** Tells the room of an attempt, and whoever watches its sitting or what is told in it. */
export async function tellBoth(tx: Database, { id, sittingId }: InstructedAttempt): Promise<void> {
  await tellAll(tx, [`attempt:${id}`, `monitor:${sittingId}`, `talk:${sittingId}`]);
}
