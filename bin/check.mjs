/** `npm run check`: format, lint, import rule, types, registries, schema against migrations. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkNode, ensureInstalled, root } from './install.mjs';

checkNode();
await ensureInstalled();
const { generateClient } = await import('./generate.mjs');
generateClient();

const node = (...args) => [process.execPath, ...args];
const tool = (path, ...args) => node(join(root, 'node_modules', path), ...args);

const steps = [
  [
    'format, lint and import rule',
    tool('@biomejs/biome/bin/biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'),
  ],
  ['registries of kinds', node('--import', 'tsx', 'bin/make-registries.ts', '--check')],
  // Types of routes and style sheets, which Next writes; a clean clone has none yet.
  ...(existsSync(join(root, 'next-env.d.ts'))
    ? []
    : [['types of routes', tool('next/dist/bin/next', 'typegen')]]),
  ['types', tool('typescript/bin/tsc', '--noEmit')],
  ['schema against migrations', node('--import', 'tsx', 'bin/database/check-schema.ts')],
];

let failed = 0;
for (const [title, [command, ...args]] of steps) {
  const start = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
