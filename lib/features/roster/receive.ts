import 'server-only';
import type { NextRequest } from 'next/server';
import { instructedCourse } from '@/lib/features/courses/policy';
import { personOfRequest } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { MOST_BYTES } from './read-table';
import { importRoster, previewRoster } from './roster-mutations';
import { type RosterAnswer, type RosterRequest, rosterRequestSchema } from './schema';

/** What stands around the file of a form. */
const FRAME_BYTES = 256 * 1024;

/** Previews a roster, or does what a preview said, after asking whose course it is. */
export async function receiveRoster(
  request: NextRequest,
  courseId: string,
): Promise<Result<RosterAnswer, DomainError>> {
  const person = await personOfRequest(request);
  if (!person.ok) return person;
  const course = await instructedCourse(person.value, courseId);
  if (!course.ok) return course;
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= MOST_BYTES + FRAME_BYTES)) {
    return refusal('TOO_LARGE', 'A roster has at most 2 MB.');
  }
  const form = await formOf(request);
  if (!form.ok) return form;
  const { bytes, confirm, ...options } = form.value;
  const result =
    confirm === null
      ? await previewRoster(course.value, bytes, options)
      : await importRoster(course.value, bytes, options, confirm);
  if (!result.ok) return result;
  const { table, sample, told, rows, digest } = result.value;
  const shown = rows.map(({ line, shown, bucket, notes }) => ({ line, shown, bucket, notes }));
  const { encoding, separator, heads, columns } = table;
  return ok({
    ...{ encoding, separator, heads, columns, sample, told, digest },
    ...{ rows: shown, done: confirm !== null },
  });
}

async function formOf(
  request: NextRequest,
): Promise<Result<RosterRequest & { bytes: Uint8Array }, DomainError>> {
  const form = await request.formData().catch(() => null);
  const [file, options] = [form?.get('file'), form?.get('options')];
  if (!file || typeof file === 'string' || typeof options !== 'string') return noUpload();
  const parsed = rosterRequestSchema.safeParse(parseJson(options));
  if (!parsed.success) return noUpload();
  return ok({ ...parsed.data, bytes: new Uint8Array(await file.arrayBuffer()) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noUpload(): { ok: false; error: DomainError } {
  return refusal('INVALID', 'This is no upload of a roster.');
}
