import type { Dimension } from '@/lib/math/core/declaration';
import { isScalar as isScalarShape } from '@/lib/math/core/dimension';
import { ARITY, type FunctionName, type Tree } from '@/lib/math/core/tree';
import { FUNCTION_NAMES, INVERSES } from '@/lib/math/notation/functions';
import { type Base, canonical, canonicalItem, type Item } from '@/lib/math/notation/item';
import type { FoundSymbol } from '@/lib/math/notation/symbol-table';
import { shapeOf } from '@/lib/math/types/shape';
import { Brackets, UNARY } from './parse-brackets';
import { isMark, problem, spanAround, spanOf } from './parse-cursor';

/** Names: declared symbols, applications, functions with and without parentheses. */
export abstract class Names extends Brackets {
  protected abstract unary(level: number): Tree;

  protected symbol(item: Item, found: FoundSymbol): Tree {
    this.at += found.length;
    const last = this.items[this.at - 1] ?? item;
    const place = { start: item.start, end: last.end };
    const type = this.table.typeOf(found.id);
    if (type?.kind !== 'function') {
      return this.scripts(
        { kind: 'symbol', id: found.id, span: place },
        found.sup,
        found.primes,
        last,
      );
    }
    const open = this.peek();
    if (!open || !(isMark(open, '(') || open.base.type === 'group')) {
      const shown = this.table.latexOf(found.id);
      const variable = this.scope.at(-1);
      if (type.support !== undefined && type.from.length === 1 && variable !== undefined) {
        this.hint(
          `A density without its argument is taken at the variable around it: $${shown}$ reads $${shown}(${variable})$.`,
        );
        const args: Tree[] = [{ kind: 'bound', name: variable, span: place }];
        const tree: Tree = { kind: 'apply', id: found.id, args, order: found.primes, span: place };
        return this.scripts(tree, found.sup, 0, last);
      }
      throw problem(
        `$${shown}$ is a function: it needs its argument in parentheses.`,
        place.start,
        place.end,
        '(',
      );
    }
    const { trees, close } = this.arguments();
    const shown = this.table.latexOf(found.id);
    const count = type.from.length;
    if (trees.length !== count) {
      const takes = count === 1 ? 'one argument' : `${count} arguments`;
      throw problem(`$${shown}$ takes ${takes}.`, open.start, close.end);
    }
    if (found.sup && canonical(found.sup).replaceAll(' ', '') === '-1') {
      const message = `The inverse function of $${shown}$ is not part of this answer; for the reciprocal write $1/${shown}(\\dots)$.`;
      throw problem(message, place.start, place.end);
    }
    const isScalar = isScalarShape(type.to);
    // `f^{(2)}(x)` is the second derivative.
    const [, written] =
      /^\((\d)\)$/.exec(found.sup ? canonical(found.sup).replaceAll(' ', '') : '') ?? [];
    const order = found.primes + (isScalar ? close.primes : 0) + Number(written ?? 0);
    const span = { start: place.start, end: close.end };
    if (order > 0 && count > 1) {
      const message = `Say by which argument: $\\frac{\\partial}{\\partial x}${shown}(x, \\dots)$.`;
      throw problem(message, place.start, place.end);
    }
    const tree: Tree = { kind: 'apply', id: found.id, args: trees, order, span };
    const primes = isScalar ? 0 : close.primes;
    const sup = written === undefined ? found.sup : null;
    return this.scripts(this.scripts(tree, sup, 0, last), close.sup, primes, close);
  }

  /** `J_f(x)`: the Jacobian of a declared function. */
  protected jacobianOf(item: Item): Tree | null {
    const { base, sub } = item;
    if (base.type !== 'letter' || base.text !== 'J' || !sub || item.primes > 0) return null;
    const found = this.table.find(sub, 0);
    const type = found?.length === sub.length ? this.table.typeOf(found.id) : null;
    const open = this.items[this.at + 1];
    if (!found || type?.kind !== 'function' || type.from.length > 1 || !open) return null;
    if (!isMark(open, '(') && open.base.type !== 'group') return null;
    this.at++;
    const { trees, close } = this.arguments();
    const span = { start: item.start, end: close.end };
    const tree: Tree = { kind: 'apply', id: found.id, args: trees, order: 1, span };
    return this.scripts(this.scripts(tree, item.sup, 0, item), close.sup, close.primes, close);
  }

  protected isBound(item: Item): boolean {
    const { base } = item;
    if (this.scope.length === 0 || (base.type !== 'letter' && base.type !== 'command'))
      return false;
    return this.scope.includes(canonicalItem({ ...item, sup: null, primes: 0 }));
  }

  protected bound(item: Item): Tree {
    this.at++;
    const name = canonicalItem({ ...item, sup: null, primes: 0 });
    return this.scripts({ kind: 'bound', name, span: spanOf(item) }, item.sup, item.primes, item);
  }

