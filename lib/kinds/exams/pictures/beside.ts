import { constants, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fail, ok, type Result } from '@/lib/result';
import { MOST } from './limits';

/** The files that lie beside an exam file, by their names. */
export interface Beside {
  names: readonly string[];
  /** Fails with why it cannot be had, as what follows the name of the file in a sentence. */
  read: (name: string) => Promise<Result<Uint8Array<ArrayBuffer>, string>>;
}

/** For an exam that is a text alone. */
export const NOTHING_BESIDE: Beside = {
  names: [],
  read: async () => fail('does not lie beside exam.yaml'),
};

/** The files of a folder. Links that lead out of it are not followed, and no more is read than a picture may have. */
export async function filesBeside(folder: string): Promise<Beside> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  return {
    names,
    read: async (name) => {
      try {
        return names.includes(name) ? await readWithin(folder, name) : NOTHING_BESIDE.read(name);
      } catch (error) {
        return fail(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

async function readWithin(
  folder: string,
  name: string,
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const [root, path] = [await realpath(folder), await realpath(join(folder, name))];
  if (!path.startsWith(root + sep)) return fail('is a link that leads out of the folder');
  const file = await open(path, READ_WITHOUT_WAITING);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return fail('is no file');
    if (stat.size > MOST.fileBytes) return fail(`has more than ${MOST.fileBytes / 1024 / 1024} MB`);
    return ok(new Uint8Array(await file.readFile()));
  } finally {
    await file.close();
  }
}

/** Opening a pipe would wait for whoever writes to it. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;
