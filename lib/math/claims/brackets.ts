import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Lexicon, plainWord } from './lexicon/lexicon';
import { RELATION } from './line-signs';
import { isMathematics } from './words-or-formula';

/** What stands between a bracket and the one that closes it, from behind the first; null where none does. */
export function insideOf(source: string, start: number): string | null {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at] ?? '';
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character) && --depth === 0) return source.slice(start, at);
  }
  return null;
}

/** Whether what stands in a bracket are words or statements, and not part of a formula. */
export function isAround(
  inside: string,
  isArgument: boolean,
  table: SymbolTable,
  lexicon: Lexicon,
): boolean {
  const [word] = /^\s*(?:\\text\w*\s*\{)?\s*(\p{L}+)/u.exec(inside)?.slice(1) ?? [];
  const isKnown = word !== undefined && lexicon.knows(plainWord(word));
  if (isKnown && !isMathematics(word, table)) return true;
  return !isArgument && RELATION.test(inside.replace(/[_^]\s*\{[^{}]*\}/g, ''));
}
