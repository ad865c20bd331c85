import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '@/bin/database/migrate';
import { differenceToSchema } from '@/bin/database/schema-engine';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import { override } from '@/lib/features/review/mark-mutations';
import { reviewedAttempt } from '@/lib/features/review/policy';
import { picturedExam } from '@/lib/testing/pictured-exam';
import { must, newWorld, save, setClock } from '@/lib/testing/world';
import { db } from './db';
import { env } from './env';

beforeAll(async () => {
  setClock(0);
  await storeExam(await picturedExam());
  const world = await newWorld();
  const attempt = await world.attempt(await world.person('STUDENT'));
  must(await saveAnswer(attempt, '1a', save()));
  await submitAttempt(attempt);
  const grader = must(await reviewedAttempt(await world.person('GRADER'), attempt.id));
  const mark = {
    partId: '1a',
    score: 1,
    withdraw: false,
    comment: '',
    reason: 'r',
    seenMarkId: null,
  };
  must(await override(grader, mark));
  await db().$executeRaw`
    INSERT INTO grade SELECT gen_random_uuid(), ${attempt.id}::uuid, '1a', NULL, ${world.versionId}::uuid,
      'g', 's', 'wrong', 0, 2, 0, '[]', 1, now()`;
});

describe('append-only tables', () => {
  const tables = [
    'exam_version',
    'assignment',
    'part',
    'part_key',
    'exam_file',
    'file_content',
    'revision',
    'grade',
    'mark',
    'audit_event',
  ];
  const column: Record<string, string> = {
    exam_version: 'title',
    assignment: 'title',
    part: 'prompt',
    part_key: 'solution',
    exam_file: 'name',
    file_content: 'media_type',
    revision: 'client_id',
    grade: 'seed',
    mark: 'reason',
    audit_event: 'action',
  };

  it.each(tables)('%s has rows, and refuses to change or lose them', async (table) => {
    const rows = await db().$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
    const field = column[table];
    for (const statement of [
      `UPDATE ${table} SET ${field} = 'changed'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
    }
  });

  it.each([
    ["UPDATE attempt SET seed = 'mine'", /submitted|pinned/],
    ['UPDATE attempt SET submitted_at = now()', /submitted/],
    ['DELETE FROM attempt', /never deleted/],
    ['TRUNCATE attempt CASCADE', /append-only/],
  ])('%s is refused', async (statement, message) => {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(message);
  });
});

describe('constraints', () => {
  it.each([
    ['an e-mail in capitals', "UPDATE person SET email = 'A@B.example'", /person_email_check/],
    ['a window that ends first', 'UPDATE sitting SET closes_at = opens_at', /sitting_check/],
    [
      'a grade above its points',
      `INSERT INTO grade SELECT gen_random_uuid(), attempt_id, part_id, revision_id, version_id, 'x',
        seed, 'right', 3, 2, 0, '[]', 1, now() FROM grade LIMIT 1`,
      /grade_score_check/,
    ],
    [
      'the same grade twice, also without a revision',
      `INSERT INTO grade SELECT gen_random_uuid(), attempt_id, part_id, revision_id, version_id,
        grader_version, seed, 'wrong', 0, 2, 0, '[]', 1, now() FROM grade LIMIT 1`,
      /grade_attempt_id/,
    ],
    [
      'a second first mark',
      `INSERT INTO mark (id, attempt_id, version_id, part_id, points, score, comment, reason, by_id, at)
        SELECT gen_random_uuid(), attempt_id, version_id, part_id, points, 2, '', 'r', by_id, now()
        FROM mark LIMIT 1`,
      /mark_attempt_id/,
    ],
    [
      'a second running attempt',
      `INSERT INTO attempt SELECT gen_random_uuid(), sitting_id, person_id, version_id, n, seed,
        started_at, due_at FROM attempt, (VALUES (8), (9)) numbers(n)`,
      /attempt_running_key/,
    ],
    [
      'an answer to a part of no version',
      `INSERT INTO revision SELECT gen_random_uuid(), attempt_id, version_id, 'zz', 1, 0, 'c',
        gen_random_uuid(), '{}', NULL, true, now(), false, false FROM revision LIMIT 1`,
      /revision_version_id_part_id_fkey/,
    ],
  ])('refuse %s', async (_, statement, message) => {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(message);
  });

  it('an undefined condition is an error, not all rows', async () => {
    const email: string | undefined = JSON.parse('{}').email;
    await expect(db().person.findMany({ where: { email } })).rejects.toThrow(/undefined/);
  });
});

describe('migrations', () => {
  it('come to what schema.prisma says', async () => {
    expect(await differenceToSchema(env().DATABASE_URL)).toBe('');
  });

  it('would tell if they did not', async () => {
    const client = new Client({ connectionString: env().DATABASE_URL });
    await client.connect();
    try {
      await client.query('ALTER TABLE course ADD COLUMN surplus text');
      expect(await differenceToSchema(env().DATABASE_URL)).toContain('surplus');
    } finally {
      await client.query('ALTER TABLE course DROP COLUMN surplus');
      await client.end();
    }
  });

  it('are applied once, and refused when edited afterwards', async () => {
    expect(await migrate(env().DATABASE_URL)).toEqual([]);
    const [first] = await readMigrations();
    const rows = await db().$queryRaw<{ checksum: string; applied_steps_count: number }[]>`
      SELECT checksum, applied_steps_count FROM _prisma_migrations`;
    expect(rows[0]).toEqual({ checksum: first?.checksum, applied_steps_count: 1 });
    await db().$executeRaw`UPDATE _prisma_migrations SET checksum = 'other'`;
    await expect(migrate(env().DATABASE_URL)).rejects.toThrow(/changed after it was applied/);
    await db().$executeRaw`UPDATE _prisma_migrations SET checksum = ${first?.checksum}`;
  });

  it('leave nothing behind when one fails in the middle', async () => {
    const folder = join(import.meta.dirname, 'broken-migrations');
    const text = await readFile(join(folder, '1_broken', 'migration.sql'), 'utf8');
    expect(text).toContain('half_done');
    await expect(migrate(env().DATABASE_URL, folder)).rejects.toThrow(/1_broken failed/);
    const tables = await db().$queryRaw`SELECT 1 FROM pg_tables WHERE tablename = 'half_done'`;
    expect(tables).toEqual([]);
  });
});
