import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressStatic } from './compress';
import { root } from './settings';

/** Everything that the built site is made of. */
const SOURCES = [
  'app',
  'lib',
  'public',
  'next.config.js',
  'proxy.ts',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_BUILT = /\.test\.tsx?$|^lib\/testing\//;
const STAMP = join(root, '.next', '.nabla-built-from');

/** Whether the site has to be built, and a function that does. */
export async function planBuild(): Promise<{ needed: boolean; build: () => Promise<void> }> {
  const hash = await hashSources();
  const built = await readFile(STAMP, 'utf8').catch(() => null);
  return {
    needed: built !== hash,
    build: async () => {
      await nextBuild();
      await compressStatic(join(root, '.next', 'static'));
      await writeFile(STAMP, hash);
    },
  };
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addTo(hash, source);
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (entries) {
    const names = entries.map(({ name }) => name).sort();
    for (const name of names) await addTo(hash, `${path}/${name}`);
    return;
  }
  if (NOT_BUILT.test(path)) return;
  const content = await readFile(join(root, path)).catch(() => null);
  if (content) hash.update(path).update(content);
}

async function nextBuild(): Promise<void> {
  const output: string[] = [];
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`next build failed\n${output.join('')}`);
}
