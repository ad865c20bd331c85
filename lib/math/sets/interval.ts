import { MathProblem } from '@/lib/math/core/error';
import { infiniteSign } from '@/lib/math/core/infinite';
import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { SetContext } from './context';
import { isCommand, isOneOfMarks, placeOf } from './item-search';
import { readNumber } from './numbers';
import type { End, SetTree } from './set';
import { CLOSE_BRACE, OPEN_BRACE, WORD_AND } from './set-items';

/** An interval, and where the items behind it begin. */
interface ReadInterval {
  set: SetTree;
  end: number;
}

/**
 * The interval that begins with the bracket at `at`: `(`, `[` or, open as in `]0, 1[`, `]`. Null
 * where the bracket holds no two ends, as in `([0, 1] \cup \{2\})`. Throws `MathProblem`.
 */
export function readInterval(
  items: readonly Item[],
  at: number,
  context: SetContext,
): ReadInterval | null {
  const open = items[at];
  const extent = extentOf(items, at);
  if (!open || !extent) return null;
  const { between, close } = extent;
  const closing = items[close];
  const from = end(items.slice(at + 1, between), open, isMark(open, '['), -1, context);
  const isClosed = closing !== undefined && isMark(closing, ']');
  const to = end(items.slice(between + 1, close), closing, isClosed, 1, context);
  return { set: { kind: 'interval', from, to }, end: close + 1 };
}

/** Where the comma (or semicolon) and the closing bracket stand; null where it is no interval. */
function extentOf(items: readonly Item[], at: number): { between: number; close: number } | null {
  const commas: number[] = [];
  const semicolons: number[] = [];
  let depth = 0;
  for (let place = at + 1; place < items.length; place++) {
    const item = items[place];
    if (!item) break;
    const hasComma = commas.length + semicolons.length > 0;
    if (depth === 0 && isMark(item, ',')) commas.push(place);
    else if (depth === 0 && isMark(item, ';')) semicolons.push(place);
    else if (depth === 0 && closes(item, items[place + 1], hasComma)) {
      const separators = semicolons.length > 0 ? semicolons : commas;
      const [between] = separators;
      return between === undefined || separators.length > 1 ? null : { between, close: place };
    } else if (isOneOfMarks(item, ['(', '[', OPEN_BRACE])) depth++;
    else if (isOneOfMarks(item, [')', ']', CLOSE_BRACE])) depth--;
    if (isCommand(item, 'cup', 'cap', 'setminus') && depth === 0) return null;
  }
  return null;
}

/** Whether an item closes the interval; a `[` does where nothing follows that it could open. */
function closes(item: Item, next: Item | undefined, hasComma: boolean): boolean {
  if (isOneOfMarks(item, [')', ']'])) return true;
  if (!isMark(item, '[') || !hasComma) return false;
  if (!next || isOneOfMarks(next, [')', CLOSE_BRACE, '∧', '∨', WORD_AND, ',', '-'])) return true;
  return isCommand(next, 'cup', 'cap', 'setminus', 'backslash', 'smallsetminus');
}

/** An end of an interval; null where it goes on for ever. */
function end(
  items: readonly Item[],
  bracket: Item | undefined,
  belongs: boolean,
  side: 1 | -1,
  context: SetContext,
): End | null {
  const signed = items[0] && isMark(items[0], '+') ? items.slice(1) : items;
  const at = readNumber(signed, bracket, context);
  const infinite = infiniteSign(at);
  if (infinite === null) return { at, belongs };
  if (infinite !== side) {
    const message = 'The smaller end of an interval stands first.';
    throw new MathProblem({ message, ...placeOf(items, bracket) });
  }
  if (belongs)
    context.hint('$\\infty$ is no number, so the bracket beside it is read as an open one.');
  return null;
}
