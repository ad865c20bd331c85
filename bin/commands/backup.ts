import { resolve } from 'node:path';
import { withOurDatabase } from '../database/ours';
import { readSecrets, readSettings } from '../start/settings';

const USAGE = 'nabla backup <folder>    writes everything of the database into a new folder';

/**
 * `nabla backup <folder>`: of the database of DATABASE_URL, else of this checkout's own.
 * @returns the exit status: 0, 1 where it could not be made, 2 for wrong arguments
 */
export async function backup(args: readonly string[]): Promise<number> {
  const [folder, ...more] = args;
  if (!folder || folder.startsWith('-') || more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { writeBackup } = await import('../backup/write');
  try {
    const secrets = await readSecrets(readSettings([]).folder);
    const { tables } = await withOurDatabase(async () => {
      const made = await writeBackup(process.env.DATABASE_URL ?? '', resolve(folder), secrets);
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
