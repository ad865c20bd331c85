import { caught } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import { canonical, type Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';
import { CLOSE_BRACE, OPEN_BRACE } from './set-items';

/** Questions that the readers of sets and relations ask of items. */

export const RELATION_MARKS = ['=', '!=', '<', '<=', '>', '>='] as const;

export function isOneOfMarks(item: Item | undefined, marks: readonly string[]): boolean {
  return item !== undefined && marks.some((mark) => isMark(item, mark));
}

export function isCommand(item: Item | undefined, ...names: readonly string[]): boolean {
  return item?.base.type === 'command' && names.includes(item.base.text);
}

/** How many more round brackets and braces of sets are open behind an item than before it. */
export function depthOf(item: Item): number {
  if (isOneOfMarks(item, ['(', OPEN_BRACE])) return 1;
  return isOneOfMarks(item, [')', CLOSE_BRACE]) ? -1 : 0;
}

/** The first place from `at` on, within no bracket, at which something stands; −1 where it does not. */
export function findOutside(
  items: readonly Item[],
  at: number,
  isIt: (item: Item) => boolean,
): number {
  let depth = 0;
  for (let place = at; place < items.length; place++) {
    const item = items[place];
    if (!item) break;
    if (depth === 0 && isIt(item)) return place;
    depth += depthOf(item);
    if (depth < 0) break;
  }
  return -1;
}

/** Whether items are one of some forms, LaTeX. */
export function isWritten(
  items: readonly Item[],
  forms: readonly string[],
  table: SymbolTable,
): boolean {
  const written = canonical(items);
  return forms.some((form) => {
    const laidOut = caught(() => layOut(tokenize(form, false), table.splitWord));
    return laidOut.ok && canonical(laidOut.value) === written;
  });
}

/** Where items stand; at `otherwise` where there are none. */
export function placeOf(items: readonly Item[], otherwise: Item | undefined) {
  const [first, last] = [items[0] ?? otherwise, items.at(-1) ?? otherwise];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
