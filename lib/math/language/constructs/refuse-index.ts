import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/** Only what can carry an index may have one: it is never dropped in silence. */
export function refuseIndex(item: Item): void {
  if (!item.sub) return;
  const message = 'An index does not fit here; only declared symbols have one.';
  throw problem(message, item.start, item.end, 'no index');
}
