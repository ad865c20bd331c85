import 'server-only';
import type { NextRequest } from 'next/server';
import { courseHeading } from '@/lib/features/courses/data';
import { taughtCourse } from '@/lib/features/courses/policy';
import { slugOf } from '@/lib/features/courses/schema';
import { personOfRequest } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { now } from '@/lib/server/clock';
import type { DomainError } from '@/lib/server/errors';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import { type LoggedCourse, wholeLog } from './log-data';
import { KIND_NAMES, type LogEntry, type LogQuery, logQuerySchema } from './schema';

const HEADS = ['time (UTC)', 'who', 'what', 'reason', 'kind', 'whom', 'sitting', 'action', 'id'];

/** The log of a course as a file, after asking whose course it is; filtered as its page is. */
export async function logFileOf(
  request: NextRequest,
  courseId: string,
): Promise<Result<{ name: string; lines: AsyncGenerator<string> }, DomainError>> {
  const person = await personOfRequest(request);
  if (!person.ok) return person;
  const course = await taughtCourse(person.value, courseId);
  if (!course.ok) return course;
  const query = logQuerySchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { title } = await courseHeading(course.value);
  const name = `${slugOf(title) || 'course'}-log-${now().toISOString().slice(0, 10)}.csv`;
  return ok({ name, lines: logLines(course.value, query) });
}

/** The log of a course as a CSV file, line by line: all of it, or the newest entries. */
export async function* logLines(
  course: LoggedCourse,
  query: LogQuery,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEADS);
  let written = 0;
  for await (const entry of wholeLog(course, query)) {
    yield lineOf(entry);
    written += 1;
    if (written >= most) return;
  }
}

function lineOf({ at, actor, says, reason, kind, person, sitting, action, id }: LogEntry): string {
  return csvLine([
    at,
    actor ?? 'the server',
    says,
    reason,
    KIND_NAMES[kind],
    person?.name ?? '',
    sitting?.title ?? '',
    action,
    id,
  ]);
}
