import type { InstructedCourse } from '@/lib/features/courses/policy';
import {
  type Called,
  misused,
  note,
  onDatabase,
  print,
  problemBehind,
  problemsOf,
  readCall,
  refused,
} from './common';

const USAGE = `nabla course create --title <title> [--slug <slug>] [--time-zone Europe/Berlin]
nabla course edit <slug> [--title <title>] [--time-zone <zone>]
nabla course archive <slug> [--undo]      list it apart and let nobody come into it
nabla course log <slug> [--csv]           what happened in it, newest first
    [--kind mark] [--person <words>] [--sitting <id>] [--most 50]   a CSV is whole without --most
nabla course list`;

const OPTIONS = ['title', 'slug', 'time-zone', 'kind', 'person', 'sitting', 'most'] as const;

const SLUG = 'the slug of a course; `nabla course list` shows them';

/** The commands, and what they need behind their name. */
const NEEDS: Readonly<Record<string, string | undefined>> = {
  create: undefined,
  list: undefined,
  edit: SLUG,
  archive: SLUG,
  log: SLUG,
};

/**
 * `nabla course …`: makes courses and changes them.
 * @returns the exit status: 0; 1 where it is refused; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(args, [...OPTIONS], ['undo', 'csv']);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what } = called.value;
  if (!Object.hasOwn(NEEDS, name))
    return misused(USAGE, name === '' ? '' : `no command "course ${name}"`);
  const problem = problemBehind(`course ${name}`, what === '' ? [] : [what], NEEDS[name]);
  if (problem !== null) return misused(USAGE, problem);
  switch (name) {
    case 'create':
      return create(called.value);
    case 'edit':
      return onCourse(what, (course) => edit(course, called.value));
    case 'archive':
      return onCourse(what, (course) => archive(course, !called.value.flags.has('undo')));
    case 'log':
      return log(what, called.value);
    default:
      return list();
  }
}

async function onCourse(
  slug: string,
  task: (course: InstructedCourse) => Promise<number>,
): Promise<number> {
  return onDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const course = await courseBySlug(slug);
    return course.ok ? task(course.value) : refused(course.error);
  });
}

async function create({ values }: Called): Promise<number> {
  const { newCourseSchema, slugOf } = await import('@/lib/features/courses/schema');
  const course = newCourseSchema.safeParse({
    title: values.title ?? '',
    slug: values.slug ?? slugOf(values.title ?? ''),
    timeZone: values['time-zone'] ?? 'Europe/Berlin',
  });
  if (!course.success) return misused(USAGE, problemsOf(course.error));
  return onDatabase(async () => {
    const { serverCourseMaker } = await import('@/lib/features/courses/policy');
    const { createCourse } = await import('@/lib/features/courses/mutations');
    const made = await createCourse(serverCourseMaker(), course.data);
    if (!made.ok) return refused(made.error);
    print(`Created ${course.data.slug}. It has no instructor yet: nabla user add --course …`);
    return 0;
  });
}

async function edit(course: InstructedCourse, { values }: Called): Promise<number> {
  const { courseSettings } = await import('@/lib/features/courses/data');
  const { editCourse } = await import('@/lib/features/courses/mutations');
  const { courseChangeSchema } = await import('@/lib/features/courses/schema');
  const before = await courseSettings(course);
  const change = courseChangeSchema.safeParse({
    title: values.title ?? before.title,
    timeZone: values['time-zone'] ?? before.timeZone,
  });
  if (!change.success) return misused(USAGE, problemsOf(change.error));
  const edited = await editCourse(course, change.data);
  if (!edited.ok) return refused(edited.error);
  print(`${before.slug}: ${change.data.title}, ${change.data.timeZone}`);
  return 0;
}

async function archive(course: InstructedCourse, archived: boolean): Promise<number> {
  const { archiveCourse } = await import('@/lib/features/courses/mutations');
  const done = await archiveCourse(course, archived);
  if (!done.ok) return refused(done.error);
  print(archived ? 'Archived. Nothing of it is lost.' : 'No longer archived.');
  return 0;
}

async function log(slug: string, called: Called): Promise<number> {
  const { courseLog } = await import('./course-log');
  const query = await courseLog(called);
  if (!query.ok) return misused(USAGE, query.error);
  return onCourse(slug, query.value);
}

async function list(): Promise<number> {
  return onDatabase(async () => {
    const { allCourses } = await import('@/lib/features/courses/data');
    const { serverAdmin } = await import('@/lib/features/people/policy');
    const courses = await allCourses(serverAdmin());
    if (courses.length === 0) note('There is no course yet.');
    for (const { slug, title, timeZone, people, archived } of courses)
      print(`${slug}  ${title}, ${timeZone}, ${people} people${archived ? ', archived' : ''}`);
    return 0;
  });
}
