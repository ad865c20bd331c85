/** What has to be there before any TypeScript of ours can run. Plain JavaScript: only Node is needed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export const root = join(import.meta.dirname, '..');

const OLDEST_NODE = [20, 19];

/** Stops with a clear message where Node is too old; the errors it would give say nothing. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(`Nabla needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
  process.exit(1);
}

/**
 * Runs `npm ci` where node_modules is missing or made from another lock file. Nothing of ours needs
 * an install script, and what is not run cannot do harm.
 */
export async function ensureInstalled() {
  const lock = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules', '.nabla-lock');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // Installed by hand, as `npm ci` or `npm install`, after the lock file was written.
  const own = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(own) || statSync(own).mtimeMs < statSync(lock).mtimeMs) await install();
  writeFileSync(stamp, hash);
}

async function install() {
  const start = performance.now();
  const seconds = () => `${Math.round((performance.now() - start) / 1000)} s`;
  console.log('Installing packages (npm ci)');
  const ticker = setInterval(() => console.log(`  still installing, ${seconds()}`), 10_000);
  const code = await run('npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--ignore-scripts',
  ]);
  clearInterval(ticker);
  if (code !== 0) {
    console.error('npm ci failed; see above.');
    process.exit(1);
  }
  console.log(`  installed in ${seconds()}`);
}

function run(command, args) {
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
    const npm = process.platform === 'win32' ? `${command}.cmd` : command;
    const child = spawn(npm, args, { ...options, shell: process.platform === 'win32' });
    child.once('error', () => resolve(1));
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

/**
 * Runs a TypeScript program of ours to its end, passing on signals and its exit code. Its channel
 * to us tells it when we are gone, however we went.
 */
export function runProgram(file, args) {
  const program = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(root, file), ...args],
    { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the program by itself, a signal to us alone does not; twice does no harm.
    process.on(signal, () => program.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  // npm runs us through a shell; a signal to npm alone ends that shell and never reaches us.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && program.kill('SIGTERM'), 500).unref();
  }
  program.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
