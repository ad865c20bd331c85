import 'server-only';
import type { Release } from '@/lib/exam/release';
import type { Role } from '@/lib/features/people/schema';
import { db } from '@/lib/server/db';
import { examsAhead } from './practice-data';

/** A picture of a version, without its bytes. */
export interface FoundFile {
  hash: string;
  mediaType: string;
  /** In solutions and keys alone. */
  secret: boolean;
}

/** For the policy: the picture of a name in a version. */
export async function findFile(versionId: string, name: string): Promise<FoundFile | null> {
  const file = await db().examFile.findUnique({
    where: { versionId_name: { versionId, name } },
    select: { hash: true, secret: true, content: { select: { mediaType: true } } },
  });
  return file && { hash: file.hash, secret: file.secret, mediaType: file.content.mediaType };
}

/** For the policy: the roles that a person has in courses that have a version, or where it is sat, or was. */
export async function rolesWithVersion(versionId: string, personId: string): Promise<Role[]> {
  const enrolments = await db().enrolment.findMany({
    where: {
      personId,
      course: {
        OR: [
          { sittings: { some: { OR: [{ versionId }, { attempts: { some: { versionId } } }] } } },
          { exams: { some: { versions: { some: { id: versionId } } } } },
        ],
      },
    },
    select: { role: true },
  });
  return enrolments.map(({ role }) => role);
}

interface AttemptAtVersion {
  sittingId: string;
  startedAt: Date;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  release: Release;
}

/** For the policy: what a person wrote of a version, and what of it may be seen. */
export async function attemptsAtVersion(
  versionId: string,
  personId: string,
): Promise<AttemptAtVersion[]> {
  const attempts = await db().attempt.findMany({
    where: { versionId, personId },
    select: {
      sittingId: true,
      startedAt: true,
      submittedAt: true,
      withdrawnAt: true,
      sitting: { select: { mode: true, releasedAt: true, showsEarly: true } },
      version: { select: { examId: true } },
    },
  });
  const ahead = await examsAhead(attempts.map(({ version }) => version.examId));
  return attempts.map(({ sitting, version, ...attempt }) => ({
    ...attempt,
    release: { ...sitting, examAhead: ahead.has(version.examId) },
  }));
}
