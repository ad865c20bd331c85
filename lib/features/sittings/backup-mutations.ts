import 'server-only';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';

/** How a backup stands in the log. */
export const BACKUP_ENTRY = { action: 'server.backup', subject: 'server' } as const;

/** Remembers that all data, as it was at `madeAt`, was written to a backup. */
export async function recordBackup(madeAt: Date): Promise<void> {
  const detail = { madeAt: madeAt.toISOString() };
  await audit(db(), { ...BACKUP_ENTRY, actorId: null, courseId: null, detail });
}
