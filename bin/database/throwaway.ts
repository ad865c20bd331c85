import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { openCluster } from './cluster';
import { findHome } from './home';
import { ensureDatabase } from './probe';

const DATA = join(import.meta.dirname, '..', '..', '.data');

/** A database that nobody else uses, and how to get rid of it. */
export interface ThrowawayDatabase {
  url: string;
  remove: () => Promise<void>;
}

/**
 * Opens an empty database: on the server of DATABASE_URL a new one beside the given, else on an
 * embedded server of its own with its own data and port.
 */
export async function openThrowawayDatabase(purpose: string): Promise<ThrowawayDatabase> {
  const serverUrl = process.env.DATABASE_URL;
  return serverUrl ? openBeside(serverUrl, purpose) : openEmbedded(purpose);
}

/** Runs `use` with such a database and removes it, whatever happens. */
export async function withThrowawayDatabase<Value>(
  purpose: string,
  use: (url: string) => Promise<Value>,
): Promise<Value> {
  const database = await openThrowawayDatabase(purpose);
  try {
    return await use(database.url);
  } finally {
    await database.remove();
  }
}

async function openBeside(serverUrl: string, purpose: string): Promise<ThrowawayDatabase> {
  const name = `nabla_${purpose}_${randomBytes(4).toString('hex')}`;
  await ensureDatabase(serverUrl, name);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      const client = new Client({ connectionString: serverUrl });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

async function openEmbedded(purpose: string): Promise<ThrowawayDatabase> {
  await removeAbandoned();
  const folder = join(DATA, `throwaway-${process.pid}-${purpose}`);
  const cluster = await openCluster({ folder, throwaway: true, log: () => undefined });
  return {
    url: await cluster.database('nabla'),
    remove: async () => {
      await cluster.stop();
      await removeFolder(folder);
    },
  };
}

/** A test run that was killed leaves a server and a folder behind; the next one clears them away. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(DATA).catch(() => []);
  for (const name of names) {
    const pid = Number(/^throwaway-(\d+)-/.exec(name)?.[1]);
    if (!pid || isRunning(pid)) continue;
    const folder = join(DATA, name);
    const log = () => undefined;
    // Adopting is how one stops it; a folder without data has no server, and must not get one.
    if (await hasData(folder)) {
      await openCluster({ folder, throwaway: true, log })
        .then((cluster) => cluster.stop())
        .catch(() => undefined);
    }
    await removeFolder(folder);
  }
}

async function hasData(folder: string): Promise<boolean> {
  const { data } = await findHome(folder);
  return (await stat(join(data, 'PG_VERSION')).catch(() => null)) !== null;
}

async function removeFolder(folder: string): Promise<void> {
  const { data } = await findHome(folder);
  await rm(data, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
