/**
 * `npm run migration -- <name>`: drafts the migration that brings the database from what the
 * migrations make to what schema.prisma says. The draft is read and finished by hand.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from './migrate';
import { differenceToSchema } from './schema-engine';
import { withThrowawayDatabase } from './throwaway';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run migration -- <name>, lower case with underscores');
  process.exit(2);
}

const sql = await withThrowawayDatabase('draft', async (url) => {
  await migrate(url);
  return differenceToSchema(url);
});
if (sql === '') {
  console.log('Nothing to do: the migrations agree with prisma/schema.prisma.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(import.meta.dirname, '..', '..', 'prisma', 'migrations', `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`Drafted ${folder}/migration.sql. Read it, finish it, then run npm run check.`);
}
