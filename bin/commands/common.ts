import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '@/lib/result';

/** What some commands need behind their name, and what shows it. */
export const ID_OF_SITTING = 'the id of a sitting; `nabla sitting list` shows them';
export const ID_OF_ATTEMPT = 'the id of an attempt; `nabla sitting scripts` shows them';

/** Reads options as Node does; what it does not take is told in words of ours. */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
): Result<ReturnType<typeof parseArgs<Config>>, string> {
  try {
    return ok(parseArgs(config));
  } catch (error) {
    return fail(wordsOf(error));
  }
}

/** Node's words speak to whoever writes a program, not to whoever calls it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  const [, option = ''] = /'(--?[^\s']+)/.exec(message) ?? [];
  const [, word = ''] = /'(.*)'/.exec(message) ?? [];
  switch ('code' in error && error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      if (message.includes('does not take')) return `${option} takes no value.`;
      return `${option} needs a value; one that begins with a dash is written ${option}=-1.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `"${word}" is too much.`;
    default:
      return message;
  }
}

/**
 * What is wrong with what stands behind the name of a command; null where nothing is.
 * @param needs what belongs there; without it nothing does
 */
export function problemBehind(
  command: string,
  behind: readonly string[],
  needs?: string,
): string | null {
  if (needs !== undefined && behind.length === 0) return `${command} needs ${needs}.`;
  const tooMuch = behind.slice(needs === undefined ? 0 : 1);
  return tooMuch.length > 0 ? `"${tooMuch.join(' ')}" is too much behind ${command}.` : null;
}

/** Reads a command that takes one thing and no option. */
export function readOne(
  command: string,
  args: readonly string[],
  needs: string,
): Result<string, string> {
  const read = readOptions({ args: [...args], options: {}, allowPositionals: true });
  if (!read.ok) return read;
  const [one = '', ...more] = read.value.positionals;
  const problem = problemBehind(command, one === '' ? [] : [one, ...more], needs);
  return problem === null ? ok(one) : fail(problem);
}

/** The number of an option. */
export function readNumber(option: string, text: string, example: string): Result<number, string> {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? ok(number) : fail(`--${option} is a number such as ${example}.`);
}

/** Why a file could not be read. */
export function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder, not a file.`;
  return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

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
  const read = readOptions({
    args: [...args],
    options: Object.fromEntries([
      ...options.map((option) => [option, { type: 'string' as const }] as const),
      ...flags.map((flag) => [flag, { type: 'boolean' as const }] as const),
    ]),
    allowPositionals: true,
  });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [name = '', what = '', ...rest] = positionals;
  if (rest.length > 0) return fail(`"${rest.join(' ')}" is too much.`);
  const entries = Object.entries(values);
  return ok({
    name,
    what,
    values: Object.fromEntries(
      entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    ),
    flags: new Set(entries.flatMap(([key, value]) => (value === true ? [key] : []))),
  });
}

/** Runs something on the database of DATABASE_URL, else on this checkout's own. */
export async function onDatabase(task: () => Promise<number>): Promise<number> {
  // Only now: the commands that need no database start without what reaches one.
  const { withOurDatabase } = await import('../database/ours');
  return withOurDatabase(async () => {
    const { db } = await import('@/lib/server/db');
    return task().finally(() => db().$disconnect());
  });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells whoever looks on; a program that reads the output does not get it. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** @returns the exit status of what was refused */
export function refused({ message }: { message: string }): number {
  process.stderr.write(`nabla: ${message}\n`);
  return 1;
}

/**
 * What is wrong comes last, where it is seen.
 * @returns the exit status of wrong arguments
 */
export function misused(usage: string, problem: string): number {
  process.stderr.write(`${usage}\n${problem ? `\nnabla: ${problem}\n` : ''}`);
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
