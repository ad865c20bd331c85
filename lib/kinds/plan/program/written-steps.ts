import { Lexicon } from '@/lib/math/claims/lexicon/lexicon';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { INERT_WORDS } from '@/lib/math/reading/inert-words';

const LEXICON = new Lexicon();

/** “1.” or “(1)” in front of a line; lines have numbers already. */
const NUMBERING = /^\s*(?:\d+[.):]|\(\d+\)|\\left\(\d+\\right\))(?=(?:\s|\\[,;:! ])*[A-Za-z\\∇∂])/;
/** Other signs for “gets the value”, in either direction; `\:` is a space. */
const ASSIGNMENTS =
  /(?<!\\):=|=:|\\(?:coloneqq?|eqqcolon|eqcolon|leftarrow|longleftarrow|gets|rightarrow|longrightarrow|to|mapsto)(?![A-Za-z])|<-|->|[←→]/g;

/** Words of plans that say nothing of what is computed, besides those of any formula. */
const PLAN_WORDS: ReadonlySet<string> = new Set(
  [
    'first second third next last lastly now again finally then step calculate calculating multiply multiplying',
    'store stored cache cached save used reuse reused reusing reuses once twice computed only everything all backward forward pass',
    'zuerst zunächst danach berechne berechnen speichern wiederverwenden nejprve potom nakonec spočítáme',
  ].flatMap((line) => line.split(' ')),
);

const WORDS_IN_TEXT = /\\(?:text|textrm|textit|textbf|mbox|textnormal)\s*\{([^{}]*)\}/g;
/** “Step 2:”. */
const NUMBERED_WORD = /^\s*\p{L}{3,}\s*\d+\s*[.:)]?(?=\s)/u;
/** Spaces as LaTeX writes them, and a visual field between words. */
const SPACES = /(?<!\\)\\(?:[,;:! ]|q?quad(?![A-Za-z]))/g;
const LEADING_WORDS = /^\s*(?:\p{L}{2,}[,:]?\s+)+(?!\s*=)/u;
const IN_BRACKETS = /\(\s*(?:\\text\s*\{)?\p{L}{3,}[^()]*\)\s*$/u;

/**
 * The steps that a line holds, each at its place: without a number and inert words in front or behind,
 * `=` for arrows and `:=`, and cut at the commas that stand between steps. Other words stay, so that
 * the step cannot be read and is left to a person.
 */
export function writtenSteps(written: string, table: SymbolTable): string[] {
  const plain = written
    .replace(SPACES, blank)
    .replace(NUMBERING, blank)
    .replace(ASSIGNMENTS, (sign) => '='.padEnd(sign.length));
  return cutAtCommas(plain).map((piece) => withoutWords(piece, table));
}

function withoutWords(text: string, table: SymbolTable): string {
  const isInert = (word: string) => {
    const lower = word.toLowerCase();
    return INERT_WORDS.has(lower) || PLAN_WORDS.has(lower) || LEXICON.isPassedOver(lower);
  };
  const wordsOf = (piece: string) => piece.replace(/\\[A-Za-z]+/g, '').match(/\p{L}{2,}/gu) ?? [];
  const withoutInert = (piece: string) => (wordsOf(piece).every(isInert) ? blank(piece) : piece);
  return text
    .replace(IN_BRACKETS, withoutInert)
    .replace(WORDS_IN_TEXT, withoutInert)
    .replace(NUMBERED_WORD, withoutInert)
    .replace(LEADING_WORDS, (piece) =>
      wordsOf(piece).some((word) => table.splitWord.isProduct(word)) ? piece : withoutInert(piece),
    );
}

/** The pieces between commas, semicolons and line breaks, where every one of them is a step. */
function cutAtCommas(text: string): string[] {
  const cuts: { start: number; end: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    const isBreak = letter === '\\' && text[at + 1] === '\\';
    if (depth === 0 && (isBreak || ',;\n'.includes(letter)))
      cuts.push({ start: at, end: at + (isBreak ? 2 : 1) });
    if (isBreak) at++;
  }
  const starts = [0, ...cuts.map(({ end }) => end)];
  const pieces = starts.map(
    (start, index) => blank(text.slice(0, start)) + text.slice(start, cuts[index]?.start),
  );
  const filled = pieces.filter((piece) => piece.replace(/\\q?quad/g, '').trim() !== '');
  return filled.length > 1 && filled.every((piece) => piece.includes('=')) ? filled : [text];
}
