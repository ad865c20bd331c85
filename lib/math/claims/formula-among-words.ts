import { caught } from '@/lib/math/core/error';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { unwrapped } from '@/lib/math/reading/read';
import { Lexicon } from './lexicon/lexicon';
import type { Piece } from './piece';
import { scanLine } from './scan-line';
import { isMark } from './signs';

const LEXICON = new Lexicon();
const PASSED_OVER = ['inert', 'subject', 'then', 'and'];

/**
 * The one formula of a line whose words say nothing of it, at its place: the only one, or the only one
 * with an equals sign. Null without words, and where words may matter or several formulas are meant.
 */
export function formulaAmongWords(source: string, table: SymbolTable): string | null {
  const pieces = caught(() => scanLine(unwrapped(source), table, LEXICON));
  if (!pieces.ok) return null;
  const words = pieces.value.flatMap((piece) => (piece.kind === 'word' ? [piece] : []));
  const said = LEXICON.read(words);
  if (words.length === 0 || !said.every(({ means }) => PASSED_OVER.includes(means))) return null;
  const formulas = pieces.value.filter(({ kind }) => kind === 'formula');
  const equations = formulas.filter(hasEquals);
  const [only, ...others] = equations.length > 0 ? equations : formulas;
  if (!only || others.length > 0) return null;
  const { start, end } = only;
  return blank(source.slice(0, start)) + source.slice(start, end) + blank(source.slice(end));
}

function hasEquals(piece: Piece): boolean {
  return piece.kind === 'formula' && piece.tokens.some((token) => isMark(token, '='));
}
