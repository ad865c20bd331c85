import { MathProblem } from '@/lib/math/core/error';
import type { Span } from '@/lib/math/core/tree';
import type { Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { plainItem } from '@/lib/math/notation/layout-items';
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
import { withPhrases } from './phrases';
import type { Piece } from './piece';
import { beginsWithSign, endsWithSign, isRelation } from './relation';
import { lessThanAll, placeOf, unknownWords } from './unjudged';

/** Reads what the words of a line make of its formulas; throws `MathProblem` for words that may matter. */
export function partsOf(
  pieces: readonly Piece[],
  table: SymbolTable,
  lexicon: Lexicon,
  source: string,
): LineParts {
  return new PartReader(table, source).read(pieces, lexicon);
}

/** What the statements are that come next. */
type Mode = Part['is'] | 'range';

/** What the statements are behind phrases that say it. */
const MODES: ReadonlyMap<Said['means'], Mode> = new Map([
  ['suppose', 'supposed'],
  ['case', 'supposed'],
  ['by contradiction', 'supposed'],
  ['let', 'supposed'],
  ['if', 'condition'],
  ['for all', 'range'],
  ['exists', 'range'],
  ['for some', 'range'],
  ['such that', 'claimed'],
  ['then', 'claimed'],
  ['implies', 'claimed'],
  ['contradiction', 'claimed'],
  ['grows', 'claimed'],
]);

/** Goes through the pieces of a line from left to right. */
class PartReader {
  readonly #table: SymbolTable;
  readonly #source: string;
  readonly #parts: Part[] = [];
  readonly #arbitrary: { name: string; start: number; end: number }[] = [];
  #role: LineParts['role'] | 'let' = null;
  #mayConclude = false;
  #mode: Mode = 'claimed';
  /** Whether a statement was read in this mode, and one that relates something. */
  #hasTaken = false;
  #hasRelated = false;
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
  /** Where the last `then` or the like stands, up to which conditions go on. */
  #lastThen = -1;

  constructor(table: SymbolTable, source: string) {
    this.#table = table;
    this.#source = source;
  }

  read(pieces: readonly Piece[], lexicon: Lexicon): LineParts {
    this.#hasFormulas = pieces.some(({ kind }) => kind === 'formula');
    const all = withPhrases(pieces, lexicon);
    const then = all.findLast((each) => 'means' in each && each.means === 'then');
    this.#lastThen = then?.start ?? -1;
    for (const each of all) {
      if ('means' in each) this.#follow(each);
      else if (each.kind === 'formula') this.#takeFormula(each.tokens);
      else this.#followSign(each);
    }
    const words = pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.text] : []));
    return {
      parts: this.#parts,
      role: this.#role === 'let' ? 'suppose' : this.#role,
      mayConclude: this.#mayConclude,
      arbitrary: this.#arbitrary,
      closes: this.#closes,
      claimsInWords: this.#claimsInWords,
      words: words.join(' '),
    };
  }

  #enter(mode: Mode): void {
    this.#hasRange ||= mode === 'range';
    this.#mode = mode;
    this.#hasTaken = false;
    this.#hasRelated = false;
  }

  #follow(said: Said): void {
    const { means } = said;
    this.#heed(said);
    const mode = MODES.get(means);
    if (mode) this.#enter(mode);
    this.#gap = {
      hasArrow: this.#gap.hasArrow || means === 'implies',
      hasWords: true,
      hasInert: this.#gap.hasInert || means === 'inert' || means === 'subject',
      isList: this.#gap.isList && means === 'and',
    };
  }

  /** What a phrase says of the line and of what stands in front of it. */
  #heed(said: Said): void {
    switch (said.means) {
      case 'suppose':
      case 'case':
      case 'let':
        this.#begin(said.means, said);
        this.#mayConclude = false;
        break;
      case 'by contradiction':
        this.#begin('suppose', said);
        this.#mayConclude = true;
        break;
      case 'define':
        if (this.#parts.length === 0) this.#begin(said.means, said);
        break;
      case 'announce':
        this.#announce(said);
        break;
      case 'for some':
        if (this.#mode === 'claimed') throw lessThanAll(said);
        this.#isOfOne = true;
        this.#isExistential = true;
        break;
      case 'exists':
        this.#isExistential = true;
        break;
      case 'such that':
        // It says what something has that was named before.
        if (!this.#hasRange && this.#parts.length === 0) throw this.#unknown(said);
        break;
      case 'contradiction':
        this.#isExistential = false;
        this.#closes = true;
        break;
      case 'tends':
      case 'vanishes':
        this.#tend(said);
        break;
      case 'grows':
        this.#grow(said);
        break;
      case 'unknown':
        if (this.#hasFormulas) throw this.#unknown(said);
        this.#claimsInWords = true;
        break;
      case 'inert':
      case 'subject':
        if (said.means === 'subject' && !this.#hasFormulas) this.#claimsInWords = true;
        // `for all t we have …`
        if (this.#mode === 'range') this.#enter('claimed');
    }
  }

  #unknown({ start, end }: Span): MathProblem {
    return unknownWords(this.#source.slice(start, end), { start, end });
  }

  /** `u < v is to be shown` is not claimed either. */
  #announce(place: Span): void {
    if (this.#parts.some(({ is }) => is !== 'claimed')) throw this.#unknown(place);
    this.#role = 'announce';
  }

  #begin(role: Role | 'let', { start, end }: Span): void {
    const isSame = this.#role === role || (this.#role === 'suppose' && role === 'let');
    if (this.#parts.length === 0 && (this.#role === null || isSame)) this.#role ??= role;
    else {
      const message = 'Write what is supposed in a line of its own.';
      throw new MathProblem({ message, start, end });
    }
  }

  /** `when t goes to infinity` says of the index what is meant anyway. */
  #grow(place: Span): void {
    const last = this.#parts.at(-1);
    const isOfIndex = last !== undefined && isOfNewName(last.items, this.#table);
    if (this.#mode !== 'range' && !isOfIndex) throw this.#unknown(place);
    if (isOfIndex) this.#parts.pop();
  }

  /** `x_t tends to 0` is `x_t → 0`, and so right behind `x_t = y_t`; anywhere else the words claim it. */
  #tend({ means, start, end }: Said): void {
    const last = this.#parts.at(-1);
    const isNext = !this.#gap.hasWords && this.#gap.isList;
    if (!last || (last.isRelation && !isNext)) {
      this.#claimsInWords = true;
      return;
    }
    const arrow = plainItem('mark', '->', start, end);
    const zero = means === 'vanishes' ? [plainItem('number', '0', start, end)] : [];
    this.#extend(last, [arrow, ...zero], end);
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
      if (text === '∴' || (this.#hasTaken && this.#ends(text, start))) this.#enter('claimed');
    }
  }

  /** Whether a sign ends what is supposed, a condition or a range. */
  #ends(sign: string, start: number): boolean {
    if (sign === '⇒' || sign === '.') return true;
    // Of `assume x is the nearest: a ≤ b` the colon does not end what is assumed.
    if (sign === ':') return this.#mode !== 'supposed' || this.#hasRelated;
    if (sign !== ',' && sign !== ')') return false;
    if (this.#mode === 'range') return this.#parts.length === 0;
    // Of `if a, b` only a is a condition, of `if a, b then c` both are.
    return this.#mode === 'condition' && this.#lastThen < start;
  }

  #takeFormula(tokens: readonly Token[]): void {
    const items = layOut(tokens, this.#table.splitWord);
    const [gap, isFirst] = [this.#gap, !this.#hasTaken];
    this.#gap = NO_GAP;
    this.#hasTaken = true;
    this.#hasRelated ||= isRelation(items) || isMembership(items);
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
    const [is, isDenied] = [this.#kindOf(isFirst), this.#isDenied];
    this.#isDenied = false;
    const part = { items, ...placeOf(items), isRelation: isRelation(items), is, isDenied, gap };
    for (const each of atArrows(part)) this.#add(each);
  }

  /** What a statement is in this mode; of `for all t, a < b` the second is no range. */
  #kindOf(isFirst: boolean): Part['is'] {
    if (this.#mode !== 'range') return this.#mode;
    return isFirst || this.#parts.length > 0 ? 'condition' : 'claimed';
  }

  /** What may exist without saying less: a free name, and behind what is supposed of one any but a moment. */
  #mayExist(items: readonly Item[]): boolean {
    if (isOfFreeName(items, this.#table)) return true;
    return this.#isOfOne && isOfNewName(items, this.#table) && !isMoment(items, this.#table);
  }

  /** What words or a sign stand inside of is one statement: `ε is a constant > 0`, `a = (by (1)) b`. */
  #add(part: Part): void {
    const last = this.#parts.at(-1);
    const { items, gap, end } = part;
    const isOpen =
      last && ((beginsWithSign(items) && !last.isRelation) || endsWithSign(last.items));
    if (isOpen && gap.hasWords && !gap.hasArrow) this.#extend(last, items, end);
    // `norms are ≥ 0` is about words.
    else if (beginsWithSign(items) && gap.hasInert) this.#claimsInWords = true;
    else this.#parts.push(part);
  }

  /** The last part goes on. */
  #extend(last: Part, more: readonly Item[], end: number): void {
    const items = [...last.items, ...more];
    this.#parts.splice(-1, 1, { ...last, items, end, isRelation: true });
  }
}
