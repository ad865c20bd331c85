import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '@/lib/result';
import { withOurDatabase } from '../database/ours';

/** Options that all take a value, and flags, as a command was called with. */
export interface Called {
  name: string;
  what: string;
  values: Readonly<Record<string, string | undefined>>;
  flags: ReadonlySet<string>;
}

/** Reads `<name> [<what>] --option value --flag`; what is not known is told in words. */
export function readCall(
  args: readonly string[],
  options: readonly string[],
  flags: readonly string[],
): Result<Called, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries([
        ...options.map((option) => [option, { type: 'string' as const }] as const),
        ...flags.map((flag) => [flag, { type: 'boolean' as const }] as const),
      ]),
      allowPositionals: true,
    });
    const [name = '', what = '', ...rest] = positionals;
    if (rest.length > 0) return fail(`"${rest.join(' ')}" is too much`);
    const entries = Object.entries(values);
    return ok({
      name,
      what,
      values: Object.fromEntries(
        entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
      ),
      flags: new Set(entries.flatMap(([key, value]) => (value === true ? [key] : []))),
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Runs something on the database of DATABASE_URL, else on this checkout's own. */
export async function onDatabase(task: () => Promise<number>): Promise<number> {
  return withOurDatabase(async () => {
    const { db } = await import('@/lib/server/db');
    return task().finally(() => db().$disconnect());
  });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** @returns the exit status of what was refused */
export function refused({ message }: { message: string }): number {
  process.stderr.write(`nabla: ${message}\n`);
  return 1;
}

/** @returns the exit status of wrong arguments */
export function misused(usage: string, problem: string): number {
  process.stderr.write(`${problem ? `nabla: ${problem}\n\n` : ''}${usage}\n`);
  return 2;
}

/** What is wrong with options, by the schema that read them. */
export function problemsOf(error: {
  issues: readonly { path: PropertyKey[]; message: string }[];
}): string {
  return error.issues
    .map(({ path, message }) => `--${path.at(-1)?.toString() ?? ''}: ${message}`)
    .join('\n');
}
