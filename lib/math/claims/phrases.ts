import type { Lexicon, Said, Word } from './lexicon/lexicon';
import type { Piece } from './piece';

/** The pieces of a line, with what words in a row say in the place of these. A colon behind words is one too. */
export function withPhrases(pieces: readonly Piece[], lexicon: Lexicon): (Said | Piece)[] {
  const all: (Said | Piece)[] = [];
  let run: Word[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'word') {
      run.push(piece);
      continue;
    }
    if (piece.kind === 'sign' && piece.text === ':' && run.length > 0) run.push(piece);
    all.push(...lexicon.read(run), piece);
    run = [];
  }
  return [...all, ...lexicon.read(run)];
}
