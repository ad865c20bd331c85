import { closingParenthesis } from '@/lib/math/language/constructs/brackets/closing';
import { isMark } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import type { Item } from '@/lib/math/notation/item';

/** An exponent that layout left alone: `^(n+1)`, `^-1`; null where none follows. */
export function looseExponent(reader: Reader): readonly Item[] | null {
  const { items, at } = reader;
  const caret = reader.peek();
  const next = items[at + 1];
  if (!caret || !next || !isMark(caret, '^')) return null;
  if (isMark(next, '(')) {
    const close = closingParenthesis(reader, at + 1);
    reader.at = close + 1;
    return items.slice(at + 2, close);
  }
  const sign = isMark(next, '-') ? 1 : 0;
  if (!items[at + 1 + sign]) return null;
  reader.at = at + 2 + sign;
  return items.slice(at + 1, reader.at);
}
