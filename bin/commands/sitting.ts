import type { InstructedCourse } from '@/lib/features/courses/policy';
import { fail, ok, type Result } from '@/lib/result';
import { withOurDatabase } from '../database/ours';
import { ID_OF_SITTING, misused, note, print, problemBehind, readOptions, refused } from './common';
import { readSitting, SITTING_OPTIONS, type SittingOptions } from './sitting-options';

const USAGE = `nabla sitting list --course <slug>                   the sittings of a course
nabla sitting create --course <slug> --exam <exam>[@version] --opens <time> --closes <time> [options]
nabla sitting edit <id> --course <slug> [options]    change what is named; says whose end it moves
nabla sitting edit … --dry-run                       say it, and change nothing
nabla sitting check <id> --course <slug>             what is ready for it, and what is not
nabla sitting start <id> --course <slug>             let those begin who wait
nabla sitting scripts <id> --course <slug>           who sat it, how far the grading is, and the points
nabla sitting release <id> --course <slug> [--close] show the results; --close lets nobody begin any more

  --opens, --closes 2026-07-14T09:00     on the wall of the zone; +02:00 behind it where it comes twice
  --zone Europe/Berlin  --minutes 90  --given 5  --title …  --practice
  --code <code> | --no-code   --hold | --no-hold
  --list a@b.org,c@d.org | --no-list   --networks 10.0.0.0/8,… | --no-networks
  --seb-config <key>,…  --seb-exam <key>,… | --no-seb`;

type Command = (course: InstructedCourse, id: string, options: SittingOptions) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  list,
  create,
  edit,
  check,
  start,
  scripts,
  release,
};

