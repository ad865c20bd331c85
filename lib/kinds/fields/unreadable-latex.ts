import { isTypesettable } from '@/lib/ui/typeset/formula';

/**
 * What plain text may mean in more than one way, or would vanish as LaTeX: an index that may go on, braces
 * of a set, signs that LaTeX keeps for itself.
 */
const TWOFOLD = /[_^](?:[A-Za-z0-9]+[-+]|[-+]|\d{2}|\()|(?<![_^])\{|[%#&$~]/;
/**
 * Words in a row, or one of three letters. Behind a mark letters are a product, of which the first is
 * the index; behind a brace they are the name or the text of a command.
 */
const WORDS = /\s*(?<![\p{L}\\_^{])(?:\p{L}{2,}(?: +\p{L}{2,})+|\p{L}{3,})(?![\p{L}_^({])\s*/gu;

interface Extent {
  start: number;
  end: number;
}

/** What could not be read as LaTeX, with a box around the place; null where it has to be shown as it was written. */
export function unreadableLatex(text: string, at: Extent): string | null {
  const isPlain = !text.includes('\\');
  if (isPlain && TWOFOLD.test(text)) return null;
  const shown = (piece: string) => piece.replace(WORDS, asWords);
  if (at.end === 0) return isTypesettable(shown(text)) ? shown(text) : null;
  for (const { start, end } of [at, balanced(text, at), { start: 0, end: text.length }]) {
    const piece = shown(text.slice(start, end)).trim() || '\\phantom{x}';
    const rest = shown(text.slice(end));
    const behind = piece.endsWith('}') ? rest.replace(/^ /, '~') : rest;
    const boxed = `${shown(text.slice(0, start))}\\boxed{${piece}}${behind}`;
    if (isTypesettable(boxed)) return boxed;
  }
  return null;
}

/** Words are set as words, with the spaces around them. */
function asWords(words: string): string {
  const space = (edge: RegExp) => (edge.test(words) ? '~' : '');
  return `${space(/^\s/)}\\text{${words.trim()}}${space(/\s$/)}`;
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
