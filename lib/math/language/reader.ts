import type { Shape } from '@/lib/math/core/declaration';
import type { MathError, MathProblem } from '@/lib/math/core/error';
import type { Span, Tree } from '@/lib/math/core/tree';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import type { Item } from '@/lib/math/notation/item';
import { MAX_DEPTH } from '@/lib/math/notation/layout-problems';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';
import { barOf, nameOf } from './items';
import { RELATION, SUM } from './levels';
import { misspeltWord, problem, unexpected, unknownName } from './reading-problems';

/**
 * How a construct is read: it begins with an item (a prefix), stands between two operands (an infix)
 * or behind one (a postfix). After V. Pratt, Top Down Operator Precedence, 1973.
 */

/**
 * When a prefix is asked, where several may begin with the same item: what is bound or declared
 * comes before every sign of the language, a name of the language before one that nobody declared.
 * Within one turn the order is that of the list in constructs.ts.
 */
export const TURNS = ['bound', 'declared', 'operator', 'entry', 'sign', 'other name'] as const;

/**
 * The items that something begins with: all of a type (`fraction`, `any`), or those with a text
 * (`command int`, `mark (`).
 */
export type Start =
  | 'any'
  | Item['base']['type']
  | `${'command' | 'letter' | 'mark' | 'number'} ${string}`;

export interface Prefix {
  readonly starts: readonly Start[];
  readonly turn: (typeof TURNS)[number];
  /** Null where it is something else after all; then nothing was read. Throws `MathProblem`. */
  readonly read: (reader: Reader, item: Item) => Tree | null;
}

export interface Infix {
  readonly signs: readonly Start[];
  /** An infix is taken where no operand holds together tighter (levels.ts). */
  readonly level: number;
  /** Its sign has been passed. `previous` is the sign before this one in the same chain; a product without a sign has none. */
  readonly read: (reader: Reader, left: Tree, item: Item, previous: string | null) => Tree;
}

export interface Postfix {
  readonly signs: readonly Start[];
  /** Whether it is one behind this operand; without it, always. */
  readonly fits?: (reader: Reader, operand: Tree) => boolean;
  /** The tree without what stands at the upper right of the sign. */
  readonly read: (reader: Reader, operand: Tree, span: Span) => Tree;
}

/** What stands at the upper right of something. */
export interface Above {
  readonly sup: readonly Item[] | null;
  readonly primes: number;
}

/** All that the reader knows of the language. */
export interface Grammar {
  /** The prefixes that an item may begin, in their order. */
  prefixesOf: (item: Item) => readonly Prefix[];
  infixOf: (item: Item) => Infix | undefined;
  postfixOf: (item: Item) => Postfix | undefined;
  /** A product without a sign. */
  juxtaposition: Infix;
  /** One side of a relation where it is no plain sum: `F|_a^b + …`; null where it is one. */
  side: (reader: Reader) => Tree | null;
  /** A sign before an operand; null where none stands. */
  signed: (reader: Reader, level: number) => Tree | null;
  /** `^` behind an operand. */
  raised: (reader: Reader, base: Tree) => Tree;
  /** What stands above to the right of something that is read. */
  scripts: (reader: Reader, base: Tree, above: Above, at: Item) => Tree;
  shapeOf: (tree: Tree, table: SymbolTable) => Result<Shape, MathError>;
}

/** Steps that reading one formula may take: far more than any formula of allowed length needs. */
export const MAX_STEPS = 200_000;

/** What the readers of all parts of one formula share. */
export interface ReadingState {
  readonly table: SymbolTable;
  readonly grammar: Grammar;
  /** Sentences about rules of reading that the formula made use of. */
  readonly hints: string[];
  steps: number;
}

/**
 * Reads the items of one part of a formula: a fraction's top, an exponent, or the whole. Constructs
 * move it on and ask it for their parts. Linear in the number of items but for bounded look-ahead.
 */
export class Reader {
  readonly items: readonly Item[];
  readonly table: SymbolTable;
  /** The item that comes next. */
  at = 0;
  /** Which of `|` and `‖` are open: another one then closes. */
  bars: string[] = [];
  /** Variables of the sums, integrals and limits around, the innermost last. */
  scope: readonly string[];
  readonly #state: ReadingState;
  readonly #grammar: Grammar;
  #depth: number;

  constructor(
    items: readonly Item[],
    state: ReadingState,
    depth: number,
    scope: readonly string[],
  ) {
    this.items = items;
    this.table = state.table;
    this.scope = scope;
    this.#state = state;
    this.#grammar = state.grammar;
    this.#depth = depth;
  }

  whole(): Tree {
    if (this.items.length === 0) throw problem('Something is missing here.', 0, 0);
    const tree = this.relation();
    const rest = this.peek();
    if (rest) throw unexpected(rest);
    return tree;
  }

  /** A statement, or a formula where there is no sign of one. */
  relation(): Tree {
    let left = this.side();
    for (let item = this.peek(); item; item = this.peek()) {
      const infix = this.#grammar.infixOf(item);
      if (infix?.level !== RELATION) break;
      this.at++;
      left = infix.read(this, left, item, null);
    }
    return left;
  }

