import { MathProblem } from '@/lib/math/core/error';
import type { Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';
import type { Lexicon, Said, Word } from './lexicon/lexicon';
import {
  isGrowing,
  isMembership,
  isMoment,
  isOfFreeName,
  isOfNewName,
  isUpTo,
  newNumberIn,
} from './new-names';
import { atArrows, type LineParts, NO_GAP, type Part, type Role } from './part';
import type { Piece } from './piece';
import { beginsWithSign, endsWithSign, isRelation } from './relation';
import { runsOf } from './runs';
import { lessThanAll, placeOf, unknownWords } from './unjudged';

/** Reads what the words of a line make of its formulas; throws `MathProblem` for words that may matter. */
export function partsOf(
  pieces: readonly Piece[],
  table: SymbolTable,
  lexicon: Lexicon,
  source: string,
): LineParts {
  return new PartReader(table, lexicon, source).read(pieces);
}

/** Goes through the pieces of a line from left to right. */
class PartReader {
  readonly #table: SymbolTable;
  readonly #lexicon: Lexicon;
  readonly #source: string;
  readonly #parts: Part[] = [];
  readonly #arbitrary: { name: string; start: number; end: number }[] = [];
  #role: LineParts['role'] | 'let' = null;
  /** What the statements are that come next. */
  #mode: Part['is'] | 'range' = 'claimed';
  /** Statements read in this mode, and whether one of them relates something. */
  #taken = 0;
  #related = false;
  #gap = NO_GAP;
  /** It said `for all` or `there is`. */
  #hasRange = false;
  /** It said `there is`, and not yet what. */
  #isExistential = false;
  /** What is supposed was said `for some`. */
  #isOfOne = false;
  /** Words alone cannot turn around what is said in signs. */
  #hasFormulas = true;
  #isDenied = false;
  #closes = false;
  #claimsInWords = false;
  /** It has words for what formulas are about. */
  #hasSubjects = false;
  /** Places of `then` and the like, where a condition ends. */
  #thens: readonly number[] = [];

  constructor(table: SymbolTable, lexicon: Lexicon, source: string) {
    this.#table = table;
    this.#lexicon = lexicon;
    this.#source = source;
  }

  read(pieces: readonly Piece[]): LineParts {
    this.#hasFormulas = pieces.some(({ kind }) => kind === 'formula');
    const runs = runsOf(pieces).map((run) => (Array.isArray(run) ? this.#lexicon.read(run) : run));
    this.#thens = runs.flatMap((run) =>
      Array.isArray(run)
        ? run.flatMap(({ means, start }) => (means === 'then' ? [start] : []))
        : [],
    );
    for (const run of runs) {
      if (Array.isArray(run)) for (const said of run) this.#follow(said);
      else if (run.kind === 'formula') this.#takeFormula(run.tokens);
      else this.#followSign(run);
    }
    const words = pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.text] : []));
    return {
      parts: this.#parts,
      role: this.#role === 'let' ? 'suppose' : this.#role,
      arbitrary: this.#arbitrary,
      closes: this.#closes,
      claimsInWords: this.#claimsInWords || (this.#hasSubjects && !this.#hasFormulas),
      words: words.join(' '),
    };
  }

  #enter(mode: Part['is'] | 'range'): void {
    this.#hasRange ||= mode === 'range';
    this.#mode = mode;
    this.#taken = 0;
    this.#related = false;
  }

  #follow({ means, start, end }: Said): void {
    const hasInert = this.#gap.hasInert || means === 'inert' || means === 'subject';
    const isList = this.#gap.isList && means === 'and';
    const isNext = !this.#gap.hasWords && this.#gap.isList;
    this.#gap = { ...this.#gap, hasWords: true, hasInert, isList };
    switch (means) {
      case 'suppose':
      case 'case':
      case 'let':
        this.#begin(means, start, end);
        this.#enter('supposed');
        break;
      case 'define':
        if (this.#parts.length === 0) this.#begin(means, start, end);
        break;
      case 'announce':
        this.#announce(start, end);
        break;
      case 'if':
        this.#enter('condition');
        break;
      case 'then':
        this.#enter('claimed');
        break;
      case 'implies':
        this.#gap = { ...this.#gap, hasArrow: true };
        this.#enter('claimed');
        break;
      case 'for all':
      case 'exists':
      case 'for some':
        this.#enterRange(means, start, end);
        break;
      case 'contradiction':
        this.#isExistential = false;
        this.#closes = true;
        this.#enter('claimed');
        break;
      case 'tends':
      case 'vanishes':
        this.#tend(means === 'vanishes', isNext, start, end);
        break;
      case 'grows':
        this.#grow(start, end);
        break;
      case 'such that':
        this.#requireRange(start, end);
        this.#enter('claimed');
        break;
      case 'unknown':
        if (this.#hasFormulas) throw unknownWords(this.#source.slice(start, end), start, end);
        this.#claimsInWords = true;
        break;
      case 'inert':
      case 'subject':
        this.#hasSubjects ||= means === 'subject';
        // `for all t we have …`
        if (this.#mode === 'range') this.#enter('claimed');
    }
  }

  #enterRange(means: 'for all' | 'exists' | 'for some', start: number, end: number): void {
    if (means === 'for some' && this.#mode === 'claimed') throw lessThanAll({ start, end });
    this.#isOfOne ||= means === 'for some';
    this.#isExistential ||= means !== 'for all';
    this.#enter('range');
  }

  /** `u < v is to be shown` is not claimed either. */
  #announce(start: number, end: number): void {
    const isClaimed = this.#parts.every(({ is }) => is === 'claimed');
    if (!isClaimed) throw unknownWords(this.#source.slice(start, end), start, end);
    this.#role = 'announce';
  }

  /** `such that` says what something has that was named before. */
  #requireRange(start: number, end: number): void {
    if (!this.#hasRange && this.#parts.length === 0)
      throw unknownWords(this.#source.slice(start, end), start, end);
  }

  #begin(role: Role | 'let', start: number, end: number): void {
    const isSame = this.#role === role || (this.#role === 'suppose' && role === 'let');
    if (this.#parts.length === 0 && (this.#role === null || isSame)) this.#role ??= role;
    else
      throw new MathProblem({
        message: 'Write what is supposed in a line of its own.',
        start,
        end,
      });
  }

  /** `when t goes to infinity` says of the index what is meant anyway. */
  #grow(start: number, end: number): void {
    const last = this.#parts.at(-1);
    if (this.#mode !== 'range' && (!last || !isOfNewName(last.items, this.#table)))
      throw unknownWords(this.#source.slice(start, end), start, end);
    if (last && isOfNewName(last.items, this.#table)) this.#parts.pop();
    this.#enter('claimed');
  }

  /** `x_t tends to 0` is `x_t → 0`, and so right behind `x_t = y_t`; anywhere else the words claim it. */
  #tend(vanishes: boolean, isNext: boolean, start: number, end: number): void {
    const last = this.#parts.at(-1);
    if (!last || (last.isRelation && !isNext)) {
      this.#claimsInWords = true;
      return;
    }
    const base = (type: 'mark' | 'number', text: string): Item => ({
      base: { type, text },
      ...{ sub: null, sup: null, primes: 0, start, end },
    });
    const sign = [base('mark', '->'), ...(vanishes ? [base('number', '0')] : [])];
    this.#parts.splice(-1, 1, { ...last, items: [...last.items, ...sign], end, isRelation: true });
  }

  #followSign({ text, start }: Word): void {
    if (text === '¬') this.#isDenied = true;
    else if (text === '↯') this.#closes = true;
    else if (text === '∀' || text === '∃') {
      this.#isExistential ||= text === '∃';
      this.#enter('range');
    } else if (text !== '#') {
      const isList = this.#gap.isList && text === ',';
      this.#gap = { ...this.#gap, isList, hasArrow: this.#gap.hasArrow || text === '⇒' };
      if (text === '∴' || (this.#taken > 0 && this.#ends(text, start))) this.#enter('claimed');
    }
  }

  /** Whether a sign ends what is supposed, a condition or a range. */
  #ends(sign: string, start: number): boolean {
    if (sign === '⇒' || sign === '.') return true;
    // Of `assume x is the nearest: a ≤ b` the colon does not end what is assumed.
    if (sign === ':') return this.#mode !== 'supposed' || this.#related;
    // Of `if a, b` only a is a condition, of `if a, b then c` both are.
    if (sign !== ',' && sign !== ')') return false;
    const isUpToThen = this.#thens.some((then) => then > start);
    if (this.#mode === 'range') return this.#parts.length === 0;
    return this.#mode === 'condition' && !isUpToThen;
  }

  #takeFormula(tokens: readonly Token[]): void {
    const items = layOut(tokens, this.#table.splitWord);
    const [gap, isFirst] = [this.#gap, this.#taken === 0];
    [this.#gap, this.#taken] = [NO_GAP, this.#taken + 1];
    this.#related ||= isRelation(items) || isMembership(items);
    if (items.length === 0 || isGrowing(items, this.#table) || isMembership(items)) return;
    if (this.#isExistential && !this.#mayExist(items)) throw lessThanAll(placeOf(items));
    this.#isExistential = false;
    const number = this.#mode === 'claimed' ? null : newNumberIn(items, this.#table);
    if (number) {
      const name = this.#source.slice(number.start, number.end);
      this.#arbitrary.push({ name, ...placeOf(items) });
      return;
    }
    if (this.#hasRange && isOfNewName(items, this.#table)) {
      if (isUpTo(items, this.#table)) throw lessThanAll(placeOf(items));
      return;
    }
    // Of `for all t, a < b` the second is no range.
    const isRange = this.#mode === 'range' && (isFirst || this.#parts.length > 0);
    const is = isRange ? 'condition' : this.#mode === 'range' ? 'claimed' : this.#mode;
    const place = placeOf(items);
    const part = {
      items,
      ...place,
      isRelation: isRelation(items),
      is,
      isDenied: this.#isDenied,
      gap,
    };
    this.#isDenied = false;
    for (const each of atArrows(part)) this.#add(each);
  }

  /** What may exist without saying less: a free name, and behind what is supposed of one any but a moment. */
  #mayExist(items: readonly Item[]): boolean {
    if (isOfFreeName(items, this.#table)) return true;
    return this.#isOfOne && isOfNewName(items, this.#table) && !isMoment(items, this.#table);
  }

  /** What words or a sign stand inside of is one statement: `ε is a constant > 0`, `a = (by (1)) b`. */
  #add(part: Part): void {
    const last = this.#parts.at(-1);
    const isAbout =
      last &&
      part.gap.hasWords &&
      !part.gap.hasArrow &&
      ((beginsWithSign(part.items) && !last.isRelation) || endsWithSign(last.items));
    // `norms are ≥ 0` is about words.
    const isOfWords = beginsWithSign(part.items) && part.gap.hasInert;
    this.#claimsInWords ||= isOfWords && !isAbout;
    if (!last || !isAbout) this.#parts.push(...(isOfWords ? [] : [part]));
    else {
      const items = [...last.items, ...part.items];
      this.#parts.splice(-1, 1, { ...last, items, end: part.end, isRelation: true });
    }
  }
}
