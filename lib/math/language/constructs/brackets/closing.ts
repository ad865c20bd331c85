import { barOf, isMark } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import { missingBracket, unexpected } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/** The mark that closes what `open` opened; throws `MathProblem` where another item stands. */
export function closeBracket(reader: Reader, open: Item | undefined, mark: string): Item {
  const item = reader.peek();
  if (item && isMark(item, mark)) {
    reader.at++;
    return item;
  }
  const place = open ?? item;
  if (item && !isMark(item, ')') && !isMark(item, ']')) throw unexpected(item);
  const message = `This opens here and is not closed; “${mark}” is missing.`;
  throw missingBracket(message, { start: place?.start ?? 0, end: place?.end ?? 0 }, mark);
}

/** The bar that closes what `open` opened. */
export function closeBar(reader: Reader, open: Item, kind: '|' | '‖'): Item {
  const item = reader.peek();
  const bar = item && barOf(item);
  if (!item || bar?.kind !== kind || bar.side === '<') return closeBracket(reader, open, kind);
  reader.at++;
  return item;
}

/** Where the parenthesis closes that opens at an index. */
export function closingParenthesis(reader: Reader, open: number): number {
  const { items } = reader;
  let depth = 0;
  for (let at = open; at < items.length; at++) {
    reader.spend(1);
    const item = items[at];
    if (item && isMark(item, '(')) depth++;
    if (item && isMark(item, ')') && --depth === 0) return at;
  }
  const item = items[open];
  const message = 'This parenthesis is never closed; “)” is missing.';
  throw missingBracket(message, { start: item?.start ?? 0, end: item?.end ?? 0 }, ')');
}