  /** One side of a relation. */
  side(): Tree {
    return this.#grammar.side(this) ?? this.expression(SUM);
  }

  /** What holds together at a level (levels.ts). */
  expression(level: number): Tree {
    let left = this.unary(level);
    let previous: string | null = null;
    for (let item = this.peek(); item; item = this.peek()) {
      const infix = this.#grammar.infixOf(item);
      if (infix) {
        if (level > infix.level || infix.level === RELATION) break;
        this.at++;
        left = infix.read(this, left, item, previous);
        previous = 'text' in item.base ? item.base.text : null;
      } else if (level <= this.#grammar.juxtaposition.level && this.startsFactor(item)) {
        left = this.#grammar.juxtaposition.read(this, left, item, previous);
      } else break;
    }
    return left;
  }

  /** One factor with its sign, what stands behind it and its power. */
  unary(level: number): Tree {
    const signed = this.#grammar.signed(this, level);
    return signed ?? this.#grammar.raised(this, this.factor());
  }

  /** One factor with what stands behind it, such as a factorial, and without a loose power. */
  factor(): Tree {
    let tree = this.#primary();
    let count = 0;
    for (let item = this.peek(); item && !item.sub; item = this.peek()) {
      if (++count > MAX_DEPTH) throw unexpected(item);
      const postfix = this.#grammar.postfixOf(item);
      if (!postfix || postfix.fits?.(this, tree) === false) break;
      tree = postfix.read(this, tree, { start: tree.span?.start ?? 0, end: item.end });
      this.at++;
      tree = this.scripted(tree, item);
    }
    return tree;
  }

  #primary(): Tree {
    const item = this.peek();
    if (!item) {
      const end = this.items.at(-1)?.end ?? 0;
      throw problem('Something is missing at the end.', end, end, 'a number, a symbol or “(”');
    }
    this.spend(1);
    for (const prefix of this.#grammar.prefixesOf(item)) {
      const tree = prefix.read(this, item);
      if (tree) return tree;
    }
    throw item.base.type === 'mark' ? unexpected(item) : this.unknown(item);
  }

  /** A tree with what stands at the upper right of the item that ends it. */
  scripted(tree: Tree, at: Item, { sup, primes }: Above = at): Tree {
    return this.#grammar.scripts(this, tree, { sup, primes }, at);
  }

  /** Items that stand inside something: a fraction, an exponent. */
  inner(items: readonly Item[], within: Item): Tree {
    if (items.length === 0) throw problem('Something is missing here.', within.start, within.end);
    this.spend(1);
    return new Reader(items, this.#state, this.#depth + 1, this.scope).whole();
  }

  /** A reader of the same formula over other items in the place of those that come next. */
  over(items: readonly Item[]): Reader {
    this.spend(items.length);
    return new Reader(items, this.#state, this.#depth + 1, this.scope);
  }

  peek(): Item | undefined {
    return this.items[this.at];
  }

  hint(sentence: string): void {
    this.#state.hints.push(sentence);
  }

  /** Counts work, so that no formula can take more than its share. */
  spend(steps: number): void {
    this.#state.steps += steps;
    if (this.#state.steps <= MAX_STEPS) return;
    const item = this.peek();
    throw problem('This is too involved to be read.', item?.start ?? 0, item?.end ?? 0);
  }

  shapeOf(tree: Tree): Result<Shape, MathError> {
    return this.#grammar.shapeOf(tree, this.table);
  }

  unknown(item: Item): MathProblem {
    return unknownName(item, this.items, this.table);
  }

  /** The misspelt word that an item is a letter of; null where it is none. */
  misspelt(item: Item): MathProblem | null {
    return misspeltWord(item, this.items, this.table);
  }

  isBound(item: Item): boolean {
    const { type } = item.base;
    if (this.scope.length === 0 || (type !== 'letter' && type !== 'command')) return false;
    return this.scope.includes(nameOf(item));
  }

  startsFactor(item: Item): boolean {
    const { base } = item;
    if (base.type !== 'mark') return !this.#grammar.infixOf(item);
    const bar = barOf(item);
    if (bar) return bar.side === '<' || (bar.side === '' && this.bars.at(-1) !== bar.kind);
    return '([⟨⌊⌈'.includes(base.text);
  }

  startsFunction({ base }: Item): boolean {
    return base.type === 'command' && FUNCTION_NAMES.has(base.text);
  }

  /** Reads with one more variable bound. */
  scoped(name: string, read: () => Tree): Tree {
    const around = this.scope;
    this.scope = [...around, name];
    const tree = this.deeper(read);
    this.scope = around;
    return tree;
  }

  insideBrackets(read: () => Tree): Tree {
    const { bars } = this;
    this.bars = [];
    const tree = this.deeper(read);
    this.bars = bars;
    return tree;
  }

  /** Reads one level further down: brackets, arguments without them, signs before signs. */
  deeper(read: () => Tree): Tree {
    if (++this.#depth > MAX_DEPTH) {
      const message = `This is nested more than ${MAX_DEPTH} levels deep.`;
      const item = this.peek();
      throw problem(message, item?.start ?? 0, item?.end ?? 0);
    }
    const tree = read();
    this.#depth--;
    return tree;
  }
}
