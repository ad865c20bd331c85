import { rangeOf } from '@/lib/math/core/range';
import { children, type Tree } from '@/lib/math/core/tree';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

const POSITIVE = '(0, inf)';

/** Written forms of sets of numbers, as one reads them off a layout. */
export const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ['\\mathbb{R}', 'real'],
  ...['_{+}', '^{+}', ' ^ +', '_{> 0}', '_{>= 0}', '^{> 0}', '^{>= 0}'].map(
    (script): [string, string] => [`\\mathbb{R}${script}`, POSITIVE],
  ),
]);

/**
 * `\int p(x)\,dx` goes over the support of the densities in it, or of all that the part has; so
 * does an integral over all numbers, as a density is zero elsewhere.
 */
export function rangeOfIntegral(
  reader: Reader,
  body: Tree,
  set: string | undefined,
  item: Item,
): { from: Tree; to: Tree } {
  // Where no density has a support, an integral is over all points, as a sum is.
  const { samples } = reader.table;
  if (samples !== null && set === undefined && supportsOf(reader.table).size === 0)
    return { from: { kind: 'number', text: '1' }, to: { kind: 'symbol', id: samples } };
  const inside = supportsIn(body, reader.table);
  const supports = inside.size > 0 || set ? inside : supportsOf(reader.table);
  const support = supports.size === 1 && set !== POSITIVE ? [...supports][0] : undefined;
  const domain = support ?? set;
  const range = domain === undefined ? null : rangeOf(domain);
  if (!range || range.isWhole) {
    const message = 'Only integrals with limits have a value: $\\int_a^b f(x)\\,dx$.';
    throw problem(message, item.start, item.end, 'limits of integration');
  }
  if (support !== undefined) {
    const latex = support.replaceAll('inf', '\\infty');
    reader.hint(`An integral without limits goes over the support of the density: $${latex}$.`);
  }
  return { from: range.from, to: range.to };
}

/** The supports of the densities that occur in an expression. */
export function supportsIn(tree: Tree, table: SymbolTable): ReadonlySet<string> {
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
