import type { RelationOperator, Tree } from '@/lib/math/core/tree';
import type { Item } from '@/lib/math/notation/item';
import { MAX_DEPTH } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { DEGREE, PRODUCT, SIGNED, SUM, UNARY } from './parse-brackets';
import { isMark, type ParseState, problem, spanAround, spanOf } from './parse-cursor';
import { Operators } from './parse-operators';

const RELATIONS: readonly RelationOperator[] = ['=', '!=', '<', '<=', '>', '>='];

const SLASHED =
  'A product after a slash is not under it: $1/2x$ reads $\\frac{1}{2}x$. Use parentheses or a fraction for $\\frac{1}{2x}$.';
const STACKED = 'Powers stack from the right: x^2^3 reads $x^{(2^3)}$.';

const HUNDRED: Tree = { kind: 'number', text: '100' };
/** Two conditions that hold together, as the product of their indicators. */
function both(left: Tree, right: Tree): Tree {
  const indicator = (tree: Tree): Tree =>
    tree.kind === 'relation' ? { kind: 'indicator', condition: tree } : tree;
  return {
    kind: 'multiply',
    left: indicator(left),
    right: indicator(right),
    span: spanAround(left, right),
  };
}

/** `a mod b` as a − b⌊a/b⌋. */
function remainder(left: Tree, right: Tree): Tree {
  const quotient: Tree = { kind: 'divide', left, right };
  const whole: Tree = { kind: 'call', name: 'floor', args: [quotient] };
  const multiple: Tree = { kind: 'multiply', left: right, right: whole };
  return { kind: 'subtract', left, right: multiple, span: spanAround(left, right) };
}

/** A case may end in a comma or a semicolon. */
function withoutPunctuation(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  return last && (isMark(last, ',') || isMark(last, ';')) ? items.slice(0, -1) : items;
}

/** Hints are sentences about a rule of reading that the formula made use of. */
export interface Parsed {
  tree: Tree;
  hints: string[];
  /** How much work it was; at most MAX_STEPS. */
  steps: number;
}

/**
 * Gives a layout its meaning: a Pratt parser over items. Linear in the number of items but for
 * bounded look-ahead. Throws `MathProblem`.
 */
export function parse(
  items: readonly Item[],
  table: SymbolTable,
  bound: readonly string[] = [],
): Parsed {
  const state: ParseState = { table, hints: [], steps: 0 };
  const tree = new Parser(items, state, 0, bound).whole();
  return { tree, hints: [...new Set(state.hints)], steps: state.steps };
}

/** The levels of a formula: relations, sums, products, signs, powers. */
class Parser extends Operators {
  whole(): Tree {
    if (this.items.length === 0) throw problem('Something is missing here.', 0, 0);
    const tree = this.relation();
    const rest = this.peek();
    if (rest) throw this.unexpected(rest);
    return tree;
  }

  relation(): Tree {
    let left = this.member();
    for (let item = this.peek(); item; item = this.peek()) {
      const operator = RELATIONS.find((mark) => isMark(item, mark));
      if (!operator) break;
      this.at++;
      const right = this.member();
      left = { kind: 'relation', operator, left, right, span: spanAround(left, right) };
    }
    const and = this.peek();
    if (!and || !isMark(and, '∧')) return left;
    this.at++;
    return both(left, this.relation());
  }

  expression(level: number): Tree {
    let left = this.unary(level);
    let isAfterSlash = false;
    for (let item = this.peek(); item; item = this.peek()) {
      if (level <= SUM && (isMark(item, '+') || isMark(item, '-'))) {
        this.at++;
        const right = this.expression(SIGNED);
        const kind = isMark(item, '+') ? 'add' : 'subtract';
        left = { kind, left, right, span: spanAround(left, right) };
        isAfterSlash = false;
      } else if (level <= SIGNED && (isMark(item, '*') || this.matrixSign(item))) {
        this.at++;
        const right = this.expression(PRODUCT);
        const kind = this.matrixSign(item) ?? 'dot';
        left = { kind, left, right, span: spanAround(left, right) };
        isAfterSlash = false;
      } else if (level <= PRODUCT && item.base.type === 'command' && item.base.text === 'mod') {
        this.at++;
        left = remainder(left, this.unary(UNARY));
        isAfterSlash = false;
      } else if (level <= PRODUCT && (isMark(item, '/') || isMark(item, ':'))) {
        this.at++;
        const right = this.unary(UNARY);
        left = { kind: 'divide', left, right, span: spanAround(left, right) };
        isAfterSlash = true;
      } else if (level <= PRODUCT && this.startsFactor(item)) {
        if (isAfterSlash) this.hint(SLASHED);
        this.refuseTwoNumbers(item);
        this.hintMixedNumber(item);
        const right = this.unary(UNARY);
        left = { kind: 'multiply', left, right, span: spanAround(left, right) };
      } else break;
    }
    return left;
  }

