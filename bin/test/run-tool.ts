import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../start/settings';

/** Runs a tool from node_modules to its end, its output going where ours goes. */
export async function runTool(
  path: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  // Tests are of the sources, not of how we were started.
  const { NODE_OPTIONS: _, NODE_ENV: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
