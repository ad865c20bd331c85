import 'server-only';
import { createSitting } from '@/lib/features/exams/mutations';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { LibraryVersion } from './policy';

/** For as long as anybody will want to try it. */
const YEARS = 20;
const YEAR_MS = 366 * 24 * 60 * 60_000;

/**
 * The sitting in which the staff of a course try a version, made when it is first asked for. Students do
 * not see it, and nothing counts what is written in it.
 */
export async function trialSitting(version: LibraryVersion): Promise<{ sittingId: string }> {
  const { id: versionId, courseId, actorId } = version;
  const known = await db().sitting.findFirst({
    where: { courseId, versionId, mode: 'TRIAL' },
    select: { id: true },
  });
  if (known) return { sittingId: known.id };
  const { title, minutes } = await db().examVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { title: true, minutes: true },
  });
  const opensAt = now();
  const { id } = await createSitting({
    ...{ courseId, versionId, minutes, opensAt, mode: 'TRIAL' },
    title: `Test run: ${title}`,
    closesAt: new Date(opensAt.getTime() + YEARS * YEAR_MS),
    accessCode: null,
  });
  await audit(db(), {
    actorId,
    action: 'exam.trial',
    courseId,
    subject: `version:${versionId}`,
    detail: {},
  });
  return { sittingId: id };
}
