import type { Span } from '@/lib/math/core/tree';
import { looseExponent } from '@/lib/math/language/constructs/functions/loose-exponent';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonicalItem, type Item } from '@/lib/math/notation/item';

/** The name of a variable that is bound here: one letter or command, with or without an index. */
export function boundName(items: readonly Item[], within: Item): string {
  const [only] = items;
  const isName = only?.base.type === 'letter' || only?.base.type === 'command';
  if (items.length === 1 && only && isName && !only.sup && only.primes === 0)
    return canonicalItem(only);
  throw problem('One variable is expected here.', within.start, within.end, 'a letter');
}

/** What stands above a sign as the upper end of its range. */
export function upperEnd(reader: Reader, item: Item, sign: string): readonly Item[] {
  const sup = item.sup ?? looseExponent(reader);
  if (sup) return sup;
  throw problem(`The upper end of $${sign}$ is missing.`, item.start, item.end, '^');
}

/** From an item to the last one that was read. */
export function spanFrom(reader: Reader, item: Item): Span {
  return { start: item.start, end: reader.items[reader.at - 1]?.end ?? item.end };
}
