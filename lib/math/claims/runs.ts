import type { Word } from './lexicon/lexicon';
import type { Piece } from './piece';

/** Words in a row, with the colons between them, and all other pieces as they are. */
export function runsOf(pieces: readonly Piece[]): (Word[] | Piece)[] {
  const runs: (Word[] | Piece)[] = [];
  let run: Word[] | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'word') {
      if (run === null) {
        run = [];
        runs.push(run);
      }
      run.push(piece);
      continue;
    }
    if (piece.kind === 'sign' && piece.text === ':' && run !== null) run.push(piece);
    run = null;
    runs.push(piece);
  }
  return runs;
}
