import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPublishableExam } from '@/lib/kinds/exams/load-exam';
import { sample } from '@/lib/kinds/exams/pictures/samples';
import { db } from '@/lib/server/db';
import { PICTURED_EXAM, picturedExam } from '@/lib/testing/pictured-exam';
import { must, setClock } from '@/lib/testing/world';
import { storeExam } from './mutations';

let folder: string;

beforeEach(async () => {
  setClock(0);
  folder = await mkdtemp(join(tmpdir(), 'nabla-pictured-'));
  await cp(PICTURED_EXAM, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const slug = `folder-${crypto.randomUUID()}`;
const publish = async () => storeExam({ ...must(await loadPublishableExam(folder)), slug });
const filesOf = (versionId: string) =>
  db().examFile.findMany({ where: { versionId }, orderBy: { name: 'asc' } });

describe('an exam with pictures', () => {
  it('is a new version where a picture changed, which shares the others', async () => {
    const first = await publish();
    expect(await publish()).toEqual({ ...first, isNew: false });
    await writeFile(join(folder, 'falling.png'), sample('jpeg'));
    const second = await publish();
    expect(second).toMatchObject({ number: first.number + 1, isNew: true });

    const [before, after] = [await filesOf(first.versionId), await filesOf(second.versionId)];
    const changed = before.filter(({ hash }, index) => after[index]?.hash !== hash);
    expect(changed.map(({ name }) => name)).toEqual(['falling.png']);
    const contents = await db().fileContent.findMany({
      where: { hash: { in: [...before, ...after].map(({ hash }) => hash) } },
      select: { mediaType: true, width: true, height: true },
      orderBy: { width: 'asc' },
    });
    expect(contents).toHaveLength(6);
    expect(contents[1]).toEqual({ mediaType: 'image/jpeg', width: 30, height: 20 });
  });

  it('is no new version where a file changed that it does not show', async () => {
    const first = await publish();
    await writeFile(join(folder, 'notes.txt'), 'x');
    await writeFile(join(folder, 'unused.png'), sample('png'));
    expect(await publish()).toEqual({ ...first, isNew: false });
  });

  it('is not loaded where one cannot be shown', async () => {
    await writeFile(join(folder, 'network.svg'), '<svg><script/></svg>');
    expect(await loadPublishableExam(folder)).toMatchObject({
      error: [{ line: 11, column: 7, message: expect.stringContaining('has a <script>') }],
    });
  });

  it('is stored whole or not at all', async () => {
    const exam = await picturedExam();
    const [file] = exam.files;
    if (!file) throw new Error('the exam has no pictures');
    const damaged = { ...file, name: 'last.svg', hash: 'd'.repeat(64) };
    await expect(storeExam({ ...exam, files: [...exam.files, damaged] })).rejects.toThrow();
    expect(await db().exam.findFirst({ where: { slug: exam.slug } })).toBeNull();
  });
});
