import 'server-only';
import type { Role } from '@/lib/features/people/schema';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { isSecretOf, readLinkToken } from '@/lib/server/link-token';
import type { InstructedCourse } from './policy';

/** The course of a link; null where it opens nothing any more, or never did. */
export async function openLink(
  token: string,
): Promise<{ courseId: string; title: string; role: Role } | null> {
  const read = readLinkToken(token);
  if (!read) return null;
  const link = await db().courseLink.findUnique({
    where: { id: read.id },
    select: {
      ...{ tokenHash: true, courseId: true, role: true, expiresAt: true, revokedAt: true },
      course: { select: { title: true, archivedAt: true } },
    },
  });
  if (!link || !isSecretOf(link.tokenHash, read.secret)) return null;
  if (link.revokedAt || link.expiresAt <= now() || link.course.archivedAt) return null;
  return { courseId: link.courseId, title: link.course.title, role: link.role };
}

export interface OpenLink {
  id: string;
  role: Role;
  expiresAt: Date;
}

/** The links of a course that still open it. */
export async function openLinks({ id: courseId }: InstructedCourse): Promise<OpenLink[]> {
  return db().courseLink.findMany({
    where: { courseId, revokedAt: null, expiresAt: { gt: now() } },
    orderBy: { at: 'asc' },
    select: { id: true, role: true, expiresAt: true },
  });
}
