import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { db } from '@/lib/server/db';

/**
 * A database of its own for every test file, copied from the migrated one: the sweeper of one file
 * must not hand in the attempts of another, whose clock says something else.
 */
const { DATABASE_URL: template = '', ...environment } = inject('environment');
const url = new URL(template);
const name = url.pathname.slice(1);
const copy = `${name}_${randomBytes(4).toString('hex')}`;
const admin = new URL(template);
admin.pathname = '/postgres';

async function command(sql: string): Promise<void> {
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

// Somebody else is copying at this moment: PostgreSQL does one copy of a database at a time.
for (let tries = 1; ; tries++) {
  const failure = await command(`CREATE DATABASE ${copy} TEMPLATE ${name}`).catch(
    (error: Error) => error,
  );
  if (!failure) break;
  if (tries === 50) throw failure;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
url.pathname = `/${copy}`;
Object.assign(process.env, { ...environment, DATABASE_URL: url.href });

afterAll(async () => {
  await db().$disconnect();
  await command(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
});
