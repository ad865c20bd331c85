import { readFile } from 'node:fs/promises';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { PlannedRow } from '@/lib/features/roster/plan';
import type { RosterOptions } from '@/lib/features/roster/roster-mutations';
import { fail, ok, type Result } from '@/lib/result';
import {
  type Called,
  misused,
  onDatabase,
  print,
  problemsOf,
  readCall,
  refused,
  unreadable,
} from './common';

const USAGE = `nabla roster import --course <slug> <file.csv>     put the people of a list into a course
    [--preview]                             say what would be done with each line, and write nothing
    [--role student|grader]                 else as students
    [--encoding utf-8|windows-1250|windows-1252|utf-16le] [--separator ";"]   else as the file says
    [--columns email,number,,familyName,givenName]   what each column is; "name" and "login" too`;

/**
 * `nabla roster import …`: the import of the pages. Lines in conflict are told and left out.
 * @returns the exit status: 0; 1 where it is refused, or lines are in conflict; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(
    args,
    ['course', 'role', 'encoding', 'separator', 'columns'],
    ['preview'],
  );
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what, values, flags } = called.value;
  if (name !== 'import') return misused(USAGE, name === '' ? '' : `no command "roster ${name}"`);
  const { course: slug } = values;
  if (slug === undefined || what === '') return misused(USAGE, 'say --course and a file');
  const options = await optionsOf(called.value);
  if (!options.ok) return misused(USAGE, options.error);
  const bytes = await readFile(what).catch((error: Error) => error);
  if (bytes instanceof Error) return refused({ message: unreadable(what, bytes) });
  return onDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const course = await courseBySlug(slug);
    if (!course.ok) return refused(course.error);
    return bring(course.value, new Uint8Array(bytes), options.value, flags.has('preview'));
  });
}

async function bring(
  course: InstructedCourse,
  bytes: Uint8Array,
  options: RosterOptions,
  isPreview: boolean,
): Promise<number> {
  const { importRoster, previewRoster } = await import('@/lib/features/roster/roster-mutations');
  const preview = await previewRoster(course, bytes, options);
  if (!preview.ok) return refused(preview.error);
  const { rows, told, table, digest } = preview.value;
  if (!told) {
    return refused({
      message: `No column is known to be an e-mail or a student number: ${table.heads.join(', ')}. Say what they are with --columns.`,
    });
  }
  for (const row of rows) if (isPreview || row.bucket === 'conflict') print(lineOf(row));
  if (!isPreview) {
    const done = await importRoster(course, bytes, options, digest);
    if (!done.ok) return refused(done.error);
  }
  const count = (bucket: PlannedRow['bucket']) =>
    rows.filter((row) => row.bucket === bucket).length;
  print(
    `${isPreview ? 'Nothing was written' : 'Imported'}: ${count('new')} new, ${count('changed')} changed, ${count('there')} there already, ${count('conflict')} in conflict, ${count('ignored')} ignored.`,
  );
  return count('conflict') > 0 ? 1 : 0;
}

function lineOf({ line, bucket, shown, notes }: PlannedRow): string {
  const who = [shown.name, shown.email, shown.number].filter((each) => each !== '').join(', ');
  return `line ${line}: ${bucket}: ${who}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

async function optionsOf({ values }: Called): Promise<Result<RosterOptions, string>> {
  const { rosterRequestSchema } = await import('@/lib/features/roster/schema');
  const parsed = rosterRequestSchema.safeParse({
    encoding: values.encoding ?? null,
    separator: values.separator === 'tab' ? '\t' : (values.separator ?? null),
    columns: values.columns?.split(',').map((column) => column.trim() || null) ?? null,
    role: values.role?.toUpperCase() ?? 'STUDENT',
    confirm: null,
  });
  return parsed.success ? ok(parsed.data) : fail(problemsOf(parsed.error));
}
