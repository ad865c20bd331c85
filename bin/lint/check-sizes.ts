/** Fails where a file, function or folder is larger than it may be (`size-limits.ts`). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXCEPTIONS, SIZE_LIMITS } from './size-limits';
import { sizeProblems } from './sizes';

const root = join(import.meta.dirname, '..', '..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const paths = listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)));
const problems = sizeProblems(root, paths, SIZE_LIMITS);
const unexpected = problems.filter(({ name }) => !EXCEPTIONS.includes(name));
const stale = EXCEPTIONS.filter((name) => !problems.some((problem) => problem.name === name));
for (const { message } of unexpected) console.error(message);
for (const name of stale)
  console.error(`${name}: no exception is needed (bin/lint/size-limits.ts)`);
process.exitCode = unexpected.length + stale.length > 0 ? 1 : 0;
