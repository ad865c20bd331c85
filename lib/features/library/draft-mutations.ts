import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { STORING_MS, storeVersion } from '@/lib/features/exams/mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import { enqueueCheck } from '@/lib/server/jobs';
import { toJson } from '@/lib/server/json';
import type { CheckedUpload } from './check-upload';
import type { Upload } from './upload';

/** Uploads of a course that wait for their check at the same time. */
const MOST_WAITING = 5;

/** Keeps what was uploaded and asks for its check; what it finds is on the page of the draft. */
export async function createDraft(
  course: InstructedCourse,
  { name, source, files }: Upload,
): Promise<Result<{ draftId: string }, DomainError>> {
  const { id: courseId, actorId } = course;
  return db().$transaction(
    async (tx) => {
      const waiting = await tx.examDraft.count({ where: { courseId, checkedAt: null } });
      if (waiting >= MOST_WAITING) {
        return refusal(
          'TOO_MUCH',
          'Several uploads of this course are being checked; wait for them.',
        );
      }
      const draft = await tx.examDraft.create({
        data: { courseId, byId: actorId, at: now(), name, source },
        select: { id: true },
      });
      await tx.draftFile.createMany({
        data: files.map((file) => ({ draftId: draft.id, ...file })),
      });
      await enqueueCheck(tx, draft.id);
      await audit(tx, {
        actorId,
        action: 'exam.upload',
        courseId,
        subject: `draft:${draft.id}`,
        detail: { name },
      });
      return ok({ draftId: draft.id });
    },
    { timeout: STORING_MS },
  );
}

/**
 * Checks an uploaded exam and stores it as a version that nobody can sit yet; one that is not of the
 * format keeps its findings alone. A check that breaks off is a finding too.
 */
export async function finishCheck(
  draftId: string,
  check: (upload: Upload) => Promise<Result<CheckedUpload, string>>,
): Promise<void> {
  const draft = await db().examDraft.findUniqueOrThrow({
    where: { id: draftId },
    select: { courseId: true, name: true, source: true, checkedAt: true, files: true },
  });
  if (draft.checkedAt) return;
  const files = draft.files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
  const checked = await check({ name: draft.name, source: draft.source, files });
  const { exam, findings, ran } = checked.ok
    ? checked.value
    : { exam: null, findings: [brokenOff(checked.error)], ran: 0 };
  await db().$transaction(
    async (tx) => {
      const stored = exam && (await storeVersion(tx, exam, draft.courseId));
      await tx.examDraft.update({
        where: { id: draftId },
        data: {
          checkedAt: now(),
          findings: toJson(findings.map((finding) => ({ ...finding }))),
          ran,
          versionId: stored?.versionId ?? null,
        },
      });
      // The pictures that the exam shows are with its version now.
      await tx.draftFile.deleteMany({ where: { draftId } });
    },
    { timeout: STORING_MS },
  );
}

function brokenOff(message: string) {
  return { severity: 'error' as const, message, file: 'exam.yaml', line: 1, column: 1 };
}
