import 'server-only';
import type { LoadedFile } from '@/lib/exam/format';
import type { Database } from '@/lib/server/db';

/** Stores the pictures of a version; bytes that another version has stored already are shared. */
export async function storeFiles(
  tx: Database,
  versionId: string,
  files: readonly LoadedFile[],
): Promise<void> {
  const known = await tx.fileContent.findMany({
    where: { hash: { in: files.map(({ hash }) => hash) } },
    select: { hash: true },
  });
  const stored = new Set(known.map(({ hash }) => hash));
  for (const { hash, mediaType, width, height, bytes } of files) {
    if (stored.has(hash)) continue;
    await tx.fileContent.create({ data: { hash, mediaType, width, height, bytes } });
    stored.add(hash);
  }
  await tx.examFile.createMany({
    data: files.map(({ name, hash, secret }) => ({ versionId, name, hash, secret })),
  });
}
