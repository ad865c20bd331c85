import { MathProblem } from '@/lib/math/core/error';
import { refusal } from '@/lib/math/notation/refusal';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Token, tokenize } from '@/lib/math/notation/tokens';
import { isWord } from './is-word';
import { labelAt, nameAt } from './labels';
import { type Lexicon, plainWord } from './lexicon/lexicon';
import { lineTokens } from './line-tokens';
import { isMathematics, type Piece } from './piece';
import { isRelationSign } from './relation';
import {
  closingOf,
  hasGap,
  hasRelation,
  isCommand,
  isMark,
  isScript,
  isText,
  operates,
  separatorOf,
} from './signs';

/**
 * Cuts a line into formulas, words and the signs between them, in one pass from left to right. Words are
 * what no formula of the part can hold; brackets around words or whole statements separate, as commas do.
 */
export function scanLine(source: string, table: SymbolTable, lexicon: Lexicon): Piece[] {
  const tokens = lineTokens(source, table.decimalComma);
  return new LineScanner(source, tokens, table, lexicon).all();
}

class LineScanner {
  readonly #source: string;
  readonly #tokens: Token[];
  readonly #table: SymbolTable;
  readonly #lexicon: Lexicon;
  readonly #pieces: Piece[] = [];
  /** The formula that is being read; empty between formulas. */
  #formula: Token[] = [];
  #at = 0;
  /** Tokens that are typed as text, where letters are words first. */
  readonly #texts = new Set<Token>();
  /** What closes brackets around statements, and braces that say nothing. */
  readonly #closers = new Set<Token>();

  constructor(source: string, tokens: Token[], table: SymbolTable, lexicon: Lexicon) {
    this.#source = source;
    this.#tokens = tokens;
    this.#table = table;
    this.#lexicon = lexicon;
  }

