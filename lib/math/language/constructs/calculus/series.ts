import type { Dimension } from '@/lib/math/core/declaration';
import type { MathProblem } from '@/lib/math/core/error';
import { infiniteSign } from '@/lib/math/core/infinite';
import { children, type Tree, type TreeOf } from '@/lib/math/core/tree';
import { compileSeries } from '@/lib/math/evaluate/binders';
import { compileEndlessSum } from '@/lib/math/evaluate/limits';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { splitAtCommas } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark } from '@/lib/math/language/items';
import { SIGNED, SUM } from '@/lib/math/language/levels';
import type { Prefix, Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { type Item, withName } from '@/lib/math/notation/item';
import { boundName, spanFrom, upperEnd } from './bound-name';

type Series = TreeOf<'sum' | 'product'>;

const SIGNS: Readonly<Record<Series['kind'], string>> = { sum: '\\sum', product: '\\prod' };

function prefix(command: 'sum' | 'prod', kind: Series['kind']): Prefix {
  return {
    starts: [`command ${command}`],
    turn: 'operator',
    read: (reader, item) => {
      reader.at++;
      const sub = item.sub ?? [];
      const equals = sub.findIndex((part) => isMark(part, '='));
      const within = sub.findIndex(
        (part) => part.base.type === 'command' && part.base.text === 'in',
      );
      if (within > 0) return overSet(reader, item, kind, { sub, within });
      const names = namesIn(equals < 0 ? sub : sub.slice(0, equals), item);
      if (names.length === 0) {
        const index = item.sup ? null : indexAhead(reader);
        if (index === null) throw withoutRange(item, kind);
        return overEntries(reader, item, kind, [index]);
      }
      if (equals < 0) return overEntries(reader, item, kind, names);
      const from = reader.inner(sub.slice(equals + 1), item);
      const to = reader.inner(upperEnd(reader, item, SIGNS[kind]), item);
      const body = bodyOver(reader, names);
      return nested(kind, names, body, item, reader, () => [from, to]);
    },
  };
}

function withoutRange(item: Item, kind: Series['kind']): MathProblem {
  const message = `This needs its range: $${SIGNS[kind]}_{k=1}^{n}$.`;
  return problem(message, item.start, item.end, 'a variable and where it starts');
}

/** `i` and `i, j`: the variables that the sign runs over. */
function namesIn(items: readonly Item[], within: Item): string[] {
  if (items.length === 0) return [];
  return splitAtCommas(items).map((part) => boundName(part, within));
}

function bodyOver(reader: Reader, [name, ...others]: readonly string[]): Tree {
  if (name === undefined) return reader.expression(SIGNED);
  return reader.scoped(name, () => bodyOver(reader, others));
}

/** One sign inside another, the first variable outermost. */
function nested(
  kind: Series['kind'],
  names: readonly string[],
  body: Tree,
  item: Item,
  reader: Reader,
  endsOf: (variable: string) => readonly [Tree, Tree],
): Tree {
  const span = spanFrom(reader, item);
  return names.toReversed().reduce((inner, variable): Tree => {
    const [from, to] = endsOf(variable);
    return { kind, variable, from, to, body: inner, span };
  }, body);
}

/** `\sum_j e^{z_j}`: over all entries of the vector whose index the variable is. */
function overEntries(
  reader: Reader,
  item: Item,
  kind: Series['kind'],
  names: readonly string[],
): Tree {
  if (item.sup) throw withoutRange(item, kind);
  const body = bodyOver(reader, names);
  return nested(kind, names, body, item, reader, (variable) => {
    const size = sizeOfIndex(body, variable, reader);
    const { samples } = reader.table;
    if (size === null && samples !== null) {
      reader.hint(EACH_SAMPLE);
      return [
        { kind: 'number', text: '1' },
        { kind: 'symbol', id: samples },
      ];
    }
    if (size === null) throw withoutRange(item, kind);
    const to: Tree =
      typeof size === 'number'
        ? { kind: 'number', text: String(size) }
        : { kind: 'size', dimension: size };
    reader.hint(ENTRIES);
    return [{ kind: 'number', text: '1' }, to];
  });
}

const EACH_SAMPLE = 'A sum without its range goes over all samples.';
const ENTRIES = 'A sum without its range goes over all entries that its index counts.';

/** The letter that stands as an index in the term that follows, `\\sum x_i`, and is nothing else. */
function indexAhead({ items, at, table }: Reader): string | null {
  for (const { base, sub } of items.slice(at)) {
    if (base.type === 'mark' && '+-='.includes(base.text)) return null;
    const [index, ...others] = sub ?? [];
    const letter = index?.base.type === 'letter' ? index.base.text : '';
    if (letter.length === 1 && others.length === 0 && !table.declares(letter)) return letter;
  }
  return null;
}

/** How far an index goes: the size of the vector or matrix whose entries it counts. */
function sizeOfIndex(tree: Tree, variable: string, reader: Reader): Dimension | null {
  if (tree.kind === 'entry') {
    const shape = reader.shapeOf(tree.operand);
    const isVariable = (index: Tree | null) => index?.kind === 'bound' && index.name === variable;
    if (shape.ok) {
      const [rows, columns] = shape.value;
      if (isVariable(tree.row)) return tree.column === null && rows === 1 ? columns : rows;
      if (isVariable(tree.column)) return columns;
    }
  }
  for (const child of children(tree)) {
    const size = sizeOfIndex(child, variable, reader);
    if (size !== null) return size;
  }
  return null;
}

/** `\sum_{i\in\{a,p,n\}} J_i`: the sum of what the body is for each of the names or numbers. */
function overSet(
  reader: Reader,
  item: Item,
  kind: Series['kind'],
  { sub, within }: { sub: readonly Item[]; within: number },
): Tree {
  const variable = boundName(sub.slice(0, within), item);
  const elements = elementsIn(sub.slice(within + 1));
  if (elements.length === 0) throw withoutRange(item, kind);
  const rest = reader.items.slice(reader.at);
  let length = 0;
  const terms = elements.map((element) => {
    const inside = reader.over(withName(rest, variable, element));
    const term = inside.expression(SIGNED);
    length = inside.at;
    return term;
  });
  reader.at += length;
  const span = spanFrom(reader, item);
  const operation = kind === 'sum' ? 'add' : 'multiply';
  return terms.reduce((left, right): Tree => ({ kind: operation, left, right, span }));
}

/** The elements of `\{a, p, n\}`, each of one item; empty where it is no such set. */
function elementsIn(items: readonly Item[]): Item[] {
  const [open, ...rest] = items;
  const close = rest.at(-1);
  const isSet = open && close && isMark(open, '(') && isMark(close, ')');
  const parts = isSet ? splitAtCommas(rest.slice(0, -1)) : [];
  const elements = parts.flatMap(([only, ...more]) => (only && more.length === 0 ? [only] : []));
  return elements.length === parts.length ? elements : [];
}

/** `\sum_{k=1}^n`, `\sum_{i,j}`, `\sum_{i\in\{a,b\}}`, and the same with `\prod`. */
export const reading: Reading = { prefixes: [prefix('sum', 'sum'), prefix('prod', 'product')] };

export const shape: Shaped<'sum' | 'product'> = (tree, typer) => {
  typer.requireScalar(tree.from);
  typer.requireScalar(tree.to);
  if (tree.kind === 'product') typer.requireScalar(tree.body);
  return typer.of(tree.body);
};

export const evaluate: Evaluate<'sum' | 'product'> = (tree, compiler) => {
  const { compilation, slots, compileIn } = compiler;
  if (infiniteSign(tree.from) || infiniteSign(tree.to))
    return compileEndlessSum(tree, compilation, slots, compileIn);
  return compileSeries(tree, compiler.ends(tree), compilation, slots, compileIn);
};

export const print: Print<'sum' | 'product'> = (tree, printer) => {
  const range = `_{${tree.variable}=${printer.plain(tree.from)}}^{${printer.plain(tree.to)}}`;
  return { latex: `${SIGNS[tree.kind]}${range}${printer.at(tree.body, SIGNED)}`, level: SUM };
};
