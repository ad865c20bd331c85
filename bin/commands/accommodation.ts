import { fail, ok, type Result } from '@/lib/result';
import { withOurDatabase } from '../database/ours';
import { misused, problemsOf, readNumber, readOptions, refused } from './common';

const USAGE = `nabla accommodation set <e-mail> … --course <slug> --reason <why>
    [--factor 1.25] [--minutes 10]   minutes x factor + minutes, in every sitting of the course
    [--sitting <id>]                 in this one alone, in the place of what the course says`;

/**
 * `nabla accommodation set …`: more time for some students.
 * @returns the exit status: 0, 1 where it is refused, 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readArguments(args);
  if (!called.ok) return misused(USAGE, called.error);
  return withOurDatabase(async () => {
    const { db } = await import('@/lib/server/db');
    try {
      const set = await setAccommodations(called.value);
      if (!set.ok) return refused(set.error);
      process.stdout.write(`${set.value}\n`);
      return 0;
    } finally {
      await db().$disconnect();
    }
  });
}

async function setAccommodations({
  emails,
  course: slug,
  sitting: sittingId,
  ...rest
}: Called): Promise<Result<string, { message: string }>> {
  const { courseBySlug } = await import('@/lib/features/courses/policy');
  const { accommodationsOf } = await import('@/lib/features/sittings/accommodation-data');
  const { accommodationSchema } = await import('@/lib/features/sittings/schema');
  const { accommodateInCourse, accommodateInSitting } = await import(
    '@/lib/features/sittings/accommodation-mutations'
  );
  const { sittingOfCourse } = await import('@/lib/features/sittings/policy');
  const course = await courseBySlug(slug);
  if (!course.ok) return course;
  const { students } = await accommodationsOf(course.value);
  const unknown = emails.filter((email) => !students.some((each) => each.email === email));
  if (unknown.length > 0) {
    return fail({ message: `No students of this course: ${unknown.join(', ')}.` });
  }
  const personIds = students.filter(({ email }) => emails.includes(email)).map(({ id }) => id);
  const parsed = accommodationSchema.safeParse({ ...rest, personIds });
  if (!parsed.success) {
    // As it is called here, not as it is stored.
    const message = problemsOf(parsed.error).replaceAll('--extraMinutes:', '--minutes:');
    return fail({ message });
  }
  const sitting = sittingId === undefined ? null : await sittingOfCourse(course.value, sittingId);
  if (sitting && !sitting.ok) return sitting;
  const set = sitting
    ? await accommodateInSitting(sitting.value, parsed.data)
    : await accommodateInCourse(course.value, parsed.data);
  if (!set.ok) return set;
  const { moved } = set.value;
  const ends = moved.map(({ name, before, after }) => {
    const earlier = after < before ? ', which is earlier' : '';
    return `${name}: ${before.toISOString()} -> ${after.toISOString()}${earlier}`;
  });
  return ok(
    [`Set for ${personIds.length}; moved ${moved.length} running ends.`, ...ends].join('\n'),
  );
}

interface Called {
  emails: string[];
  course: string;
  sitting: string | undefined;
  factor: number;
  extraMinutes: number;
  reason: string;
}

function readArguments(args: readonly string[]): Result<Called, string> {
  const read = readOptions({
    args: [...args],
    options: {
      course: { type: 'string' },
      sitting: { type: 'string' },
      factor: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '0' },
      reason: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [name = '', ...emails] = positionals;
  if (name !== 'set') return fail(name === '' ? '' : `no command "accommodation ${name}"`);
  if (emails.length === 0) {
    return fail('accommodation set needs the e-mail of a student; `nabla person list` shows them.');
  }
  if (values.course === undefined) return fail('--course says of which course');
  const factor = readNumber('factor', values.factor, '1.25');
  if (!factor.ok) return factor;
  const extraMinutes = readNumber('minutes', values.minutes, '10');
  if (!extraMinutes.ok) return extraMinutes;
  return ok({
    emails: emails.map((email) => email.toLowerCase()),
    course: values.course,
    sitting: values.sitting,
    factor: factor.value,
    extraMinutes: extraMinutes.value,
    reason: values.reason,
  });
}
