/**
 * Generates the Prisma client from prisma/schema.prisma, unless it is up to date. Plain JavaScript:
 * it runs before anything else of ours can.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const client = join(root, 'lib', 'server', 'prisma-client');
const stamp = join(client, '.generated-from');

/** @returns whether it had to be generated */
export function generateClient() {
  const require = createRequire(import.meta.url);
  const { version } = require('prisma/package.json');
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'));
  const hash = createHash('sha256').update(schema).update(version).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    // The engine binary cannot be fetched everywhere and is not needed here. A program that always
    // fails: one that succeeds would make other commands believe they had done something.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: existsSync('/bin/false') ? '/bin/false' : '/usr/bin/false',
      CHECKPOINT_DISABLE: '1',
    },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`prisma generate failed\n${error?.message ?? ''}${stdout}${stderr}`);
  }
  writeFileSync(stamp, hash);
  return true;
}

if (process.argv[1] === import.meta.filename) generateClient();
