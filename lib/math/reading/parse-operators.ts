import { isScalar } from '@/lib/math/core/dimension';
import { infiniteSign } from '@/lib/math/core/infinite';
import { type Range, rangeOf } from '@/lib/math/core/range';
import { sameTree } from '@/lib/math/core/same-tree';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, type SeriesKind, type Tree } from '@/lib/math/core/tree';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { bindRandom, lawBelow } from './law';
import { SIGNED, UNARY } from './parse-brackets';
import { isMark, problem, spanOf } from './parse-cursor';
import { Names } from './parse-names';

const SERIES: ReadonlyMap<string, SeriesKind> = new Map([
  ['sum', 'sum'],
  ['prod', 'product'],
]);
const TAKES_PRODUCT =
  'A derivative sign without parentheses takes the whole product that follows: $\\frac{d}{dx} u v$ reads $\\frac{d}{dx}(u v)$.';
const TAKES_FACTOR =
  '$\\mathbb E$ without brackets takes the one factor that follows: $\\mathbb E X Y$ reads $\\mathbb E[X]\\,Y$.';
const ONE: Tree = { kind: 'number', text: '1' };

const POSITIVE = '(0, inf)';
/** Written forms of sets of numbers, as one reads them off a layout. */
const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ['\\mathbb{R}', 'real'],
  ...['_{+}', '^{+}', ' ^ +', '_{> 0}', '_{>= 0}', '^{> 0}', '^{>= 0}'].map(
    (script): [string, string] => [`\\mathbb{R}${script}`, POSITIVE],
  ),
]);

/** A differential `dx`: the name of its variable, and how many items it takes. */
interface Differential {
  name: string;
  variable: readonly Item[];
  length: number;
}

/** Operators over a range or by a variable: sums, integrals, limits, expectations, derivatives. */
export abstract class Operators extends Names {
  /** The operator that starts here; null where none does. */
  protected operator(item: Item): Tree | null {
    const { base } = item;
    if (base.type === 'fraction') return this.derivativeFraction(item, base.top, base.bottom);
    if (base.type === 'letter') {
      if (this.isPlainExpectation(item)) return this.expectation(item);
      return this.slashedDerivative(item);
    }
    if (base.type !== 'command') return null;
    const series = SERIES.get(base.text);
    if (series) return this.series(item, series);
    switch (base.text) {
      case 'int':
        return this.integral(item);
      case 'lim':
        return this.limit(item);
      case 'mathbb{E}':
        return this.expectation(item);
      case 'nabla':
        return this.gradient(item);
      case 'd':
        return this.slashedDerivative(item);
      case 'partial':
        return item.sub ? this.partial(item, item.sub) : this.slashedDerivative(item);
      default:
        return null;
    }
  }

  private series(item: Item, kind: SeriesKind): Tree {
    this.at++;
    const sign = kind === 'sum' ? '\\sum' : '\\prod';
    const equals = item.sub?.findIndex((part) => isMark(part, '=')) ?? -1;
    if (!item.sub || equals < 1) {
      const message = `This needs its range: $${sign}_{k=1}^{n}$.`;
      throw problem(message, item.start, item.end, 'a variable and where it starts');
    }
    const variable = this.variable(item.sub.slice(0, equals), item);
    const from = this.inner(item.sub.slice(equals + 1), item);
    const to = this.inner(this.upperEnd(item, sign), item);
    const body = this.scoped(variable, () => this.expression(SIGNED));
    return { kind, variable, from, to, body, span: this.spanFrom(item) };
  }

  private integral(item: Item): Tree {
    this.at++;
    const below = item.sub && !item.sup ? item.sub.map(canonicalItem).join(' ') : null;
    const set = below === null ? undefined : NUMBER_SETS.get(below);
    const next = this.peek();
    const isVariable = below !== null && /^[a-z]$/.test(below) && !(next && isMark(next, '^'));
    if (!item.sub || set !== undefined || isVariable) {
      const { variable, body } = this.integrand(item);
      const { from, to } = this.rangeOfIntegral(body, set, item);
      return { kind: 'integral', variable, from, to, body, span: this.spanFrom(item) };
    }
    const from = this.inner(item.sub, item);
    const to = this.inner(this.upperEnd(item, '\\int'), item);
    const { variable, body } = this.integrand(item);
    const [low, high] = [infiniteSign(from), infiniteSign(to)];
    const isOfAll = low === -1 && high === 1 && supportsIn(body, this.table).size === 1;
    const range = isOfAll ? this.rangeOfIntegral(body, 'real', item) : { from, to };
    return {
      kind: 'integral',
      variable,
      from: range.from,
      to: range.to,
      body,
      span: this.spanFrom(item),
    };
  }

