import { join, resolve } from 'node:path';
import { SECRETS } from '../backup/archive';
import { withOurDatabase } from '../database/ours';
import { readPrivateJson } from '../database/secrets';
import { readSettings, writeSecrets } from '../start/settings';
import { misused, readOne } from './common';

const USAGE = 'nabla restore <folder>    reads a back-up into an empty database';

/**
 * `nabla restore <folder>`: into the database of DATABASE_URL, else into this checkout's own.
 * @returns the exit status: 0, 1 where nothing was restored, 2 for wrong arguments
 */
export async function restore(args: readonly string[]): Promise<number> {
  const called = readOne('restore', args, 'the folder of a back-up');
  if (!called.ok) return misused(USAGE, called.error);
  const folder = called.value;
  const { readBackup } = await import('../backup/read');
  const settings = readSettings([]);
  // As the environment or .env give it; further down it is also what this installation had made.
  const receiptKey = process.env.RECEIPT_KEY;
  try {
    const { tables, madeAt } = await withOurDatabase(async () => {
      const manifest = await readBackup(process.env.DATABASE_URL ?? '', resolve(folder));
      const { enqueueUngraded } = await import('@/lib/features/grading/queue-mutations');
      const { db } = await import('@/lib/server/db');
      const { dropQueued } = await import('@/lib/features/mail/queue-mutations');
      await dropQueued()
        .then(enqueueUngraded)
        .finally(() => db().$disconnect());
      return manifest;
    });
    const secrets = await readPrivateJson(join(folder, SECRETS));
    const key = await writeSecrets(settings.folder, secrets);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`Restored ${rows} rows of ${tables.length} tables, as of ${madeAt}.\n`);
    if (key === null || (receiptKey && receiptKey !== key)) {
      process.stdout.write(
        'The secrets come from the environment or were not in the back-up: receipts made before can be verified only with their RECEIPT_KEY.\n',
      );
    }
    return 0;
  } catch (error) {
    process.stderr.write(`nabla: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}