  all(): Piece[] {
    for (let token = this.#tokens[0]; token; token = this.#tokens[this.#at]) this.#next(token);
    this.#endFormula();
    return this.#pieces;
  }

  #next(token: Token): void {
    const sign = separatorOf(token);
    const isCloser = this.#closers.has(token);
    if (token.text === '$' || (isCloser && isMark(token, '}'))) this.#at++;
    else if (isCloser) this.#push('sign', ')');
    else if (this.#readLabel(token) || this.#readText(token) || this.#readInText(token)) return;
    else if (sign !== null) this.#push('sign', sign);
    else if (isMark(token, ':') && this.#isSeparatingColon()) this.#push('sign', ':');
    else if (token.text === '?') this.#push('word', '?');
    else if (token.type === 'word') this.#readWord(token);
    else if (isMark(token, '(') || isMark(token, '[') || isMark(token, '{'))
      this.#readBracket(token);
    else this.#readFormula(token);
  }

  /** What only text has: numbers that count, dashes between words, quotation marks. */
  #readInText(token: Token): boolean {
    if (!this.#texts.has(token)) return false;
    const [at, next] = [this.#at, this.#tokens[this.#at + 1]];
    const isDash = isMark(token, '-') && hasGap(this.#tokens, at) && hasGap(this.#tokens, at + 1);
    const isCount = token.type === 'number' && token.text !== '0' && this.#formula.length === 0;
    if (isCount && !operates(next))
      this.#push('sign', '#', nameAt(this.#tokens, at, this.#table) || 1);
    else if (isDash || isMark(token, '!')) this.#push('sign', ',');
    else if (/^["“”„‚‘’«»…]$/.test(token.text)) this.#at++;
    return this.#at > at;
  }

  /** A word or a sign of so many tokens. */
  #push(kind: 'word' | 'sign', text: string, length = 1): void {
    const { start = 0 } = this.#tokens[this.#at] ?? {};
    const { end = start } = this.#tokens[this.#at + length - 1] ?? {};
    this.#endFormula();
    this.#pieces.push({ kind, text, start, end });
    this.#at += length;
  }

  #endFormula(): void {
    const [first] = this.#formula;
    const last = this.#formula.at(-1);
    if (!first || !last) return;
    const { start } = first;
    this.#pieces.push({ kind: 'formula', tokens: this.#formula, start, end: last.end });
    this.#formula = [];
  }

  /** Takes all up to a token into the formula; inside of brackets nothing separates. */
  #take(end: number): void {
    for (; this.#at < end; this.#at++) {
      const token = this.#tokens[this.#at];
      if (!token) break;
      this.#refuseWords(token);
      if (token.text === '.' && this.#tokens[this.#at + 1])
        this.#formula.push({ ...token, type: 'mark', text: '*' });
      else if (token.type === 'other' && token.text !== '$') throw refusal(this.#source, token);
      else if (token.type !== 'other')
        this.#formula.push(...(isPlain(token) ? [token] : plainTokens(token)));
    }
  }

  #refuseWords(token: Token): void {
    const isOfWords = token.type === 'command' && /^(?:text\w*|mbox)$/.test(token.text);
    if (!isOfWords || isScript(this.#tokens, this.#at)) return;
    const { inside, end } = this.#argument();
    if (inside.length === 0 || this.#areMathematics(inside) || !this.#areWords(inside)) return;
    const place = { start: token.start, end: this.#tokens[end - 1]?.end ?? token.end };
    throw new MathProblem({ message: 'Words do not fit inside of a formula.', ...place });
  }

  /** What stands in the braces behind the command, and the place behind them. */
  #argument(): { inside: Token[]; end: number } {
    if (!isMark(this.#tokens[this.#at + 1], '{')) return { inside: [], end: this.#at + 1 };
    const close = closingOf(this.#tokens, this.#at + 1);
    return { inside: this.#tokens.slice(this.#at + 2, close), end: close + 1 };
  }

  /** Numbers of lines and equations are passed over, as space is. */
  #readLabel(token: Token): boolean {
    const isInFormula = this.#formula.length > 0;
    if (isInFormula && !hasGap(this.#tokens, this.#at)) return false;
    const [piece, before] = [this.#pieces.at(-1), this.#pieces.at(-2)];
    const isList = textOf(piece) === ',' && textOf(before) === '#';
    const word = isList ? 'lines' : piece?.kind === 'word' ? piece.text : null;
    const isFirst = this.#pieces.every((each) => /^[#:]$/.test(textOf(each) ?? ''));
    const isDash = /^[–—]\s/.test(this.#source.slice(token.start));
    const place = { isFirst, word, isInFormula, isDash };
    const length = labelAt(this.#tokens, this.#at, place, this.#table);
    if (length > 0) this.#push('sign', '#', length);
    return length > 0;
  }

  /** `\text{…}` holds words, but for names of functions and formulas between dollars. */
  #readText(token: Token): boolean {
    if (!isText(token) || !isMark(this.#tokens[this.#at + 1], '{')) return false;
    const { inside, end } = this.#argument();
    const mayBeFormula = /^(?:mathrm|operatorname)$/.test(token.text);
    if (this.#areMathematics(inside) || (mayBeFormula && !this.#areWords(inside))) {
      this.#take(end);
      return true;
    }
    this.#endFormula();
    for (const each of inside) this.#texts.add(each);
    this.#tokens.splice(this.#at, end - this.#at, ...inside);
    return true;
  }

  #areMathematics(tokens: readonly Token[]): boolean {
    const [only, ...others] = tokens;
    return only?.type === 'word' && others.length === 0 && isMathematics(only.text, this.#table);
  }

  #areWords(tokens: readonly Token[]): boolean {
    return tokens.every(({ text }) => this.#lexicon.knows(plainWord(text)));
  }

  /** A colon divides inside of a formula; behind words, a statement or a label it does not. */
  #isSeparatingColon(): boolean {
    if (this.#formula.length === 0 || this.#formula.some(isRelationSign)) return true;
    return this.#pieces.some((each) => each.kind === 'word' || /^[∀∃]$/.test(textOf(each) ?? ''));
  }

  /** A bracket around words or statements separates; one of a formula belongs to it. */
  #readBracket(token: Token): void {
    const close = closingOf(this.#tokens, this.#at);
    const closer = this.#tokens[close];
    const isBrace = isMark(token, '{');
    const inside = this.#tokens.slice(this.#at + 1, close);
    const isAround = isBrace
      ? this.#formula.length === 0 && hasRelation(inside)
      : this.#isAround(inside);
    if (!closer || !isAround) this.#take(close + 1);
    else {
      this.#closers.add(closer);
      if (isBrace) this.#at++;
      else this.#push('sign', '(');
    }
  }

  /** Whether what stands in a bracket are words or statements, and not part of a formula. */
  #isAround(inside: readonly Token[]): boolean {
    const before = this.#tokens[this.#at - 1];
    const isName = before?.type === 'word' || before?.type === 'command' || isMark(before, '}');
    const isArgument = isName && this.#formula.length > 0 && !hasGap(this.#tokens, this.#at);
    const word = inside.find((each, at) => (at === 0 ? !isText(each) : !isMark(each, '{')));
    const isWord = word?.type === 'word' && this.#lexicon.knows(plainWord(word.text));
    if (isWord && !isMathematics(word.text, this.#table)) return true;
    return !isArgument && hasRelation(inside);
  }

  /** A table, a script or any other token of a formula. */
  #readFormula(token: Token): void {
    if (isCommand(token, 'begin')) {
      let depth = 0;
      let end = this.#at;
      do {
        if (isCommand(this.#tokens[end], 'begin')) depth++;
        if (isCommand(this.#tokens[end], 'end')) depth--;
        end++;
      } while (depth > 0 && end < this.#tokens.length);
      this.#take(closingOf(this.#tokens, end) + 1);
    } else if (isMark(token, '_') || isMark(token, '^')) this.#take(this.#behindScript(this.#at));
    else if (isMark(token, '⟨')) this.#take(closingOf(this.#tokens, this.#at) + 1);
    else this.#take(this.#at + 1);
  }

  #behindScript(at: number): number {
    const isGroup = isMark(this.#tokens[at + 1], '{') || isMark(this.#tokens[at + 1], '(');
    return isGroup ? closingOf(this.#tokens, at + 1) + 1 : at + 2;
  }

  #readWord(token: Token): void {
    const place = {
      ...{ tokens: this.#tokens, at: this.#at, isInText: this.#texts.has(token) },
      isInFormula: this.#formula.length > 0,
      isBehindWord: this.#formula.length === 0 && this.#pieces.at(-1)?.kind === 'word',
    };
    if (isWord(place, this.#table, this.#lexicon)) this.#push('word', plainWord(token.text));
    else if (isPlain(token)) this.#take(this.#at + 1);
    else this.#tokens.splice(this.#at, 1, ...plainTokens(token));
  }
}

/** Whether a token is what formulas have too. */
function isPlain({ type, text }: Token): boolean {
  return type !== 'word' || /^[A-Za-z]+\d*$/.test(text);
}

/** Letters with signs above, hyphens and points, as a formula has them. */
function plainTokens({ text, start }: Token): Token[] {
  return tokenize(' '.repeat(start) + text, false).slice(0, -1);
}

function textOf(piece: Piece | undefined): string | null {
  return piece && piece.kind !== 'formula' ? piece.text : null;
}
