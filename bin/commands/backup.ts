import { resolve } from 'node:path';
import { withOurDatabase } from '../database/ours';
import { step } from '../progress';
import { readSecrets, readSettings } from '../start/settings';
import { misused, note, readOne } from './common';

const USAGE = 'nabla backup <folder>    writes everything of the database into a new folder';

/**
 * `nabla backup <folder>`: of the database of DATABASE_URL, else of this checkout's own.
 * @returns the exit status: 0, 1 where it could not be made, 2 for wrong arguments
 */
export async function backup(args: readonly string[]): Promise<number> {
  const called = readOne('backup', args, 'the name of a new folder');
  if (!called.ok) return misused(USAGE, called.error);
  const folder = called.value;
  const { writeBackup } = await import('../backup/write');
  try {
    const secrets = await readSecrets(readSettings([]).folder);
    const { tables } = await withOurDatabase(async () => {
      const made = await step(
        `Writing the database to ${folder}`,
        () => writeBackup(process.env.DATABASE_URL ?? '', resolve(folder), secrets, note),
        note,
      );
      const { recordBackup } = await import('@/lib/features/sittings/backup-mutations');
      await recordBackup(new Date(made.madeAt));
      return made;
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`Wrote ${rows} rows of ${tables.length} tables to ${folder}\n`);
    process.stdout.write(
      'It holds keys, answers and secrets: keep it where only you can read it.\n',
    );
    return 0;
  } catch (error) {
    process.stderr.write(`nabla: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}
