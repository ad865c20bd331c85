import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { blank, closing } from '@/lib/math/notation/ornaments';
import { proposeWord } from '@/lib/math/notation/propose';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Cue, cuesIn } from './claim-cues';
import { labelsIn } from './claim-labels';
import { isProofWord, LETTER } from './proof-word-list';
import { rangeEnd, withoutQuantifiers } from './quantifiers';

const LONG = 4;
const RUN = new RegExp(`(?<![\\\\${LETTER}{_^])[${LETTER}]+(?![${LETTER}_^({])`, 'g');
const IS_LETTERS = new RegExp(`^[${LETTER}]+$`);
/** Words with hyphens and apostrophes: `non-negative`, `don't`. */
const JOINED = new RegExp(
  `(?<![\\\\${LETTER}{_^])[${LETTER}]{2,}(?:[-–'’][${LETTER}]+)+(?![${LETTER}_^({])`,
  'g',
);
/** `i.e.`, `q.e.d.`, `z. B.` */
const ABBREVIATION = new RegExp(
  `(?<![\\\\${LETTER}\\d_^}])(?:[A-Za-z]{1,3}\\.\\s?){2,4}(?:[A-Za-z]\\.?(?![${LETTER}_^]))?`,
  'g',
);
/** Marks that stand between statements and are no part of them, with what separates them instead. */
const BETWEEN =
  /\\(?:iff|Leftrightarrow|Longleftrightarrow|leftrightarrow|therefore|because|blacksquare|square|Box|qed|bot|lightning|checkmark|neg|lnot)(?![A-Za-z])|[⇔⟺∴∵□■∎⊥↯⚡✓¬]|<=>/g;
