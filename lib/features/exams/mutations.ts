import 'server-only';
import type { LoadedExam } from '@/lib/exam/format';
import { audit } from '@/lib/server/audit';
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

/** Stores an exam as a new version, unless its newest version has the same source and pictures. */
export async function storeExam(exam: LoadedExam): Promise<StoredVersion> {
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${EXAM_LOCK})`;
      const { id: examId, versions } = await tx.exam.upsert({
        where: { slug: exam.slug },
        create: { slug: exam.slug },
        update: {},
        select: { id: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
      });
      const [newest] = versions;
      if (newest?.hash === exam.hash) {
        return { versionId: newest.id, number: newest.number, isNew: false };
      }
      const number = (newest?.number ?? 0) + 1;
      const { title, language, minutes, rules, roundTo, unread, hash } = exam;
      const { id: versionId } = await tx.examVersion.create({
        data: { examId, number, title, language, minutes, rules, roundTo, unread, hash },
        select: { id: true },
      });
      await storeParts(tx, versionId, exam);
      await storeFiles(tx, versionId, exam.files);
      await moveUnbegunSittings(tx, { examId, versionId, number });
      return { versionId, number, isNew: true };
    },
    { timeout: 60_000 },
  );
}

/**
 * Sittings that nobody has begun follow the correction; where somebody has, all get the version that
 * the first one saw.
 */
async function moveUnbegunSittings(
  tx: Database,
  { examId, versionId, number }: { examId: string; versionId: string; number: number },
): Promise<void> {
  // Locks out whoever begins at this moment; they hold the row shared.
  const sittings = await tx.$queryRaw<{ id: string; course_id: string }[]>`
    SELECT s.id, s.course_id FROM sitting s JOIN exam_version v ON v.id = s.version_id
    WHERE v.exam_id = ${examId}::uuid FOR UPDATE OF s`;
  for (const { id, course_id: courseId } of sittings) {
    if (await tx.attempt.findFirst({ where: { sittingId: id }, select: { id: true } })) continue;
    await tx.sitting.update({ where: { id }, data: { versionId } });
    await audit(tx, {
      actorId: null,
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
  mode: 'EXAM' | 'PRACTICE';
  opensAt: Date;
  closesAt: Date;
  minutes: number;
  accessCodeHash: string | null;
  /** Practice only, and only where staff say so: results are shown although an exam is ahead. */
  showsEarly?: boolean;
}

/** Offers an exam version to a course. */
export async function createSitting(sitting: NewSitting): Promise<{ id: string }> {
  return db().sitting.create({ data: sitting, select: { id: true } });
}
