import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './binaries';
import type { ClusterOptions } from './cluster-options';
import { giveTo, type ServerHome } from './home';
import { freePort } from './ports';
import { newSecret } from './secrets';
import { OWNER, writeState } from './state';

const run = promisify(execFile);

/**
 * Creates the server's data with a password of its own, unless it exists. An interrupted run leaves
 * nothing behind that looks finished: the data gets its name last.
 */
export async function initialise(
  { binaries, data, user }: ServerHome,
  { folder, log }: ClusterOptions,
): Promise<void> {
  if (await stat(join(data, 'PG_VERSION')).catch(() => null)) return;
  log('Creating the database');
  await mkdir(folder, { recursive: true });
  const partial = `${data}.new-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await giveTo(partial, user);

  const password = newSecret();
  const passwordFile = join(dirname(data), `.password-${process.pid}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  try {
    await run(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${partial}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
      ],
      { ...user, cwd: '/', env: serverEnvironment },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeState(folder, { port: await freePort(), password });
  await rename(partial, data);
  await chmod(data, 0o700);
}
