import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '../database/secrets';

const lockSchema = z.strictObject({ pid: z.int(), address: z.string() });

/** One Nabla a data folder: a second one would stop the first one's database when it ends. */
export async function takeLock(folder: string): Promise<void> {
  const lock = lockSchema.safeParse(await readPrivateJson(lockFile(folder)));
  if (lock.success && lock.data.pid !== process.pid && (await isLauncher(lock.data.pid))) {
    const where = lock.data.address === '' ? 'and still starting' : `at ${lock.data.address}`;
    throw new Error(
      `Nabla already runs from this folder ${where} (process ${lock.data.pid}). Stop it with Ctrl-C there first.`,
    );
  }
  await noteAddress(folder, '');
}

/** Lets a second start say where the first one is. */
export async function noteAddress(folder: string, address: string): Promise<void> {
  await writePrivateJson(lockFile(folder), { pid: process.pid, address });
}

export async function releaseLock(folder: string): Promise<void> {
  await rm(lockFile(folder), { force: true });
}

/** Whether a process is a launcher of Nabla: numbers of processes are used again. */
export async function isLauncher(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || command.includes(join('bin', 'start'));
}

function lockFile(folder: string): string {
  return join(folder, 'running.json');
}