  /** `a_k` under a sum over k is no symbol of its own: its meaning would change with k. */
  protected refuseBoundIndex(item: Item): void {
    if (this.scope.length === 0 || !item.sub?.some((part) => this.isBound(part))) return;
    const message = 'The index is bound here, and this symbol is neither a vector nor a matrix.';
    throw problem(message, item.start, item.end);
  }

  /** `x_i`, `A_{ij}`, `A_{i,j}`: an entry of a declared vector or matrix. */
  protected entryOfSymbol(item: Item): Tree | null {
    if (!item.sub) return null;
    const found = this.table.find([{ ...item, sub: null, sup: null, primes: 0 }], 0);
    const type = found && this.table.typeOf(found.id);
    if (!found || type?.kind !== 'matrix') return null;
    this.at++;
    const operand: Tree = { kind: 'symbol', id: found.id, span: spanOf(item) };
    const isVector = type.shape[0] === 1 || type.shape[1] === 1;
    const tree = this.entry(operand, item.sub, isVector, item);
    return this.scripts(tree, item.sup, item.primes, item);
  }

  protected named(item: Item, base: Extract<Base, { text: string }>): Tree {
    const name = base.text;
    const fn = FUNCTION_NAMES.get(name);
    if (fn && (base.type === 'command' || name.length > 1)) return this.call(item, fn);
    const bare = item.sub === null;
    const conjugate = this.conjugate(item, base);
    if (conjugate) return conjugate;
    const next = this.items[this.at + 1];
    if (name === 'Gamma' && bare && next && isMark(next, '(')) return this.call(item, 'gamma');
    if (name === 'cbrt' && bare) return this.cubeRoot(item);
    if (bare && (name === 'pi' || name === 'infty' || name === 'inf')) {
      this.at++;
      const constant = name === 'pi' ? 'pi' : 'infinity';
      return this.scripts(
        { kind: 'constant', name: constant, span: spanOf(item) },
        item.sup,
        item.primes,
        item,
      );
    }
    if (bare && (name === 'e' || (name === 'i' && this.table.complex))) {
      this.at++;
      const tree: Tree = { kind: 'constant', name, span: spanOf(item) };
      return this.scripts(tree, item.sup, item.primes, item);
    }
    if (name === 'I' || name === 'mathbb{I}') {
      const identity = this.identity(item);
      if (identity) return identity;
    }
    if (name === 'indicator' || name === 'mathbb{1}' || name === 'mathbb{I}')
      return this.indicator(item);
    const dimension = this.table.dimensions.get(canonicalItem({ ...item, sup: null, primes: 0 }));
    if (dimension !== undefined) {
      this.at++;
      const tree: Tree = { kind: 'size', dimension, span: spanOf(item) };
      return this.scripts(tree, item.sup, item.primes, item);
    }
    this.refuseBoundIndex(item);
    if (this.table.defaultScalar && item.primes === 0) {
      this.at++;
      const id = canonicalItem({ ...item, sup: null }).replaceAll(' ', '');
      return this.scripts({ kind: 'symbol', id, span: spanOf(item) }, item.sup, 0, item);
    }
    throw this.unknown(item);
  }

  /** `\\bar z` over the complex numbers. */
  private conjugate(item: Item, base: Extract<Base, { text: string }>): Tree | null {
    const under = base.type === 'command' && base.text.startsWith('bar{') ? base.under : undefined;
    if (!under || !this.table.complex || item.sub) return null;
    this.at++;
    const args = [this.inner(under, item)];
    return this.scripts(
      { kind: 'call', name: 'conj', args, span: spanOf(item) },
      item.sup,
      item.primes,
      item,
    );
  }

  private cubeRoot(item: Item): Tree {
    this.at++;
    const open = this.peek();
    const read = open && isMark(open, '(') ? this.arguments() : null;
    const radicand = read ? read.trees[0] : this.bareArgument(item);
    if (!radicand || (read && read.trees.length > 1)) throw this.unexpected(item);
    const args: Tree[] = [{ kind: 'number', text: '3' }, radicand];
    const tree: Tree = { kind: 'call', name: 'root', args, span: spanOf(item) };
    return read ? this.scripts(tree, read.close.sup, read.close.primes, read.close) : tree;
  }