  /**
   * `\int p(x)\,dx` goes over the support of the densities in it, or of all that the part has; so
   * does an integral over all numbers, as a density is zero elsewhere.
   */
  private rangeOfIntegral(body: Tree, set: string | undefined, item: Item): Range {
    const inside = supportsIn(body, this.table);
    const supports = inside.size > 0 || set ? inside : supportsOf(this.table);
    const only = supports.size === 1 && set !== POSITIVE ? [...supports][0] : undefined;
    const domain = only ?? set;
    const range = domain === undefined ? null : rangeOf(domain);
    if (!range || range.isWhole) {
      const message = 'Only integrals with limits have a value: $\\int_a^b f(x)\\,dx$.';
      throw problem(message, item.start, item.end, 'limits of integration');
    }
    if (only !== undefined) {
      const shown = only.replaceAll('inf', '\\infty');
      this.hint(`An integral without limits goes over the support of the density: $${shown}$.`);
    }
    return range;
  }

  /** `f(x) dx`, `dx f(x)` or `\frac{dx}{x}`. */
  private integrand(item: Item): { variable: string; body: Tree } {
    const front = this.differential(this.items, this.at);
    if (front) {
      this.at += front.length;
      const body = this.scoped(front.name, () => this.expression(SIGNED));
      return { variable: front.name, body };
    }
    const start = this.at;
    let open = 1;
    for (let at = start; at < this.items.length; at++) {
      this.spend(1);
      const part = this.items[at];
      if (!part) break;
      if (part.base.type === 'command' && part.base.text === 'int') open++;
      const inFraction = open === 1 ? this.differentialInFraction(part) : null;
      const found = inFraction ?? this.differential(this.items, at);
      if (!found || --open > 0) continue;
      const before = this.items.slice(start, at);
      const items = inFraction ? [...before, inFraction.rest] : before;
      this.at = at + found.length;
      const body =
        items.length === 0 ? ONE : this.scoped(found.name, () => this.inner(items, item));
      return { variable: found.name, body };
    }
    const message = 'The variable of integration is missing, as in $dx$.';
    throw problem(message, item.start, item.end, 'a differential such as dx');
  }

  private differentialInFraction(item: Item): (Differential & { rest: Item }) | null {
    const { base } = item;
    if (base.type !== 'fraction' || item.sup || this.differential(base.bottom, 0)) return null;
    for (const length of [1, 2]) {
      const at = base.top.length - length;
      const found = at >= 0 ? this.differential(base.top, at) : null;
      if (found?.length !== length) continue;
      const place = spanOf(item);
      const one: Item = {
        base: { type: 'number', text: '1' },
        sub: null,
        sup: null,
        primes: 0,
        ...place,
      };
      const top = at === 0 ? [one] : base.top.slice(0, at);
      return { ...found, length: 1, rest: { ...item, base: { ...base, top } } };
    }
    return null;
  }

  private limit(item: Item): Tree {
    this.at++;
    const arrow = item.sub?.findIndex((part) => isMark(part, '->')) ?? -1;
    if (!item.sub || arrow < 1) {
      const message = 'A limit needs what goes where below it: $\\lim_{t\\to\\infty}$.';
      throw problem(message, item.start, item.end, 'a variable, an arrow and its target');
    }
    const variable = this.variable(item.sub.slice(0, arrow), item);
    const target = this.inner(item.sub.slice(arrow + 1), item);
    const body = this.scoped(variable, () => this.expression(SIGNED));
    return { kind: 'limit', variable, target, body, span: this.spanFrom(item) };
  }

