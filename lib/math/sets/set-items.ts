import { MathProblem } from '@/lib/math/core/error';
import type { Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { ACCENT_COMMANDS, UPRIGHT_COMMANDS } from '@/lib/math/notation/notation';
import { blank, withoutOrnaments } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Token, tokenize } from '@/lib/math/notation/tokens';
import { withoutTypesetting } from '@/lib/math/notation/typesetting';
import { withoutText } from '@/lib/math/reading/asides';
import { unwrapped } from '@/lib/math/reading/read';

/** Braces of sets as marks of their own: to formulas braces only group. */
export const OPEN_BRACE = '⦃';
export const CLOSE_BRACE = '⦄';
/** “and” as a word, which may also list what is an alternative; `\wedge` may not. */
export const WORD_AND = 'and';

type Sign = Pick<Token, 'type' | 'text'>;

function typedAs(words: string, type: Sign['type'], text: string): [string, Sign][] {
  return words.split(' ').map((word) => [word, { type, text }]);
}

/** Words that one types for the signs of sets and conditions, where no symbol is called so. */
const WORDS: ReadonlyMap<string, Sign> = new Map([
  ...typedAs('u U cup union', 'command', 'cup'),
  ...typedAs('cap intersect intersection', 'command', 'cap'),
  ...typedAs('setminus without', 'command', 'setminus'),
  ...typedAs('or oder', 'mark', '∨'),
  ...typedAs('and und', 'mark', WORD_AND),
  // `y = x for x > 0`: what is said and when, both together.
  ...typedAs('if for when with where wenn falls für mit', 'mark', WORD_AND),
  ...typedAs('R RR', 'command', 'mathbb{R}'),
  ...typedAs('in', 'command', 'in'),
  ...typedAs('emptyset', 'command', 'emptyset'),
  ...typedAs('infinity infty oo unendlich', 'command', 'infty'),
]);

/** Commands behind which a brace opens a set. */
const BEFORE_A_SET: ReadonlySet<string> = new Set(
  'cup cap setminus backslash in notin smallsetminus'.split(' '),
);
/** Marks behind which it does. */
const MARKS_BEFORE_A_SET: ReadonlySet<string> = new Set(['=', '(', '∧', '∨', WORD_AND, OPEN_BRACE]);

const TYPE_FACES: ReadonlySet<string> = new Set([...ACCENT_COMMANDS, ...UPRIGHT_COMMANDS]);

const TEXT = /\\(?:text|mathrm|textrm|mbox|textnormal|operatorname)\s*\{([^{}]{0,20})\}/g;

/**
 * The layout of an answer that is a set or a relation, with the signs of sets told apart from those
 * of formulas. Linear time; throws `MathProblem`.
 */
export function setItems(
  source: string,
  table: SymbolTable,
  decimalComma: boolean,
): readonly Item[] {
  const plain = withSigns(withoutOrnaments(withoutTypesetting(withAmpersands(unwrapped(source)))));
  // Of other words nobody knows what they change.
  const text = withoutText(plain);
  return layOut(told(tokenize(text, decimalComma), text, table), table.splitWord);
}

/** `x > 1 & x < 3`: what stands at the edge of a column, in front of a sign, is no “and”. */
const AMPERSAND =
  /(?<=\S\s)(?:\\&|&&?)(?=\s+(?![=<>≤≥≠]|\\(?:l|g)(?:e|t|eq|eqslant)(?![A-Za-z])|\\neq?(?![A-Za-z])))/g;

function withAmpersands(source: string): string {
  if (/\\begin|\\\\/.test(source)) return source;
  return source.replace(AMPERSAND, (sign) => '∧'.padEnd(sign.length));
}

/** Words set as text as they are, and `\ ` before a brace as a difference; places stay. */
function withSigns(source: string): string {
  return source
    .replace(TEXT, (whole: string, inside: string) => {
      const word = inside.replaceAll(',', ' ').trim();
      if (word.length < 2 || !WORDS.has(word)) return whole;
      return ` ${word}${blank(whole.slice(word.length + 1))}`;
    })
    .replace(/(?<!\\)\\(?=\s+\\?\{)|(?<!\\)\\(?=\{[^{}\\]*\})/g, '∖')
    .replace(/(?<=[)\]}Rℝ]\s?)\\(?=\s+[[(])/g, '∖');
}

function told(tokens: readonly Token[], text: string, table: SymbolTable): Token[] {
  const read: Token[] = [];
  /** For each brace that is open, whether it is one of a set. */
  const open: boolean[] = [];
  for (const token of tokens) {
    const typed = text.slice(token.start, token.end);
    if (token.type === 'word') {
      const isOwn =
        table.declares(token.text) ||
        table.splitWord.isProduct(token.text) ||
        isArgument(read.at(-1));
      const meant = isOwn ? undefined : WORDS.get(token.text);
      read.push({ ...token, ...meant });
    } else if (token.type !== 'mark') read.push(token);
    else if (isPlusMinus(read.at(-1), token)) throw plusMinus(token);
    else if (/^\\(?:\{|lbrace)/.test(typed)) read.push({ ...token, text: OPEN_BRACE });
    else if (/^\\(?:\}|rbrace)/.test(typed)) read.push({ ...token, text: CLOSE_BRACE });
    else if (token.text === '{') {
      open.push(opensSet(read));
      read.push(open.at(-1) ? { ...token, text: OPEN_BRACE } : token);
    } else if (token.text === '}') read.push(open.pop() ? { ...token, text: CLOSE_BRACE } : token);
    else read.push(token);
  }
  return read;
}

/** `+-2`, which may be ±2 or the sum with a negative number. */
function isPlusMinus(before: Token | undefined, { text, start }: Token): boolean {
  return text === '-' && before?.type === 'mark' && before.text === '+' && before.end === start;
}

function plusMinus({ start, end }: Token): MathProblem {
  const message = 'Is $+-$ one sign or two? Write $\\pm$ for both signs, or brackets: $+(-2)$.';
  return new MathProblem({ message, start: start - 1, end });
}

/** `R` in `\mathbb{R}` is no word. */
function isArgument(before: Token | undefined): boolean {
  if (before?.type === 'mark') return before.text === '{';
  return before?.type === 'command' && TYPE_FACES.has(before.text);
}

/** Whether a brace behind these tokens opens a set and no group. */
function opensSet(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (!last) return true;
  if (last.type === 'command') return BEFORE_A_SET.has(last.text);
  if (last.type !== 'mark') return false;
  if (last.text !== '-') return MARKS_BEFORE_A_SET.has(last.text);
  const operand = before.at(-2);
  return (
    operand?.text === 'mathbb{R}' ||
    (operand?.type === 'mark' && [')', ']', '}', CLOSE_BRACE].includes(operand.text))
  );
}
