import { isScalar } from '@/lib/math/core/dimension';
import type { Span, Tree } from '@/lib/math/core/tree';
import { canonical, type Item, lettersIn } from '@/lib/math/notation/item';
import { shapeOf } from '@/lib/math/types/shape';
import { withConstantsOutside } from './evaluation-bar';
import { barOf, Cursor, isMark, missing, problem, spanAround, spanOf } from './parse-cursor';

/** One degree in radians. */
export const DEGREE: Tree = {
  kind: 'divide',
  left: { kind: 'constant', name: 'pi' },
  right: { kind: 'number', text: '180' },
};
const ROUNDING: ReadonlyMap<string, { close: string; name: 'floor' | 'ceil' }> = new Map([
  ['⌊', { close: '⌋', name: 'floor' }],
  ['⌈', { close: '⌉', name: 'ceil' }],
]);
/** Nobody transposes more often. */
const MAX_PRIMES = 4;
const MINUS_ONE: Tree = { kind: 'negate', operand: { kind: 'number', text: '1' } };

/**
 * How tightly an operand must hold together. A product without a sign holds tighter than one with,
 * which only matters to inner products: `u · A v` is u · (A v).
 */
export const SUM = 1;
export const SIGNED = 2;
export const PRODUCT = 3;
export const UNARY = 4;

/** Brackets of every sort, what they mean, and what stands at their upper right. */
export abstract class Brackets extends Cursor {
  protected abstract relation(): Tree;
  protected abstract expression(level: number): Tree;
  /** Reads items that stand inside something: a fraction, an exponent. */
  protected abstract inner(items: readonly Item[], within: Item): Tree;

  /** One side of a relation; in `F|_a^b + …` the bar is for all that stands before it. */
  protected member(): Tree {
    let left = this.barred();
    if (!left) return this.expression(SUM);
    for (
      let item = this.peek();
      item && (isMark(item, '+') || isMark(item, '-'));
      item = this.peek()
    ) {
      this.at++;
      const right: Tree = this.barred() ?? this.expression(SIGNED);
      left = {
        kind: isMark(item, '+') ? 'add' : 'subtract',
        left,
        right,
        span: spanAround(left, right),
      };
    }
    return left;
  }

  /** `F|_a^b`; null where no bar follows. What does not change with the variable stands before it. */
  private barred(): Tree | null {
    const bar = this.evaluationBar();
    const item = this.items[bar];
    if (!item) return null;
    const start = this.at;
    this.at = bar + 1;
    return withConstantsOutside(this.between(this.items.slice(start, bar), item));
  }

  /** Where an evaluation bar stands in this bracket; −1 where there is none. */
  private evaluationBar(): number {
    if (!this.items.some((item) => item.sub && item.sup && barOf(item)?.kind === '|')) return -1;
    let depth = 0;
    for (let at = this.at; at < this.items.length; at++) {
      this.spend(1);
      const item = this.items[at];
      if (!item) break;
      if (isMark(item, '(') || isMark(item, '[')) depth++;
      if (isMark(item, ')') || isMark(item, ']')) depth--;
      if (depth < 0 || (depth === 0 && isMark(item, '='))) break;
      const bar = barOf(item);
      if (depth === 0 && bar?.kind === '|' && bar.side !== '<' && item.sub && item.sup) return at;
    }
    return -1;
  }

