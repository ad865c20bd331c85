import { plainWord } from './lexicon/lexicon';
import { LETTERS } from './line-signs';

/** A piece of a line, in the order of the line: a formula, a word, or what stands between. */
export interface Piece {
  kind: 'formula' | 'word' | 'sign';
  /** Of a formula as it is written, of a word in lower case, of a sign the plain sign. */
  text: string;
  start: number;
  end: number;
}

/** A text that begins at a place of the line: words, signs between them, and numbers of lines. */
export function wordsIn(text: string, place: number): Piece[] {
  const pattern = new RegExp(`${LETTERS.source}|\\d+[a-z]?|[^\\s\\d]`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const [start, end] = [place + index, place + index + found.length];
    if (/^[.:]$/.test(found)) return { kind: 'sign', text: found, start, end };
    if (/^[,;()[\]]$/.test(found)) return { kind: 'sign', text: ',', start, end };
    if (found === '0') return { kind: 'formula', text: found, start, end };
    if (/^\d/.test(found)) return { kind: 'sign', text: '#', start, end };
    return { kind: 'word', text: plainWord(found), start, end };
  });
}
