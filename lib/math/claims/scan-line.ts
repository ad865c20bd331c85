import { MathProblem } from '@/lib/math/core/error';
import { proposeWord } from '@/lib/math/notation/propose';
import { refusal } from '@/lib/math/notation/refusal';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Token, tokenize } from '@/lib/math/notation/tokens';
import { labelAt } from './labels';
import { type Lexicon, plainWord } from './lexicon/lexicon';
import { lineTokens } from './line-tokens';
import { isMathematics, type Piece, pieceInText } from './piece';
import { isRelationSign } from './relation';
import { closingOf, hasRelation, isMark, isText, operates, separatorOf } from './signs';

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
    if (this.#closers.has(token)) this.#push(isMark(token, '}') ? null : ')', 1);
    else if (token.text === '$') this.#at++;
    else if (this.#readLabel(token) || this.#readText(token)) return;
    else if (sign !== null) this.#push(sign, 1);
    else if (isMark(token, ':') && this.#isSeparatingColon()) this.#push(':', 1);
    else if (token.text === '?') this.#pushWord('?');
    else if (token.type === 'word') this.#readWord(token);
    else if (isMark(token, '(') || isMark(token, '[') || isMark(token, '{'))
      this.#readBracket(token);
    else this.#readFormula(token);
  }

  /** A sign; of braces that say nothing there is none. */
  #push(sign: string | null, length: number): void {
    const { start = 0 } = this.#tokens[this.#at] ?? {};
    const { end = start } = this.#tokens[this.#at + length - 1] ?? {};
    if (sign !== null) {
      this.#endFormula();
      this.#pieces.push({ kind: 'sign', text: sign, start, end });
    }
    this.#at += length;
  }

  #pushWord(text: string): void {
    const { start = 0, end = 0 } = this.#tokens[this.#at] ?? {};
    this.#endFormula();
    this.#pieces.push({ kind: 'word', text, start, end });
    this.#at++;
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
    if (!/^(?:text\w*|mbox)$/.test(token.text) || !isText(token) || this.#isScript(this.#at))
      return;
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
    const [before, last] = this.#pieces.slice(-2);
    const piece = last ?? before;
    const isInFormula = this.#formula.length > 0;
    const isList = textOf(piece) === ',' && textOf(before) === '#';
    const word = isList ? 'lines' : piece?.kind === 'word' ? piece.text : null;
    const place = {
      isFirst: !isInFormula && this.#pieces.every((each) => /^[#:]$/.test(textOf(each) ?? '')),
      word: isInFormula ? null : word,
      isInFormula: isInFormula && this.#hasGap(this.#at),
      isDash: /^[–—]\s/.test(this.#source.slice(token.start)),
    };
    if (isInFormula && !place.isInFormula) return false;
    const length = labelAt(this.#tokens, this.#at, place, this.#table);
    if (length > 0) this.#push('#', length);
    return length > 0;
  }

  /** Whether space stands in front of a token. */
  #hasGap(at: number): boolean {
    const [before, token] = [this.#tokens[at - 1], this.#tokens[at]];
    return !before || !token || before.end < token.start;
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
    let formula: Token[] | null = null;
    for (const each of inside) {
      if (each.text === '$' && formula) {
        this.#pieces.push(
          ...new LineScanner(this.#source, formula, this.#table, this.#lexicon).all(),
        );
        formula = null;
      } else if (each.text === '$') formula = [];
      else if (formula) formula.push(each);
      else this.#pieces.push(pieceInText(each));
    }
    this.#at = end;
    return true;
  }

  #areMathematics(tokens: readonly Token[]): boolean {
    const [only, ...others] = tokens;
    return only?.type === 'word' && others.length === 0 && isMathematics(only.text, this.#table);
  }

  #areWords(tokens: readonly Token[]): boolean {
    return tokens.every(({ text }) => this.#lexicon.knows(plainWord(text)));
  }

  /** Whether a token stands in an index or exponent, where its text is part of a name. */
  #isScript(at: number): boolean {
    return isMark(this.#tokens[at - 1], '_') || isMark(this.#tokens[at - 1], '^');
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
      this.#push(isBrace ? null : '(', 1);
    }
  }

  /** Whether what stands in a bracket are words or statements, and not part of a formula. */
  #isAround(inside: readonly Token[]): boolean {
    const before = this.#tokens[this.#at - 1];
    const isName = before?.type === 'word' || before?.type === 'command' || isMark(before, '}');
    const isArgument = isName && this.#formula.length > 0 && !this.#hasGap(this.#at);
    const word = inside.find((each, at) => (at === 0 ? !isText(each) : !isMark(each, '{')));
    const isWord = word?.type === 'word' && this.#lexicon.knows(plainWord(word.text));
    if (isWord && !isMathematics(word.text, this.#table)) return true;
    return !isArgument && hasRelation(inside);
  }

  /** A table, a script or any other token of a formula. */
  #readFormula(token: Token): void {
    if (token.type === 'command' && token.text === 'begin') {
      let depth = 0;
      let end = this.#at;
      do {
        const { type, text } = this.#tokens[end++] ?? {};
        if (type === 'command' && text === 'begin') depth++;
        if (type === 'command' && text === 'end') depth--;
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
    if (this.#isWord(token)) this.#pushWord(plainWord(token.text));
    else if (isPlain(token)) this.#take(this.#at + 1);
    else this.#tokens.splice(this.#at, 1, ...plainTokens(token));
  }

  #isWord({ text, start, end }: Token): boolean {
    const [before, next] = [this.#tokens[this.#at - 1], this.#tokens[this.#at + 1]];
    // A script or an argument stands close to a name.
    const isClose = next?.start === end && next.type === 'mark' && /^[_^({]$/.test(next.text);
    if (isClose || (this.#isScript(this.#at) && before?.end === start)) return false;
    const isKnown = this.#lexicon.knows(plainWord(text));
    const isFormula = text.split(/[-’']/).every((each) => isMathematics(each, this.#table));
    // `x a y` with a Czech “and”, where no a is declared.
    const isSpaced = this.#hasGap(this.#at) && next && this.#hasGap(this.#at + 1);
    if (isKnown && isSpaced && !this.#needsOperand(next) && !isFormula) return true;
    if (text.length === 1) return this.#formula.length === 0 && this.#isJoined(text, next);
    if (isFormula) return isKnown && this.#formula.length === 0 && this.#isAmongWords(next);
    if (isKnown || /[^A-Za-z]/.test(text)) return true;
    // A slip of the keyboard is shown as that.
    if (text.length > 2) return proposeWord(text, this.#table) === null;
    return this.#isAmongWords(next);
  }

  /** Whether a word in front of a token would be part of its formula. */
  #needsOperand(token: Token | undefined): boolean {
    const isArrow = token?.text === '=>';
    return isArrow || operates(token) || (token?.type === 'command' && !isText(token));
  }

  /** Of a letter, whether words around it make it a word, as in `a contradiction`. */
  #isJoined(letter: string, next: Token | undefined): boolean {
    const word = next?.type === 'word' && this.#hasGap(this.#at + 1) ? plainWord(next.text) : '';
    return this.#lexicon.joins(plainWord(letter), word);
  }

  /** Whether a word stands behind, or one in front and no sign behind that would need an operand. */
  #isAmongWords(next: Token | undefined): boolean {
    const after = this.#tokens[this.#at + 2];
    const isName = after?.start === next?.end && /^[_^({]$/.test(after?.text ?? '');
    if (next?.type === 'word' && next.text.length > 1 && this.#hasGap(this.#at + 1) && !isName)
      return !isMathematics(next.text, this.#table);
    const isBehindWord = this.#formula.length === 0 && this.#pieces.at(-1)?.kind === 'word';
    return isBehindWord && !this.#needsOperand(next);
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
