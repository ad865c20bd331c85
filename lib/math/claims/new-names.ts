import type { Span } from '@/lib/math/core/tree';
import { isMark, spanOf } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { membersOf } from './relation';
import { isInfinity } from './signs';

/** A letter or command that the part does not declare. */
function isNewName(items: readonly Item[], table: SymbolTable): boolean {
  const [only] = items;
  if (items.length !== 1 || !only || table.find(items, 0)) return false;
  const { type } = only.base;
  return type === 'letter' || (type === 'command' && only.primes === 0);
}

/** `t`, `t ≥ T`, `p`: what a claim is said for, and nothing that the part declares. */
export function isOfNewName(items: readonly Item[], table: SymbolTable): boolean {
  const { members, operators } = membersOf(items);
  return operators[0] !== '=' && isNewName(members[0] ?? [], table);
}

/** `T`, `δ > 0` and not the index: what may exist without saying less of the symbols of the part. */
export function isOfFreeName(items: readonly Item[], table: SymbolTable): boolean {
  return isOfNewName(items, table) && !isOfIndex(items, table);
}

/** `t ≤ 10`: what holds up to a moment says nothing of a limit. */
export function isUpTo(items: readonly Item[], table: SymbolTable): boolean {
  const [operator] = membersOf(items).operators;
  return isOfIndex(items, table) && (operator === '<' || operator === '<=');
}

/** `t → ∞` beside a limit. */
export function isGrowing(items: readonly Item[], table: SymbolTable): boolean {
  const { members, operators } = membersOf(items);
  return operators[0] === '->' && isEndless(members[1] ?? []) && isOfNewName(items, table);
}

/** `∞`, `+∞`. */
export function isEndless(items: readonly Item[]): boolean {
  const [only, ...more] = items.filter((item) => !isMark(item, '+'));
  return more.length === 0 && only?.base.type === 'command' && isInfinity(only.base.text);
}

/** `α ∈ ℝ` says of what sort a symbol is, which is given. */
export function isMembership(items: readonly Item[]): boolean {
  return items.some(({ base }) => base.type === 'command' && base.text === 'in');
}

/** Where the name stands in `δ > 0`, if nothing else is known of it; null of anything else. */
export function newNumberIn(items: readonly Item[], table: SymbolTable): Span | null {
  const { members, operators } = membersOf(items);
  const [left = [], right = [], ...more] = members;
  const isTurned = operators[0] === '<';
  if (more.length > 0 || !(isTurned || operators[0] === '>')) return null;
  const [name, zero] = isTurned ? [right, left] : [left, right];
  const [number, ...rest] = zero;
  if (number?.base.type !== 'number' || Number(number.base.text) !== 0) return null;
  const [letter] = name;
  return rest.length === 0 && letter && isNewName(name, table) ? spanOf(letter) : null;
}

/** The letter of sequences, whose elements one moment later are declared too. */
export function isMoment(items: readonly Item[], table: SymbolTable): boolean {
  return isOfIndex(items, table, '\\s*\\+');
}

/** Whether items begin with a letter that declared symbols have as their index, with a pattern behind it. */
export function isOfIndex([first]: readonly Item[], table: SymbolTable, behind = ''): boolean {
  if (first?.base.type !== 'letter') return false;
  const index = new RegExp(`_\\{?\\s*${first.base.text}${behind}(?![A-Za-z])`);
  return [...table.declarations.values()].some(({ latex }) => index.test(latex));
}
