import type { Shape, SymbolType } from '@/lib/math/core/declaration';
import { isScalar, SCALAR, shapeLatex } from '@/lib/math/core/dimension';
import type { Span, Tree, TreeOf } from '@/lib/math/core/tree';
import {
  type Environment,
  realise,
  realiseDerivative,
  sizesAt,
} from '@/lib/math/evaluate/environment';
import type { Compiled } from '@/lib/math/evaluate/evaluate-types';
import { compileBody, takenOfEntries } from '@/lib/math/evaluate/function-body';
import { type Compiler, firstEntry, matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark } from '@/lib/math/language/items';
import { POWER } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Typer } from '@/lib/math/language/typer';
import type { FoundSymbol } from '@/lib/math/notation/find-symbol';
import { canonical, type Item } from '@/lib/math/notation/item';
import type { Matrix } from '@/lib/math/numbers/matrix';

type FunctionType = Extract<SymbolType, { kind: 'function' }>;

/** `J_f(x)`, the Jacobian of a declared function; `f(x)` is read where its name is (names/symbol.ts). */
export const reading: Reading = {
  prefixes: [
    {
      // `\\dot y(t)` is y′(t).
      starts: ['command'],
      turn: 'other name',
      read: (reader, item) => {
        const { base } = item;
        const order =
          base.type === 'command' ? /^(d?)dot\{/.exec(base.text)?.[1]?.length : undefined;
        const under = base.type === 'command' ? base.under : undefined;
        if (order === undefined || !under || item.primes > 0) return null;
        const symbol = reader.table.find(under, 0);
        const type = symbol?.length === under.length ? reader.table.typeOf(symbol.id) : null;
        if (!symbol || type?.kind !== 'function' || type.from.length > 1) return null;
        reader.at++;
        const primed = { ...symbol, sup: item.sup, primes: order + 1 };
        return readApplication(reader, item, item, primed, type);
      },
    },
    {
      starts: ['letter J'],
      turn: 'entry',
      read: (reader, item) => {
        const { sub } = item;
        if (!sub || item.primes > 0) return null;
        const symbol = reader.table.find(sub, 0);
        const type = symbol?.length === sub.length ? reader.table.typeOf(symbol.id) : null;
        const open = reader.items[reader.at + 1];
        if (!symbol || type?.kind !== 'function' || type.from.length > 1 || !open) return null;
        if (!isMark(open, '(') && open.base.type !== 'group') return null;
        reader.at++;
        const { trees, close } = readArguments(reader);
        const span = { start: item.start, end: close.end };
        const tree = jacobianOf(
          { kind: 'apply', id: symbol.id, args: trees, order: 1, span },
          reader,
        );
        const raised = reader.scripted(tree, item, { sup: item.sup, primes: 0 });
        return reader.scripted(raised, close);
      },
    },
  ],
};

/** The Jacobian of a function from its derivative: of one that is taken of vectors entry by entry it is diagonal. */
export function jacobianOf(derivative: TreeOf<'apply'>, reader: Reader): Tree {
  const [argument] = derivative.args;
  const shape = argument && reader.shapeOf(argument);
  const isOfEntries =
    reader.table.isEntrywise(derivative.id) && shape?.ok && !isScalar(shape.value);
  if (!isOfEntries) return derivative;
  return {
    kind: 'call',
    name: 'diag',
    args: [derivative],
    ...(derivative.span && { span: derivative.span }),
  };
}

/** What follows the name of a declared function, which ends with the item `last`. */
export function readApplication(
  reader: Reader,
  item: Item,
  last: Item,
  symbol: FoundSymbol,
  type: FunctionType,
): Tree {
  const name = reader.table.latexOf(symbol.id);
  const place = { start: item.start, end: last.end };
  const open = reader.peek();
  if (!open || !(isMark(open, '(') || isMark(open, '[') || open.base.type === 'group')) {
    const tree = bareName(type, place) ?? atVariableAround(reader, symbol, type, place);
    if (tree) return reader.scripted(tree, last, { sup: symbol.sup, primes: 0 });
    const message = `$${name}$ is a function: it needs its argument in parentheses.`;
    throw reader.misspelt(item) ?? problem(message, place.start, place.end, '(');
  }
  const { trees, close } = readArguments(reader);
  const count = type.from.length;
  if (trees.length !== count) {
    const takes = count === 1 ? 'one argument' : `${count} arguments`;
    throw problem(`$${name}$ takes ${takes}.`, open.start, close.end);
  }
  const above = symbol.sup ? canonical(symbol.sup).replaceAll(' ', '') : '';
  if (above === '-1') {
    const message = `The inverse function of $${name}$ is not part of this answer; for the reciprocal write $1/${name}(\\dots)$.`;
    throw problem(message, place.start, place.end);
  }
  const hasNumberValue = isScalar(type.to);
  // `f^{(2)}(x)` is the second derivative.
  const [, written] = /^\((\d)\)$/.exec(above) ?? [];
  const order = symbol.primes + (hasNumberValue ? close.primes : 0) + Number(written ?? 0);
  if (order > 0 && count > 1) {
    const message = `Say by which argument: $\\frac{\\partial}{\\partial x}${name}(x, \\dots)$.`;
    throw problem(message, place.start, place.end);
  }
  const span = { start: place.start, end: close.end };
  const tree: Tree = { kind: 'apply', id: symbol.id, args: trees, order, span };
  const sup = written === undefined ? symbol.sup : null;
  const primes = hasNumberValue ? 0 : close.primes;
  return reader.scripted(reader.scripted(tree, last, { sup, primes: 0 }), close, {
    sup: close.sup,
    primes,
  });
}

/** A name that stands for something else without arguments; null for any other. */
function bareName({ bare }: FunctionType, span: Span): Tree | null {
  return bare === undefined ? null : { kind: 'symbol', id: bare, span };
}

/** A density without its argument, which is the variable around it; null for any other function. */
function atVariableAround(
  reader: Reader,
  symbol: FoundSymbol,
  type: FunctionType,
  span: Span,
): Tree | null {
  const variable = reader.scope.at(-1);
  if (type.support === undefined || type.from.length !== 1 || variable === undefined) return null;
  const name = reader.table.latexOf(symbol.id);
  reader.hint(
    `A density without its argument is taken at the variable around it: $${name}$ reads $${name}(${variable})$.`,
  );
  const args: Tree[] = [{ kind: 'bound', name: variable, span }];
  return { kind: 'apply', id: symbol.id, args, order: symbol.primes, span };
}

export const shape: Shaped<'apply'> = (tree, typer): Shape => {
  const type = typer.table.typeOf(tree.id);
  const name = typer.table.latexOf(tree.id);
  if (type?.kind !== 'function') throw typer.problem(tree, `$${name}$ is not a function.`);
  const ofEntries = typer.table.isEntrywise(tree.id) ? shapeOfEntries(tree, typer) : null;
  if (ofEntries) return ofEntries;
  for (const [index, argument] of tree.args.entries()) {
    const expected = type.from[index] ?? SCALAR;
    const own = typer.of(argument);
    if (typer.unifyShapes(expected, own)) continue;
    throw typer.misfit(
      tree,
      `$${name}$ takes ${isScalar(expected) ? 'a scalar' : `a $${shapeLatex(expected)}$ argument`}, $${typer.latex(argument)}$ is ${typer.words(own)}.`,
    );
  }
  const [from = SCALAR] = type.from;
  if (tree.order === 0 || isScalar(from)) return type.to;
  if (tree.order === 1 && from[1] === 1 && type.to[1] === 1) return [type.to[0], from[0]];
  throw typer.problem(tree, `This derivative of $${name}$ is no matrix.`);
};

/** The shape of a function of numbers that is taken of matrices of one shape; null where it is taken of numbers, or of other shapes. */
function shapeOfEntries(tree: TreeOf<'apply'>, typer: Typer): Shape | null {
  const shapes = tree.args.map((arg) => typer.of(arg));
  const large = shapes.find((one) => !isScalar(typer.resolved(one)));
  const fits = shapes.every(
    (one) => isScalar(typer.resolved(one)) || (large && typer.unifyShapes(one, large)),
  );
  return large && fits ? typer.resolved(large) : null;
}

export const evaluate: Evaluate<'apply'> = (tree, compiler) => {
  const { compilation, slots, compileIn } = compiler;
  // What the arguments cost is counted whether the function is known or not.
  const opaque = evaluateOpaque(tree, compiler);
  const body = compilation.functions.get(tree.id);
  return body ? compileBody(tree, body, compilation, slots, compileIn) : opaque;
};

/** A function of which only its shape is known, as a random smooth one. */
function evaluateOpaque<N>(tree: TreeOf<'apply'>, compiler: Compiler<N>): Compiled<N> {
  const { table, seed, costs, meter } = compiler.compilation;
  const { arithmetic } = compiler;
  const args = tree.args.map((arg) => compiler.matrix(arg));
  const type = table.typeOf(tree.id);
  const to = type?.kind === 'function' ? type.to : SCALAR;
  const from = type?.kind === 'function' ? (type.from[0] ?? SCALAR) : SCALAR;
  const own = `${seed}/${tree.id}`;
  if (table.isEntrywise(tree.id)) {
    return takenOfEntries(
      tree.args.map((arg) => compiler.of(arg)),
      arithmetic,
      (numbers) => {
        const repeats = tree.order === 0 ? 1 : 3 ** tree.order;
        meter.spend(numbers.length * repeats * (costs.function + 4 * costs.operation));
        const values = numbers.map((value) => ({ rows: 1, columns: 1, data: [value] }));
        const [argument] = values;
        const { data } =
          tree.order > 0 && argument
            ? realiseDerivative(own, argument, [1, 1], tree.order, arithmetic)
            : realise(own, values, [1, 1], arithmetic);
        return data[0] ?? arithmetic.from(Number.NaN);
      },
    );
  }
  const run = (environment: Environment<N>): Matrix<N> => {
    const values = args.map((arg) => arg(environment));
    const sizes = sizesAt(to, environment);
    const entries = values.reduce((sum, { data }) => sum + data.length, 0);
    const repeats = tree.order === 0 ? 1 : entries * 3 ** tree.order;
    meter.spend(sizes[0] * sizes[1] * entries * repeats * (costs.function + 4 * costs.operation));
    const [argument] = values;
    return tree.order > 0 && argument
      ? realiseDerivative(own, argument, sizes, tree.order, arithmetic)
      : realise(own, values, sizes, arithmetic);
  };
  if (!isScalar(to) || (tree.order > 0 && !isScalar(from))) return matrixOf(run);
  return scalarOf((environment) => firstEntry(run(environment), arithmetic));
}

export const print: Print<'apply'> = ({ id, args, order }, printer) => ({
  latex: `${printer.table.latexOf(id)}${"'".repeat(order)}\\left(${args.map((arg) => printer.plain(arg)).join(',')}\\right)`,
  level: POWER,
});
