import { MathProblem } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { SetContext } from './context';
import { findOutside, isCommand, isOneOfMarks, placeOf } from './item-search';
import { CLOSE_BRACE, OPEN_BRACE } from './set-items';
import { isReals } from './set-names';

/**
 * The condition in `\{(x, y) : y = 2x\}`, where the symbols stand in the order of the part, so that
 * the points are those of the relation; null where the items are no set. Throws `MathProblem`.
 */
export function pointCondition(
  items: readonly Item[],
  { table }: SetContext,
): readonly Item[] | null {
  const open = items.findIndex((item) => isMark(item, OPEN_BRACE));
  const at = open === 2 && isOneOfMarks(items[1], ['=']) ? 2 : open;
  const first = items[at];
  if (!first) return null;
  const close = findOutside(items, at + 1, (item) => isMark(item, CLOSE_BRACE));
  const inside = items.slice(at + 1, Math.max(close, 0));
  const bar = findOutside(inside, 0, (item) => isOneOfMarks(item, [':', '|', '|<', '|>']));
  const isWhole = (at === 0 || at === 2) && close === items.length - 1 && bar > 0;
  if (isWhole && isPoint(inside.slice(0, bar), table)) return inside.slice(bar + 1);
  // A number in a set of numbers is read elsewhere.
  if (findOutside(items, 0, (item) => isCommand(item, 'in', 'notin')) >= 0) return null;
  const message = 'Write the equation or inequality that the points of this set fulfil.';
  throw new MathProblem({ message, ...placeOf(items, first) });
}

/** `(x, y)`, `x` or `(x, y) \in \mathbb{R}^2`. */
function isPoint(head: readonly Item[], table: SymbolTable): boolean {
  const among = findOutside(head, 0, (item) => isCommand(item, 'in'));
  const [point, space] = among < 0 ? [head, []] : [head.slice(0, among), head.slice(among + 1)];
  if (among >= 0 && !(space.length === 1 && space[0] && isReals(space[0]))) return false;
  const isTuple = isOneOfMarks(point[0], ['(']) && isOneOfMarks(point.at(-1), [')']);
  const names = isTuple ? point.slice(1, -1) : point;
  const symbols = names.filter((_, at) => at % 2 === 0);
  const isSeparated = names.every(
    (item, at) => at % 2 === 0 || isOneOfMarks(item, [',', ';', '|']),
  );
  const ids = symbols.map((item) => scalarId(item, table));
  const places = ids.map((id) => (id === null ? -1 : [...table.declarations.keys()].indexOf(id)));
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  return isSeparated && names.length % 2 === 1 && isInOrder;
}

/**
 * `f(x) = 2x + 1` where the part has one other number than x and no f: the graph, so that the other
 * one stands for the value. The same items where they are no such equation.
 */
export function withValueOf(items: readonly Item[], { table, hint }: SetContext): readonly Item[] {
  const [name, open, argument, close, sign] = items;
  if (!name || !argument || name.base.type !== 'letter' || name.sup || table.find(items, 0))
    return items;
  const isApplied = isOneOfMarks(open, ['(']) && isOneOfMarks(close, [')']);
  const id = scalarId(argument, table);
  if (!isApplied || !isOneOfMarks(sign, ['=']) || id === null) return items;
  const others = [...table.declarations.keys()].filter((other) => other !== id);
  const [other] = others;
  if (other === undefined || others.length > 1 || table.typeOf(other)?.kind !== 'scalar')
    return items;
  const latex = table.latexOf(other);
  const value = symbolItem(latex, name, close);
  if (!value) return items;
  hint(`Read as the graph, $${latex}$ for the value of the function.`);
  return [value, ...items.slice(4)];
}

function symbolItem(latex: string, from: Item, to: Item | undefined): Item | null {
  const base = /^\\?([A-Za-z]+)$/.exec(latex)?.[1];
  if (base === undefined) return null;
  const type = latex.startsWith('\\') ? 'command' : 'letter';
  if (type === 'letter' && base.length > 1) return null;
  const [start, end] = [from.start, to?.end ?? from.end];
  return { base: { type, text: base }, sub: null, sup: null, primes: 0, start, end };
}

/** The id of the number that an item is; null where it is anything else. */
function scalarId(item: Item, table: SymbolTable): string | null {
  const symbol = item.sup || item.primes > 0 ? null : table.find([item], 0);
  return symbol && table.typeOf(symbol.id)?.kind === 'scalar' ? symbol.id : null;
}
