import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  copyBinaries,
  installedBinaries,
  linkLibraries,
  mayRun,
  type ServerUser,
  serverUser,
} from './binaries';

/** Where an embedded server lives: its binaries, its data, and whom it runs as. */
export interface ServerHome {
  binaries: string;
  data: string;
  user: ServerUser | null;
  /** Set where the data could not stay below the asked folder, and why. */
  moved: string | null;
}

const SHARED_HOME = '/var/lib/nabla';

/**
 * Finds a place that the server's user can reach. As root that is nobody, who may not enter a
 * checkout below a closed folder such as /root: binaries and data then live in /var/lib/nabla.
 */
export async function findHome(folder: string): Promise<ServerHome> {
  const user = serverUser();
  const asked = resolve(folder);
  const installed = installedBinaries();
  await linkLibraries(installed);
  if (!user) return { binaries: installed, data: join(asked, 'postgres'), user, moved: null };

  const digest = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const aside = join(SHARED_HOME, digest);
  const reachable = await openToOthers(dirname(asked));
  const base = reachable ? asked : aside;
  const runnable = await mayRun(installed, user);
  const binaries = runnable ? installed : join(SHARED_HOME, `binaries-${await stamp(installed)}`);
  if (!runnable) await copyBinaries(installed, binaries);
  await mkdir(base, { recursive: true, mode: 0o755 });
  await chmod(base, 0o755);
  return {
    binaries,
    data: join(base, 'postgres'),
    user,
    moved: reachable
      ? null
      : `The database server runs as nobody, who may not enter ${dirname(asked)}; its data lies in ${base}.`,
  };
}

/** Gives a folder to the server's user, closed to everyone else. */
export async function giveTo(folder: string, user: ServerUser | null): Promise<void> {
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
}

async function openToOthers(folder: string): Promise<boolean> {
  const status = await stat(folder).catch(() => null);
  const parent = dirname(folder);
  if (status && (status.mode & 0o001) === 0) return false;
  return parent === folder ? true : openToOthers(parent);
}

/** Tells one installed version of the binaries from another. */
async function stamp(binaries: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(binaries, 'bin', 'postgres'));
  return createHash('sha256').update(`${size} ${mtimeMs}`).digest('hex').slice(0, 8);
}
