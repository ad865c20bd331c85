import { MathProblem } from '@/lib/math/core/error';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { CONNECTIVES } from '@/lib/math/notation/notation';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { CONDITION_WORDS, INERT_WORDS, LABEL_WORDS, REMARK_WORDS } from './inert-words';

/** A formula without what stands beside it; places stay. */
export interface WithoutAsides {
  text: string;
  /** What the formula is said to hold under, `if x > 0`; empty where nothing is. */
  condition: string;
  /** Sentences about what was passed over. */
  hints: string[];
}

/** Words set as text; not those that are an index, as in `x_{\text{max}}`. */
const TEXT = /(?<![_^]\s*\{?\s*)\\(?:text|textrm|textit|textbf|mbox|textnormal)\s*\{([^{}]*)\}/g;
/** The same words typed as they are, between spaces. */
const PLAIN = /(?<=\s)\p{L}{2,}(?=\s)/gu;
const WORD = /\p{L}+/gu;
/** What stands in front of a formula and ends in a colon. */
const LABEL = /^\s*(\p{L}{2,}(?: \p{L}+){0,3})\s*:(?!=)/u;
/** A run of words in front of a formula, typed as they are. */
const LEADING = /^\s*(?:\p{L}{2,}[ ,]+)+/u;
/** `% a remark` as in LaTeX: not close behind a number, and words follow. */
const COMMENT = /(?<=\s)%\s*\p{L}{2,}.*$/u;
/** Emphasis and code marks of markdown, as chat programs put them around a formula. */
const EMPHASIS = /^\s*(\*\*|__|`+)(.*)\1\s*$/s;

/** `, u \sim U(0, 1)`: how a symbol is distributed, behind the formula. */
const DISTRIBUTION =
  /(?:[,;]|\\q?quad)(?:\s|\\[,;:! ]|\\q?quad(?![A-Za-z]))*\\?[A-Za-z]+(?:_\w)?\s*(?:\\sim(?![A-Za-z])|∼).*$/su;

/** `(S_0 = 1)` behind the formula: where a recursion starts. */
const START_VALUE = /\(\s*\\?[A-Za-z]+_\{?[01]\}?\s*:?=[^()]*\)\s*$/;

/** What any of these needs; most formulas have none of it, and are spared the search. */
const POSSIBLE = /\s\p{L}{2}|\p{L}{2}[ ,]|\\(?:text|mbox|sim)|[:%*`∼]|__|_\{?[01]\}?\s*:?=/u;

/**
 * A text without what stands beside the formula and says nothing of it: markdown, comments, labels,
 * inert words, remarks. Words that may matter are never passed over: they are a `MathProblem`.
 */
export function withoutAsides(source: string, table: SymbolTable): WithoutAsides {
  if (!POSSIBLE.test(source)) return { text: source, condition: '', hints: [] };
  const whole = withoutEmphasis(source).replace(COMMENT, blank);
  const unstarted = whole.replace(START_VALUE, blank);
  const bare = unstarted.trim() === '' ? whole : withoutDistribution(unstarted);
  const { text: named, condition, hints } = withoutRest(withoutLabel(bare));
  if (bare !== whole) hints.push(START_VALUE.test(whole) ? START_UNREAD : LAW_UNREAD);
  const text = withJunctions(withoutText(withoutLeading(named, table)), table);
  return { text, condition, hints };
}

const START_UNREAD = 'Where a recursion starts is not read.';
const LAW_UNREAD = 'How a symbol is distributed is not read here.';

/** Only behind the whole formula; in `\\mathbb E_{x, y \\sim p}` it is part of one. */
function withoutDistribution(source: string): string {
  return source.replace(DISTRIBUTION, (rest: string, at: number) => {
    const before = source.slice(0, at);
    const isOpen = (before.match(/[{([]/g) ?? []).length > (before.match(/[})\]]/g) ?? []).length;
    return isOpen ? rest : blank(rest);
  });
}

function withoutEmphasis(source: string): string {
  const match = EMPHASIS.exec(source);
  const mark = match?.[1];
  if (!match || mark === undefined) return source;
  const [start, end] = [source.indexOf(mark), source.lastIndexOf(mark)];
  const inside = source.slice(start + mark.length, end);
  return [source.slice(0, start), inside, source.slice(end + mark.length)].join(blank(mark));
}

function withoutLabel(source: string): string {
  const match = LABEL.exec(source);
  const words = match?.[1]?.toLowerCase().split(' ') ?? [];
  const isLabel =
    words.some((word) => LABEL_WORDS.has(word)) &&
    words.every((word) => LABEL_WORDS.has(word) || INERT_WORDS.has(word));
  return match && isLabel ? blank(match[0]) + source.slice(match[0].length) : source;
}

/** What stands behind `if` or `with`: a condition of the formula, or a remark that is not read. */
function withoutRest(source: string): WithoutAsides {
  const whole: WithoutAsides = { text: source, condition: '', hints: [] };
  if (source.includes('\\begin')) return whole;
  for (const { index, end, word } of wordsIn(source)) {
    const isCondition = CONDITION_WORDS.has(word);
    if (index === 0 || !(isCondition || REMARK_WORDS.has(word))) continue;
    const text = source.slice(0, index).replace(/,\s*$/, blank) + blank(source.slice(index));
    const rest = source.slice(end);
    if (isCondition && !isForAll(rest))
      return { text, condition: blank(source.slice(0, end)) + rest, hints: [] };
    return { text, condition: '', hints: [`What stands behind “${word}” is not read.`] };
  }
  return whole;
}

/** `for all x`, `for x ∈ ℝ` restrict nothing that is asked for. */
function isForAll(rest: string): boolean {
  return !/[<>=≤≥≠]|\\(?:l|g)(?:t|e|eq|eqslant)(?![A-Za-z])|\\neq?(?![A-Za-z])/.test(rest);
}

/** The last words of texts, and words between spaces, in lower case. */
function wordsIn(source: string): { index: number; end: number; word: string }[] {
  const texts = [...source.matchAll(TEXT)].map(({ 0: whole, 1: inside = '', index }) => {
    const words = inside.toLowerCase().match(WORD) ?? [];
    const word = words.find((each) => CONDITION_WORDS.has(each) || REMARK_WORDS.has(each)) ?? '';
    return { index, end: index + whole.length, word };
  });
  const plain = [...source.matchAll(PLAIN)].map(({ 0: word, index }) => ({
    index,
    end: index + word.length,
    word: word.toLowerCase(),
  }));
  return [...texts, ...plain].sort((a, b) => a.index - b.index);
}

/** `so x = 2`: inert words in front, unless they are a product of declared letters. */
function withoutLeading(source: string, { splitWord }: SymbolTable): string {
  const [leading] = LEADING.exec(source) ?? [''];
  const words = [...leading.matchAll(WORD)];
  const other = words.findIndex(
    ([word]) => !INERT_WORDS.has(word.toLowerCase()) || splitWord.isProduct(word),
  );
  const last = words[(other < 0 ? words.length : other) - 1];
  if (!last) return source;
  const end = last.index + last[0].length;
  const until = source[end] === ',' ? end + 1 : end;
  return blank(source.slice(0, until)) + source.slice(until);
}

/** `x = 2 or x = -1`: the words as the signs that `\\text{ or }` is, unless they are declared letters. */
function withJunctions(source: string, { splitWord }: SymbolTable): string {
  return source.replace(PLAIN, (word) => {
    const sign = CONNECTIVES.get(word.toLowerCase()) ?? '';
    const isJunction = '∧∨'.includes(sign) && sign !== '' && !splitWord.isProduct(word);
    return isJunction ? sign.padEnd(word.length) : word;
  });
}

/**
 * The text without inert words that are set as text. One word alone stays, as it may be a name;
 * words that may matter are a `MathProblem`.
 */
export function withoutText(source: string): string {
  return source.replace(TEXT, (whole: string, inside: string, at: number) => {
    const words: string[] = inside.match(WORD) ?? [];
    if (CONNECTIVES.has(inside.trim().replace(/[.,;:]$/, ''))) return whole;
    const [only] = words;
    if (words.length === 1 && only !== undefined && isName(only)) return whole;
    if (words.every((word) => INERT_WORDS.has(word.toLowerCase()))) return blank(whole);
    const message = `The words “${inside.trim()}” may matter, so that only a person can judge this.`;
    throw new MathProblem({ message, start: at, end: at + whole.length });
  });
}

/** One word may be a function or a symbol that is set upright. */
function isName(word: string): boolean {
  return FUNCTION_NAMES.has(word) || !INERT_WORDS.has(word.toLowerCase());
}
