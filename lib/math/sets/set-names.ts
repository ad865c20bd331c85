import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { findOutside, isCommand, isOneOfMarks, isWritten } from './item-search';
import { OPEN_BRACE } from './set-items';

/** The set without its name in front: one that is asked for, or any in front of what begins a set. */
export function withoutName(
  items: readonly Item[],
  leftSides: readonly string[],
  table: SymbolTable,
  variable: string | null,
): readonly Item[] {
  const at = findOutside(items, 0, (item) => isMark(item, '='));
  const [left, right] = [items.slice(0, Math.max(at, 0)), items.slice(at + 1)];
  const [first, ...others] = left;
  if (!first) return items;
  // `x_1 = 3` too.
  const isVariable = others.length === 0 && isSymbol({ ...first, sub: null }, variable, table);
  // `x = 3` says what the variable is, and so does `x^2 = 4`; `x = \{3\}` names a set.
  if (isVariable) return beginsLiteral(right[0]) ? right : items;
  const isWord = ['letter', 'command'].includes(first.base.type) && !first.sup;
  const isName = isWord && others.length === 0 && !table.find(left, 0);
  return isName || isWritten(left, leftSides, table) ? right : items;
}

/** Whether an item can begin nothing but a set. */
function beginsLiteral(item: Item | undefined): boolean {
  if (isOneOfMarks(item, [OPEN_BRACE, ']'])) return true;
  return isCommand(item, 'emptyset', 'varnothing', 'mathbb{R}');
}

/** Whether an item is ℝ, whatever stands beside it. */
export function isReals(item: Item): boolean {
  return isCommand(item, 'mathbb{R}', 'R', 'reals', 'Reals');
}

/** Whether an item is the symbol of this id and nothing more. */
export function isSymbol(item: Item, id: string | null, table: SymbolTable): boolean {
  if (id === null || item.sup || item.primes > 0) return false;
  return table.find([item], 0)?.id === id;
}
