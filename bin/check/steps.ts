import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { seconds } from '../progress';
import { root } from '../start/settings';

/** What a change has to hold beside its tests, each as arguments of Node. */
function steps(): { title: string; args: string[] }[] {
  const tool = (path: string, ...args: string[]) => [join(root, 'node_modules', path), ...args];
  const colours = process.stdout.isTTY ? [] : ['--colors=off'];
  return [
    {
      title: 'format, lint, import rule and development dependencies',
      args: tool('@biomejs/biome/bin/biome', 'ci', ...colours, '.'),
    },
    {
      title: 'registries of kinds',
      args: ['--import', 'tsx', 'bin/make-registries.ts', '--check'],
    },
    {
      title: 'schema of exam files for editors',
      args: ['--import', 'tsx', 'bin/make-exam-schema.ts', '--check'],
    },
    {
      title: 'rooms: the linter’s rule and the documents against the table',
      args: ['--import', 'tsx', 'bin/make-rooms.ts', '--check'],
    },
    {
      title: 'sizes of files, functions and folders',
      args: ['--import', 'tsx', 'bin/lint/check-sizes.ts'],
    },
    // Types of routes and style sheets, which Next writes; a clean clone has none yet.
    ...(existsSync(join(root, 'next-env.d.ts'))
      ? []
      : [{ title: 'types of routes', args: tool('next/dist/bin/next', 'typegen') }]),
    {
      title: 'files, exports and dependencies that nothing uses',
      args: tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
    },
    { title: 'types', args: tool('typescript/bin/tsc', '--noEmit') },
    {
      title: 'schema against migrations',
      args: ['--import', 'tsx', 'bin/database/check-schema.ts'],
    },
  ];
}

/** Runs all steps, also after one that fails, and says how each ended. */
export function runChecks(): { passed: number; failed: number } {
  const counts = { passed: 0, failed: 0 };
  for (const { title, args } of steps()) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds(start)})`);
    counts[status === 0 ? 'passed' : 'failed'] += 1;
  }
  return counts;
}
