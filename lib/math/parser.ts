import { MathProblem } from './error';
import { FUNCTION_NAMES, INVERSES } from './functions';
import { type Base, canonical, canonicalItem, type Item, MAX_DEPTH } from './layout';
import { proposeSymbol, proposeWord } from './propose';
import type { SymbolTable } from './symbol-table';
import { ARITY, type FunctionName, type RelationOperator, type Tree } from './tree';

const RELATIONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/** Hints are sentences about a rule of reading that the formula made use of. */
export interface Parsed {
  tree: Tree;
  hints: string[];
}

/**
 * Gives a layout its meaning: a Pratt parser over items. Linear in the number of items but for
 * bounded look-ahead. Throws `MathProblem`.
 */
export function parse(items: readonly Item[], table: SymbolTable): Parsed {
  const parser = new Parser(items, table, []);
  return { tree: parser.whole(), hints: [...new Set(parser.hints)] };
}

const SUM = 1;
const PRODUCT = 2;
const UNARY = 3;

class Parser {
  readonly hints: string[];
  readonly #items: readonly Item[];
  readonly #table: SymbolTable;
  #at = 0;
  #depth = 0;
  /** How many `|` or `‖` are open: another one then closes. */
  #bars: string[] = [];

  constructor(items: readonly Item[], table: SymbolTable, hints: string[]) {
    this.#items = items;
    this.#table = table;
    this.hints = hints;
  }

  whole(): Tree {
    if (this.#items.length === 0) throw problem('Something is missing here.', 0, 0);
    const tree = this.relation();
    const rest = this.#peek();
    if (rest) throw this.#unexpected(rest);
    return tree;
  }

  relation(): Tree {
    let left = this.expression(SUM);
    for (let item = this.#peek(); item; item = this.#peek()) {
      const operator = RELATIONS.find((mark) => isMark(item, mark));
      if (!isRelation(operator)) break;
      this.#at++;
      const right = this.expression(SUM);
      left = { kind: 'relation', operator, left, right, span: around(left, right) };
    }
    return left;
  }

  expression(level: number): Tree {
    let left = this.#unary(level);
    for (let item = this.#peek(); item; item = this.#peek()) {
      if (level <= SUM && (isMark(item, '+') || isMark(item, '-'))) {
        this.#at++;
        const right = this.expression(PRODUCT);
        left = {
          kind: isMark(item, '+') ? 'add' : 'subtract',
          left,
          right,
          span: around(left, right),
        };
      } else if (level <= PRODUCT && (isMark(item, '*') || isMark(item, '/'))) {
        this.#at++;
        const right = this.#unary(UNARY);
        left = {
          kind: isMark(item, '*') ? 'dot' : 'divide',
          left,
          right,
          span: around(left, right),
        };
      } else if (level <= PRODUCT && this.#startsFactor(item)) {
        if (
          left.kind === 'divide' &&
          left.span &&
          this.#items[this.#at - 1]?.base.type !== 'fraction'
        ) {
          this.hints.push(
            'A product after a slash is not under it: $1/2x$ reads $\\frac{1}{2}x$. Use parentheses or a fraction for $\\frac{1}{2x}$.',
          );
        }
        const right = this.#unary(UNARY);
        left = { kind: 'multiply', left, right, span: around(left, right) };
      } else break;
    }
    return left;
  }

  #unary(level: number): Tree {
    const item = this.#peek();
    if (item && (isMark(item, '-') || isMark(item, '+'))) {
      this.#at++;
      const operand = this.expression(level >= UNARY ? UNARY : PRODUCT);
      if (isMark(item, '+')) return operand;
      return {
        kind: 'negate',
        operand,
        span: { start: item.start, end: operand.span?.end ?? item.end },
      };
    }
    return this.#power(this.#postfix(this.#primary()));
  }

