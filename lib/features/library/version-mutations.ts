import 'server-only';
import { publishVersion, STORING_MS } from '@/lib/features/exams/mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import type { LibraryVersion } from './policy';
import { checkOf } from './version-data';

/**
 * Lets a version be sat, for good. Sittings of the exam that nobody has begun follow to it; one whose
 * check found errors is refused.
 */
export async function publish(version: LibraryVersion): Promise<Result<null, DomainError>> {
  if (version.isServers) {
    return refusal('INVALID', 'The exams of the server are published by the server.');
  }
  const { hasErrors } = await checkOf(version);
  if (hasErrors) {
    return refusal('INVALID', 'The check found errors. Mend them in the file and upload it again.');
  }
  return db().$transaction(
    async (tx) => {
      const isNew = await publishVersion(tx, version.id, version.actorId);
      if (!isNew) return ok(null);
      await audit(tx, {
        actorId: version.actorId,
        action: 'exam.publish',
        courseId: version.courseId,
        subject: `version:${version.id}`,
        detail: {},
      });
      return ok(null);
    },
    { timeout: STORING_MS },
  );
}
