import 'server-only';
import { db } from '@/lib/server/db';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import type { VisibleFile } from './policy';
import { RecentBytes } from './recent-bytes';

/** A whole room asks for the same few pictures at once. */
const recent = new RecentBytes(32 * 1024 * 1024);

/** The bytes of a picture that whoever asks may see. */
export async function bytesOf({ hash }: VisibleFile): Promise<Uint8Array<ArrayBuffer>> {
  const kept = recent.get(hash);
  if (kept) return kept;
  const { bytes } = await db().fileContent.findUniqueOrThrow({
    where: { hash },
    select: { bytes: true },
  });
  recent.set(hash, bytes);
  return bytes;
}

/**
 * The pictures of a version as its texts show them.
 * @param which `all` only once solutions may be seen: the names of the others tell of them
 */
export async function picturesOf(
  versionId: string,
  which: 'for students' | 'all',
): Promise<Pictures> {
  const files = await db().examFile.findMany({
    where: { versionId, ...(which === 'for students' && { secret: false }) },
    orderBy: { name: 'asc' },
    select: { name: true, content: { select: { width: true, height: true } } },
  });
  return Object.fromEntries(
    files.map(({ name, content }) => [
      name,
      { src: `/api/exam-files/${versionId}/${name}`, ...content },
    ]),
  );
}
