import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt, verifyReceipt } from '@/lib/features/attempt/submit-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import { enqueueUngraded } from '@/lib/features/grading/queue-mutations';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { gradingKey } from '@/lib/server/jobs';
import { picturedExam } from '@/lib/testing/pictured-exam';
import { must, newWorld, save, setClock } from '@/lib/testing/world';
import { migrate } from '../database/migrate';
import { openThrowawayDatabase, type ThrowawayDatabase } from '../database/throwaway';
import { MANIFEST, tableFile } from './archive';
import { readBackup } from './read';
import { writeBackup } from './write';

const SECRETS = { NEXTAUTH_SECRET: 'a', RECEIPT_KEY: 'b' };

let folder: string;
let elsewhere: ThrowawayDatabase;

beforeEach(async () => {
  setClock(0);
  folder = await mkdtemp(join(tmpdir(), 'nabla-backup-'));
  process.env.DATABASE_URL = env().DATABASE_URL;
  elsewhere = await openThrowawayDatabase('drill');
  await migrate(elsewhere.url);
});

afterEach(async () => {
  await elsewhere.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Every row of every table, as text in an order of its own. */
async function everything(
  url: string,
  tables: readonly string[],
): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const rows: Record<string, string[]> = {};
  for (const table of tables) {
    const selected = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t`);
    rows[table] = selected.rows.map(({ row }) => row).sort();
  }
  await client.end();
  return rows;
}

async function submitted() {
  // Bytes as well as texts.
  const { versionId } = await storeExam(await picturedExam());
  await newWorld({ versionId });
  const world = await newWorld();
  const attempt = await world.attempt(await world.person('STUDENT'));
  must(await saveAnswer(attempt, '2', save({ content: { text: 'tabs\t, \\N, ∇ and\nlines' } })));
  return { attempt, receipt: await submitAttempt(attempt) };
}

describe('the drill: a back-up, read into an empty database', () => {
  it('is the same, row by row, and what waits for its grade is asked for again', async () => {
    const { attempt, receipt } = await submitted();
    const target = join(folder, 'one');
    const { tables } = await writeBackup(env().DATABASE_URL, target, SECRETS);
    const names = tables.map(({ name }) => name);
    for (const name of [
      'person',
      'attempt',
      'revision',
      'part_key',
      'exam_file',
      'file_content',
      'mark',
      'audit_event',
      'session',
    ]) {
      expect(names).toContain(name);
    }
    await readBackup(elsewhere.url, target);
    const [there, here] = [
      await everything(elsewhere.url, names),
      await everything(env().DATABASE_URL, names),
    ];
    expect(there).toEqual(here);
    expect(there.revision?.length).toBeGreaterThan(0);
    expect(there.file_content?.length).toBeGreaterThan(0);
    expect(await verifyReceipt(receipt)).toBe('valid');

    await db().$executeRaw`SELECT graphile_worker.remove_job(${gradingKey(attempt.id)})`;
    await enqueueUngraded();
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${gradingKey(attempt.id)}`;
    expect(jobs).toHaveLength(1);
  });

  it('refuses a database that is not empty, and changes nothing', async () => {
    await submitted();
    const target = join(folder, 'one');
    await writeBackup(env().DATABASE_URL, target, SECRETS);
    await readBackup(elsewhere.url, target);
    const before = await everything(elsewhere.url, ['person']);
    await expect(readBackup(elsewhere.url, target)).rejects.toThrow(/not empty/);
    expect(await everything(elsewhere.url, ['person'])).toEqual(before);
  });

  it('refuses what is damaged or missing before anything is written', async () => {
    await submitted();
    const target = join(folder, 'one');
    await writeBackup(env().DATABASE_URL, target, SECRETS);
    const file = tableFile(target, 'revision');
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length - 1));
    await expect(readBackup(elsewhere.url, target)).rejects.toThrow(/revision.*damaged/);
    await rm(file);
    await expect(readBackup(elsewhere.url, target)).rejects.toThrow(/revision.*missing/);
    expect((await everything(elsewhere.url, ['person'])).person).toEqual([]);
    await expect(readBackup(elsewhere.url, folder)).rejects.toThrow(/no back-up/);
  });

  it('refuses the back-up of another version', async () => {
    const target = join(folder, 'one');
    await writeBackup(env().DATABASE_URL, target, SECRETS);
    const manifest = JSON.parse(await readFile(join(target, MANIFEST), 'utf8'));
    manifest.migrations.push({ name: '29990101000000_later', checksum: 'x' });
    await writeFile(join(target, MANIFEST), JSON.stringify(manifest));
    await expect(readBackup(elsewhere.url, target)).rejects.toThrow(/another version/);
  });

  it('overwrites no folder and leaves no half of one', async () => {
    await expect(writeBackup(env().DATABASE_URL, folder, SECRETS)).rejects.toThrow(/exists/);
    const gone = `postgresql://nobody:x@127.0.0.1:1/${randomUUID()}`;
    await expect(writeBackup(gone, join(folder, 'two'), SECRETS)).rejects.toThrow();
    await expect(readFile(join(folder, 'two', MANIFEST))).rejects.toThrow();
  });
});
