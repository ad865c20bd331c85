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
import { withEitherSign } from './both-signs';
import { eitherWay, type SetContext } from './context';
import {
  depthOf,
  findOutside,
  isCommand,
  isOneOfMarks,
  isWritten,
  placeOf,
  RELATION_MARKS,
} from './item-search';
import { membership } from './membership';
import { pointCondition, withValueOf } from './named-relations';
import { readNumber } from './numbers';
import { setOf } from './read-set';
import { setItems, WORD_AND } from './set-items';
import { linksOf, type Statement } from './statement';

/** A relation as it was read, with sentences about rules of reading that it made use of. */
export interface RelationReading {
  statement: Statement;
  /** What it says where a comma or the word “and” means the other of what it may; null where none does. */
  otherwise: Statement | null;
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
    const { value, otherwise, hints } = eitherWay(table, null, (context) =>
      readStatement(items, context, 0, source.length),
    );
    return { statement: value, otherwise, hints };
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
  const condition = depth === 0 ? pointCondition(items, context) : null;
  if (condition) return readStatement(condition, context, depth + 1, end);
  const alternatives = split(items, (item) => isMark(item, '∨'));
  const hasComma = split(items, isComma).length > 1;
  if (alternatives.length > 1) {
    if (hasComma) throw unclear('Put brackets: it is not clear what belongs together.', items);
    return { kind: 'any', parts: alternatives.map(within) };
  }
  const together = split(items, (item) => isOneOfMarks(item, ['∧', WORD_AND]) || isComma(item));
  if (together.length > 1) {
    const parts = together.map(within);
    const isLoose = hasComma || split(items, (item) => isMark(item, WORD_AND)).length > 1;
    if (isLoose) context.onLoose();
    // Beside a `\wedge` a list of solutions may be meant, or what holds nowhere.
    const isList = hasComma && !items.some((item) => isMark(item, '∧')) && listsSolutions(parts);
    const isAny = isList !== (isLoose && context.isTurned);
    return { kind: isAny ? 'any' : 'all', parts };
  }
  const rows = rowsOf(first, items.length);
  if (rows) return { kind: 'all', parts: rows.map(within) };
  const inside = withoutBrackets(items);
  if (inside) return within(inside);
  refuseUnclear(items, context);
  const member = readMembership(items, context);
  if (member) return member;
  const named = withValueOf(items, context);
  const [upper, lower] = withEitherSign(named) ?? [named];
  const one = readOne(upper, context);
  return lower ? { kind: 'any', parts: [one, readOne(lower, context)] } : one;
}

/** `x \in [0, 1)`; null where nothing is said to be in a set. */
function readMembership(items: readonly Item[], context: SetContext): Statement | null {
  const at = findOutside(items, 0, (item) => isCommand(item, 'in', 'notin'));
  if (at < 0) return null;
  const number = readNumber(items.slice(0, at), items[at], context);
  const set = setOf(items.slice(at + 1), context);
  return membership(number, set, isCommand(items[at], 'in'));
}

/** What is likely to be meant otherwise than a formula with it is read. */
function refuseUnclear(items: readonly Item[], { table }: SetContext): void {
  const [name, open, argument, close, sign] = items;
  const isOfArgument =
    name &&
    argument &&
    isOneOfMarks(open, ['(']) &&
    isOneOfMarks(close, [')']) &&
    isOneOfMarks(sign, ['=']);
  if (isOfArgument && [name, argument].every((item) => isScalarName(item, table))) {
    const message =
      'Is this a function, or a product? Write the name alone, $y = \\dots$, or a product sign.';
    throw unclear(message, items.slice(0, 4));
  }
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (!before || !isMark(item, '(') || isIndicator(before)) continue;
    const end = findOutside(items, at + 1, (each) => isMark(each, ')'));
    const within = items.slice(at + 1, end < 0 ? undefined : end);
    if (!within.some((each) => isOneOfMarks(each, RELATION_MARKS))) continue;
    const message =
      'Is this a condition? Write “and” in front of it, or $[\\dots]$ for its indicator.';
    throw unclear(message, items.slice(at));
  }
}

function isScalarName(item: Item, table: SymbolTable): boolean {
  const symbol = table.find([item], 0);
  return symbol !== null && table.typeOf(symbol.id)?.kind === 'scalar' && !symbol.sup;
}

/** Whether an item makes the bracket behind it an indicator. */
function isIndicator({ base }: Item): boolean {
  return (
    (base.type === 'letter' && base.text === 'I') ||
    (base.type === 'command' &&
      ['indicator', 'mathbb{1}', 'mathbb{I}', 'mathbf{1}'].includes(base.text))
  );
}

/** What stands between statements in a list, also in lines of their own. */
function isComma(item: Item): boolean {
  return isOneOfMarks(item, [',', ';']) || isCommand(item, 'newline');
}

function unclear(message: string, items: readonly Item[]): MathProblem {
  return new MathProblem({ message, ...placeOf(items, items[0]) });
}

/** `x = 1, x = 2`: alternatives, as one symbol has one value. */
function listsSolutions(parts: readonly Statement[]): boolean {
  const named = parts.flatMap((part) => {
    if (part.kind !== 'relation' || part.tree.operator !== '=') return [];
    const { left, right } = part.tree;
    return left.kind === 'symbol' && symbolsIn(right).size === 0 ? [left.id] : [];
  });
  return new Set(named).size < named.length;
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
