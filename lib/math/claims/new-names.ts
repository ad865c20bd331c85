import { isMark } from '@/lib/math/language/items';
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
  const [first] = items;
  const isOfIndex = first?.base.type === 'letter' && isIndex(first.base.text, table);
  return isOfNewName(items, table) && !isOfIndex;
}

/** `t ≤ 10`: what holds up to a moment says nothing of a limit. */
export function isUpTo(items: readonly Item[], table: SymbolTable): boolean {
  const [first] = items;
  const isOfIndex = first?.base.type === 'letter' && isIndex(first.base.text, table);
  const [operator] = membersOf(items).operators;
  return isOfIndex && (operator === '<' || operator === '<=');
}

/** `t → ∞` beside a limit. */
export function isGrowing(items: readonly Item[], table: SymbolTable): boolean {
  const { members, operators } = membersOf(items);
  const [only, ...more] = (members[1] ?? []).filter((item) => !isMark(item, '+'));
  if (operators[0] !== '->' || !only || more.length > 0 || !isOfNewName(items, table)) return false;
  return only.base.type === 'command' && isInfinity(only.base.text);
}

/** `α ∈ ℝ` says of what sort a symbol is, which is given. */
export function isMembership(items: readonly Item[]): boolean {
  return items.some(({ base }) => base.type === 'command' && base.text === 'in');
}

/** Where the name stands in `δ > 0`, if nothing else is known of it; null of anything else. */
export function newNumberIn(
  items: readonly Item[],
  table: SymbolTable,
): { start: number; end: number } | null {
  const { members, operators } = membersOf(items);
  const [left = [], right = [], ...more] = members;
  const isTurned = operators[0] === '<';
  if (more.length > 0 || !(isTurned || operators[0] === '>')) return null;
  const [name, zero] = isTurned ? [right, left] : [left, right];
  const [{ base } = { base: null }, ...rest] = zero;
  const isZero = rest.length === 0 && base?.type === 'number' && Number(base.text) === 0;
  const [place] = name;
  return isZero && place && isNewName(name, table) ? { start: place.start, end: place.end } : null;
}

/** The letter of sequences, whose elements one moment later are declared too. */
export function isMoment([first]: readonly Item[], table: SymbolTable): boolean {
  return first?.base.type === 'letter' && isIndex(`${first.base.text}\\s*\\+`, table);
}

/** Whether declared symbols are written with a letter as their index. */
export function isIndex(letter: string, table: SymbolTable): boolean {
  const index = new RegExp(`_\\{?\\s*${letter}(?![A-Za-z])`);
  return [...table.declarations.values()].some(({ latex }) => index.test(latex));
}
