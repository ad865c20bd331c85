import { MathProblem } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { isEndless, isOfIndex } from './new-names';

/** Of `a_t + \lim b_t` the first term still changes: only what has no index may stand before a limit. */
export function requireLimitInFront(items: readonly Item[], plain: readonly Item[]): void {
  if (plain === items) return;
  const first = items.findIndex((item, index) => item !== plain[index]);
  const moving = items.slice(0, first).find(hasSubscript);
  if (!moving) return;
  const message = 'Write \\lim in front of everything that it is taken of.';
  throw new MathProblem({ message, start: moving.start, end: moving.end });
}

function hasSubscript({ base, sub }: Item): boolean {
  if (sub !== null) return true;
  if (base.type === 'group') return base.items.some(hasSubscript);
  return base.type === 'fraction' && [...base.top, ...base.bottom].some(hasSubscript);
}

/**
 * Without the signs of limits: `\lim a + c \lim b` is about `a + c b`, as limits add and multiply.
 * The same items where there are none. Throws for a limit by an index that does not grow.
 */
export function withoutLimits(items: readonly Item[], table: SymbolTable): readonly Item[] {
  const changed = items
    .filter((item) => !isLimitSign(item, table))
    .map((item) => inside(item, table));
  return changed.every((item, index) => item === items[index]) && changed.length === items.length
    ? items
    : changed;
}

function inside(item: Item, table: SymbolTable): Item {
  const { base } = item;
  if (base.type === 'group') {
    const items = withoutLimits(base.items, table);
    return items === base.items ? item : { ...item, base: { ...base, items } };
  }
  if (base.type === 'fraction') {
    const [top, bottom] = [withoutLimits(base.top, table), withoutLimits(base.bottom, table)];
    const isSame = top === base.top && bottom === base.bottom;
    return isSame ? item : { ...item, base: { ...base, top, bottom } };
  }
  return item;
}

/** `lim` with an arrow to infinity below it, or nothing. */
function isLimitSign(item: Item, table: SymbolTable): boolean {
  const { base, sub } = item;
  if (base.type !== 'command' || base.text !== 'lim') return false;
  if (sub === null) return true;
  const arrow = sub.findIndex((part) => isMark(part, '->'));
  if (arrow >= 0 && isEndless(sub.slice(arrow + 1))) return true;
  if (!isOfIndex(sub, table)) return false;
  const message = 'Limits are taken as the index grows: write $\\to\\infty$ below the sign.';
  throw new MathProblem({ message, start: item.start, end: item.end });
}