/**
 * `nabla sitting …`: the sittings of a course.
 * @returns the exit status: 0, 1 where it is refused, 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readArguments(args);
  if (!called.ok) return misused(USAGE, called.error);
  const { command, id, course: slug, options } = called.value;
  return withOurDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const { db } = await import('@/lib/server/db');
    try {
      const course = await courseBySlug(slug);
      return course.ok ? await command(course.value, id, options) : refused(course.error);
    } finally {
      await db().$disconnect();
    }
  });
}

async function list(course: InstructedCourse) {
  const { sittingsOf } = await import('@/lib/features/sittings/data');
  const sittings = await sittingsOf(course);
  if (sittings.length === 0) note('This course has no sitting yet.');
  for (const sitting of sittings) {
    const { id, title, mode, opens, closes, timeZone, minutes, state, accessCode } = sitting;
    const code = accessCode === null ? '' : `, code ${accessCode}`;
    print(
      `${id}  ${title}, ${mode.toLowerCase()}, ${state}, ${opens} to ${closes} ${timeZone}, ${minutes} minutes${code}`,
    );
  }
  return 0;
}

async function create(course: InstructedCourse, _id: string, options: SittingOptions) {
  const { newValues, versionsOnOffer } = await import('@/lib/features/sittings/data');
  const { createSittingOf } = await import('@/lib/features/sittings/mutations');
  const { previewNew } = await import('@/lib/features/sittings/preview-data');
  const versions = await versionsOnOffer(course);
  const initial = await newValues(course, { versions, original: null });
  if (!initial) return refused({ message: 'This course has no exam that can be sat.' });
  const written = readSitting(initial, { options, versions });
  if (!written.ok) return refused({ message: written.error });
  const preview = await previewNew(course, written.value);
  if (!preview.ok) return refused(preview.error);
  if (options['dry-run']) return say(preview.value);
  const created = await createSittingOf(course, written.value);
  if (!created.ok) return refused(created.error);
  print(created.value.sittingId);
  return say(preview.value);
}

async function edit(course: InstructedCourse, id: string, options: SittingOptions) {
  const { versionsOnOffer, writtenSitting } = await import('@/lib/features/sittings/data');
  const { editSitting } = await import('@/lib/features/sittings/mutations');
  const { previewEdit } = await import('@/lib/features/sittings/preview-data');
  const { sittingOfCourse } = await import('@/lib/features/sittings/policy');
  const sitting = await sittingOfCourse(course, id);
  if (!sitting.ok) return refused(sitting.error);
  const { values } = await writtenSitting(sitting.value);
  const written = readSitting(values, { options, versions: await versionsOnOffer(course) });
  if (!written.ok) return refused({ message: written.error });
  const preview = await previewEdit(sitting.value, written.value);
  if (!preview.ok) return refused(preview.error);
  if (options['dry-run']) return say(preview.value);
  const edited = await editSitting(sitting.value, written.value);
  return edited.ok ? say(preview.value) : refused(edited.error);
}

async function check(course: InstructedCourse, id: string) {
  const { sittingOfCourse } = await import('@/lib/features/sittings/policy');
  const { checklistOf } = await import('@/lib/features/sittings/checklist-data');
  const sitting = await sittingOfCourse(course, id);
  if (!sitting.ok) return refused(sitting.error);
  const items = await checklistOf(sitting.value);
  if (!items)
    return refused({
      message: 'Only an exam that nobody has begun and that is not over has something to check.',
    });
  for (const { state, title, text } of items) print(`${state.padEnd(9)}  ${title}: ${text}`);
  return items.some(({ state }) => state === 'missing') ? 1 : 0;
}

async function start(course: InstructedCourse, id: string) {
  const { sittingOfCourse } = await import('@/lib/features/sittings/policy');
  const { startHeld } = await import('@/lib/features/sittings/state-mutations');
  const sitting = await sittingOfCourse(course, id);
  const started = sitting.ok ? await startHeld(sitting.value) : sitting;
  if (!started.ok) return refused(started.error);
  print(`Started ${started.value.startedAt.toISOString()}.`);
  return 0;
}

async function scripts(course: InstructedCourse, id: string) {
  const { sittingOfCourse } = await import('@/lib/features/review/policy');
  const { attemptsTable } = await import('@/lib/features/review/table-data');
  const { tableQuerySchema } = await import('@/lib/features/review/schema');
  const sitting = await sittingOfCourse(course, id);
  if (!sitting.ok) return refused(sitting.error);
  for (let page = 1, seen = 0, total = 1; seen < total; page += 1) {
    const table = await attemptsTable(
      sitting.value.reviewed,
      tableQuerySchema.parse({ page: `${page}` }),
    );
    for (const { id: attemptId, email, name, state, score, points, open } of table.rows) {
      const waiting = open > 0 ? `, ${open} open` : '';
      print(`${attemptId}  ${email}  ${name}: ${state}, ${score ?? '–'} of ${points}${waiting}`);
    }
    if (table.total === 0) note('Nobody has begun this sitting yet.');
    seen += table.rows.length;
    total = table.rows.length === 0 ? 0 : table.total;
  }
  return 0;
}

async function release(course: InstructedCourse, id: string, { close }: SittingOptions) {
  const { sittingOfCourse } = await import('@/lib/features/review/policy');
  const { releaseResults } = await import('@/lib/features/review/mutations');
  const sitting = await sittingOfCourse(course, id);
  if (!sitting.ok) return refused(sitting.error);
  const released = await releaseResults(sitting.value.instructed, { close: close === true });
  if (!released.ok) return refused(released.error);
  print(`Released ${released.value.releasedAt.toISOString()}.`);
  return 0;
}

function say(preview: {
  summary: string;
  warnings: readonly string[];
  moved: readonly { name: string; before: string; after: string }[];
}): number {
  print(preview.summary);
  for (const warning of preview.warnings) print(`Warning: ${warning}`);
  for (const { name, before, after } of preview.moved) print(`${name}: ${before} -> ${after}`);
  return 0;
}

interface Called {
  command: Command;
  id: string;
  course: string;
  options: SittingOptions;
}

function readArguments(args: readonly string[]): Result<Called, string> {
  const read = readOptions({ args: [...args], options: SITTING_OPTIONS, allowPositionals: true });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [name = '', ...behind] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(name === '' ? '' : `no command "sitting ${name}"`);
  const needs = name === 'list' || name === 'create' ? undefined : ID_OF_SITTING;
  const problem = problemBehind(`sitting ${name}`, behind, needs);
  if (problem !== null) return fail(problem);
  if (values.course === undefined) return fail('--course says of which course');
  const [id = ''] = behind;
  return ok({ command, id, course: values.course, options: values });
}
