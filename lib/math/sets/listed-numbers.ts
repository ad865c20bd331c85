import { MathProblem } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { withinDomain } from './condition-set';
import type { SetContext } from './context';
import { depthOf, isCommand, isOneOfMarks, placeOf, RELATION_MARKS } from './item-search';
import { COMMAS } from './joined';
import { readNumbers } from './numbers';
import type { SetTree } from './set';
import { WORD_AND } from './set-items';
import { isSymbol } from './set-names';

/** Signs between numbers of a list: of numbers “and” can only go on with it. */
const BETWEEN = [...COMMAS, '∨', '∧', WORD_AND];

/**
 * The set of numbers that stand behind one another without braces: `0, 2, -2`, `x = 0, 2, -2`,
 * `x_1 = 0, x_2 = 2`. Null where the items are no such list. Throws `MathProblem`.
 */
export function listedNumbers(items: readonly Item[], context: SetContext): SetTree | null {
  const segments = segmentsOf(items);
  const names = segments.map((segment) => nameOf(segment, context));
  const isNamed = names[0] !== null;
  const indices = names.filter((name) => name !== null && name !== '');
  const isListed = isNamed ? indices.length > 0 || segments.length > 1 : segments.length > 1;
  if (!isListed || new Set(indices).size < indices.length) return null;
  // `2, x = 3`: nobody knows what the first number is.
  if (!isNamed && names.some((name) => name !== null)) return null;
  const values = segments.map((segment, at) => (names[at] === null ? segment : segment.slice(2)));
  if (values.some((value) => value.length === 0 || value.some(isRelation))) return null;
  refuseDecimals(items);
  const elements = values.flatMap((value) => readNumbers(value, context));
  const list: SetTree = { kind: 'list', elements };
  context.hint('Read as the set of these numbers.');
  return isNamed ? withinDomain(list, context) : list;
}

/** What stands before `=`, where it is the variable: its index, empty without one; else null. */
function nameOf([first, sign]: readonly Item[], { table, variable }: SetContext): string | null {
  if (!first || !isOneOfMarks(sign, ['='])) return null;
  if (isSymbol(first, variable, table)) return '';
  const { sub } = first;
  if (!sub || sub.length === 0 || table.find([first], 0)?.id !== undefined) return null;
  const isOfVariable = isSymbol({ ...first, sub: null }, variable, table);
  const index = sub.map(canonicalItem).join('');
  return isOfVariable && /^\d[\d\s,/]*$/.test(index) ? index : null;
}

/** Cut at what stands in no bracket; empty parts stay, so that they are a problem. */
function segmentsOf(items: readonly Item[]): Item[][] {
  const segments: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    depth += depthOf(item) + (isMark(item, '[') ? 1 : isMark(item, ']') ? -1 : 0);
    const isBetween = isOneOfMarks(item, BETWEEN) || isCommand(item, 'newline');
    if (depth === 0 && isBetween) segments.push([]);
    else segments.at(-1)?.push(item);
  }
  return segments;
}

function isRelation(item: Item): boolean {
  return isOneOfMarks(item, RELATION_MARKS);
}

/** `0,5` may be one number: whoever means two leaves a space. */
function refuseDecimals(items: readonly Item[]): void {
  for (const [at, item] of items.entries()) {
    const [before, after] = [items[at - 1], items[at + 1]];
    if (!isMark(item, ',') || before?.base.type !== 'number' || after?.base.type !== 'number')
      continue;
    if (before.end !== item.start || item.end !== after.start) continue;
    const message =
      'Is a comma here a decimal one? Leave a space or put semicolons between numbers, as in $1; 5$.';
    throw new MathProblem({ message, ...placeOf([before, item, after], item) });
  }
}
