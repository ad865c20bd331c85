import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import type { Item } from '@/lib/math/notation/item';
import { closeBracket } from './closing';

/** The arguments that come next, `(x, y)`, `[x]` or `{x, y}`, and the item that ends them. */
export function readArguments(reader: Reader): { trees: Tree[]; close: Item } {
  const open = reader.peek();
  if (open?.base.type === 'group') {
    reader.at++;
    const trees = splitAtCommas(open.base.items).map((items) => reader.inner(items, open));
    return { trees, close: open };
  }
  const shut = open && isMark(open, '[') ? ']' : ')';
  const trees: Tree[] = [];
  do {
    reader.at++;
    trees.push(reader.insideBrackets(() => reader.relation()));
  } while (isSeparator(reader.peek()));
  return { trees, close: closeBracket(reader, open, shut) };
}

export function isSeparator(item: Item | undefined): boolean {
  return item !== undefined && (isMark(item, ',') || isMark(item, ';'));
}

/** The parts between commas and semicolons that stand in no bracket. */
export function splitAtCommas(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark !== '' && '([⟨'.includes(mark)) depth++;
    if (mark !== '' && ')]⟩'.includes(mark)) depth--;
    if (depth === 0 && (mark === ',' || mark === ';')) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}
