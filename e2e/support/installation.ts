import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bin/database/ports';

/** Where the site was built: a production install where `npm test` runs, else this checkout. */
const SITE = process.env.NABLA_E2E_SITE ?? '.';

/** A Nabla of its own, with its own data, started as `npm start` does. */
export interface Installation {
  address: string;
  folder: string;
  /** Everything that its launcher has printed. */
  output: () => string;
  launcher: ChildProcess;
  /** The process that listens, grades or stores: for tests that kill it. */
  pidOf: (part: 'web' | 'worker' | 'database') => Promise<number>;
  stop: () => Promise<void>;
  /** Stops it and removes its data. */
  remove: () => Promise<void>;
}

/** Starts one and waits until it serves. */
export async function startInstallation(
  env: Record<string, string> = {},
  folder?: string,
): Promise<Installation> {
  const port = env.PORT ?? `${await freePort()}`;
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'nabla-e2e-')));
  const { launcher, output } = launch(data, { PORT: port, ...env });
  await untilPrinted(launcher, output, /is ready at/);
  const stop = async () => {
    if (launcher.exitCode !== null || launcher.signalCode !== null) return;
    const gone = new Promise((resolve) => launcher.once('exit', resolve));
    launcher.kill('SIGTERM');
    await gone;
  };
  return {
    address: `http://localhost:${port}`,
    folder: data,
    output,
    launcher,
    pidOf: (part) => pidOf(data, launcher, part),
    stop,
    remove: async () => {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Starts one that is expected to refuse, and waits for its end. */
export async function startRefused(
  env: Record<string, string>,
  folder: string,
): Promise<{ code: number | null; output: string }> {
  const { launcher, output } = launch(folder, { PORT: `${await freePort()}`, ...env });
  const code = await new Promise<number | null>((resolve) => launcher.once('exit', resolve));
  return { code, output: output() };
}

/** Runs a command of `nabla` on its data. */
export async function nabla(folder: string, args: readonly string[]): Promise<string> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'bin/nabla.ts'];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: SITE,
    env: environment(folder, {}),
  });
  const output = collect(child);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`nabla ${args.join(' ')} ended with ${code}\n${output()}`);
  return output();
}

function launch(folder: string, env: Record<string, string>) {
  const launcher = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: SITE,
    env: environment(folder, env),
  });
  return { launcher, output: collect(launcher) };
}

function environment(folder: string, env: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, NABLA_DEMO: __, HOST: ___, ...inherited } = process.env;
  return { ...inherited, NODE_ENV: 'production', NABLA_DATA: folder, ...env };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

async function untilPrinted(
  launcher: ChildProcess,
  output: () => string,
  words: RegExp,
): Promise<void> {
  const deadline = performance.now() + 110_000;
  while (!words.test(output())) {
    const ended = launcher.exitCode !== null || launcher.signalCode !== null;
    if (ended || performance.now() > deadline) {
      launcher.kill('SIGKILL');
      throw new Error(`The installation did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Children are found by what they run; the database by its own file, for it is nobody's child. */
async function pidOf(
  folder: string,
  launcher: ChildProcess,
  part: 'web' | 'worker' | 'database',
): Promise<number> {
  if (part === 'database') {
    const text = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
    return Number.parseInt(text, 10);
  }
  const program = part === 'web' ? 'bin/start/serve.mjs' : 'bin/worker.ts';
  const processId = await descendantRunning(launcher.pid ?? 0, program);
  if (processId === null) throw new Error(`no ${part} is running`);
  return processId;
}

async function descendantRunning(pid: number, program: string): Promise<number | null> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (command.includes(program)) return pid;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  for (const child of children.split(' ').filter((word) => word !== '')) {
    const processId = await descendantRunning(Number(child), program);
    if (processId !== null) return processId;
  }
  return null;
}