  private matrixSign(item: Item): 'hadamard' | 'kronecker' | null {
    if (isMark(item, '⊙')) return 'hadamard';
    return isMark(item, '⊗') ? 'kronecker' : null;
  }

  /** `2 3` may be meant as 23, as 2.3 or as a product: nobody should have to guess. */
  protected refuseTwoNumbers(item: Item): void {
    const left = this.items[this.at - 1];
    if (left?.base.type !== 'number' || left.sup || item.base.type !== 'number') return;
    const message =
      'Two numbers stand side by side; write a product sign between them, or join them.';
    throw problem(message, left.start, item.end, 'a product sign');
  }

  private hintMixedNumber(item: Item): void {
    const left = this.items[this.at - 1];
    if (left?.base.type === 'number' && item.base.type === 'fraction')
      this.hint('A number before a fraction is multiplied: $1\\frac12$ reads $1\\cdot\\frac12$.');
  }

  protected unary(level: number): Tree {
    const item = this.peek();
    if (item && (isMark(item, '-') || isMark(item, '+'))) {
      this.at++;
      const operand = this.deeper(() => this.expression(Math.max(level, SIGNED)));
      if (isMark(item, '+')) return operand;
      return {
        kind: 'negate',
        operand,
        span: { start: item.start, end: operand.span?.end ?? item.end },
      };
    }
    return this.power(this.postfix(this.primary()));
  }

  /** `^` that layout left alone: `2^-x`, `2^sin x`, `x^2^3`. Right-associative. */
  protected power(base: Tree): Tree {
    const item = this.peek();
    if (!item || !isMark(item, '^')) return base;
    // `x^{2}^3` stacks; in `(x^2)^3` the base is closed.
    const isStacked = this.items[this.at - 1]?.sup != null;
    this.at++;
    if (base.kind === 'power' && isStacked) {
      this.hint(STACKED);
      const exponent = this.power(this.withExponentHead(base.right));
      return { ...base, right: exponent };
    }
    const sign = this.peek();
    const negative = sign && isMark(sign, '-');
    if (sign && (negative || isMark(sign, '+'))) this.at++;
    const exponent = this.peek();
    const head = this.postfix(this.primary());
    if (head.kind === 'power' && exponent && !isMark(exponent, '(')) this.hint(STACKED);
    const operand = this.power(head);
    const next = this.peek();
    if (negative && next && this.startsFactor(next) && !isMark(next, '('))
      this.hint('An exponent without braces ends at its first factor: e^-2y reads $e^{-2}y$.');
    const right: Tree = negative ? { kind: 'negate', operand } : operand;
    return { kind: 'power', left: base, right, span: spanAround(base, right) };
  }

  /** Reads what follows `^` as the exponent of `head`, which itself was an exponent. */
  protected withExponentHead(head: Tree): Tree {
    const operand = this.postfix(this.primary());
    return { kind: 'power', left: head, right: operand };
  }

  /** Factorials, per cents and degrees. */
  protected postfix(start: Tree): Tree {
    let tree = start;
    let count = 0;
    for (let item = this.peek(); item && !item.sub; item = this.peek()) {
      if (++count > MAX_DEPTH) throw this.unexpected(item);
      const span = { start: tree.span?.start ?? 0, end: item.end };
      if (isMark(item, '!') && tree.kind === 'call' && tree.name === 'factorial')
        this.hint('$n!!$ reads $(n!)!$, not the double factorial.');
      if (isMark(item, '!')) tree = { kind: 'call', name: 'factorial', args: [tree], span };
      else if (isMark(item, '%')) tree = { kind: 'divide', left: tree, right: HUNDRED, span };
      else if (item.base.type === 'command' && item.base.text === 'circ')
        tree = { kind: 'multiply', left: tree, right: DEGREE, span };
      else break;
      this.at++;
      tree = this.scripts(tree, item.sup, item.primes, item);
    }
    return tree;
  }

