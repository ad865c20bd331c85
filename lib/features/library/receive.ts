import 'server-only';
import type { NextRequest } from 'next/server';
import { instructedCourse } from '@/lib/features/courses/policy';
import { personOfRequest } from '@/lib/features/people/policy';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { createDraft } from './draft-mutations';
import { MOST_BYTES, readUpload, type UploadedFile } from './upload';

/** What stands between the files of a form. */
const FRAME_BYTES = 256 * 1024;

/** Takes the exam of an upload, after asking whose course it is; the files are the form's `file` fields. */
export async function receiveExam(
  request: NextRequest,
  courseId: string,
): Promise<Result<{ draftId: string }, DomainError>> {
  const person = await personOfRequest(request);
  if (!person.ok) return person;
  const course = await instructedCourse(person.value, courseId);
  if (!course.ok) return course;
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= MOST_BYTES + FRAME_BYTES)) {
    return refusal('TOO_LARGE', `An upload has at most ${MOST_BYTES / 1024 / 1024} MB.`);
  }
  const files = await filesOf(request);
  if (!files.ok) return files;
  const upload = readUpload(files.value);
  return upload.ok ? createDraft(course.value, upload.value) : refusal('INVALID', upload.error);
}

async function filesOf(request: NextRequest): Promise<Result<UploadedFile[], DomainError>> {
  const form = await request.formData().catch(() => null);
  if (!form) return refusal('INVALID', 'This is no upload of files.');
  const files: UploadedFile[] = [];
  for (const entry of form.getAll('file')) {
    if (typeof entry === 'string') return refusal('INVALID', 'This is no upload of files.');
    files.push({ path: entry.name, bytes: new Uint8Array(await entry.arrayBuffer()) });
  }
  return { ok: true, value: files };
}
