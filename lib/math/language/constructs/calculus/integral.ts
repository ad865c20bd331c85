import { infiniteSign } from '@/lib/math/core/infinite';
import type { Tree } from '@/lib/math/core/tree';
import { compileIntegral } from '@/lib/math/evaluate/integrals';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark } from '@/lib/math/language/items';
import { SUM } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { spanFrom, upperEnd } from './bound-name';
import { readIntegrand } from './integrand';
import { NUMBER_SETS, rangeOfIntegral, supportsIn } from './range-of-integral';

/** `\int_a^b f(x)\,dx`, and integrals over all numbers or over the support of a density. */
export const reading: Reading = {
  prefixes: [{ starts: ['command int'], turn: 'operator', read: readIntegral }],
};

function readIntegral(reader: Reader, item: Item): Tree {
  reader.at++;
  const below = item.sub && !item.sup ? item.sub.map(canonicalItem).join(' ') : null;
  const set = below === null ? undefined : NUMBER_SETS.get(below);
  const next = reader.peek();
  const isVariable = below !== null && /^[a-z]$/.test(below) && !(next && isMark(next, '^'));
  if (!item.sub || set !== undefined || isVariable) {
    const { variable, body } = readIntegrand(reader, item);
    const range = rangeOfIntegral(reader, body, set, item);
    return { kind: 'integral', variable, ...range, body, span: spanFrom(reader, item) };
  }
  const from = reader.inner(item.sub, item);
  const to = reader.inner(upperEnd(reader, item, '\\int'), item);
  const { variable, body } = readIntegrand(reader, item);
  const isOverAllNumbers = infiniteSign(from) === -1 && infiniteSign(to) === 1;
  const range =
    isOverAllNumbers && supportsIn(body, reader.table).size === 1
      ? rangeOfIntegral(reader, body, 'real', item)
      : { from, to };
  return { kind: 'integral', variable, ...range, body, span: spanFrom(reader, item) };
}

export const shape: Shaped<'integral'> = (tree, typer) => {
  typer.requireScalar(tree.from);
  typer.requireScalar(tree.to);
  return typer.of(tree.body);
};

export const evaluate: Evaluate<'integral'> = (tree, { compilation, slots, compileIn }) =>
  compileIntegral(tree, compilation, slots, compileIn);

export const print: Print<'integral'> = ({ variable, from, to, body }, printer) => {
  const range = `_{${printer.plain(from)}}^{${printer.plain(to)}}`;
  return { latex: `\\int${range}${printer.plain(body)}\\,d${variable}`, level: SUM };
};
