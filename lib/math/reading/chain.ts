import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';

/** Cuts at every `=` that stands in no bracket. */
export function splitChain(items: readonly Item[]): Item[][] {
  return splitAt('=', items);
}

/** Cuts at every one of a mark that stands in no bracket. */
export function splitAt(sign: string, items: readonly Item[]): Item[][] {
  const members: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark !== '' && '([⟨'.includes(mark)) depth++;
    if (mark !== '' && ')]⟩'.includes(mark)) depth--;
    if (depth === 0 && isMark(item, sign)) members.push([]);
    else members.at(-1)?.push(item);
  }
  return members;
}
