import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readMigrations } from '../database/migrate';
import { type Manifest, openArchive, type TableEntry, tableFile } from './archive';
import { quoted } from './write';

/**
 * Reads a back-up into a database that has the tables and no rows, in one transaction: all of it or
 * nothing. The queue is not in it: it can be told from what was submitted and not graded.
 * @throws Error where the back-up is damaged or of other migrations, or the database is in use
 */
export async function readBackup(url: string, folder: string): Promise<Manifest> {
  const manifest = await openArchive(folder);
  await refuseOtherMigrations(manifest);
  const client = new Client({ connectionString: url, application_name: 'nabla-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await refuseUsed(client, manifest);
    for (const table of manifest.tables) await readTable(client, folder, table);
    await client.query('COMMIT');
    return manifest;
  } finally {
    // Ends an open transaction too, which then never was.
    await client.end();
  }
}

async function refuseOtherMigrations({ migrations }: Manifest): Promise<void> {
  const here = await readMigrations();
  const same =
    here.length === migrations.length &&
    here.every(({ name, checksum }, index) => {
      const there = migrations[index];
      return there?.name === name && there.checksum === checksum;
    });
  if (same) return;
  const newest = migrations.at(-1)?.name ?? 'none';
  throw new Error(
    `This back-up is of another version of Nabla (its newest migration is ${newest}). Restore it with that version, then upgrade.`,
  );
}

async function refuseUsed(client: Client, { tables }: Manifest): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name IN ('nabla', 'nabla-worker')`,
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new Error('Nabla is running on this database. Stop it first.');
  for (const { name } of tables) {
    const rows = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rows.rowCount === 0) continue;
    throw new Error(`The database is not empty: there are rows in ${name}. Nothing was changed.`);
  }
}

async function readTable(client: Client, folder: string, table: TableEntry): Promise<void> {
  const { name, columns, rows } = table;
  const copy = client.query(copyFrom(`COPY "${name}" (${quoted(columns)}) FROM STDIN`));
  await pipeline(createReadStream(tableFile(folder, name)), createGunzip(), copy);
  if (copy.rowCount === rows) return;
  throw new Error(`${name}: ${copy.rowCount} rows came in, ${rows} were expected.`);
}
