import { MathProblem } from '@/lib/math/core/error';
import {
  CHARACTER_COMMANDS,
  CHARACTER_MARKS,
  COMBINING_ACCENTS,
  COMMAND_MARKS,
  COMMAND_NAMES,
  CONNECTIVES,
  SPACING_COMMANDS,
  SUBSCRIPT_CHARACTERS,
  SUPERSCRIPT_CHARACTERS,
  VULGAR_FRACTIONS,
} from './notation';
import { numberPattern, plainNumber } from './number-forms';
import { type PlainText, plainCharacters } from './plain-characters';
import { refusal } from './refusal';
import { wordAt } from './words-of-lines';

/**
 * A piece of the source. `text` is normalised: `−` is `-`, `λ` is the command `lambda`. Characters that no
 * formula has are `other`, and found in lines only.
 */
export interface Token {
  type: 'number' | 'word' | 'command' | 'mark' | 'end' | 'other';
  text: string;
  start: number;
  end: number;
}

/** The longest formula that is read, in characters. */
export const MAX_LENGTH = 2000;

const PLAIN_MARKS = "+-*/^_=<>()[]{}|,;!':&%";
/** A run of letters; a few functions have a digit in their name. */
const WORD = /^(?:log10|log2|atan2|arctan2)(?![A-Za-z0-9])|^[A-Za-z]+/;
const LONG_MARK = /\*\*|<=+>|=+>|-+>|<=|>=|!=|<>|\|\|/y;

/** Cuts a formula into tokens, in linear time. Throws `MathProblem`. */
export function tokenize(typed: string, decimalComma: boolean): Token[] {
  return tokensOf(typed, decimalComma, false);
}

/**
 * Cuts a line of formulas and words into tokens, in linear time: a word may have any Latin letters, a
 * point ends a sentence, and no word connects. Throws `MathProblem` for what is too long.
 */
export function tokenizeLine(typed: string, decimalComma: boolean): Token[] {
  return tokensOf(typed, decimalComma, true);
}

function tokensOf(typed: string, decimalComma: boolean, isLine: boolean): Token[] {
  if (typed.length > MAX_LENGTH) {
    const message = `A formula may have at most ${MAX_LENGTH} characters; this one has ${typed.length}.`;
    throw new MathProblem({ message, start: MAX_LENGTH, end: typed.length });
  }
  const plain = plainCharacters(typed);
  const tokenizer = new Tokenizer(plain, decimalComma, isLine ? typed : null);
  const { offsets } = plain;
  if (!offsets) return tokenizer.all();
  const last = typed.length;
  try {
    return tokenizer.all().map((token) => ({
      ...token,
      start: offsets[token.start] ?? last,
      end: offsets[token.end] ?? last,
    }));
  } catch (error) {
    if (!(error instanceof MathProblem)) throw error;
    const { start, end } = error.problem;
    throw new MathProblem({
      ...error.problem,
      start: offsets[start] ?? last,
      end: offsets[end] ?? last,
    });
  }
}

/** White space, and characters that take no room. */
const INVISIBLE = /[\s~\u200b\u2061-\u2064]|\ufe0f/;

class Tokenizer {
  readonly #source: string;
  readonly #offsets: readonly number[] | null;
  /** What was typed, of a line with words in it. */
  readonly #line: string | null;
  readonly #number: RegExp;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** `\left|` opens and `\right|` closes: their bars are marked `|<` and `|>`. */
  #side: '' | '<' | '>' = '';

  constructor({ text, offsets }: PlainText, decimalComma: boolean, line: string | null) {
    this.#source = text;
    this.#offsets = offsets;
    this.#line = line;
    this.#number = numberPattern(decimalComma, line !== null);
  }

  all(): Token[] {
    while (this.#at < this.#source.length) this.#readNext();
    this.#push('end', '', this.#source.length);
    return this.#tokens;
  }

  #push(type: Token['type'], text: string, end: number): void {
    const isBar = type === 'mark' && (text === '|' || text === '‖');
    this.#tokens.push({ type, text: isBar ? text + this.#side : text, start: this.#at, end });
    this.#at = end;
    this.#side = '';
  }