  protected call(item: Item, name: FunctionName): Tree {
    this.at++;
    const { exponent, fn } = this.functionScripts(item, name);
    const base = name === 'ln' && item.sub ? this.inner(item.sub, item) : null;
    if (item.sub && !base && !/^(max|min|det)$/.test(name)) throw this.unknown(item);
    const open = this.peek();
    let trees: readonly Tree[];
    let close: Item | null = null;
    const hasList = ARITY[name][1] > 1 && open !== undefined;
    const isGroup = hasList && open.base.type === 'group' && hasComma(open.base.items);
    if (open && (isMark(open, '(') || isGroup || (hasList && isMark(open, '[')))) {
      ({ trees, close } = this.arguments());
    } else trees = [this.bareArgument(item)];
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
    if (close?.sup && !exponent && name === 'ln')
      this.hint(
        '$\\ln(x)^2$ reads $(\\ln x)^2$; write $\\ln(x^2)$ for the logarithm of the square.',
      );
    return close ? this.scripts(tree, close.sup, close.primes, close) : tree;
  }

  /** `sin^2 x` is (sin x)², `sin^{-1} x` the arcsine. */
  protected functionScripts(
    item: Item,
    name: FunctionName,
  ): { exponent: Tree | null; fn: FunctionName } {
    // `sin^2(x)`: layout left the exponent alone because a parenthesis follows.
    const sup = item.sup ?? this.looseExponent();
    if (!sup) return { exponent: null, fn: name };
    const inverse = INVERSES.get(name);
    if (inverse && canonical(sup).replaceAll(' ', '') === '-1') {
      this.hint(
        `$\\${name}^{-1}$ is read as the inverse function $\\operatorname{${inverse}}$, not as $1/\\${name}$.`,
      );
      return { exponent: null, fn: inverse };
    }
    return { exponent: this.inner(sup, item), fn: name };
  }

  /** An exponent that layout left alone: `^(n+1)`, `^-1`; null where none follows. */
  protected looseExponent(): readonly Item[] | null {
    const caret = this.peek();
    const next = this.items[this.at + 1];
    if (!caret || !next || !isMark(caret, '^')) return null;
    const sign = isMark(next, '-') ? 1 : 0;
    const head = this.items[this.at + 1 + sign];
    if (isMark(next, '(')) {
      const close = this.closing(this.at + 1);
      const inside = this.items.slice(this.at + 2, close);
      this.at = close + 1;
      return inside;
    }
    if (!head) return null;
    const items = this.items.slice(this.at + 1, this.at + 2 + sign);
    this.at += 2 + sign;
    return items;
  }

  /** `I`, `I_n`, `I_3` where matrices are declared and I is no symbol. */
  private identity(item: Item): Tree | null {
    const next = this.items[this.at + 1];
    const isIndicator = item.base.type === 'command' && next && isMark(next, '[');
    if (!this.table.hasMatrices || item.primes > 0 || isIndicator) return null;
    this.at++;
    let size: Dimension | null = null;
    if (item.sub) {
      const written = canonical(item.sub);
      const named = this.table.dimensions.get(written);
      if (named === undefined && !/^[1-9]\d?$/.test(written)) {
        throw problem(
          'This is no size of an identity matrix here.',
          item.start,
          item.end,
          'a size',
        );
      }
      size = named ?? Number(written);
    }
    return this.scripts({ kind: 'identity', size, span: spanOf(item) }, item.sup, 0, item);
  }

  /** Whether a function of numbers may be taken of it. */
  private isNumber(tree: Tree): boolean {
    if (!this.table.hasMatrices || this.table.elementwise) return true;
    this.spend(20);
    const shape = shapeOf(tree, this.table);
    return shape.ok && isScalarShape(shape.value);
  }

  /**
   * `ln 2x` is ln(2x); `sin x cos y` is sin(x)·cos(y); `ln x + 1` is ln(x) + 1; `ln u v` of a vector
   * v is ln(u)·v.
   */
  protected bareArgument(item: Item): Tree {
    const first = this.peek();
    if (!first)
      throw problem(
        'The argument of this function is missing.',
        item.start,
        item.end,
        'an argument',
      );
    let tree = this.deeper(() => this.unary(UNARY));
    let factors = 1;
    const shorter: { tree: Tree; at: number }[] = [];
    for (
      let next = this.peek();
      next && this.startsFactor(next) && !this.startsFunction(next);
      next = this.peek()
    ) {
      if (isMark(next, '(') && factors >= 1 && first.base.type !== 'number') break;
      shorter.push({ tree, at: this.at });
      const right = this.unary(UNARY);
      tree = { kind: 'multiply', left: tree, right, span: spanAround(tree, right) };
      factors++;
    }
    if (!this.isNumber(tree)) {
      const number = shorter.findLast((one) => this.isNumber(one.tree));
      if (number) {
        this.at = number.at;
        tree = number.tree;
        factors = shorter.indexOf(number) + 1;
      }
    }
    if (factors > 1) {
      this.hint(
        'A function without parentheses takes the whole product that follows: $\\ln u v$ reads $\\ln(u v)$.',
      );
    }
    return tree;
  }
}

function hasComma(items: readonly Item[]): boolean {
  return items.some((item) => isMark(item, ',') || isMark(item, ';'));
}
