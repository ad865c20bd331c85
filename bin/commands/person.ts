import type { PeopleAdmin } from '@/lib/features/people/policy';
import {
  type Called,
  misused,
  note,
  onDatabase,
  print,
  problemBehind,
  readCall,
  refused,
} from './common';

const USAGE = `nabla person add …                            as nabla user add
nabla person list [--search <words>]          people by name, number or e-mail
nabla person deactivate <e-mail> [--undo]     lets them sign in by no way, and ends their sessions
nabla person reset <e-mail> [--mail]          prints a link to set a password: once, for 7 days; or mails it
nabla person invite --course <slug> [--again] mails such a link to everybody of a course who cannot sign
                                              in yet; --again: to those who have not used theirs`;

const EMAIL = 'the e-mail of a person; `nabla person list` shows them';

/** The commands, and what they need behind their name. */
const NEEDS: Readonly<Record<string, string | undefined>> = {
  list: undefined,
  invite: undefined,
  deactivate: EMAIL,
  reset: EMAIL,
};

/**
 * `nabla person …`: people and their accounts.
 * @returns the exit status: 0; 1 where it is refused; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args[0] === 'add') return (await import('./user')).run(args);
  const called = readCall(args, ['search', 'course'], ['undo', 'mail', 'again']);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what, flags } = called.value;
  if (!Object.hasOwn(NEEDS, name))
    return misused(USAGE, name === '' ? '' : `no command "person ${name}"`);
  const problem = problemBehind(`person ${name}`, what === '' ? [] : [what], NEEDS[name]);
  if (problem !== null) return misused(USAGE, problem);
  switch (name) {
    case 'list':
      return list(called.value);
    case 'invite':
      return invite(called.value);
    case 'deactivate':
      return onPerson(what, (admin, id) => activity(admin, id, flags.has('undo')));
    default:
      return onPerson(what, flags.has('mail') ? mail : reset);
  }
}

async function onPerson(
  email: string,
  task: (admin: PeopleAdmin, personId: string) => Promise<number>,
): Promise<number> {
  return onDatabase(async () => {
    const { personByEmail } = await import('@/lib/features/people/people-data');
    const { serverAdmin } = await import('@/lib/features/people/policy');
    const admin = serverAdmin();
    const personId = await personByEmail(admin, email);
    if (personId !== null) return task(admin, personId);
    return refused({ message: `There is nobody with the e-mail ${email}.` });
  });
}

async function activity(admin: PeopleAdmin, id: string, undo: boolean): Promise<number> {
  const { deactivate, reactivate } = await import('@/lib/features/people/admin-mutations');
  const done = await (undo ? reactivate(admin, id) : deactivate(admin, id));
  if (!done.ok) return refused(done.error);
  print(undo ? 'May sign in again.' : 'Deactivated, and signed out everywhere.');
  return 0;
}

async function reset(admin: PeopleAdmin, id: string): Promise<number> {
  const { resetPassword } = await import('@/lib/features/people/invitation-mutations');
  const { env } = await import('@/lib/server/env');
  const link = await resetPassword(admin, id);
  if (!link.ok) return refused(link.error);
  const { NEXTAUTH_URL } = env();
  print(NEXTAUTH_URL ? new URL(link.value.path, NEXTAUTH_URL).href : link.value.path);
  if (!NEXTAUTH_URL) note('Set NEXTAUTH_URL to get whole links.');
  return 0;
}

async function mail(admin: PeopleAdmin, id: string): Promise<number> {
  const { mailReset } = await import('@/lib/features/mail/queue-mutations');
  const queued = await mailReset(admin, id);
  if (!queued.ok) return refused(queued.error);
  print('The mail waits for the worker, which sends it while Nabla runs: nabla mail list');
  return 0;
}

async function invite({ values, flags }: Called): Promise<number> {
  const { course: slug } = values;
  if (slug === undefined) return misused(USAGE, 'say --course');
  return onDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const { mailInvitations } = await import('@/lib/features/mail/queue-mutations');
    const course = await courseBySlug(slug);
    if (!course.ok) return refused(course.error);
    const queued = await mailInvitations(course.value, flags.has('again'));
    if (!queued.ok) return refused(queued.error);
    print(
      `${queued.value.queued} mails wait for the worker, which sends them while Nabla runs: nabla mail list`,
    );
    return 0;
  });
}

async function list({ values }: Called): Promise<number> {
  return onDatabase(async () => {
    const { peopleTable } = await import('@/lib/features/people/people-data');
    const { serverAdmin } = await import('@/lib/features/people/policy');
    const { peopleQuerySchema } = await import('@/lib/features/people/schema');
    const asked = peopleQuerySchema.parse({ search: values.search ?? '' });
    let shown = 0;
    for (let page = 1; ; page++) {
      const { rows, total } = await peopleTable(serverAdmin(), { ...asked, page });
      if (total === 0) note('There is nobody like that.');
      for (const { name, email, studentNumber, isAdmin, deactivated, courses } of rows) {
        const words = [
          ...(studentNumber === null ? [] : [studentNumber]),
          ...(isAdmin ? ['admin'] : []),
          ...(deactivated ? ['deactivated'] : []),
          `${courses} ${courses === 1 ? 'course' : 'courses'}`,
        ];
        print(`${email}  ${name}, ${words.join(', ')}`);
      }
      shown += rows.length;
      if (rows.length === 0 || shown >= total) return 0;
    }
  });
}