  #readNext(): void {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    const after = this.#at + character.length;
    this.#number.lastIndex = this.#at;
    const digits = this.#number.exec(this.#source)?.[0];
    if (INVISIBLE.test(character)) this.#at = after;
    else if (digits !== undefined)
      this.#push('number', plainNumber(digits), this.#at + digits.length);
    else if (character === '\\') this.#readCommand();
    else if (VULGAR_FRACTIONS.has(character)) this.#readVulgarFraction(character, after);
    else if (/[A-Za-z]/.test(character)) this.#readWord(character);
    else if (this.#readMark(character, after)) return;
    else if (this.#line !== null) this.#push('other', character, after);
    else throw refusal(this.#source, { start: this.#at, end: after });
  }

  #readWord(letter: string): void {
    const word = WORD.exec(this.#source.slice(this.#at, this.#at + 200))?.[0] ?? letter;
    if (this.#line !== null) {
      this.#readWordOfLine(this.#line, word);
      return;
    }
    const isOtherwise = CONNECTIVES.get(word) === 'otherwise';
    const end = this.#at + word.length;
    this.#push(isOtherwise ? 'mark' : 'word', isOtherwise ? 'otherwise' : word, end);
  }

  /** Words of lines are as they were typed. */
  #readWordOfLine(line: string, plain: string): void {
    const offsetAt = (at: number) => this.#offsets?.[at] ?? at;
    const from = offsetAt(this.#at);
    const word = wordAt(line, from);
    let end = this.#at + plain.length;
    if (offsetAt(end) >= from + word.length) this.#push('word', plain, end);
    else {
      while (offsetAt(end) < from + word.length) end++;
      this.#push('word', word, end);
    }
  }

  /** Reads a mark, or a character that stands for one, for a command or for a script; false where it is none. */
  #readMark(character: string, after: number): boolean {
    LONG_MARK.lastIndex = this.#at;
    const long = LONG_MARK.exec(this.#source)?.[0];
    const mark = CHARACTER_MARKS.get(character);
    const command = CHARACTER_COMMANDS.get(character);
    if (long === '||' && this.#closesTwice()) this.#push('mark', '|', after);
    else if (long !== undefined) this.#push('mark', normalMark(long), this.#at + long.length);
    else if (character === '.' && this.#isProductDot(after)) this.#push('mark', '*', after);
    else if (PLAIN_MARKS.includes(character)) this.#push('mark', character, after);
    else if (mark !== undefined) this.#push('mark', mark, after);
    else if (command !== undefined) this.#push('command', command, after);
    else if (COMBINING_ACCENTS.has(character)) this.#readAccent(character, after);
    else if (SUPERSCRIPT_CHARACTERS.has(character)) this.#readScript('^', SUPERSCRIPT_CHARACTERS);
    else if (SUBSCRIPT_CHARACTERS.has(character)) this.#readScript('_', SUBSCRIPT_CHARACTERS);
    else return false;
    return true;
  }

  /** `K.(q/r)` and `a.b`: a point on the line between two factors. */
  #isProductDot(after: number): boolean {
    const last = this.#tokens.at(-1);
    return (
      this.#line === null &&
      last !== undefined &&
      !startsOperand(last) &&
      /^\s?[A-Za-z(\\]/.test(this.#source.slice(after, after + 2))
    );
  }

  /** A sign above the letter before it, `x̄`, as `\bar{x}`. */
  #readAccent(sign: string, end: number): void {
    const last = this.#tokens.pop();
    if (!last || (last.type !== 'word' && last.type !== 'command'))
      throw refusal(this.#source, { start: this.#at, end });
    const { type, text, start } = last;
    const letter = type === 'word' ? text.slice(-1) : text;
    if (letter !== text) this.#tokens.push({ ...last, text: text.slice(0, -1), end: last.end - 1 });
    const place = { start: type === 'word' ? last.end - 1 : start, end };
    this.#tokens.push(
      { type: 'command', text: COMBINING_ACCENTS.get(sign) ?? '', ...place },
      { type: 'mark', text: '{', ...place },
      { type, text: letter, ...place },
      { type: 'mark', text: '}', ...place },
    );
    this.#at = end;
  }

  /** In `|a||b|` and `|x-|y||` the two in the middle are two bars; `||v||` is a norm. */
  #closesTwice(): boolean {
    let open = 0;
    for (const [index, { type, text }] of this.#tokens.entries()) {
      if (type !== 'mark' || text !== '|') continue;
      const before = this.#tokens[index - 1];
      const isAfterOperand = before !== undefined && !startsOperand(before);
      open += isAfterOperand && open > 0 ? -1 : 1;
    }
    const last = this.#tokens.at(-1);
    const isAfterOperand = last !== undefined && !startsOperand(last);
    // `||x|-|y||`: the next bar is a single one.
    if (!isAfterOperand) return /^[^|]*\|(?!\|)/.test(this.#source.slice(this.#at + 2));
    return open > 0;
  }

  #readVulgarFraction(sign: string, end: number): void {
    const [top, bottom] = VULGAR_FRACTIONS.get(sign) ?? ['', ''];
    const place = { start: this.#at, end };
    const mark = (text: string): Token => ({ type: 'mark', text, ...place });
    const number = (text: string): Token => ({ type: 'number', text, ...place });
    this.#tokens.push(mark('('), number(top), mark('/'), number(bottom), mark(')'));
    this.#at = end;
  }

  #readCommand(): void {
    const rest = this.#source.slice(this.#at + 1, this.#at + 60);
    const name = /^[A-Za-z]+\*?|^[\s\S]/u.exec(rest)?.[0] ?? '';
    const end = this.#at + 1 + name.length;
    if (name === '') {
      const message = 'A backslash must be followed by the name of a symbol.';
      throw new MathProblem({ message, start: this.#at, end, found: '\\' });
    }
    const bare = name.endsWith('*') ? name.slice(0, -1) : name;
    if (this.#readConnective(bare, end)) return;
    const mark = COMMAND_MARKS.get(bare);
    if (/\s/.test(name) || SPACING_COMMANDS.has(bare)) {
      this.#at = end;
      this.#side = sideOf(bare);
      // `\left.` opens nothing.
      if (/^(left|right|middle|mleft|mright)$/.test(bare) && this.#source[end] === '.') this.#at++;
    } else if (mark !== undefined) {
      this.#side = sideOf(bare) || this.#side;
      this.#push('mark', mark, end);
    } else if (name === '\\') this.#push('command', 'newline', end);
    else this.#push('command', COMMAND_NAMES.get(bare) ?? bare, end);
  }

  /** Reads `\text{if}` and the like; false where the command is no text, or its words connect nothing. */
  #readConnective(command: string, end: number): boolean {
    const words =
      this.#line === null && /^(text|mathrm|textrm|mbox|textnormal)$/.test(command)
        ? /^\s*\{([^{}]{0,40})\}/.exec(this.#source.slice(end, end + 50))
        : null;
    const said = words?.[1]?.trim().replace(/^,\s*|[.,;]$/g, '');
    const connective = said === undefined ? undefined : CONNECTIVES.get(said);
    if (!words || connective === undefined) return false;
    const behind = end + words[0].length;
    if (connective === '') this.#at = behind;
    else this.#push('mark', connective, behind);
    return true;
  }

  /** `x²` reads as `x^{2}`, `x₁` as `x_{1}`. */
  #readScript(mark: '^' | '_', table: ReadonlyMap<string, string>): void {
    const start = this.#at;
    let text = '';
    while (this.#at < this.#source.length) {
      const plain = table.get(this.#source[this.#at] ?? '');
      if (plain === undefined) break;
      text += plain;
      this.#at++;
    }
    const inner = tokenize(text, false).slice(0, -1);
    const place = { start, end: this.#at };
    const tokens = this.#tokens;
    tokens.push({ type: 'mark', text: mark, ...place }, { type: 'mark', text: '{', ...place });
    tokens.push(...inner.map((token) => ({ ...token, ...place })));
    tokens.push({ type: 'mark', text: '}', ...place });
  }
}

/** Whether an operand follows: after an operator, an opening bracket or a comma. */
function startsOperand({ type, text }: Token): boolean {
  return type === 'mark' && !/^[)\]}!'|‖%]/.test(text);
}

function sideOf(command: string): '' | '<' | '>' {
  if (/^(left|mleft|lvert|lVert)$/.test(command)) return '<';
  return /^(right|mright|rvert|rVert)$/.test(command) ? '>' : '';
}

function normalMark(mark: string): string {
  if (mark === '**') return '^';
  if (mark === '||') return '‖';
  if (mark === '<>') return '!=';
  // `==>`, `<==>` and `-->` are longer arrows.
  return mark.length > 2 ? mark.replace(/^<?=+>$/, '=>').replace(/^-+>$/, '->') : mark;
}
