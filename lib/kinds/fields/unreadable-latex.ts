import { isTypesettable } from '@/lib/ui/typeset/formula';

/**
 * What plain text may mean in more than one way, or would vanish as LaTeX: an index that may go on, braces
 * of a set, signs that LaTeX keeps for itself.
 */
const TWOFOLD = /[_^](?:[A-Za-z0-9]+[-+]|[-+]|\d{2}|\()|(?<![_^])\{|[%#&$~]/;
/** Behind a mark letters are a product, of which the first is the index. */
const WORD = /\s*(?<![A-Za-z_^])[A-Za-z]{3,}(?![A-Za-z_^])\s*/g;

interface Extent {
  start: number;
  end: number;
}

/** What could not be read as LaTeX, with a box around the place; null where it has to be shown as it was written. */
export function unreadableLatex(text: string, at: Extent): string | null {
  const isPlain = !text.includes('\\');
  if (isPlain && TWOFOLD.test(text)) return null;
  const shown = isPlain ? (piece: string) => piece.replace(WORD, asWord) : (piece: string) => piece;
  if (at.end === 0) return isTypesettable(shown(text)) ? shown(text) : null;
  for (const { start, end } of [at, balanced(text, at), { start: 0, end: text.length }]) {
    const piece = shown(text.slice(start, end)).trim() || '\\phantom{x}';
    const boxed = `${shown(text.slice(0, start))}\\boxed{${piece}}${shown(text.slice(end))}`;
    if (isTypesettable(boxed)) return boxed;
  }
  return null;
}

/** Letters of a word stand together, with the spaces around it. */
function asWord(word: string): string {
  const space = (edge: RegExp) => (edge.test(word) ? '~' : '');
  return `${space(/^\s/)}\\mathit{${word.trim()}}${space(/\s$/)}`;
}

/** The extent with the rest of each group that it cuts through. */
function balanced(text: string, { start, end }: Extent): Extent {
  const grown = { start, end };
  let depth = 0;
  let lowest = 0;
  for (const sign of text.slice(start, end)) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    lowest = Math.min(lowest, depth);
  }
  for (let open = lowest; open < 0 && grown.start > 0; ) {
    grown.start--;
    open += text[grown.start] === '{' ? 1 : text[grown.start] === '}' ? -1 : 0;
  }
  for (let open = depth - lowest; open > 0 && grown.end < text.length; grown.end++)
    open += text[grown.end] === '}' ? -1 : text[grown.end] === '{' ? 1 : 0;
  // The group belongs to the command or mark in front of it.
  const [head = ''] = /(?:\\[A-Za-z]+|[_^])$/.exec(text.slice(0, grown.start)) ?? [];
  return { ...grown, start: grown.start - head.length };
}
