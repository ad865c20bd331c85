import { MathProblem } from '@/lib/math/core/error';
import { closing } from '@/lib/math/notation/ornaments';
import { proposeWord } from '@/lib/math/notation/propose';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { insideOf, isAround } from './brackets';
import { labelAt } from './labels';
import { type Lexicon, plainWord } from './lexicon/lexicon';
import {
  CLOSING,
  LETTERS,
  OPENING,
  OPERATES,
  QUESTION,
  RELATION,
  SIGNS,
  SPACE,
  TABLE,
  TEXT,
  turnOf,
} from './line-signs';
import { type Piece, wordsIn } from './piece';
import { isMathematics } from './words-or-formula';

/**
 * Cuts a line into formulas, words and the signs between them, in one pass from left to right. Words are
 * what no formula of the part can hold; brackets around words or whole statements separate, as commas do.
 */
export function scanLine(source: string, table: SymbolTable, lexicon: Lexicon): Piece[] {
  return new LineScanner(source, table, lexicon).all();
}

class LineScanner {
  #source: string;
  readonly #table: SymbolTable;
  readonly #lexicon: Lexicon;
  readonly #pieces: Piece[] = [];
  /** Where the formula begins that is being read; null between formulas. */
  #formula: number | null = null;
  #at = 0;
  /** Brackets and braces that belong to the formula. */
  #depth = 0;
  /** Brackets that stand around statements. */
  #around = 0;

  constructor(source: string, table: SymbolTable, lexicon: Lexicon) {
    this.#source = source;
    this.#table = table;
    this.#lexicon = lexicon;
  }

  all(): Piece[] {
    while (this.#at < this.#source.length) this.#next();
    this.#endFormula(this.#at);
    return this.#pieces;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#source)?.[0] ?? null;
  }

  #push(kind: Piece['kind'], text: string, length: number): void {
    this.#endFormula(this.#at);
    this.#pieces.push({ kind, text, start: this.#at, end: this.#at + length });
    this.#at += length;
  }