  /** `E[X]` without the double stroke, where E is nothing else. */
  private isPlainExpectation(item: Item): boolean {
    const { base } = item;
    const next = this.items[this.at + 1];
    if (base.type !== 'letter' || base.text !== 'E' || item.sup || !next) return false;
    const isDeclared = this.isBound(item) || this.table.find(this.items, this.at) !== null;
    const takesAnything = this.table.defaultScalar !== null;
    return !isDeclared && !takesAnything && (isMark(next, '[') || isMark(next, '('));
  }

  private expectation(item: Item): Tree {
    this.at++;
    const open = this.peek();
    const law = lawBelow(item.sub ?? [], this.table);
    const around = this.scope;
    if (law.variable !== null) this.scope = [...around, law.variable];
    const { body, close } =
      open && (isMark(open, '[') || isMark(open, '('))
        ? this.inBrackets()
        : this.nextFactor(item, open);
    this.scope = around;
    const over = item.sub ? item.sub.map(canonicalItem).join(' ') : null;
    const bound = bindRandom(body, law, this.table);
    const tree: Tree = { kind: 'expectation', over, ...bound, span: this.spanFrom(item) };
    return close ? this.scripts(tree, close.sup, close.primes, close) : tree;
  }

  private inBrackets(): { body: Tree; close: Item } {
    const { trees, close } = this.arguments();
    const [body] = trees;
    if (!body || trees.length > 1) throw this.unexpected(close);
    return { body, close };
  }

  /** `\mathbb E X^2` is of the one factor that follows. */
  private nextFactor(item: Item, next: Item | undefined): { body: Tree; close: null } {
    if (!next || (next.base.type === 'mark' && !isMark(next, '|') && !isMark(next, '‖'))) {
      const message = 'An expectation needs what it is of in brackets: $\\mathbb E[\\dots]$.';
      throw problem(message, item.start, item.end, '[');
    }
    const body = this.deeper(() => this.unary(UNARY));
    this.hint(TAKES_FACTOR);
    return { body, close: null };
  }

  /** `\nabla_w f(w)`, and `\nabla f(x)` for the gradient of a declared function at x. */
  private gradient(item: Item): Tree {
    this.at++;
    const by = item.sub ? this.differentiationVariable(item.sub, item) : null;
    const operand = by && !this.startsApplication() ? this.whatFollows() : this.unary(UNARY);
    const span = this.spanFrom(item);
    if (by) {
      const slope = this.derivativeAt(operand, [by]);
      return slope ?? { kind: 'derivative', layout: 'gradient', by, operand, span };
    }
    if (operand.kind !== 'apply' || operand.args.length !== 1) {
      const message = 'By which symbol? Write it below, $\\nabla_x$.';
      throw problem(message, item.start, item.end, 'an index');
    }
    return { kind: 'transpose', operand: { ...operand, order: operand.order + 1 }, span };
  }

  /** `\\nabla_y \\ell(y) z` is of ℓ(y) alone, however a product goes on. */
  private startsApplication(): boolean {
    const found = this.table.find(this.items, this.at);
    const open = found ? this.items[this.at + found.length] : undefined;
    const type = found && this.table.typeOf(found.id);
    return type?.kind === 'function' && open !== undefined && isMark(open, '(');
  }

  private partial(item: Item, sub: readonly Item[]): Tree {
    this.at++;
    const by = this.differentiationVariable(sub, item);
    const operand = this.whatFollows();
    return { kind: 'derivative', layout: 'jacobian', by, operand, span: this.spanFrom(item) };
  }

  /** `d/dx f(x)` in plain text. */
  private slashedDerivative(item: Item): Tree | null {
    const slash = this.items[this.at + 1];
    const isHead = this.isDifferentialSign(item) && item.sub === null && item.sup === null;
    if (!slash || !isHead || !isMark(slash, '/')) return null;
    const below = this.differential(this.items, this.at + 2);
    if (!below) return null;
    this.at += 2 + below.length;
    const by = this.differentiationVariable(below.variable, item);
    return this.derivativeOfWhatFollows(item, [by]);
  }

