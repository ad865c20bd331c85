import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isEmpty } from '@/lib/features/exams/data';
import {
  createDemo,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  openToEveryone,
} from '@/lib/features/exams/demo-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import { loadPublishableExam } from '@/lib/kinds/exams/load-exam';
import { describeProblem } from '../commands/describe-problem';
import { migrate } from '../database/migrate';
import { isOpenToOthers, root, type Settings } from './settings';

/** Who can sign in with the known password; empty where there are no demo people. */
export interface DemoLogins {
  password: string;
  people: { email: string; role: string }[];
}

/** Migrates the database, loads the exams, and fills an empty one with the demo. */
export async function prepare(
  url: string,
  { demo, host }: Pick<Settings, 'demo' | 'host'>,
): Promise<{ notes: string[]; logins: DemoLogins | null }> {
  const notes = (await migrate(url)).map((name) => `applied ${name}`);
  const fresh = await isEmpty();
  const folder = join(root, 'exams');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  let demoMade = false;
  for (const name of names) {
    const exam = await loadPublishableExam(join(folder, name));
    if (!exam.ok) {
      // One broken file must not keep everybody out of the others.
      notes.push(`exams/${name} was not loaded:`, ...exam.error.map(describeProblem));
      continue;
    }
    const stored = await storeExam(exam.value);
    if (stored.isNew) notes.push(`loaded ${name}, version ${stored.number}`);
    if (fresh && demo && !demoMade) {
      await createDemo({ ...stored, title: exam.value.title, minutes: exam.value.minutes });
      demoMade = true;
      notes.push('added a demo course with demo people');
    }
  }
  if (isOpenToOthers({ host })) await refuseKnownPasswords();
  return { notes, logins: await logins() };
}

/** Whoever read the sources could sign in as the admin, also where the demo was made long ago. */
async function refuseKnownPasswords(): Promise<void> {
  const open = await openToEveryone();
  if (open.length === 0) return;
  throw new Error(
    [
      `The demo people (${open.join(', ')}) have a password that everybody knows,`,
      'and this server would be reachable from other computers. Either',
      '  npm run -s nabla -- demo lock    takes that password away; all data stays, or',
      '  HOST=127.0.0.1 npm start         serves this computer only.',
    ].join('\n'),
  );
}

/** Said at every start: also one without NABLA_DEMO must not hide that the password still works. */
async function logins(): Promise<DemoLogins | null> {
  const there = await openToEveryone();
  if (there.length === 0) return null;
  const people = DEMO_PEOPLE.filter(({ email }) => there.includes(email));
  return {
    password: DEMO_PASSWORD,
    people: people.map(({ email, role }) => ({ email, role: (role ?? 'ADMIN').toLowerCase() })),
  };
}
