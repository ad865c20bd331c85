import type { AddedPerson } from '@/lib/features/people/mutations';
import type { NewPerson } from '@/lib/features/people/schema';
import type { Result } from '@/lib/result';
import type { DomainError } from '@/lib/server/errors';
import { withOurDatabase } from '../database/ours';
import { misused, readOptions } from './common';

const USAGE = `nabla user add --email <address> --name <name>
    [--course <slug> --role student|grader|instructor]   enrol the person
    [--admin]                                            may do everything
    [--password <password>]                              else one is made and printed
    [--no-password]                                      signs in through OpenID Connect only`;

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  course: { type: 'string' },
  role: { type: 'string' },
  admin: { type: 'boolean', default: false },
  password: { type: 'string' },
  'no-password': { type: 'boolean', default: false },
} as const;

/**
 * `nabla user add …`: adds a person to the database of DATABASE_URL, else to this checkout's own.
 * @returns the exit status: 0, 1 if the person could not be added, 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command !== 'add') return misused(USAGE, command ? `no command "user ${command}"` : '');
  const options = readOptions({ args: [...rest], options: OPTIONS, strict: true });
  if (!options.ok) return misused(USAGE, options.error);
  const { email, name, course, role, admin, password } = options.value.values;
  if ((course === undefined) !== (role === undefined)) {
    return misused(USAGE, '--course and --role go together');
  }
  const { newPersonSchema } = await import('@/lib/features/people/schema');
  const { newPassword } = await import('@/lib/server/random');
  const generated =
    password === undefined && !options.value.values['no-password'] ? newPassword() : null;
  const person = newPersonSchema.safeParse({
    email,
    name,
    password: password ?? generated,
    isAdmin: admin,
    enrolment: course === undefined ? null : { course, role: role?.toUpperCase() },
  });
  if (!person.success) {
    const problems = person.error.issues.map(
      ({ path, message }) => `--${path.at(-1)?.toString() ?? ''}: ${message}`,
    );
    return misused(USAGE, problems.join('\n'));
  }
  const added = await withOurDatabase(async (): Promise<Result<AddedPerson, DomainError>> => {
    const { addPerson } = await import('@/lib/features/people/mutations');
    const { db } = await import('@/lib/server/db');
    return addPerson(person.data, null).finally(() => db().$disconnect());
  });
  if (!added.ok) {
    process.stderr.write(`nabla: ${added.error.message}\n`);
    return 1;
  }
  for (const line of said(added.value, person.data)) process.stdout.write(`${line}\n`);
  if (generated && added.value.isNew) process.stdout.write(`Password: ${generated}\n`);
  return 0;
}

/** What was done, a line for each. */
function said(
  { isNew, enrolled, becameAdmin }: AddedPerson,
  { email, enrolment }: NewPerson,
): string[] {
  const where = enrolment ? `${enrolment.role.toLowerCase()} of ${enrolment.course}` : '';
  if (isNew) return [`Added ${email}${where ? ` as ${where}` : ''}`];
  const known = `${email} was there already; name and password stay as they are`;
  return [
    known,
    ...(becameAdmin ? [`${email} is an admin now`] : []),
    ...(enrolled === 'enrolled' ? [`${email} is ${where} now`] : []),
    ...(enrolled === 'changed' ? [`${email} has another role now: ${where}`] : []),
    ...(enrolled === 'same' ? [`${email} was ${where} already`] : []),
  ];
}
