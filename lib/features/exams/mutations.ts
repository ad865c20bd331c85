import 'server-only';
import type { LoadedExam } from '@/lib/exam/format';
import type { SittingMode } from '@/lib/exam/release';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { toJson } from '@/lib/server/json';
import { storeFiles } from './file-mutations';

/** Which lock serialises loading exams: two starters must not number the same version twice. */
const EXAM_LOCK = 19_081;

export interface StoredVersion {
  versionId: string;
  number: number;
  /** False where the newest version was made of the same source and pictures. */
  isNew: boolean;
}

/**
 * Stores an exam of the server's own folder as a published version, unless its newest version has the
 * same source and pictures.
 */
export async function storeExam(exam: LoadedExam): Promise<StoredVersion> {
  return db().$transaction(
    async (tx) => {
      const stored = await storeVersion(tx, exam, null);
      await publishVersion(tx, stored.versionId, null);
      return stored;
    },
    { timeout: STORING_MS },
  );
}

/** Twenty megabytes of pictures on a slow disk. */
export const STORING_MS = 60_000;

/**
 * Stores an exam as a new version of that name in a library, unless the newest has the same source and
 * pictures. Nobody can sit it before it is published.
 * @param courseId whose library; null for that of the server
 */
export async function storeVersion(
  tx: Database,
  exam: LoadedExam,
  courseId: string | null,
): Promise<StoredVersion> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${EXAM_LOCK})`;
  const { slug } = exam;
  const known = await tx.exam.findFirst({
    where: { courseId, slug },
    select: {
      id: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, number: true, hash: true },
      },
    },
  });
  const newest = known?.versions[0];
  if (newest?.hash === exam.hash) {
    return { versionId: newest.id, number: newest.number, isNew: false };
  }
  const { id: examId } =
    known ?? (await tx.exam.create({ data: { courseId, slug }, select: { id: true } }));
  const number = (newest?.number ?? 0) + 1;
  const { title, language, minutes, rules, roundTo, unread, source, hash } = exam;
  const { id: versionId } = await tx.examVersion.create({
    data: { examId, number, title, language, minutes, rules, roundTo, unread, source, hash },
    select: { id: true },
  });
  await storeParts(tx, versionId, exam);
  await storeFiles(tx, versionId, exam.files);
  return { versionId, number, isNew: true };
}

/**
 * Lets a version be sat, for good; a second time changes nothing. Sittings of the exam that nobody has
 * begun follow to it.
 * @param byId who publishes it; null for the server
 * @returns whether it was not published before
 */
export async function publishVersion(
  tx: Database,
  versionId: string,
  byId: string | null,
): Promise<boolean> {
  const { count } = await tx.publication.createMany({
    data: [{ versionId, byId, at: now() }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const { examId, number } = await tx.examVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { examId: true, number: true },
  });
  await moveUnbegunSittings(tx, { examId, versionId, number, byId });
  return true;
}

/**
 * Sittings that nobody has begun follow the correction; where somebody has, all get the version that
 * the first one saw.
 */
async function moveUnbegunSittings(
  tx: Database,
  {
    examId,
    versionId,
    number,
    byId,
  }: { examId: string; versionId: string; number: number; byId: string | null },
): Promise<void> {
  // Locks out whoever begins at this moment; they hold the row shared.
  const sittings = await tx.$queryRaw<{ id: string; course_id: string }[]>`
    SELECT s.id, s.course_id FROM sitting s JOIN exam_version v ON v.id = s.version_id
    WHERE v.exam_id = ${examId}::uuid AND v.number < ${number} AND s.mode <> 'TRIAL'
    FOR UPDATE OF s`;
  for (const { id, course_id: courseId } of sittings) {
    if (await tx.attempt.findFirst({ where: { sittingId: id }, select: { id: true } })) continue;
    await tx.sitting.update({ where: { id }, data: { versionId } });
    await audit(tx, {
      actorId: byId,
      action: 'sitting.version',
      courseId,
      subject: `sitting:${id}`,
      detail: { version: number },
    });
  }
}

async function storeParts(tx: Database, versionId: string, exam: LoadedExam): Promise<void> {
  await tx.assignment.createMany({
    data: exam.assignments.map(({ title, prompt, points }, index) => ({
      versionId,
      position: index + 1,
      title,
      prompt,
      points,
    })),
  });
  const parts = exam.assignments.flatMap((assignment, index) =>
    assignment.parts.map((part) => ({ part, assignment: index + 1 })),
  );
  await tx.part.createMany({
    data: parts.map(({ part, assignment }, index) => ({
      versionId,
      partId: part.id,
      assignment,
      position: index + 1,
      label: part.label,
      points: part.points,
      kind: part.kind,
      prompt: part.prompt,
      spec: toJson(part.spec),
    })),
  });
  await tx.partKey.createMany({
    data: parts.map(({ part }) => ({
      versionId,
      partId: part.id,
      key: toJson(part.key),
      solution: part.solution,
    })),
  });
}

export interface NewSitting {
  courseId: string;
  versionId: string;
  title: string;
  mode: SittingMode;
  opensAt: Date;
  closesAt: Date;
  minutes: number;
  accessCode: string | null;
  /** Practice only, and only where staff say so: results are shown although an exam is ahead. */
  showsEarly?: boolean;
}

/** Offers an exam version to a course. */
export async function createSitting(sitting: NewSitting): Promise<{ id: string }> {
  return db().sitting.create({ data: sitting, select: { id: true } });
}
