import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/**
 * `a_k` under a sum over k is no symbol of its own: its meaning would change with k. Samples are all
 * written alike, where the part has any.
 */
export function refuseBoundIndex(reader: Reader, item: Item): void {
  if (reader.table.samples !== null) return;
  if (reader.scope.length === 0 || !item.sub?.some((part) => reader.isBound(part))) return;
  const message = 'The index is bound here, and this symbol is neither a vector nor a matrix.';
  throw problem(message, item.start, item.end);
}