/** `t → ∞` beside a limit; below a `lim` it belongs to the sign. */
const GROWING =
  /(?<!_\{?\s*)\(?(?<![\\A-Za-z_])([a-z])\s*(?:\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|->|→)\s*\+?(?:\\infty|\\infin|∞|infty|infinity|inf|oo)(?![A-Za-z])\)?/g;
/** `(1a)` behind words. */
const REFERENCE = /(?<=;[\s;,]*)\(\s*\d{1,2}[a-z]?'?\s*\)/g;
/** `line 2`, `equation (1a)`. */
const NUMBERED =
  /(?<![A-Za-z])(?:lines?|steps?|eqs?\.?|equations?|zeilen?|gleichung(?:en)?)\s*\(?\d{1,2}[a-z]?\)?(?![\dA-Za-z])/gi;
const WRAPPED = /\\(text\w*|mbox|mathrm|mathbf|mathit|mathsf|operatorname\*?|emph)\s*(?=\{)/g;
/** Dollars and their like around formulas between words. */
const DOLLARS = /(?<!\\)\$+|(?<!\\)\\[()[\]]/g;
/** Ends of sentences. */
const STOP = /(?<!\\(?:left|right|middle|[bB]igg?[lrm]?))\.(?!\d)(?=[\s;\\$]|$)|\?/g;
/** `max(., 0)`, where the function itself is meant. */
const PLACEHOLDER = /(?<=[(,]\s{0,9})\.(?=\s*[,)])/g;
/** `for all`, behind which letters stand that are no symbols. */
const FOR = /(?<![A-Za-z])(?:for|all|every|each|any|für|fuer|alle|jede[snr]?)[\s:]*$/i;

export interface Aside {
  start: number;
  end: number;
  word: string;
}

export interface ProofLine {
  /** The line with `;` for everything that is no part of its statements; places stay. */
  text: string;
  /** What was passed over, in order. */
  asides: readonly Aside[];
  cues: readonly Cue[];
}

/**
 * A line of a proof with its words replaced by `;`, which separates statements, so that places stay.
 * `all`: any run of letters that is no symbol, function or near miss of one is a word.
 */
export function withoutWords(source: string, table: SymbolTable, all: boolean): ProofLine {
  const asides: Aside[] = [];
  const pass = (start: number, end: number, word = source.slice(start, end)) => {
    if (word.trim() !== '') asides.push({ start, end, word: word.trim() });
    return `;${' '.repeat(end - start - 1)}`;
  };
  const passed = (whole: string, at: number) => pass(at, at + whole.length);
  let text = source;
  for (const { start, end } of labelsIn(source, table))
    text = text.slice(0, start) + pass(start, end) + text.slice(end);
  text = withoutWrapped(text, table, pass).replace(DOLLARS, blank);
  const quantified = withoutQuantifiers(text, table);
  for (const { start, end } of quantified.places) pass(start, end);
  text = quantified.text
    .replace(GROWING, (whole, letter: string, at: number) =>
      table.declares(letter) ? whole : passed(whole, at),
    )
    .replace(BETWEEN, passed)
    .replace(NUMBERED, passed)
    .replace(ABBREVIATION, passed)
    .replace(JOINED, (run, at: number) =>
      run.split(/[-–'’]/).some((part) => isWord(part, table, all)) ? passed(run, at) : run,
    );
  const plain = text;
  text = plain.replace(RUN, (run, at: number) => {
    const isMeant =
      (all && run.length > 2) || run.length >= LONG || isAlone(plain, at, run.length, table);
    return isMeant && isWord(run, table, all) ? passed(run, at) : run;
  });
  const conditions = [...quantified.conditions];
  for (const { word, end } of [...asides]) {
    // Of `for all` only the last word stands in front of what it is for.
    if (!FOR.test(word) || /^\s*(?:[;:,.]|$)/.test(text.slice(end))) continue;
    const until = rangeEnd(text, end, table);
    if (until > end) text = text.slice(0, end) + pass(end, until) + text.slice(until);
    else conditions.push(end);
  }
  text = text
    .replace(/(?<=(?:^|[;,(])\s*)(?:an?|I)\s+(?=;)/gi, (article, at: number) =>
      table.declares(article.trim()) ? article : pass(at, at + article.length),
    )
    .replace(PLACEHOLDER, '·')
    .replace(STOP, ';')
    .replace(REFERENCE, passed);
  return {
    text: withoutAroundWords(text),
    asides: asides.sort((a, b) => a.start - b.start),
    cues: cuesIn(source, conditions),
  };
}

function isWord(run: string, table: SymbolTable, all: boolean): boolean {
  if (FUNCTION_NAMES.has(run) || table.declares(run)) return false;
  if (isProofWord(run)) return true;
  if (!/^[A-Za-z]+$/.test(run)) return IS_LETTERS.test(run);
  if (!all || run.length < 3) return false;
  const isProduct = table
    .splitWord(run)
    .every(({ text, isName }) => isName || table.declares(text));
  return !isProduct && proposeWord(run, table) === null;
}

/** `\text{…}` without what is words in it; formulas between dollars and names of functions stay. */
function withoutWrapped(
  source: string,
  table: SymbolTable,
  pass: (start: number, end: number, word: string) => string,
): string {
  let text = source;
  for (const { 0: command, 1: name = '', index } of source.matchAll(WRAPPED)) {
    const open = index + command.length;
    const until = closing(text, open);
    const inside = text.slice(open + 1, until - 1);
    // In an index it is part of a name.
    if (
      text.slice(index, open) !== command ||
      /[_^]\s*(?:\{[^{}]{0,20})?$/.test(text.slice(Math.max(0, index - 24), index))
    )
      continue;
    const isText = /^(?:text|mbox|emph)/.test(name);
    if (isText && inside.includes('$')) {
      text = withoutWordsAround(text, index, open + 1, until, pass);
      continue;
    }
    const runs = inside.trim().split(/[\s~]+/);
    const isWords = isText
      ? !runs.every((run) => FUNCTION_NAMES.has(run) || table.declares(run))
      : runs.every((run) => isWord(run, table, false));
    if (!isWords) continue;
    text = text.slice(0, index) + pass(index, until, inside) + text.slice(until);
  }
  return text;
}

/** `\text{so $a < b$ holds}`: of the text only what is between dollars stays. */
function withoutWordsAround(
  text: string,
  start: number,
  inside: number,
  end: number,
  pass: (start: number, end: number, word: string) => string,
): string {
  let from = start;
  const pieces = text.slice(inside, end - 1).split('$');
  const blanked = pieces.map((piece, index) => {
    const isLast = index === pieces.length - 1;
    const until = index === 0 ? inside + piece.length : from + piece.length + (isLast ? 2 : 1);
    const [at, upTo] = [from, isLast ? end : until];
    from = upTo;
    return index % 2 === 0 ? pass(at, upTo, piece) : ` ${piece}`.padEnd(upTo - at);
  });
  return text.slice(0, start) + blanked.join('') + text.slice(end);
}

/** A short word is one where it stands alone; two letters without a space are a product. */
function isAlone(text: string, at: number, length: number, table: SymbolTable): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + length] ?? ' '];
  const isProduct = [...text.slice(at, at + length)].every((letter) => table.declares(letter));
  if (isProduct) return /[\s;,.]/.test(before) && /[\s;,.:]/.test(after);
  return /[\s;,.:()|}~]/.test(before) && /[\s;,.:()\\|~]/.test(after);
}

/** `(since α > 0)`: a bracket that begins with words is around a statement, not part of one. */
function withoutAroundWords(source: string): string {
  const characters = source.split('');
  const open: { at: number; isAside: boolean }[] = [];
  for (const [at, character] of characters.entries()) {
    if (character === '(' || character === '[')
      open.push({ at, isAside: /^\s*;/.test(source.slice(at + 1, at + 40)) });
    if (character !== ')' && character !== ']') continue;
    const opening = open.pop();
    if (!opening?.isAside) continue;
    characters[opening.at] = ';';
    characters[at] = ';';
  }
  return characters.join('');
}
