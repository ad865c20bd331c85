import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** The lock that `prisma migrate deploy` takes as well: the two never run at the same time. */
const MIGRATION_LOCK = 72_707_369;

/** The table as Prisma's own tools create and read it. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations of this checkout, in order. */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings a database to the state of this checkout: our migrations, each in one transaction, then
 * the job queue's own. The same rows as `prisma migrate deploy`, whose engine cannot be installed
 * from npm alone.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(url: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(HISTORY);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await isApplied(client, migration)) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    await runMigrations({ connectionString: url });
    return applied;
  } finally {
    await client.end();
  }
}

async function isApplied(client: Client, { name, checksum }: Migration): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string; finished_at: Date | null }>(
    `SELECT checksum, finished_at FROM "_prisma_migrations"
     WHERE migration_name = $1 AND rolled_back_at IS NULL ORDER BY started_at DESC LIMIT 1`,
    [name],
  );
  const [row] = rows;
  if (!row) return false;
  if (row.finished_at === null) {
    throw new Error(`Migration ${name} was begun by another tool and did not finish.`);
  }
  if (row.checksum !== checksum) {
    throw new Error(
      `Migration ${name} was changed after it was applied. Migrations are never edited: restore the file and add a new one.`,
    );
  }
  return true;
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