  /** `[F]_a^b`, `[F]_{x=a}^{x=b}`: the increase of F from a to b. */
  protected between(items: readonly Item[], close: Item): Tree {
    const { sub, sup } = close;
    if (!sub || !sup) {
      throw problem('Both ends are needed here, as in $[F]_a^b$.', close.start, close.end);
    }
    const end = (part: readonly Item[]) => {
      const equals = part.findIndex((item) => isMark(item, '=') || isMark(item, '->'));
      const name = equals > 0 ? canonical(part.slice(0, equals)) : null;
      return { name, value: this.inner(part.slice(equals + 1), close) };
    };
    const [from, to] = [end(sub), end(sup)];
    const variable = from.name ?? to.name ?? this.unnamedVariable(items);
    if (variable === null) {
      const message = 'Say which variable runs from one end to the other: $[F]_{x=a}^{x=b}$.';
      throw problem(message, close.start, close.end, 'a variable');
    }
    const body = this.scoped(variable, () => this.inner(items, close));
    const span = { start: items[0]?.start ?? close.start, end: close.end };
    return { kind: 'between', variable, from: from.value, to: to.value, body, span };
  }

  /** Of a bar that names no variable: the part's own, or the one letter in it that is nothing else. */
  private unnamedVariable(items: readonly Item[]): string | null {
    const { variable } = this.table;
    const letters = lettersIn(items);
    if (variable !== null && letters.has(variable)) return variable;
    const isKnown = (name: string) =>
      name === 'e' || this.table.declares(name) || this.scope.includes(name);
    const [only, ...others] = [...letters].filter((name) => !isKnown(name));
    return only !== undefined && others.length === 0 ? only : variable;
  }

  protected arguments(): { trees: Tree[]; close: Item } {
    const open = this.peek();
    if (open?.base.type === 'group') {
      this.at++;
      const trees = splitAtCommas(open.base.items).map((items) => this.inner(items, open));
      return { trees, close: open };
    }
    this.at++;
    const shut = open && isMark(open, '[') ? ']' : ')';
    const trees = [this.insideBrackets(() => this.relation())];
    for (
      let item = this.peek();
      item && (isMark(item, ',') || isMark(item, ';'));
      item = this.peek()
    ) {
      this.at++;
      trees.push(this.insideBrackets(() => this.relation()));
    }
    return { trees, close: this.close(open, shut) };
  }

