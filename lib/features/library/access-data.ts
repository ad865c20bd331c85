import 'server-only';
import { db } from '@/lib/server/db';

/** For the policy: the course that a draft was uploaded to. */
export async function findDraft(id: string): Promise<{ courseId: string } | null> {
  return db().examDraft.findUnique({ where: { id }, select: { courseId: true } });
}

/** For the policy: whose library a version is in; null within for that of the server. */
export async function findVersion(id: string): Promise<{ courseId: string | null } | null> {
  const version = await db().examVersion.findUnique({
    where: { id },
    select: { exam: { select: { courseId: true } } },
  });
  return version && { courseId: version.exam.courseId };
}
