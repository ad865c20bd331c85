import { AT_END, MathProblem } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { FUNCTION_NAMES } from '@/lib/math/notation/functions';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { MAX_DEPTH } from '@/lib/math/notation/layout';
import { proposeSymbol, proposeWord } from '@/lib/math/notation/propose';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

export function isMark(item: Item, text: string): boolean {
  return item.base.type === 'mark' && item.base.text === text;
}

/** Which bar an item is, and whether it says that it opens (`<`) or closes (`>`). */
export function barOf({ base }: Item): { kind: '|' | '‖'; side: string } | null {
  if (base.type !== 'mark') return null;
  const kind = base.text.charAt(0);
  return kind === '|' || kind === '‖' ? { kind, side: base.text.slice(1) } : null;
}

/** Letters, and names that were typed without a backslash, as the `eps` in `epsilo`. */
function isTyped({ base, start, end }: Item): boolean {
  if (base.type === 'letter') return true;
  return base.type === 'command' && base.text.length === end - start;
}

export function spanOf({ start, end }: Item) {
  return { start, end };
}

/** From the first character of the left part to the last of the right. */
export function spanAround(left: Tree, right: Tree) {
  return { start: left.span?.start ?? 0, end: right.span?.end ?? 0 };
}

export function problem(
  message: string,
  start: number,
  end: number,
  expected?: string,
): MathProblem {
  return new MathProblem({ message, start, end, ...(expected && { expected }) });
}

/** A bracket that is missing at the end. */
export function missing(message: string, place: { start: number; end: number }, mark: string) {
  return new MathProblem({
    message,
    start: place.start,
    end: place.end,
    expected: mark,
    proposal: `add “${mark}”`,
    edit: { start: AT_END, end: AT_END, text: mark },
  });
}

/** Steps that reading one formula may take: far more than any formula of allowed length needs. */
export const MAX_STEPS = 200_000;

/** What the parsers of all parts of one formula share. */
export interface ParseState {
  readonly table: SymbolTable;
  /** Sentences about rules of reading that the formula made use of. */
  readonly hints: string[];
  steps: number;
}

/** Where a parser is in its items, and what it can say of what stands there. */
export abstract class Cursor {
  protected readonly items: readonly Item[];
  protected readonly state: ParseState;
  protected readonly table: SymbolTable;
  protected at = 0;
  protected depth: number;
  /** Which of `|` and `‖` are open: another one then closes. */
  protected bars: string[] = [];
  /** Variables of the sums, integrals and limits around, the innermost last. */
  protected scope: readonly string[];

  constructor(items: readonly Item[], state: ParseState, depth: number, scope: readonly string[]) {
    this.items = items;
    this.state = state;
    this.table = state.table;
    this.depth = depth;
    this.scope = scope;
  }

  protected hint(sentence: string): void {
    this.state.hints.push(sentence);
  }

  /** Counts work, so that no formula can take more than its share. */
  protected spend(steps: number): void {
    this.state.steps += steps;
    if (this.state.steps <= MAX_STEPS) return;
    const item = this.peek();
    throw problem('This is too involved to be read.', item?.start ?? 0, item?.end ?? 0);
  }

  /** Reads with one more variable bound. */
  protected scoped(name: string, read: () => Tree): Tree {
    const around = this.scope;
    this.scope = [...around, name];
    const tree = this.deeper(read);
    this.scope = around;
    return tree;
  }

  protected peek(): Item | undefined {
    return this.items[this.at];
  }

  protected startsFactor(item: Item): boolean {
    const { base } = item;
    if (base.type === 'command' && base.text === 'mod') return false;
    if (base.type !== 'mark') return true;
    const bar = barOf(item);
    if (bar) return bar.side === '<' || (bar.side === '' && this.bars.at(-1) !== bar.kind);
    return '([⟨⌊⌈'.includes(base.text);
  }

