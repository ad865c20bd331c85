import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLauncher } from './lock';
import { root } from './settings';

/** Who serves the pages that were built in this checkout, whatever their data folders: one file each. */
const FOLDER = join(root, '.data', 'serving');

/** Notes that this process serves the built pages. @returns what takes the note away */
export async function noteServing(): Promise<() => Promise<void>> {
  await mkdir(FOLDER, { recursive: true });
  const note = join(FOLDER, `${process.pid}`);
  await writeFile(note, '');
  return () => rm(note, { force: true });
}

/**
 * Refuses to build while another Nabla serves the pages of this checkout: they would vanish under it.
 * @throws Error that says who serves them and what to do
 */
export async function refuseToReplaceServedPages(): Promise<void> {
  for (const name of await readdir(FOLDER).catch(() => [])) {
    const pid = Number(name);
    if (pid === process.pid) continue;
    if (!(await isLauncher(pid))) {
      await rm(join(FOLDER, name), { force: true });
      continue;
    }
    throw new Error(
      `The pages have to be built anew, and another Nabla (process ${pid}) serves those of this checkout. Stop it first, or start this one from a checkout of its own.`,
    );
  }
}
