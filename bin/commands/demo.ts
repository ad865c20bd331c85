import { withOurDatabase } from '../database/ours';
import { misused, problemBehind, readCall } from './common';

const USAGE = 'nabla demo lock    takes the known password from the demo people; all data stays';

/**
 * `nabla demo lock`: closes what the demo opened, so that the server may be reached from elsewhere.
 * @returns the exit status: 0, or 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(args, [], []);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what } = called.value;
  if (name !== 'lock') return misused(USAGE, name === '' ? '' : `no command "demo ${name}"`);
  const problem = problemBehind('demo lock', what === '' ? [] : [what]);
  if (problem !== null) return misused(USAGE, problem);
  const locked = await withOurDatabase(async () => {
    const { lockDemo } = await import('@/lib/features/exams/demo-mutations');
    const { db } = await import('@/lib/server/db');
    return lockDemo().finally(() => db().$disconnect());
  });
  process.stdout.write(
    locked.length === 0
      ? 'No demo person has the known password.\n'
      : `Took the known password from ${locked.join(', ')}. Add an admin of your own with "nabla user add --admin".\n`,
  );
  return 0;
}