  /** `\frac{d}{dx}`, `\frac{\partial f(x)}{\partial x}`, `\frac{d^2 y}{dx^2}`; null for any other fraction. */
  private derivativeFraction(
    item: Item,
    top: readonly Item[],
    bottom: readonly Item[],
  ): Tree | null {
    const head = this.derivativeHead(top);
    if (!head) return null;
    const by: Tree[] = [];
    for (let at = 0; at < bottom.length; ) {
      const part = this.differential(bottom, at);
      if (!part) return null;
      const times = orderOf(part.variable.at(-1)?.sup ?? null);
      if (times === null || by.length + times > 9) return null;
      const bare = part.variable.map((piece) => ({ ...piece, sup: null }));
      const variable = this.differentiationVariable(bare, item);
      for (let count = 0; count < times; count++) by.push(variable);
      at += part.length;
    }
    if (by.length === 0) return null;
    if (by.length !== head.order) {
      const message = `The order above, ${head.order}, and below, ${by.length}, differ.`;
      throw problem(message, item.start, item.end);
    }
    this.at++;
    if (head.rest.length === 0) return this.derivativeOfWhatFollows(item, by);
    const derivative = this.derivativeOf(head.rest, by, item);
    return this.scripts(derivative, item.sup, item.primes, item);
  }

  private derivativeOf(rest: readonly Item[], by: readonly Tree[], item: Item): Tree {
    const [variable] = by;
    const found = this.table.find(rest, 0);
    const type = found && found.length === rest.length ? this.table.typeOf(found.id) : null;
    // `\frac{d\ell}{dy}` is ℓ′(y).
    if (found && variable && type?.kind === 'function' && type.from.length === 1) {
      const next = this.peek();
      // `\frac{df}{dx}(2)` is f′(2).
      const at = next && isMark(next, '(') ? this.arguments().trees : [variable];
      return { kind: 'apply', id: found.id, args: at, order: by.length, span: this.spanFrom(item) };
    }
    const operand = this.inner(rest, item);
    const missing = by.find((one) => !mentions(operand, one));
    if (missing && (operand.kind === 'symbol' || operand.kind === 'bound'))
      throw this.unknown(item);
    return this.derivativeAt(operand, by) ?? differentiated(operand, by, item);
  }

  /** `\frac{d\ell(y)}{dy}` is ℓ′(y). */
  private derivativeAt(operand: Tree, by: readonly Tree[]): Tree | null {
    if (operand.kind !== 'apply') return null;
    const [argument, second] = operand.args;
    const type = this.table.typeOf(operand.id);
    const isOfNumber = type?.kind === 'function' && type.from.every(isScalar) && !second;
    if (!isOfNumber || !argument || !by.every((one) => sameTree(one, argument))) return null;
    return { ...operand, order: operand.order + by.length };
  }

  private derivativeOfWhatFollows(item: Item, by: readonly Tree[]): Tree {
    const operand = this.whatFollows();
    return { ...differentiated(operand, by, item), span: this.spanFrom(item) };
  }

  /** What a derivative is taken of: a bracket, or the whole product that follows. */
  private whatFollows(): Tree {
    const next = this.peek();
    if (next && (isMark(next, '(') || isMark(next, '['))) return this.unary(UNARY);
    const operand = this.deeper(() => this.expression(SIGNED));
    if (operand.kind === 'multiply' || operand.kind === 'dot') this.hint(TAKES_PRODUCT);
    return operand;
  }

  private derivativeHead(top: readonly Item[]): { order: number; rest: readonly Item[] } | null {
    const [sign, ...rest] = top;
    if (!sign || sign.sub) return null;
    if (this.isDifferentialSign(sign)) {
      const order = orderOf(sign.sup);
      return order === null ? null : { order, rest };
    }
    // Where any word may be a name, `dy` is one item.
    const { base } = sign;
    if (base.type !== 'letter' || !/^d[A-Za-z]+$/.test(base.text) || rest.length > 0) return null;
    return { order: 1, rest: [{ ...sign, base: { type: 'letter', text: base.text.slice(1) } }] };
  }

  private isDifferentialSign({ base }: Item): boolean {
    // MathLive writes \\differentialD, which is no letter.
    if (base.type === 'command') return base.text === 'partial' || base.text === 'd';
    if (base.type !== 'letter' || base.text !== 'd') return false;
    return !this.table.declares('d');
  }

