import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readMigrations } from '../database/migrate';
import { writePrivateJson } from '../database/secrets';
import {
  hashFile,
  MANIFEST,
  type Manifest,
  newManifest,
  SECRETS,
  type TableEntry,
  tableFile,
} from './archive';
import { type Table, tablesInOrder } from './tables';

/**
 * Writes everything of a database, as it is at one moment, into a new folder; Nabla may go on
 * meanwhile. The folder gets its name last: one that is there is whole.
 * @param secrets kept beside the data: without its key no receipt can be verified
 * @param log is told how far it is, after each table
 * @throws Error where the folder exists or cannot be written
 */
export async function writeBackup(
  url: string,
  folder: string,
  secrets: Record<string, string>,
  log: (line: string) => void = () => undefined,
): Promise<Manifest> {
  if (await stat(folder).catch(() => null)) throw new Error(`${folder} exists already.`);
  const partial = join(dirname(folder), `.backup-${process.pid}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const manifest = await writeTables(url, partial, log);
    await writePrivateJson(join(partial, SECRETS), secrets);
    await writePrivateJson(join(partial, MANIFEST), manifest);
    await rename(partial, folder);
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function writeTables(
  url: string,
  folder: string,
  log: (line: string) => void,
): Promise<Manifest> {
  const client = new Client({ connectionString: url, application_name: 'nabla-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ at: Date }>('SELECT now() AS at');
    const tables: TableEntry[] = [];
    const all = await tablesInOrder(client);
    for (const table of all) {
      const written = await writeTable(client, folder, table);
      tables.push(written);
      log(`  ${tables.length} of ${all.length} tables: ${written.name}, ${written.rows} rows`);
    }
    await client.query('COMMIT');
    const migrations = (await readMigrations()).map(({ name, checksum }) => ({ name, checksum }));
    const madeAt = rows[0]?.at.toISOString() ?? '';
    return newManifest({ madeAt, migrations, tables });
  } finally {
    await client.end();
  }
}

async function writeTable(client: Client, folder: string, table: Table): Promise<TableEntry> {
  const { name, columns } = table;
  const file = tableFile(folder, name);
  const copy = client.query(copyTo(`COPY "${name}" (${quoted(columns)}) TO STDOUT`));
  await pipeline(copy, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { name, columns, rows: copy.rowCount, sha256: await hashFile(file) };
}

/** Names as SQL lists them. */
export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
