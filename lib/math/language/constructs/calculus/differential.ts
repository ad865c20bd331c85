import { canonicalItem, type Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** A differential `dx`: the name of its variable, its items without the d, and how many items it takes. */
export interface Differential {
  name: string;
  variable: readonly Item[];
  length: number;
}

/** `d` where it is no symbol, and `\partial`. */
export function isDifferentialSign({ base }: Item, table: SymbolTable): boolean {
  // MathLive writes \differentialD, which is no letter.
  if (base.type === 'command') return base.text === 'partial' || base.text === 'd';
  if (base.type !== 'letter' || base.text !== 'd') return false;
  return !table.declares('d');
}

/** The differential at an index; null where none is. */
export function differentialAt(
  items: readonly Item[],
  at: number,
  table: SymbolTable,
): Differential | null {
  const sign = items[at];
  if (!sign) return null;
  const hasScripts = sign.sub !== null || sign.sup !== null;
  const isWord = sign.sub === null && sign.base.type === 'letter' && sign.base.text.length > 1;
  if (hasScripts && !isWord) return null;
  if (!isDifferentialSign(sign, table)) return differentialWord(sign);
  const base = items[at + 1]?.base;
  if (base?.type !== 'letter' && base?.type !== 'command') return null;
  if (base.type === 'command' && (base.text === 'int' || base.text === 'partial')) return null;
  const symbol = table.find(items, at + 1);
  const length = symbol && symbol.length > 1 ? symbol.length : 1;
  const variable = items.slice(at + 1, at + 1 + length);
  const name = variable.map((piece) => canonicalItem({ ...piece, sup: null })).join(' ');
  return { name, variable, length: 1 + length };
}

/** Where any word may be a name, `dy` is one item. */
export function differentialWord(sign: Item): Differential | null {
  const { base } = sign;
  if (base.type !== 'letter' || !/^d[A-Za-z]+$/.test(base.text)) return null;
  const inner: Item = { ...sign, base: { type: 'letter', text: base.text.slice(1) } };
  return { name: canonicalItem({ ...inner, sup: null }), variable: [inner], length: 1 };
}
