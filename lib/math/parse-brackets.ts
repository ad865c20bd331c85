import { canonical, type Item } from './item';
import { barOf, Cursor, isMark, problem, spanOf } from './parse-cursor';
import type { Tree } from './tree';

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

  protected arguments(): { trees: Tree[]; close: Item } {
    const open = this.peek();
    if (open?.base.type === 'group') {
      this.at++;
      return { trees: [this.inner(open.base.items, open)], close: open };
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
    if (mark === '(' || mark === '[') {
      this.at++;
      const inner = this.insideBrackets(() => this.relation());
      const close = this.close(item, mark === '(' ? ')' : ']');
      this.refuseIndex(close);
      const place = { start: item.start, end: close.end };
      const isCondition = inner.kind === 'relation';
      const tree: Tree = isCondition
        ? { kind: 'indicator', condition: inner, span: place }
        : { ...inner, span: place };
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
          ? { kind: 'call', name: 'abs', args: [operand], span: place }
          : { kind: 'norm', operand, span: place };
      if (close.sub && (bar.kind === '|' || canonical(close.sub) !== '2')) {
        throw problem(
          'Only the Euclidean norm is part of this language.',
          close.start,
          close.end,
          'the index 2 or none',
        );
      }
      return this.scripts(tree, close.sup, close.primes, close);
    }
    if (mark === '⟨') {
      this.at++;
      const left = this.insideBrackets(() => this.expression(SUM));
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
    throw problem(message, place?.start ?? 0, place?.end ?? 0, mark, `add “${mark}”`);
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
    throw problem('An indicator needs a condition, such as $l > 0$.', item.start, item.end);
  }

  /** What stands above to the right: a power, a transposition, a factor of primes. */
  protected scripts(base: Tree, sup: readonly Item[] | null, primes: number, at: Item): Tree {
    const place = { start: base.span?.start ?? at.start, end: at.end };
    const isScalar = base.kind === 'symbol' && this.table.typeOf(base.id)?.kind === 'scalar';
    if (primes > 0 && isScalar) {
      const message =
        'A prime stands for a transposed matrix; this is a scalar, and its derivative is not part of this answer.';
      throw problem(message, place.start, place.end);
    }
    let tree = base;
    for (let prime = 0; prime < primes; prime++) tree = { kind: 'transpose', operand: tree };
    if (!sup) return tree;
    const text = canonical(sup).replaceAll(' ', '');
    const transposed = /^(-?)(T|\\top)$/.exec(text);
    const isName =
      transposed?.[2] === 'T' &&
      (isScalar || this.table.defaultScalar !== null || this.table.find(sup, sup.length - 1));
    if (transposed && !isName) {
      const inverse: Tree = { kind: 'power', left: tree, right: MINUS_ONE, span: place };
      return { kind: 'transpose', operand: transposed[1] === '-' ? inverse : tree, span: place };
    }
    return { kind: 'power', left: tree, right: this.inner(sup, at), span: place };
  }
}
