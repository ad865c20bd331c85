import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { root, type Settings } from './settings';

const SLOWEST_STOP_MS = 8000;

/** Next, in production or development. What it prints is kept; its errors are shown as well. */
export function startSite(
  { dev, host }: Settings,
  port: number,
  env: NodeJS.ProcessEnv,
  log: Writable,
): ChildProcess {
  const flags = ['--port', `${port}`, '--hostname', host, ...(dev ? ['--dev'] : [])];
  const child = spawn(process.execPath, [join(root, 'bin/start/serve.mjs'), ...flags], {
    cwd: root,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', dev ? 'inherit' : 'pipe', 'pipe', 'ipc'],
  });
  return keepWords(child, log);
}

/** A grading worker. What it prints is kept; its errors are shown as well. */
export function startWorker(env: NodeJS.ProcessEnv, log: Writable): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(root, 'bin/worker.ts')],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  return keepWords(child, log);
}

function keepWords(child: ChildProcess, log: Writable): ChildProcess {
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}

/** Ends a child: kindly, and after some seconds for good. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), SLOWEST_STOP_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
}

/** Waits until the site answers. */
export async function untilServing(address: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('The web server did not answer within a minute.');
}