  protected bracketed(item: Item): Tree {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark === '(' || mark === '[') return this.bracket(item, mark);
    const rounding = ROUNDING.get(mark);
    if (rounding) {
      this.at++;
      const operand = this.insideBrackets(() => this.expression(SUM));
      const close = this.close(item, rounding.close);
      const span = { start: item.start, end: close.end };
      const tree: Tree = { kind: 'call', name: rounding.name, args: [operand], span };
      return this.scripts(tree, close.sup, close.primes, close);
    }
    const bar = barOf(item);
    if (bar && bar.side !== '>') {
      this.at++;
      this.bars.push(bar.kind);
      const operand = this.expression(SUM);
      this.bars.pop();
      const close = this.closeBar(item, bar.kind);
      const place = { start: item.start, end: close.end };
      const tree: Tree =
        bar.kind === '|'
          ? this.absolute(operand, place)
          : { kind: 'norm', operand, order: this.normOrder(operand, close), span: place };
      if (bar.kind === '|') this.refuseIndex(close);
      return this.scripts(tree, close.sup, close.primes, close);
    }
    if (mark === '⟨') {
      this.at++;
      const left = this.insideBrackets(() => {
        // A bar separates the two sides here and opens nothing.
        this.bars.push('|');
        return this.expression(SUM);
      });
      const comma = this.peek();
      if (!comma || !(isMark(comma, ',') || isMark(comma, '|')))
        throw problem('An inner product has two arguments, ⟨u, v⟩.', item.start, item.end, ',');
      this.at++;
      const right = this.insideBrackets(() => this.expression(SUM));
      const close = this.close(item, '⟩');
      return this.scripts(
        { kind: 'inner', left, right, span: { start: item.start, end: close.end } },
        close.sup,
        close.primes,
        close,
      );
    }
    throw this.unexpected(item);
  }

  /** `|x|` of a scalar, `|v|` for the norm of a vector, `|A|` for a determinant. */
  private absolute(operand: Tree, span: Span): Tree {
    const shape = shapeOf(operand, this.table);
    if (!shape.ok || isScalar(shape.value))
      return { kind: 'call', name: 'abs', args: [operand], span };
    const [rows, columns] = shape.value;
    if (rows === 1 || columns === 1) return { kind: 'norm', operand, order: 2, span };
    if (rows === columns) {
      this.hint('Bars around a square matrix are its determinant: $|A|$ reads $\\det A$.');
      return { kind: 'call', name: 'det', args: [operand], span };
    }
    throw problem('Bars around a matrix that is not square have no meaning.', span.start, span.end);
  }

  private normOrder(operand: Tree, close: Item): 1 | 2 | 'infinity' {
    const index = close.sub ? canonical(close.sub) : '';
    const shape = shapeOf(operand, this.table);
    const isVector = !shape.ok || shape.value[0] === 1 || shape.value[1] === 1;
    if (index === '' || index === 'F' || (index === '2' && isVector)) return 2;
    if (index === '1' && isVector) return 1;
    if (/^\\inf(ty)?$/.test(index) && isVector) return 'infinity';
    const message = isVector
      ? 'This norm is not part of the language; 1, 2 and $\\infty$ are.'
      : 'Of a matrix only the Frobenius norm is part of the language; write $\\|A\\|_F$.';
    throw problem(message, close.start, close.end, isVector ? '1, 2 or ∞' : 'F');
  }

  private bracket(item: Item, mark: '(' | '['): Tree {
    const end = mark === '[' ? this.closingBracket(this.at) : null;
    if (end !== null && this.items[end]?.sub && this.items[end]?.sup) {
      const close = this.items[end];
      const inside = this.items.slice(this.at + 1, end);
      this.at = end + 1;
      if (close) return this.between(inside, close);
    }
    const isNested = this.startsList(this.items[this.at + 1], mark);
    this.at++;
    const rows: Tree[][] = [[this.insideBrackets(() => this.relation())]];
    for (let next = this.peek(); next; next = this.peek()) {
      if (!isMark(next, ',') && !isMark(next, ';')) break;
      this.at++;
      const cell = this.insideBrackets(() => this.relation());
      if (isMark(next, ';')) rows.push([cell]);
      else rows.at(-1)?.push(cell);
    }
    const close = this.close(item, mark === '(' ? ')' : ']');
    const span = { start: item.start, end: close.end };
    const [[only, another] = [], nextRow] = rows;
    const isList = another !== undefined || nextRow !== undefined;
    const cells = rows.flat();
    if (isList && cells.every(({ kind }) => kind === 'relation')) {
      const all = cells.map((condition): Tree => ({ kind: 'indicator', condition }));
      const product = all.reduce((left, right): Tree => ({ kind: 'multiply', left, right }));
      return this.scripts({ ...product, span }, close.sup, close.primes, close);
    }
    if (isList || (isNested && only?.kind === 'matrix')) {
      const list = this.scripts(this.list(rows, span), close.sup, close.primes, close);
      return close.sub ? this.entry(list, close.sub, false, close) : list;
    }
    if (!only) throw this.unexpected(close);
    const tree: Tree =
      only.kind === 'relation' ? { kind: 'indicator', condition: only, span } : { ...only, span };
    if (!close.sub) return this.scripts(tree, close.sup, close.primes, close);
    if (mark === '(' && canonical(close.sub) === '+') {
      const zero: Tree = { kind: 'number', text: '0' };
      const positive: Tree = { kind: 'call', name: 'max', args: [zero, tree], span };
      return this.scripts(positive, close.sup, close.primes, close);
    }
    const shape = shapeOf(tree, this.table);
    if (!shape.ok || isScalar(shape.value)) this.refuseIndex(close);
    const isVector = shape.ok && (shape.value[0] === 1 || shape.value[1] === 1);
    const entry = this.entry(tree, close.sub, isVector, close);
    return this.scripts(entry, close.sup, close.primes, close);
  }

  private startsList(item: Item | undefined, mark: '(' | '['): boolean {
    return mark === '[' && item !== undefined && isMark(item, '[');
  }

  private closingBracket(open: number): number | null {
    let depth = 0;
    for (let at = open; at < this.items.length; at++) {
      this.spend(1);
      const item = this.items[at];
      if (item && isMark(item, '[')) depth++;
      if (item && isMark(item, ']') && --depth === 0) return at;
    }
    return null;
  }

  /** `[1, 2, 3]` is a column; `[[1, 2], [3, 4]]` and `[1, 2; 3, 4]` are matrices by rows. */
  private list(rows: readonly Tree[][], span: Span): Tree {
    const [first = []] = rows;
    if (rows.length > 1) return this.matrixOf(rows, span);
    const lists = first.flatMap((cell) =>
      cell.kind === 'matrix' && cell.rows.every((row) => row.length === 1)
        ? [cell.rows.map(([entry = cell]) => entry)]
        : [],
    );
    if (lists.length === first.length) return this.matrixOf(lists, span);
    return this.matrixOf(
      first.map((cell) => [cell]),
      span,
    );
  }

  protected matrixOf(rows: readonly (readonly Tree[])[], span: Span): Tree {
    const width = rows[0]?.length ?? 0;
    if (width === 0 || rows.some((row) => row.length !== width))
      throw problem('The rows of this matrix have different lengths.', span.start, span.end);
    return { kind: 'matrix', rows, span };
  }

  /** An index of a vector, two of a matrix: `A_{i,j}`, or `A_{ij}` where each is one sign. */
  protected entry(operand: Tree, sub: readonly Item[], isVector: boolean, item: Item): Tree {
    const span = { start: operand.span?.start ?? item.start, end: item.end };
    const comma = commaIn(sub);
    const index = (items: readonly Item[]) => this.inner(items, item);
    if (comma >= 0) {
      const [row, column] = [index(sub.slice(0, comma)), index(sub.slice(comma + 1))];
      return { kind: 'entry', operand, row, column, span };
    }
    if (isVector) return { kind: 'entry', operand, row: index(sub), column: null, span };
    const signs = splitDigits(sub);
    if (signs.length !== 2) {
      const message = 'An entry of a matrix has two indices, $A_{i,j}$.';
      throw problem(message, item.start, item.end, 'two indices');
    }
    return {
      kind: 'entry',
      operand,
      row: index(signs.slice(0, 1)),
      column: index(signs.slice(1)),
      span,
    };
  }

  protected closeBar(open: Item, kind: '|' | '‖'): Item {
    const item = this.peek();
    const bar = item && barOf(item);
    if (!item || bar?.kind !== kind || bar.side === '<') return this.close(open, kind);
    this.at++;
    return item;
  }

  protected close(open: Item | undefined, mark: string): Item {
    const item = this.peek();
    if (item && isMark(item, mark)) {
      this.at++;
      return item;
    }
    const place = open ?? item;
    if (item && !isMark(item, ')') && !isMark(item, ']')) throw this.unexpected(item);
    const message = `This opens here and is not closed; “${mark}” is missing.`;
    throw missing(message, { start: place?.start ?? 0, end: place?.end ?? 0 }, mark);
  }

  /** Only what can carry an index may have one: it is never dropped in silence. */
  protected refuseIndex(item: Item): void {
    if (!item.sub) return;
    const message = 'An index does not fit here; only declared symbols have one.';
    throw problem(message, item.start, item.end, 'no index');
  }

  /** `\mathbb 1[c]`, `1_{c}`, `\mathbb 1_{c}`, `\mathbb 1(c)`, `\mathbb 1\{c\}`. */
  protected indicator(item: Item): Tree {
    this.at++;
    if (item.sub) {
      const condition = this.inner(item.sub, item);
      return this.scripts(this.condition(condition, item), item.sup, 0, item);
    }
    const open = this.peek();
    if (!open || !(isMark(open, '(') || isMark(open, '['))) {
      throw problem('An indicator needs its condition in brackets.', item.start, item.end, '[');
    }
    const { trees, close } = this.arguments();
    const [condition] = trees;
    if (!condition) throw this.unexpected(close);
    return this.scripts(this.condition(condition, item), close.sup, 0, close);
  }

  protected condition(condition: Tree, item: Item): Tree {
    if (condition.kind === 'relation') return { kind: 'indicator', condition, span: spanOf(item) };
    // Two conditions together are a product of indicators already.
    if (condition.kind === 'multiply' || condition.kind === 'indicator') return condition;
    throw problem('An indicator needs a condition, such as $l > 0$.', item.start, item.end);
  }

  /** What stands above to the right: a power, a transposition, a factor of primes. */
  protected scripts(base: Tree, sup: readonly Item[] | null, primes: number, at: Item): Tree {
    const place = { start: base.span?.start ?? at.start, end: at.end };
    if (primes > 0 && this.isScalarTree(base)) {
      const message =
        'A prime stands for a transposed matrix; this is a scalar, and its derivative is not part of this answer.';
      throw problem(message, place.start, place.end);
    }
    if (primes > MAX_PRIMES) throw problem('These are too many primes.', place.start, place.end);
    let tree = base;
    for (let prime = 0; prime < primes; prime++) tree = { kind: 'transpose', operand: tree };
    if (!sup) return tree;
    const text = canonical(sup).replaceAll(' ', '');
    if (text === '*' && this.table.complex)
      return { kind: 'call', name: 'conj', args: [tree], span: place };
    if (text === '\\circ') return { kind: 'multiply', left: tree, right: DEGREE, span: place };
    const transposed = /^(-?)(T|\\top)$/.exec(text);
    const isName = transposed?.[2] === 'T' && this.isNameAbove(base, sup);
    if (transposed && !isName) {
      const inverse: Tree = { kind: 'power', left: tree, right: MINUS_ONE, span: place };
      return { kind: 'transpose', operand: transposed[1] === '-' ? inverse : tree, span: place };
    }
    return { kind: 'power', left: tree, right: this.inner(sup, at), span: place };
  }

  /** Whether a T above is a symbol: above a scalar, or above a square matrix where T is declared. */
  private isNameAbove(base: Tree, sup: readonly Item[]): boolean {
    const shape = shapeOf(base, this.table);
    if (!shape.ok) return false;
    const [rows, columns] = shape.value;
    const found = this.table.find(sup, sup.length - 1);
    const isDeclared = found !== null && this.table.typeOf(found.id)?.kind === 'scalar';
    return isScalar(shape.value) || (isDeclared && rows === columns);
  }

  private isScalarTree(tree: Tree): boolean {
    const shape = shapeOf(tree, this.table);
    return shape.ok && isScalar(shape.value);
  }
}

/** The arguments in a group, `{x, y}`. */
function splitAtCommas(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark !== '' && '([⟨'.includes(mark)) depth++;
    if (mark !== '' && ')]⟩'.includes(mark)) depth--;
    if (depth === 0 && (mark === ',' || mark === ';')) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

/** Where a comma stands outside brackets; −1 where none does. */
function commaIn(items: readonly Item[]): number {
  let depth = 0;
  return items.findIndex(({ base }) => {
    if (base.type !== 'mark') return false;
    if ('([⟨'.includes(base.text)) depth++;
    if (')]⟩'.includes(base.text)) depth--;
    return base.text === ',' && depth === 0;
  });
}

/** `12` in `A_{12}` is two indices. */
function splitDigits(items: readonly Item[]): readonly Item[] {
  const [only] = items;
  if (items.length !== 1 || only?.base.type !== 'number' || !/^\d\d$/.test(only.base.text))
    return items;
  return [...only.base.text].map((text) => ({ ...only, base: { type: 'number', text } }));
}
