import { FUNCTION_NAMES, INVERSES } from './functions';
import { type Base, canonical, canonicalItem, type Item } from './item';
import { Brackets, UNARY } from './parse-brackets';
import { isMark, problem, spanAround, spanOf } from './parse-cursor';
import type { FoundSymbol } from './symbol-table';
import { ARITY, type FunctionName, type Tree } from './tree';

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
      throw problem(
        `$${shown}$ is a function: it needs its argument in parentheses.`,
        place.start,
        place.end,
        '(',
      );
    }
    const { trees, close } = this.arguments();
    const [argument, second] = trees;
    if (!argument || second) {
      const shown = this.table.latexOf(found.id);
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
    return this.scripts(this.scripts(tree, found.sup, 0, last), close.sup, close.primes, close);
  }

  protected named(item: Item, base: Extract<Base, { text: string }>): Tree {
    const name = base.text;
    const fn = FUNCTION_NAMES.get(name);
    if (fn && (base.type === 'command' || name.length > 1)) return this.call(item, fn);
    const bare = item.sub === null;
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
    if (name === 'indicator' || name === 'mathbb 1' || name === 'mathbb I')
      return this.indicator(item);
    if (this.table.defaultScalar && item.primes === 0) {
      this.at++;
      const id = canonicalItem({ ...item, sup: null }).replaceAll(' ', '');
      return this.scripts({ kind: 'symbol', id, span: spanOf(item) }, item.sup, 0, item);
    }
    throw this.unknown(item);
  }

  protected call(item: Item, name: FunctionName): Tree {
    this.at++;
    const { exponent, fn } = this.functionScripts(item, name);
    const base = name === 'ln' && item.sub ? this.inner(item.sub, item) : null;
    if (item.sub && !base && !/^(max|min|det)$/.test(name)) throw this.unknown(item);
    const open = this.peek();
    let trees: readonly Tree[];
    let close: Item | null = null;
    if (open && (isMark(open, '(') || (ARITY[name][1] > 1 && isMark(open, '[')))) {
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
    return close ? this.scripts(tree, close.sup, close.primes, close) : tree;
  }

  /** `sin^2 x` is (sin x)², `sin^{-1} x` the arcsine. */
  protected functionScripts(
    item: Item,
    name: FunctionName,
  ): { exponent: Tree | null; fn: FunctionName } {
    let sup = item.sup;
    const caret = this.peek();
    const next = this.items[this.at + 1];
    if (!sup && caret && next && isMark(caret, '^')) {
      // `sin^2(x)`: layout left the exponent alone because a parenthesis follows.
      const sign = isMark(next, '-') ? 1 : 0;
      const head = this.items[this.at + 1 + sign];
      if (isMark(next, '(')) {
        const close = this.closing(this.at + 1);
        sup = this.items.slice(this.at + 2, close);
        this.at = close + 1;
      } else if (head) {
        sup = this.items.slice(this.at + 1, this.at + 2 + sign);
        this.at += 2 + sign;
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
    return { exponent: this.inner(sup, item), fn: name };
  }

  /** `ln 2x` is ln(2x); `sin x cos y` is sin(x)·cos(y); `ln x + 1` is ln(x) + 1. */
  protected bareArgument(item: Item): Tree {
    const first = this.peek();
    if (!first)
      throw problem(
        'The argument of this function is missing.',
        item.start,
        item.end,
        'an argument',
      );
    let tree = this.unary(UNARY);
    let factors = 1;
    for (
      let next = this.peek();
      next && this.startsFactor(next) && !this.startsFunction(next);
      next = this.peek()
    ) {
      if (isMark(next, '(') && factors >= 1 && first.base.type !== 'number') break;
      const right = this.unary(UNARY);
      tree = { kind: 'multiply', left: tree, right, span: spanAround(tree, right) };
      factors++;
    }
    if (factors > 1) {
      this.hints.push(
        'A function without parentheses takes the whole product that follows: $\\ln u v$ reads $\\ln(u v)$.',
      );
    }
    return tree;
  }
}
