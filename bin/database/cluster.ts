import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from './binaries';
import type { ClusterOptions } from './cluster-options';
import { findHome, type ServerHome } from './home';
import { initialise } from './initialise';
import { freePort, isFree } from './ports';
import { createDatabase, probe } from './probe';
import { type ClusterState, readState, writeState } from './state';

export interface Cluster {
  /** False where a running server was adopted. */
  started: boolean;
  /** The connection string of one of its databases; creates the database where it is missing. */
  database: (name: string) => Promise<string>;
  /** Whether the server's process is there. */
  isAlive: () => Promise<boolean>;
  /** Stops the server and waits until its data is safe. */
  stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

/**
 * Opens the embedded PostgreSQL of a folder: adopts the server that already runs there, else starts
 * one, after creating its data where there is none. After a `kill -9` the old server's lock can
 * outlive it for some seconds; starting is tried until it is gone.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const home = await findHome(options.folder);
  if (home.moved) options.log(home.moved);
  await initialise(home, options);
  const deadline = performance.now() + START_TIMEOUT_MS;
  let started = false;
  for (;;) {
    const state = await readState(options.folder);
    const running = await probe(state, home.data);
    if (running) return describe(home, state, started);
    if (performance.now() > deadline) {
      throw new Error(
        `The database server did not start within ${START_TIMEOUT_MS / 1000} s; see ${logFile(options)}.`,
      );
    }
    if (await isAlive(home)) {
      await sleep(100);
      continue;
    }
    started = await start(home, await withUsablePort(state, options), options);
    if (!started) await sleep(500);
  }
}

function describe(home: ServerHome, state: ClusterState, started: boolean): Cluster {
  return {
    started,
    database: (name) => createDatabase(state, name),
    isAlive: () => isAlive(home),
    stop: () => stop(home),
  };
}

async function withUsablePort(
  state: ClusterState,
  { folder }: ClusterOptions,
): Promise<ClusterState> {
  if (await isFree(state.port)) return state;
  const moved = { ...state, port: await freePort() };
  await writeState(folder, moved);
  return moved;
}

/** Starts the server in a session of its own, so that Ctrl-C reaches it last and by our hand. */
async function start(
  { binaries, data, user }: ServerHome,
  { port }: ClusterState,
  options: ClusterOptions,
): Promise<boolean> {
  const log = await open(logFile(options), 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(options.throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, '-p', `${port}`, ...flags], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment,
  });
  const exited = new Promise<boolean>((resolve) => {
    server.once('exit', () => resolve(false));
    server.once('error', () => resolve(false));
  });
  const settled = await Promise.race([exited, sleep(300).then(() => true)]);
  server.unref();
  await log.close();
  return settled;
}

export function logFile({ folder }: Pick<ClusterOptions, 'folder'>): string {
  return join(folder, 'postgres.log');
}

async function serverPid({ data }: ServerHome): Promise<number | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

async function isAlive(home: ServerHome): Promise<boolean> {
  const pid = await serverPid(home);
  if (pid === null) return false;
  // After a reboot the number in the lock file may be another program's.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (process.platform === 'linux') return command?.includes('postgres') ?? false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stop(home: ServerHome): Promise<void> {
  const pid = await serverPid(home);
  if (pid === null) return;
  // SIGINT: a fast shutdown, which ends sessions and writes a checkpoint. SIGQUIT: recovery later.
  for (const [signal, tries] of [
    ['SIGINT', 200],
    ['SIGQUIT', 100],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let tried = 0; tried < tries; tried++) {
      if (!(await isAlive(home))) return;
      await sleep(100);
    }
  }
}
