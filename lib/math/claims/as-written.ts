import { caught } from '@/lib/math/core/error';
import { toLatex } from '@/lib/math/language/latex';
import { parse } from '@/lib/math/language/parse';
import { layOut } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';
import { unwrapped } from '@/lib/math/reading/read';
import type { Lexicon } from './lexicon/lexicon';
import type { Piece } from './piece';
import { membersOf, RELATION_LATEX } from './relation';
import { scanLine } from './scan-line';
import { isInfinity } from './signs';

/** A stretch of a line as its author wrote it: words, or a formula as LaTeX. */
export interface Stretch {
  kind: 'words' | 'formula';
  text: string;
}

/**
 * A line with its words in their places and its formulas typeset; null where it cannot be cut. What is written above signs stays with its formula.
 */
export function asWritten(
  source: string,
  { table, lexicon }: { table: SymbolTable; lexicon: Lexicon },
): Stretch[] | null {
  const plain = unwrapped(source);
  const pieces = caught(() => scanLine(plain, table, lexicon));
  if (!pieces.ok) return null;
  const stretches: Stretch[] = [];
  let end = 0;
  for (const piece of pieces.value) {
    // A note of a formula in front.
    if (piece.start < end) continue;
    end = piece.end;
    const stretch = stretchOf(piece, plain, table);
    const last = stretches.at(-1);
    if (last?.kind !== 'words' || stretch.kind !== 'words') stretches.push(stretch);
    else last.text += /^[,.:;)]$/.test(stretch.text) ? stretch.text : ` ${stretch.text}`;
  }
  return stretches;
}

function stretchOf(piece: Piece, source: string, table: SymbolTable): Stretch {
  const written = source.slice(piece.start, piece.end);
  if (piece.kind === 'word') return { kind: 'words', text: written };
  if (piece.kind === 'formula') {
    const isLatex = source.includes('\\');
    return { kind: 'formula', text: isLatex ? written : typeset(piece.tokens, source, table) };
  }
  // The numbers of lines and equations, in brackets of any size.
  if (piece.text === '#') return { kind: 'words', text: written.replace(/\\(?:left|right)/g, '') };
  if (/^[^\\=]*$/.test(written)) return { kind: 'words', text: written };
  return { kind: 'formula', text: written === '=>' ? '\\Rightarrow' : written };
}

/** Plain text as LaTeX: each member as it is read, or as it stands where it is no expression. */
function typeset(tokens: readonly Token[], source: string, table: SymbolTable): string {
  const laidOut = caught(() => membersOf(layOut(tokens, table.splitWord)));
  if (!laidOut.ok) return source.slice(tokens[0]?.start, tokens.at(-1)?.end);
  const { members, operators } = laidOut.value;
  const shown = members.map((items, index) => {
    const operator = operators[index - 1];
    const sign = operator ? `${RELATION_LATEX[operator]} ` : '';
    const [first] = items;
    if (!first) return sign;
    if (first.base.type === 'command' && isInfinity(first.base.text)) return `${sign}\\infty`;
    const read = caught(() => toLatex(parse(items, table).tree, table));
    return sign + (read.ok ? read.value : source.slice(first.start, items.at(-1)?.end));
  });
  return shown.join(' ');
}