  private differential(items: readonly Item[], at: number): Differential | null {
    const sign = items[at];
    const variable = items[at + 1];
    if (!sign || sign.sub || sign.sup) {
      const isWord = sign && !sign.sub && sign.base.type === 'letter' && sign.base.text.length > 1;
      if (!isWord) return null;
    }
    if (this.isDifferentialSign(sign)) {
      if (!variable) return null;
      const found = this.table.find(items, at + 1);
      const length = found && found.length > 1 ? found.length : 1;
      const pieces = items.slice(at + 1, at + 1 + length);
      const { base } = variable;
      if (base.type !== 'letter' && base.type !== 'command') return null;
      if (base.type === 'command' && (base.text === 'int' || base.text === 'partial')) return null;
      const name = pieces.map((piece) => canonicalItem({ ...piece, sup: null })).join(' ');
      return { name, variable: pieces, length: 1 + length };
    }
    const { base } = sign;
    if (base.type !== 'letter' || !/^d[A-Za-z]+$/.test(base.text)) return null;
    const inner: Item = { ...sign, base: { type: 'letter', text: base.text.slice(1) } };
    return { name: canonicalItem({ ...inner, sup: null }), variable: [inner], length: 1 };
  }

  /** The symbol or bound variable that a derivative is taken by. */
  private differentiationVariable(items: readonly Item[], item: Item): Tree {
    const tree = this.inner(items, item);
    if (tree.kind === 'bound' || tree.kind === 'symbol') return tree;
    throw problem('A derivative is taken by one symbol.', item.start, item.end, 'a symbol');
  }

  /** The name of a variable that is bound here: one letter or command, with or without an index. */
  private variable(items: readonly Item[], within: Item): string {
    const [only] = items;
    const isName = only?.base.type === 'letter' || only?.base.type === 'command';
    if (items.length === 1 && only && isName && !only.sup && only.primes === 0)
      return canonicalItem(only);
    throw problem('One variable is expected here.', within.start, within.end, 'a letter');
  }

  private upperEnd(item: Item, sign: string): readonly Item[] {
    const sup = item.sup ?? this.looseExponent();
    if (sup) return sup;
    throw problem(`The upper end of $${sign}$ is missing.`, item.start, item.end, '^');
  }

  private spanFrom(item: Item) {
    return { start: item.start, end: this.items[this.at - 1]?.end ?? item.end };
  }
}

/** The supports of the densities that occur in an expression. */
function supportsIn(tree: Tree, table: SymbolTable): ReadonlySet<string> {
  const type = tree.kind === 'apply' ? table.typeOf(tree.id) : null;
  const own = type?.kind === 'function' && type.support !== undefined ? [type.support] : [];
  return new Set([...own, ...children(tree).flatMap((child) => [...supportsIn(child, table)])]);
}

function supportsOf(table: SymbolTable): ReadonlySet<string> {
  return new Set(
    [...table.declarations.values()].flatMap(({ type }) =>
      type.kind === 'function' && type.support !== undefined ? [type.support] : [],
    ),
  );
}

/** `d^2`: the order of a derivative; null for what is no whole number. */
function orderOf(sup: readonly Item[] | null): number | null {
  if (!sup) return 1;
  const [only] = sup;
  if (sup.length !== 1 || only?.base.type !== 'number') return null;
  const order = Number(only.base.text);
  return Number.isInteger(order) && order >= 1 && order <= 9 ? order : null;
}

function differentiated(operand: Tree, by: readonly Tree[], item: Item): Tree {
  return by.reduceRight<Tree>(
    (tree, variable) => ({
      kind: 'derivative',
      layout: 'jacobian',
      by: variable,
      operand: tree,
      span: spanOf(item),
    }),
    operand,
  );
}

function mentions(tree: Tree, variable: Tree): boolean {
  if (variable.kind === 'symbol') return symbolsIn(tree).has(variable.id);
  if (tree.kind === 'bound') return variable.kind === 'bound' && tree.name === variable.name;
  return children(tree).some((child) => mentions(child, variable));
}