  #endFormula(end: number): void {
    const start = this.#formula;
    if (start === null) return;
    const text = this.#source.slice(start, end);
    this.#pieces.push({ kind: 'formula', text, start, end: start + text.trimEnd().length });
    this.#formula = null;
  }

  /** Takes so many characters into a formula. */
  #take(length: number): void {
    this.#formula ??= this.#at;
    this.#at += length;
  }

  #next(): void {
    const space = this.#match(SPACE);
    if (space !== null) this.#at += space.length;
    else if (this.#depth > 0) this.#inside();
    else this.#outside();
  }

  /** Inside of brackets nothing separates. */
  #inside(): void {
    const character = this.#source[this.#at] ?? '';
    if (character === '\\') {
      this.#refuseWords();
      this.#depth = Math.max(0, this.#depth + turnOf(this.#source.slice(this.#at)));
      const [command = '\\'] = /^\\(?:[A-Za-z]+|[\s\S])?/.exec(this.#source.slice(this.#at)) ?? [];
      this.#take(command.length);
      return;
    }
    if ('([{⟨'.includes(character)) this.#depth++;
    if (')]}⟩'.includes(character)) this.#depth = Math.max(0, this.#depth - 1);
    this.#take(1);
  }

  #refuseWords(): void {
    const command = this.#match(TEXT);
    if (command === null || !/^\\(?:text|mbox)/.test(command) || this.#isScript()) return;
    const end = closing(this.#source, this.#at + command.length);
    const inside = this.#source.slice(this.#at + command.length + 1, end - 1).trim();
    if (isMathematics(inside, this.#table) || !this.#isWords(inside)) return;
    const message = 'Words do not fit inside of a formula.';
    throw new MathProblem({ message, start: this.#at, end });
  }

  #outside(): void {
    if (
      this.#readLabel() ||
      this.#readTable() ||
      this.#readText() ||
      this.#readSign() ||
      this.#readBracket()
    )
      return;
    const letters = this.#match(LETTERS);
    const question = this.#match(QUESTION);
    if (question !== null) this.#push('word', question, 1);
    else if (letters !== null) this.#readLetters(letters);
    else this.#inside();
  }

  /** Numbers of lines and equations are passed over, as space is. */
  #readLabel(): boolean {
    const last = this.#pieces.at(-1);
    const isInFormula = this.#formula !== null;
    const isListed = last?.text === ',' && this.#pieces.at(-2)?.text === '#';
    const word = isListed ? 'lines' : last?.kind === 'word' ? last.text : null;
    const place = {
      isFirst: !isInFormula && this.#pieces.every(({ text }) => text === '#' || text === ':'),
      word: isInFormula ? null : word,
      isInFormula: isInFormula && /\s$/.test(this.#source.slice(0, this.#at)),
    };
    if (isInFormula && !place.isInFormula) return false;
    const length = labelAt(this.#source, this.#at, place, this.#table);
    if (length === 0) return false;
    this.#push('sign', '#', length);
    return true;
  }

  /** A matrix or a case distinction is part of a formula as a whole. */
  #readTable(): boolean {
    const table = this.#match(TABLE);
    if (table !== null) this.#take(table.length);
    return table !== null;
  }

  /** `\text{…}` holds words, but for names of functions and formulas between dollars. */
  #readText(): boolean {
    const command = this.#match(TEXT);
    if (command === null || this.#isScript()) return false;
    const open = this.#at + command.length;
    const end = closing(this.#source, open);
    const inside = this.#source.slice(open + 1, end - 1);
    const isText = /^\\(?:text|mbox|emph)/.test(command);
    if (isMathematics(inside.trim(), this.#table) || (!isText && !this.#isWords(inside))) {
      this.#take(end - this.#at);
      return true;
    }
    this.#endFormula(this.#at);
    this.#at = open + 1;
    for (const [index, part] of inside.split('$').entries()) {
      const from = this.#at;
      if (index % 2 === 0) this.#pieces.push(...wordsIn(part, from));
      else {
        const inner = scanLine(' '.repeat(from) + part, this.#table, this.#lexicon);
        this.#pieces.push(...inner);
      }
      this.#at = from + part.length + 1;
    }
    this.#at = end;
    return true;
  }

  /** Whether a command stands in an index or exponent, where its text is part of a name. */
  #isScript(): boolean {
    return /[_^]\s*$/.test(this.#source.slice(Math.max(0, this.#at - 8), this.#at));
  }

  #isWords(text: string): boolean {
    return text
      .trim()
      .split(/[\s~]+/)
      .every((word) => this.#lexicon.knows(plainWord(word)));
  }

  #readSign(): boolean {
    for (const [pattern, sign] of SIGNS) {
      const found = this.#match(pattern);
      if (found === null) continue;
      this.#push('sign', sign, found.length);
      return true;
    }
    if (this.#source[this.#at] !== ':' || !this.#isSeparatingColon()) return false;
    this.#push('sign', ':', 1);
    return true;
  }

  /** A colon divides inside of a formula; behind words, a statement or a label it does not. */
  #isSeparatingColon(): boolean {
    if (this.#formula === null) return true;
    const formula = this.#source.slice(this.#formula, this.#at);
    const hasWords = this.#pieces.some(({ kind, text }) => kind === 'word' || '∀∃'.includes(text));
    return hasWords || RELATION.test(formula);
  }

  /** A bracket around words or statements separates; one of a formula belongs to it. */
  #readBracket(): boolean {
    const open = this.#match(OPENING);
    if (open !== null) {
      const inside = insideOf(this.#source, this.#at + open.length);
      const isArgument =
        this.#formula !== null && /[A-Za-z}]$/.test(this.#source.slice(0, this.#at));
      if (inside === null || !isAround(inside, isArgument, this.#table, this.#lexicon))
        return this.#takeBracket(open, 1);
      this.#around++;
      this.#push('sign', '(', open.length);
      return true;
    }
    if (this.#formula === null && this.#source[this.#at] === '{') this.#openBraces();
    const close = this.#around > 0 ? this.#match(CLOSING) : null;
    if (close === null) return false;
    this.#around--;
    this.#push('sign', ')', close.length);
    return true;
  }

  /** Braces around whole statements, as those of a box, say nothing. */
  #openBraces(): void {
    const end = closing(this.#source, this.#at);
    if (!RELATION.test(this.#source.slice(this.#at, end).replace(/[_^]\s*\{[^{}]*\}/g, ''))) return;
    const inside = this.#source.slice(this.#at + 1, end - 1);
    this.#source = `${this.#source.slice(0, this.#at)} ${inside} ${this.#source.slice(end)}`;
  }

  #takeBracket(bracket: string, deeper: number): boolean {
    this.#depth += deeper;
    this.#take(bracket.length);
    return true;
  }

  #readLetters(letters: string): void {
    const behind = this.#source.slice(this.#at + letters.length);
    if (this.#isWord(letters, behind)) this.#push('word', plainWord(letters), letters.length);
    else {
      const [run = letters] = /^[A-Za-z]+/.exec(letters) ?? [];
      this.#take(run.length);
    }
  }

  #isWord(letters: string, behind: string): boolean {
    // A script or an argument stands close to a name.
    if (/^[_^({]/.test(behind) || /[_^\\]$/.test(this.#source.slice(0, this.#at))) return false;
    const isKnown = this.#lexicon.knows(plainWord(letters));
    // `x a y` with a Czech “and”, where no a is declared.
    const isSpaced =
      /(?:^|\s)$/.test(this.#source.slice(0, this.#at)) &&
      /^\s/.test(behind) &&
      !OPERATES.test(behind);
    if (isKnown && isSpaced && !isMathematics(letters, this.#table)) return true;
    if (letters.length === 1) return this.#formula === null && this.#isJoined(letters, behind);
    if (isMathematics(letters, this.#table))
      return isKnown && this.#formula === null && this.#isAmongWords(behind);
    if (isKnown || /[^A-Za-z]/.test(letters)) return true;
    // A slip of the keyboard is shown as that.
    if (letters.length > 2) return proposeWord(letters, this.#table) === null;
    return this.#isAmongWords(behind);
  }

  /** Of a letter, whether words around it make it a word, as in `a contradiction`. */
  #isJoined(letter: string, behind: string): boolean {
    const word = plainWord(letter);
    const [next = ''] = /^(?:\s|\\[,:; ]|~)+(\p{L}{2,})/u.exec(behind)?.slice(1) ?? [];
    return this.#lexicon.joins(word, plainWord(next));
  }

  /** Whether a word stands behind, or one in front and no sign behind that would need an operand. */
  #isAmongWords(behind: string): boolean {
    const [next] = /^(?:\s|\\[,:; ]|~)+(\p{L}{2,})(?![_^({])/u.exec(behind)?.slice(1) ?? [];
    if (next !== undefined) return !isMathematics(next, this.#table);
    const isBehindWord = this.#formula === null && this.#pieces.at(-1)?.kind === 'word';
    return isBehindWord && !OPERATES.test(behind);
  }
}
