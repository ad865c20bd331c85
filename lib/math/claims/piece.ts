import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';
import { plainWord } from './lexicon/lexicon';

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

/** What stands in a `\text{…}`: words, signs between them, and numbers of lines. */
export function pieceInText(token: Token): Piece {
  const { type, text, start, end } = token;
  if (type === 'number' && text === '0') return { kind: 'formula', tokens: [token], start, end };
  if (type === 'number') return { kind: 'sign', text: '#', start, end };
  if (type !== 'word' && /^[.:]$/.test(text)) return { kind: 'sign', text, start, end };
  if (type === 'mark' && /^[,;()[\]]$/.test(text)) return { kind: 'sign', text: ',', start, end };
  return { kind: 'word', text: plainWord(text), start, end };
}
