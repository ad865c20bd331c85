import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/settings';

const run = promisify(execFile);

/** A copy of this checkout as a server has it, and how to get rid of it. */
export interface ProductionInstall {
  folder: string;
  remove: () => Promise<void>;
}

/**
 * Copies the sources to a folder of their own and installs there what a server gets: no development
 * dependency. It lies outside of the checkout, whose node_modules would be found from within.
 */
export async function openProductionInstall(): Promise<ProductionInstall> {
  const folder = await mkdtemp(join(tmpdir(), 'nabla-production-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const path of await sources()) await cp(join(root, path), join(folder, path));
    const flags = ['--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['ci', ...flags], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      shell: process.platform === 'win32',
    });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What git tracks or would track, with the changes of the moment. */
async function sources(): Promise<string[]> {
  const list = async (...which: string[]) => {
    const { stdout } = await run('git', ['ls-files', '-z', ...which], { cwd: root });
    return stdout.split('\0').filter((path) => path !== '');
  };
  const gone = new Set(await list('--deleted'));
  const there = await list('--cached', '--others', '--exclude-standard');
  return there.filter((path) => !gone.has(path));
}