  /** `^` that layout left alone: `2^-x`, `2^sin x`, `x^2^3`. Right-associative. */
  #power(base: Tree): Tree {
    const item = this.#peek();
    if (!item || !isMark(item, '^')) return base;
    this.#at++;
    if (base.kind === 'power') {
      this.hints.push('Powers stack from the right: x^2^3 reads $x^{(2^3)}$.');
      const exponent = this.#power(this.#withExponentHead(base.right));
      return { ...base, right: exponent };
    }
    const sign = this.#peek();
    const negative = sign && isMark(sign, '-');
    if (sign && (negative || isMark(sign, '+'))) this.#at++;
    const operand = this.#power(this.#postfix(this.#primary()));
    const right: Tree = negative ? { kind: 'negate', operand } : operand;
    return { kind: 'power', left: base, right, span: around(base, right) };
  }

  /** Reads what follows `^` as the exponent of `head`, which itself was an exponent. */
  #withExponentHead(head: Tree): Tree {
    const operand = this.#postfix(this.#primary());
    return { kind: 'power', left: head, right: operand };
  }

  #postfix(start: Tree): Tree {
    let tree = start;
    for (let item = this.#peek(); item && isMark(item, '!') && !item.sub; item = this.#peek()) {
      this.#at++;
      tree = {
        kind: 'call',
        name: 'factorial',
        args: [tree],
        span: { start: tree.span?.start ?? 0, end: item.end },
      };
      tree = this.#scripts(tree, item.sup, item.primes, item);
    }
    return tree;
  }

  #primary(): Tree {
    const item = this.#peek();
    if (!item) {
      const end = this.#items.at(-1)?.end ?? 0;
      throw problem('Something is missing at the end.', end, end, 'a number, a symbol or “(”');
    }
    const found = this.#table.find(this.#items, this.#at);
    if (found) return this.#symbol(item, found);
    const { base } = item;
    switch (base.type) {
      case 'number':
        this.#at++;
        return this.#scripts(
          { kind: 'number', text: base.text, span: span(item) },
          item.sup,
          item.primes,
          item,
        );
      case 'fraction': {
        this.#at++;
        const tree: Tree = {
          kind: 'divide',
          left: this.#inner(base.top, item),
          right: this.#inner(base.bottom, item),
          span: span(item),
        };
        return this.#scripts(tree, item.sup, item.primes, item);
      }
      case 'binomial': {
        this.#at++;
        const args = [this.#inner(base.top, item), this.#inner(base.bottom, item)];
        return this.#scripts(
          { kind: 'call', name: 'binomial', args, span: span(item) },
          item.sup,
          item.primes,
          item,
        );
      }
      case 'root': {
        this.#at++;
        const radicand = this.#inner(base.radicand, item);
        const tree: Tree = base.index
          ? {
              kind: 'call',
              name: 'root',
              args: [this.#inner(base.index, item), radicand],
              span: span(item),
            }
          : { kind: 'call', name: 'sqrt', args: [radicand], span: span(item) };
        return this.#scripts(tree, item.sup, item.primes, item);
      }
      case 'group':
        this.#at++;
        return this.#scripts(this.#inner(base.items, item), item.sup, item.primes, item);
      case 'matrix': {
        this.#at++;
        const rows = base.rows.map((row) => row.map((cell) => this.#inner(cell, item)));
        const width = rows[0]?.length ?? 0;
        if (width === 0 || rows.some((row) => row.length !== width)) {
          throw problem('The rows of this matrix have different lengths.', item.start, item.end);
        }
        return this.#scripts(
          { kind: 'matrix', rows, span: span(item) },
          item.sup,
          item.primes,
          item,
        );
      }
      case 'mark':
        return this.#bracketed(item);
      case 'letter':
      case 'command':
        return this.#named(item, base);
    }
  }

  #symbol(item: Item, found: NonNullable<ReturnType<SymbolTable['find']>>): Tree {
    this.#at += found.length;
    const last = this.#items[this.#at - 1] ?? item;
    const place = { start: item.start, end: last.end };
    const type = this.#table.typeOf(found.id);
    if (type?.kind !== 'function') {
      return this.#scripts(
        { kind: 'symbol', id: found.id, span: place },
        found.sup,
        found.primes,
        last,
      );
    }
    const open = this.#peek();
    if (!open || !(isMark(open, '(') || open.base.type === 'group')) {
      const shown = this.#table.latexOf(found.id);
      throw problem(
        `$${shown}$ is a function: it needs its argument in parentheses.`,
        place.start,
        place.end,
        '(',
      );
    }
    const { trees, close } = this.#arguments();
    const [argument, second] = trees;
    if (!argument || second) {
      const shown = this.#table.latexOf(found.id);
      throw problem(`$${shown}$ takes one argument.`, open.start, close.end);
    }
    const tree: Tree = {
      kind: 'apply',
      id: found.id,
      argument,
      span: { start: place.start, end: close.end },
    };
    if (found.primes > 0)
      throw problem('Derivatives with primes are not part of this answer.', place.start, place.end);
    return this.#scripts(this.#scripts(tree, found.sup, 0, last), close.sup, close.primes, close);
  }

  #named(item: Item, base: Extract<Base, { text: string }>): Tree {
    const name = base.text;
    const fn = FUNCTION_NAMES.get(name);
    if (fn && (base.type === 'command' || name.length > 1)) return this.#call(item, fn);
    const bare = item.sub === null;
    if (bare && (name === 'pi' || name === 'infty' || name === 'inf')) {
      this.#at++;
      const constant = name === 'pi' ? 'pi' : 'infinity';
      return this.#scripts(
        { kind: 'constant', name: constant, span: span(item) },
        item.sup,
        item.primes,
        item,
      );
    }
    if (bare && (name === 'e' || (name === 'i' && this.#table.complex))) {
      this.#at++;
      const tree: Tree = { kind: 'constant', name, span: span(item) };
      return this.#scripts(tree, item.sup, item.primes, item);
    }
    if (name === 'indicator' || name === 'mathbb 1' || name === 'mathbb I')
      return this.#indicator(item);
    if (this.#table.defaultScalar && item.primes === 0) {
      this.#at++;
      const id = canonicalItem({ ...item, sup: null }).replaceAll(' ', '');
      return this.#scripts({ kind: 'symbol', id, span: span(item) }, item.sup, 0, item);
    }
    throw this.#unknown(item);
  }

  #call(item: Item, name: FunctionName): Tree {
    this.#at++;
    const { exponent, fn } = this.#functionScripts(item, name);
    const base = name === 'ln' && item.sub ? this.#inner(item.sub, item) : null;
    if (item.sub && !base && !/^(max|min|det)$/.test(name)) throw this.#unknown(item);
    const open = this.#peek();
    let trees: readonly Tree[];
    let close: Item | null = null;
    if (open && (isMark(open, '(') || (ARITY[name][1] > 1 && isMark(open, '[')))) {
      ({ trees, close } = this.#arguments());
    } else trees = [this.#bareArgument(item)];
    const args = base ? [base, ...trees] : trees;
    const called = base ? 'log' : fn;
    const end = close?.end ?? trees.at(-1)?.span?.end ?? item.end;
    const place = { start: item.start, end };
    const [least, most]: readonly [number, number] = ARITY[called];
    if (args.length < least || args.length > most) {
      const takes = least === most ? `${least}` : `${least} or more`;
      throw problem(
        `“${name}” takes ${takes} argument${takes === '1' ? '' : 's'}, here it has ${args.length}.`,
        place.start,
        place.end,
      );
    }
    let tree: Tree = { kind: 'call', name: called, args, span: place };
    if (exponent) tree = { kind: 'power', left: tree, right: exponent, span: place };
    return close ? this.#scripts(tree, close.sup, close.primes, close) : tree;
  }

  /** `sin^2 x` is (sin x)², `sin^{-1} x` the arcsine. */
  #functionScripts(item: Item, name: FunctionName): { exponent: Tree | null; fn: FunctionName } {
    let sup = item.sup;
    const caret = this.#peek();
    const next = this.#items[this.#at + 1];
    if (!sup && caret && next && isMark(caret, '^')) {
      // `sin^2(x)`: layout left the exponent alone because a parenthesis follows.
      const sign = isMark(next, '-') ? 1 : 0;
      const head = this.#items[this.#at + 1 + sign];
      if (isMark(next, '(')) {
        const close = this.#closing(this.#at + 1);
        sup = this.#items.slice(this.#at + 2, close);
        this.#at = close + 1;
      } else if (head) {
        sup = this.#items.slice(this.#at + 1, this.#at + 2 + sign);
        this.#at += 2 + sign;
      }
    }
    if (!sup) return { exponent: null, fn: name };
    const inverse = INVERSES.get(name);
    if (inverse && canonical(sup).replaceAll(' ', '') === '-1') {
      this.hints.push(
        `$\\${name}^{-1}$ is read as the inverse function $\\operatorname{${inverse}}$, not as $1/\\${name}$.`,
      );
      return { exponent: null, fn: inverse };
    }
    return { exponent: this.#inner(sup, item), fn: name };
  }

  #closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.#items.length; at++) {
      const item = this.#items[at];
      if (item && isMark(item, '(')) depth++;
      if (item && isMark(item, ')') && --depth === 0) return at;
    }
    const item = this.#items[open];
    throw problem(
      'This parenthesis is never closed; “)” is missing.',
      item?.start ?? 0,
      item?.end ?? 0,
      ')',
      'add “)”',
    );
  }

  /** `ln 2x` is ln(2x); `sin x cos y` is sin(x)·cos(y); `ln x + 1` is ln(x) + 1. */
  #bareArgument(item: Item): Tree {
    const first = this.#peek();
    if (!first)
      throw problem(
        'The argument of this function is missing.',
        item.start,
        item.end,
        'an argument',
      );
    let tree = this.#unary(UNARY);
    let factors = 1;
    for (
      let next = this.#peek();
      next && this.#startsFactor(next) && !this.#startsFunction(next);
      next = this.#peek()
    ) {
      if (isMark(next, '(') && factors >= 1 && first.base.type !== 'number') break;
      const right = this.#unary(UNARY);
      tree = { kind: 'multiply', left: tree, right, span: around(tree, right) };
      factors++;
    }
    if (factors > 1) {
      this.hints.push(
        'A function without parentheses takes the whole product that follows: $\\ln u v$ reads $\\ln(u v)$.',
      );
    }
    return tree;
  }

  #arguments(): { trees: Tree[]; close: Item } {
    const open = this.#peek();
    if (open?.base.type === 'group') {
      this.#at++;
      return { trees: [this.#inner(open.base.items, open)], close: open };
    }
    this.#at++;
    const shut = open && isMark(open, '[') ? ']' : ')';
    const trees = [this.#insideBrackets(() => this.relation())];
    for (
      let item = this.#peek();
      item && (isMark(item, ',') || isMark(item, ';'));
      item = this.#peek()
    ) {
      this.#at++;
      trees.push(this.#insideBrackets(() => this.relation()));
    }
    return { trees, close: this.#close(open, shut) };
  }

  #bracketed(item: Item): Tree {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark === '(' || mark === '[') {
      this.#at++;
      const inner = this.#insideBrackets(() => this.relation());
      const close = this.#close(item, mark === '(' ? ')' : ']');
      const place = { start: item.start, end: close.end };
      const isCondition = inner.kind === 'relation';
      const tree: Tree = isCondition
        ? { kind: 'indicator', condition: inner, span: place }
        : { ...inner, span: place };
      return this.#scripts(tree, close.sup, close.primes, close);
    }
    if (mark === '|' || mark === '‖') {
      this.#at++;
      this.#bars.push(mark);
      const operand = this.expression(SUM);
      this.#bars.pop();
      const close = this.#close(item, mark);
      const place = { start: item.start, end: close.end };
      const tree: Tree =
        mark === '|'
          ? { kind: 'call', name: 'abs', args: [operand], span: place }
          : { kind: 'norm', operand, span: place };
      if (close.sub && (mark === '|' || canonical(close.sub) !== '2')) {
        throw problem(
          'Only the Euclidean norm is part of this language.',
          close.start,
          close.end,
          'the index 2 or none',
        );
      }
      return this.#scripts(tree, close.sup, close.primes, close);
    }
    if (mark === '⟨') {
      this.#at++;
      const left = this.#insideBrackets(() => this.expression(SUM));
      const comma = this.#peek();
      if (!comma || !(isMark(comma, ',') || isMark(comma, '|')))
        throw problem('An inner product has two arguments, ⟨u, v⟩.', item.start, item.end, ',');
      this.#at++;
      const right = this.#insideBrackets(() => this.expression(SUM));
      const close = this.#close(item, '⟩');
      return this.#scripts(
        { kind: 'inner', left, right, span: { start: item.start, end: close.end } },
        close.sup,
        close.primes,
        close,
      );
    }
    throw this.#unexpected(item);
  }

  #insideBrackets(read: () => Tree): Tree {
    if (++this.#depth > MAX_DEPTH) {
      const item = this.#peek();
      throw problem(
        `This is nested more than ${MAX_DEPTH} levels deep.`,
        item?.start ?? 0,
        item?.end ?? 0,
      );
    }
    const bars = this.#bars;
    this.#bars = [];
    const tree = read();
    this.#bars = bars;
    this.#depth--;
    return tree;
  }

  #close(open: Item | undefined, mark: string): Item {
    const item = this.#peek();
    if (item && isMark(item, mark)) {
      this.#at++;
      return item;
    }
    const place = open ?? item;
    if (item && !isMark(item, ')') && !isMark(item, ']')) throw this.#unexpected(item);
    const message = `This opens here and is not closed; “${mark}” is missing.`;
    throw problem(message, place?.start ?? 0, place?.end ?? 0, mark, `add “${mark}”`);
  }

  /** `\mathbb 1[c]`, `\mathbb 1_{c}`, `\mathbb 1(c)`, `\mathbb 1\{c\}`. */
  #indicator(item: Item): Tree {
    this.#at++;
    if (item.sub) {
      const condition = this.#inner(item.sub, item);
      return this.#scripts(this.#condition(condition, item), item.sup, 0, item);
    }
    const open = this.#peek();
    if (!open || !(isMark(open, '(') || isMark(open, '['))) {
      throw problem('An indicator needs its condition in brackets.', item.start, item.end, '[');
    }
    const { trees, close } = this.#arguments();
    const [condition] = trees;
    if (!condition) throw this.#unexpected(close);
    return this.#scripts(this.#condition(condition, item), close.sup, 0, close);
  }

  #condition(condition: Tree, item: Item): Tree {
    if (condition.kind === 'relation') return { kind: 'indicator', condition, span: span(item) };
    throw problem('An indicator needs a condition, such as $l > 0$.', item.start, item.end);
  }

  /** What stands above to the right: a power, a transposition, a factor of primes. */
  #scripts(base: Tree, sup: readonly Item[] | null, primes: number, at: Item): Tree {
    let tree = base;
    for (let prime = 0; prime < primes; prime++) tree = { kind: 'transpose', operand: tree };
    if (!sup) return tree;
    const place = { start: base.span?.start ?? at.start, end: at.end };
    const text = canonical(sup).replaceAll(' ', '');
    const transposed = /^(-?)(T|\\top)$/.exec(text);
    if (transposed && !this.#table.find(sup, sup.length - 1)) {
      const inverse: Tree = { kind: 'power', left: tree, right: MINUS_ONE, span: place };
      return { kind: 'transpose', operand: transposed[1] === '-' ? inverse : tree, span: place };
    }
    return { kind: 'power', left: tree, right: this.#inner(sup, at), span: place };
  }

  #inner(items: readonly Item[], around_: Item): Tree {
    if (items.length === 0) throw problem('Something is missing here.', around_.start, around_.end);
    const parser = new Parser(items, this.#table, this.hints);
    return parser.whole();
  }

  #peek(): Item | undefined {
    return this.#items[this.#at];
  }

  #startsFactor(item: Item): boolean {
    const { base } = item;
    if (base.type !== 'mark') return true;
    if (base.text === '|' || base.text === '‖') return this.#bars.at(-1) !== base.text;
    return base.text === '(' || base.text === '[' || base.text === '⟨';
  }

  #startsFunction(item: Item): boolean {
    const { base } = item;
    return base.type === 'command' && FUNCTION_NAMES.has(base.text);
  }

  #unexpected(item: Item): MathProblem {
    const found = item.base.type === 'mark' ? item.base.text : canonicalItem(item);
    const message = `“${found}” does not fit here.`;
    return problem(message, item.start, item.end, 'a number, a symbol, an operator or the end');
  }

  #unknown(item: Item): MathProblem {
    const written = canonicalItem({ ...item, sup: null, primes: 0 }).replaceAll(' ', '');
    const word = this.#wordAround(item);
    if (word) return word;
    const proposal = proposeSymbol(item, this.#table);
    const shown = item.base.type === 'command' || item.sub ? `$${written}$` : `“${written}”`;
    const hint = proposal ? ` Did you mean $${proposal}$?` : '';
    return new MathProblem({
      message: `${shown} is not a symbol of this part.${hint}`,
      start: item.start,
      end: item.end,
      found: written,
      expected: 'one of the part’s symbols',
      ...(proposal && { proposal }),
    });
  }

  /** A misspelt name, such as `lamda`: letters that stand together and mean nothing one by one. */
  #wordAround(item: Item): MathProblem | null {
    if (item.base.type !== 'letter') return null;
    let from = this.#items.indexOf(item);
    let to = from;
    const joins = (left: Item | undefined, right: Item | undefined) =>
      left?.base.type === 'letter' && right?.base.type === 'letter' && left.end === right.start;
    while (joins(this.#items[from - 1], this.#items[from])) from--;
    while (joins(this.#items[to], this.#items[to + 1])) to++;
    const letters = this.#items.slice(from, to + 1);
    const [first] = letters;
    const last = letters.at(-1);
    if (letters.length < 3 || !first || !last) return null;
    const written = letters.map(({ base }) => (base.type === 'letter' ? base.text : '')).join('');
    const proposal = proposeWord(written, this.#table);
    if (!proposal) return null;
    return new MathProblem({
      message: `“${written}” is not a symbol of this part. Did you mean $${proposal}$?`,
      start: first.start,
      end: last.end,
      found: written,
      expected: 'one of the part’s symbols',
      proposal,
    });
  }
}

const MINUS_ONE: Tree = { kind: 'negate', operand: { kind: 'number', text: '1' } };

function isRelation(operator: string | undefined): operator is RelationOperator {
  return operator !== undefined && RELATIONS.includes(operator);
}

function isMark(item: Item, text: string): boolean {
  return item.base.type === 'mark' && item.base.text === text;
}

function span({ start, end }: Item) {
  return { start, end };
}

function around(left: Tree, right: Tree) {
  return { start: left.span?.start ?? 0, end: right.span?.end ?? 0 };
}

function problem(
  message: string,
  start: number,
  end: number,
  expected?: string,
  proposal?: string,
): MathProblem {
  return new MathProblem({
    message,
    start,
    end,
    ...(expected && { expected }),
    ...(proposal && { proposal }),
  });
}
