import { isScalar } from '@/lib/math/core/dimension';
import { caught, type MathError, MathProblem } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import { MAX_DEPTH, tooDeep } from '@/lib/math/notation/layout-problems';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';
import type { SetContext } from './context';
import { depthOf, findOutside, isCommand, isOneOfMarks, isWritten, placeOf } from './item-search';
import { setItems } from './set-items';
import { linksOf, type Statement } from './statement';

/** A relation as it was read, with sentences about rules of reading that it made use of. */
export interface RelationReading {
  statement: Statement;
  hints: readonly string[];
}

/**
 * Reads equations and inequalities between numbers, LaTeX or plain text: chains, several with
 * `\wedge`, `and` or a comma between them, and alternatives with `\vee` or `or`. One of `leftSides`
 * (LaTeX) and a colon may stand in front.
 */
export function readRelation(
  source: string,
  table: SymbolTable,
  leftSides: readonly string[],
): Result<RelationReading, MathError> {
  return caught(() => {
    const items = withoutLabel(setItems(source, table, table.decimalComma), leftSides, table);
    const hints = new Set<string>();
    const context: SetContext = { table, variable: null, hint: (sentence) => hints.add(sentence) };
    const statement = readStatement(items, context, 0, source.length);
    return { statement, hints: [...hints] };
  });
}

/** `g: y = 2x + 1`. */
function withoutLabel(
  items: readonly Item[],
  leftSides: readonly string[],
  table: SymbolTable,
): readonly Item[] {
  const at = findOutside(items, 0, (item) => isMark(item, ':'));
  return at > 0 && isWritten(items.slice(0, at), leftSides, table) ? items.slice(at + 1) : items;
}

function readStatement(
  items: readonly Item[],
  context: SetContext,
  depth: number,
  end: number,
): Statement {
  const [first] = items;
  if (!first)
    throw new MathProblem({
      message: 'An equation or inequality is missing here.',
      start: end,
      end,
    });
  if (depth > MAX_DEPTH)
    throw tooDeep({ type: 'end', text: '', start: first.start, end: first.end });
  const within = (parts: readonly Item[]) =>
    readStatement(parts, context, depth + 1, items.at(-1)?.end ?? end);
  const alternatives = split(items, (item) => isMark(item, '∨'));
  if (alternatives.length > 1) return { kind: 'any', parts: alternatives.map(within) };
  const together = split(items, (item) => isOneOfMarks(item, ['∧', ',', ';']) || isNewLine(item));
  if (together.length > 1) {
    const parts = together.map(within);
    const hasComma = findOutside(items, 0, (item) => isMark(item, ',')) >= 0;
    if (hasComma) refuseSolutions(parts, items);
    return { kind: 'all', parts };
  }
  const rows = rowsOf(first, items.length);
  if (rows) return { kind: 'all', parts: rows.map(within) };
  const inside = withoutBrackets(items);
  if (inside) return within(inside);
  return readOne(items, context);
}

function isNewLine(item: Item): boolean {
  return isCommand(item, 'newline');
}

/** `x = 1, x = 2` may mean either sign between them. */
function refuseSolutions(parts: readonly Statement[], items: readonly Item[]): void {
  const named = parts.flatMap((part) => {
    if (part.kind !== 'relation' || part.tree.operator !== '=') return [];
    const { left, right } = part.tree;
    return left.kind === 'symbol' && symbolsIn(right).size === 0 ? [left.id] : [];
  });
  if (new Set(named).size === named.length) return;
  const message = 'Write “or” or “and” between the equations: a comma may mean either.';
  throw new MathProblem({ message, ...placeOf(items, items[0]) });
}

/** Cut at what stands in no bracket; empty parts stay, so that they are a problem. */
function split(items: readonly Item[], isSign: (item: Item) => boolean): Item[][] {
  const parts: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    const square = isMark(item, '[') ? 1 : isMark(item, ']') ? -1 : 0;
    depth += depthOf(item) + square;
    if (depth === 0 && isSign(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

/** The rows of `\\begin{cases}`, with which a system is written; null where there are none. */
function rowsOf({ base }: Item, length: number): readonly (readonly Item[])[] | null {
  if (base.type !== 'cases' || length > 1) return null;
  return base.rows.map((cells) => cells.flat());
}

/** What stands in the brackets around a whole statement; null where there are none. */
function withoutBrackets(items: readonly Item[]): readonly Item[] | null {
  const [first, ...rest] = items;
  if (first?.base.type === 'group' && rest.length === 0) return first.base.items;
  if (!first || !isMark(first, '(') || !isOneOfMarks(items.at(-1), [')'])) return null;
  const close = findOutside(items, 1, (item) => isMark(item, ')'));
  return close === items.length - 1 ? items.slice(1, -1) : null;
}

function readOne(items: readonly Item[], { table, hint }: SetContext): Statement {
  const { tree, hints } = parse(items, table);
  hints.forEach(hint);
  const links = linksOf(tree);
  if (tree.kind !== 'relation' || links.length === 0) {
    const message = 'An equation or inequality is expected here, such as $a < b$.';
    throw new MathProblem({ message, ...placeOf(items, items[0]) });
  }
  for (const side of links.flatMap(({ left, right }) => [left, right])) {
    const shape = shapeOf(side, table);
    if (!shape.ok) throw new MathProblem(shape.error);
    if (isScalar(shape.value)) continue;
    const message = 'Both sides should be numbers.';
    throw new MathProblem({ message, ...placeOf(items, items[0]) });
  }
  return { kind: 'relation', tree };
}