  protected primary(): Tree {
    const item = this.peek();
    if (!item) {
      const end = this.items.at(-1)?.end ?? 0;
      throw problem('Something is missing at the end.', end, end, 'a number, a symbol or “(”');
    }
    this.spend(1);
    if (this.isBound(item)) return this.bound(item);
    const found = this.table.find(this.items, this.at);
    if (found) {
      for (const used of this.items.slice(this.at, this.at + found.length))
        this.refuseBoundIndex(used);
      return this.symbol(item, found);
    }
    const operator = this.operator(item) ?? this.entryOfSymbol(item) ?? this.jacobianOf(item);
    if (operator) return operator;
    const { base } = item;
    if (base.type === 'number' && base.text === '1' && item.sub) return this.indicator(item);
    if (base.type !== 'letter' && base.type !== 'command' && base.type !== 'mark')
      this.refuseIndex(item);
    switch (base.type) {
      case 'number':
        this.at++;
        return this.scripts(
          { kind: 'number', text: base.text, span: spanOf(item) },
          item.sup,
          item.primes,
          item,
        );
      case 'fraction': {
        this.at++;
        const tree: Tree = {
          kind: 'divide',
          left: this.inner(base.top, item),
          right: this.inner(base.bottom, item),
          span: spanOf(item),
        };
        return this.scripts(tree, item.sup, item.primes, item);
      }
      case 'binomial': {
        this.at++;
        const args = [this.inner(base.top, item), this.inner(base.bottom, item)];
        return this.scripts(
          { kind: 'call', name: 'binomial', args, span: spanOf(item) },
          item.sup,
          item.primes,
          item,
        );
      }
      case 'root': {
        this.at++;
        const radicand = this.inner(base.radicand, item);
        const tree: Tree = base.index
          ? {
              kind: 'call',
              name: 'root',
              args: [this.inner(base.index, item), radicand],
              span: spanOf(item),
            }
          : { kind: 'call', name: 'sqrt', args: [radicand], span: spanOf(item) };
        return this.scripts(tree, item.sup, item.primes, item);
      }
      case 'group':
        this.at++;
        return this.scripts(this.inner(base.items, item), item.sup, item.primes, item);
      case 'matrix': {
        this.at++;
        const rows = base.rows.map((row) => row.map((cell) => this.inner(cell, item)));
        return this.scripts(this.matrixOf(rows, spanOf(item)), item.sup, item.primes, item);
      }
      case 'cases':
        this.at++;
        return this.scripts(this.cases(base.rows, item), item.sup, item.primes, item);
      case 'mark':
        return this.bracketed(item);
      case 'letter':
      case 'command':
        return this.named(item, base);
    }
  }

  private cases(rows: readonly (readonly (readonly Item[])[])[], item: Item): Tree {
    const branches = rows.map((row, index) => {
      const [value = [], when = []] = row.map(withoutPunctuation);
      const isLast = index === rows.length - 1;
      const [only] = when;
      const isOtherwise = when.length === 1 && only !== undefined && isMark(only, 'otherwise');
      if (when.length === 0 && !isLast)
        throw problem(
          'A case needs its condition behind “&”.',
          item.start,
          item.end,
          'a condition',
        );
      const condition = when.length === 0 || isOtherwise ? null : this.inner(when, item);
      if (condition && condition.kind !== 'relation' && condition.kind !== 'multiply')
        throw problem('A case needs a condition, such as $x > 0$.', item.start, item.end);
      return { value: this.inner(value, item), condition };
    });
    return { kind: 'cases', branches, span: spanOf(item) };
  }

  protected inner(items: readonly Item[], within: Item): Tree {
    if (items.length === 0) throw problem('Something is missing here.', within.start, within.end);
    this.spend(1);
    return new Parser(items, this.state, this.depth + 1, this.scope).whole();
  }
}
