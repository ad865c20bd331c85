import { readFile } from 'node:fs/promises';
import { withOurDatabase } from '../database/ours';
import { misused, readOne, unreadable } from './common';

const USAGE = 'nabla receipt verify <file>    whether a receipt is of this server, and still valid';

const WORDS = {
  valid: 'valid: signed by this server, and what it holds is still what was submitted',
  differs: 'differs: signed by this server, but the exam was opened or submitted anew since',
  forged: 'forged: changed, or not signed by this server',
} as const;

/**
 * `nabla receipt verify …`.
 * @returns the exit status: 0 valid, 1 not, 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command !== 'verify') return misused(USAGE, command ? `no command "receipt ${command}"` : '');
  const called = readOne('receipt verify', rest, 'the file of a receipt');
  if (!called.ok) return misused(USAGE, called.error);
  const file = called.value;
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) {
    process.stderr.write(`nabla: ${unreadable(file, text)}\n`);
    return 2;
  }
  const { readReceipt } = await import('@/lib/features/attempt/schema');
  const receipt = readReceipt(text);
  if (receipt === null) {
    process.stderr.write(`nabla: ${file} holds no receipt\n`);
    return 1;
  }
  const verdict = await withOurDatabase(async () => {
    const { verifyReceipt } = await import('@/lib/features/attempt/submit-mutations');
    const { db } = await import('@/lib/server/db');
    return verifyReceipt(receipt).finally(() => db().$disconnect());
  });
  process.stdout.write(`${WORDS[verdict]}\n`);
  return verdict === 'valid' ? 0 : 1;
}
