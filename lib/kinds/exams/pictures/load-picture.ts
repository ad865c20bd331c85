import { createHash } from 'node:crypto';
import type { LoadedFile } from '@/lib/exam/format';
import { nearest } from '@/lib/exam/nearest';
import { ok, type Result } from '@/lib/result';
import type { Beside } from './beside';
import { isCalledPicture } from './names';
import { readPicture } from './read-picture';

/** A picture that lies beside an exam; fails with why it cannot be shown, as a sentence of its name. */
export async function loadPicture(
  name: string,
  beside: Beside,
): Promise<Result<Omit<LoadedFile, 'secret'>, string>> {
  const bytes = await beside.read(name);
  if (!bytes.ok) return { ok: false, error: bytes.error + hint(name, beside) };
  const head = readPicture(bytes.value);
  if (!head.ok) return head;
  const hash = createHash('sha256').update(bytes.value).digest('hex');
  return ok({ name, ...head.value, hash, bytes: bytes.value });
}

function hint(name: string, { names }: Beside): string {
  if (names.includes(name)) return '';
  const near = nearest(name, names.filter(isCalledPicture));
  return near === null ? '' : `; did you mean \`${near}\`?`;
}
