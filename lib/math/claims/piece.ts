import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';

/** A piece of a line, in the order of the line: a formula, a word, or what stands between. */
export type Piece = { start: number; end: number } & (
  | { kind: 'formula'; tokens: readonly Token[] }
  /** `text` is in lower case, or the plain sign. */
  | { kind: 'word' | 'sign'; text: string }
);

/** Whether letters are a symbol of a part, a function, or a product of these. */
export function isMathematics(letters: string, table: SymbolTable): boolean {
  if (!/^[A-Za-z]+$/.test(letters)) return false;
  if (FUNCTION_NAMES.has(letters) || table.declares(letters)) return true;
  return table.splitWord(letters).every(({ text, isName }) => isName || table.declares(text));
}