  protected startsFunction(item: Item): boolean {
    const { base } = item;
    return base.type === 'command' && FUNCTION_NAMES.has(base.text);
  }

  protected insideBrackets(read: () => Tree): Tree {
    const bars = this.bars;
    this.bars = [];
    const tree = this.deeper(read);
    this.bars = bars;
    return tree;
  }

  /** Reads one level further down: brackets, arguments without them, signs before signs. */
  protected deeper(read: () => Tree): Tree {
    if (++this.depth > MAX_DEPTH) {
      const item = this.peek();
      throw problem(
        `This is nested more than ${MAX_DEPTH} levels deep.`,
        item?.start ?? 0,
        item?.end ?? 0,
      );
    }
    const tree = read();
    this.depth--;
    return tree;
  }

  protected closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.items.length; at++) {
      this.spend(1);
      const item = this.items[at];
      if (item && isMark(item, '(')) depth++;
      if (item && isMark(item, ')') && --depth === 0) return at;
    }
    const item = this.items[open];
    const message = 'This parenthesis is never closed; “)” is missing.';
    throw missing(message, { start: item?.start ?? 0, end: item?.end ?? 0 }, ')');
  }

  protected unexpected(item: Item): MathProblem {
    const found = item.base.type === 'mark' ? item.base.text : canonicalItem(item);
    if (found === ',') {
      const comma = 'A comma does not fit here; decimals are written with a point, 1.5.';
      return problem(comma, item.start, item.end, 'a point');
    }
    if (found === '±') {
      const twice = '± stands for two values; give the one that is asked for.';
      return problem(twice, item.start, item.end, '+ or −');
    }
    const message = `“${found}” does not fit here.`;
    return problem(message, item.start, item.end, 'a number, a symbol, an operator or the end');
  }

  protected unknown(item: Item): MathProblem {
    // `J_f^w` is shown whole: its exponent is part of the name it was taken for.
    const sup = item.sub ? item.sup : null;
    const written = canonicalItem({ ...item, sup, primes: 0 }).replaceAll(' ', '');
    const word = this.wordAround(item);
    if (word) return word;
    const proposal = proposeSymbol(item, this.table);
    const shown = item.base.type !== 'letter' || item.sub ? `$${written}$` : `“${written}”`;
    const hint = proposal ? ` Did you mean $${proposal}$?` : '';
    return new MathProblem({
      message: `${shown} is not a symbol of this part.${hint}`,
      start: item.start,
      end: item.end,
      found: written,
      expected: 'one of the part’s symbols',
      ...(proposal && {
        proposal,
        edit: { start: item.start, end: item.end, text: `${proposal} ` },
      }),
    });
  }

  /** A misspelt name, such as `lamda`: letters that stand together and mean nothing one by one. */
  protected wordAround(item: Item): MathProblem | null {
    if (item.base.type !== 'letter') return null;
    let from = this.items.indexOf(item);
    let to = from;
    const joins = (left: Item | undefined, right: Item | undefined) =>
      left !== undefined &&
      right !== undefined &&
      isTyped(left) &&
      isTyped(right) &&
      left.end === right.start;
    while (joins(this.items[from - 1], this.items[from])) from--;
    while (joins(this.items[to], this.items[to + 1])) to++;
    const letters = this.items.slice(from, to + 1);
    const [first] = letters;
    const last = letters.at(-1);
    if (letters.length < 3 || !first || !last) return null;
    const written = letters.map(({ base }) => ('text' in base ? base.text : '')).join('');
    const proposal = proposeWord(written, this.table);
    if (!proposal) return null;
    return new MathProblem({
      message: `“${written}” is not a symbol of this part. Did you mean $${proposal}$?`,
      start: first.start,
      end: last.end,
      found: written,
      expected: 'one of the part’s symbols',
      proposal,
      edit: { start: first.start, end: last.end, text: `${proposal} ` },
    });
  }
}
