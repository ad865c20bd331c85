import { infiniteSign } from '@/lib/math/core/infinite';
import type { TreeOf } from '@/lib/math/core/tree';
import { compileSeries } from '@/lib/math/evaluate/binders';
import { compileEndlessSum } from '@/lib/math/evaluate/limits';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark } from '@/lib/math/language/items';
import { SIGNED, SUM } from '@/lib/math/language/levels';
import type { Prefix } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { boundName, spanFrom, upperEnd } from './bound-name';

type Series = TreeOf<'sum' | 'product'>;

const SIGNS: Readonly<Record<Series['kind'], string>> = { sum: '\\sum', product: '\\prod' };

function prefix(command: 'sum' | 'prod', kind: Series['kind']): Prefix {
  return {
    starts: [`command ${command}`],
    turn: 'operator',
    read: (reader, item) => {
      reader.at++;
      const equals = item.sub?.findIndex((part) => isMark(part, '=')) ?? -1;
      if (!item.sub || equals < 1) {
        const message = `This needs its range: $${SIGNS[kind]}_{k=1}^{n}$.`;
        throw problem(message, item.start, item.end, 'a variable and where it starts');
      }
      const variable = boundName(item.sub.slice(0, equals), item);
      const from = reader.inner(item.sub.slice(equals + 1), item);
      const to = reader.inner(upperEnd(reader, item, SIGNS[kind]), item);
      const body = reader.scoped(variable, () => reader.expression(SIGNED));
      return { kind, variable, from, to, body, span: spanFrom(reader, item) };
    },
  };
}

/** `\sum_{k=1}^n` and `\prod_{k=1}^n`. */
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
