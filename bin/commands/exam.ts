import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { UploadedFile } from '@/lib/features/library/upload';
import { fail, ok, type Result } from '@/lib/result';
import { withOurDatabase } from '../database/ours';
import { misused, note, print, problemBehind, readOptions, refused, unreadable } from './common';
import { describeProblem } from './describe-problem';

const USAGE = `nabla exam upload <folder or zip> --course <slug> [--publish]   check it and store a version
nabla exam list --course <slug>                                 the exams that a course can offer
nabla exam publish <exam>[@version] --course <slug>             let a version be sat; the newest without one
nabla exam changes <exam>@<from>..<to> --course <slug>          what is another between two versions`;

type Command = (course: InstructedCourse, what: string, publish: boolean) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { upload, list, publish, changes };

/** What each of them needs behind its name. */
const NEEDS: Readonly<Record<string, string>> = {
  upload: 'the folder of an exam, or a zip file',
  publish: 'an exam; `nabla exam list` shows them',
  changes: 'an exam and two of its versions, <exam>@<from>..<to>',
};

/**
 * `nabla exam …`: the library of a course.
 * @returns the exit status: 0; 1 where it is refused, or the check found errors; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readArguments(args);
  if (!called.ok) return misused(USAGE, called.error);
  const { command, what, course: slug, publish: isPublished } = called.value;
  return withOurDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const { db } = await import('@/lib/server/db');
    try {
      const course = await courseBySlug(slug);
      return course.ok ? await command(course.value, what, isPublished) : refused(course.error);
    } finally {
      await db().$disconnect();
    }
  });
}

async function upload(course: InstructedCourse, path: string, thenPublish: boolean) {
  const { readUpload } = await import('@/lib/features/library/upload');
  const { createDraft, finishCheck } = await import('@/lib/features/library/draft-mutations');
  const { checkUpload } = await import('@/lib/features/library/check-upload');
  const { draftOf } = await import('@/lib/features/library/data');
  const files = await filesAt(path);
  const uploaded = files.ok ? readUpload(files.value) : files;
  if (!uploaded.ok) return refused({ message: uploaded.error });
  const created = await createDraft(course, uploaded.value);
  if (!created.ok) return refused(created.error);
  await finishCheck(created.value.draftId, async (each) => ok(await checkUpload(each)));
  const { findings, version, ran } = await draftOf(created.value.draftId);
  for (const { severity, message, ...place } of findings)
    print(describeProblem({ ...place, message: `${severity}: ${message}` }));
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  print(
    version
      ? `Stored ${version.title}, version ${version.number}; ${ran} tests and references graded.`
      : 'Nothing was stored.',
  );
  if (hasErrors || !version) return 1;
  return thenPublish ? publishOne(course, version.id) : 0;
}

async function list(course: InstructedCourse) {
  const { libraryOf } = await import('@/lib/features/library/data');
  const exams = await libraryOf(course);
  if (exams.length === 0) note('This course has no exam yet.');
  for (const { slug, isServers, versions } of exams) {
    for (const version of versions) {
      const state = version.publishedAt ? 'published' : 'not published';
      const whose = isServers ? ', of this server' : '';
      print(
        `${slug}@${version.number}  ${version.title}, ${version.points} points, ${state}${whose}`,
      );
    }
  }
  return 0;
}

async function publish(course: InstructedCourse, what: string) {
  const version = await findVersion(course, what);
  return version.ok ? publishOne(course, version.value) : refused({ message: version.error });
}

async function changes(course: InstructedCourse, what: string) {
  const [, slug = '', from = '', to = ''] = /^(.+)@(\d+)\.\.(\d+)$/.exec(what) ?? [];
  if (slug === '') return misused(USAGE, `"${what}" is not <exam>@<from>..<to>`);
  const { differenceBetween } = await import('@/lib/features/library/difference-data');
  const { versionOfCourse } = await import('@/lib/features/library/policy');
  const [earlier, later] = [
    await findVersion(course, `${slug}@${from}`),
    await findVersion(course, `${slug}@${to}`),
  ];
  if (!earlier.ok) return refused({ message: earlier.error });
  if (!later.ok) return refused({ message: later.error });
  const [a, b] = [
    await versionOfCourse(course, earlier.value),
    await versionOfCourse(course, later.value),
  ];
  const difference = a.ok && b.ok ? await differenceBetween(a.value, b.value) : null;
  if (!difference) return refused({ message: 'These are no two versions of one exam.' });
  for (const field of difference.exam) print(`the exam: ${field}`);
  for (const { id, change, aspects } of difference.parts)
    print(`${id}: ${change}${aspects.length > 0 ? `, ${aspects.join(', ')}` : ''}`);
  for (const { lines } of difference.hunks ?? []) print(lines.join('\n'));
  return 0;
}

async function publishOne(course: InstructedCourse, versionId: string): Promise<number> {
  const { versionOfCourse } = await import('@/lib/features/library/policy');
  const { publish: publishVersion } = await import('@/lib/features/library/version-mutations');
  const version = await versionOfCourse(course, versionId);
  const published = version.ok ? await publishVersion(version.value) : version;
  if (!published.ok) return refused(published.error);
  print('Published.');
  return 0;
}

/** The version that `exam` or `exam@2` names: the course's own before the server's, the newest without a number. */
async function findVersion(
  course: InstructedCourse,
  what: string,
): Promise<Result<string, string>> {
  const { libraryOf } = await import('@/lib/features/library/data');
  const [slug = '', number] = what.split('@');
  const exam = (await libraryOf(course)).find((each) => each.slug === slug);
  if (!exam) return fail(`There is no exam "${slug}" in this course; see nabla exam list.`);
  const version =
    number === undefined
      ? exam.versions[0]
      : exam.versions.find((each) => `${each.number}` === number);
  return version ? ok(version.id) : fail(`${slug} has no version ${number}.`);
}

/** A zip file as it is, or a folder with what lies in it. */
async function filesAt(path: string): Promise<Result<UploadedFile[], string>> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder
      ? (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile())
      : [];
    const folder = basename(resolve(path));
    const files = isFolder
      ? names.map(({ name }) => ({ path: `${folder}/${name}`, file: join(path, name) }))
      : [{ path: folder, file: path }];
    return ok(
      await Promise.all(
        files.map(async ({ path: named, file }) => ({
          path: named,
          bytes: new Uint8Array(await readFile(file)),
        })),
      ),
    );
  } catch (error) {
    return fail(unreadable(path, error));
  }
}

interface Called {
  command: Command;
  what: string;
  course: string;
  publish: boolean;
}

function readArguments(args: readonly string[]): Result<Called, string> {
  const read = readOptions({
    args: [...args],
    options: { course: { type: 'string' }, publish: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [name = '', ...behind] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(name === '' ? '' : `no command "exam ${name}"`);
  const problem = problemBehind(`exam ${name}`, behind, NEEDS[name]);
  if (problem !== null) return fail(problem);
  if (values.course === undefined) return fail('--course says whose library');
  const [what = ''] = behind;
  return ok({ command, what, course: values.course, publish: values.publish });
}
