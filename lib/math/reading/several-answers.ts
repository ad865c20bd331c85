import { MathProblem } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import { canonical, type Item } from '@/lib/math/notation/item';
import { splitChain } from './chain';

const RELATIONS = ['<', '>', '<=', '>=', '!='];

interface AskedField {
  /** Whether a left side is one of those that the field asks for. */
  isAsked: (leftSide: readonly Item[]) => boolean;
  /** Throws where a value cannot be read: then nobody knows whether it is a second one. */
  mustRead: (value: readonly Item[]) => void;
  hint: (sentence: string) => void;
}

/**
 * The items of the one answer that is asked for. What stands behind a comma, a semicolon or in a line
 * of its own may go on with it (`= …`), restrict it (`x > 0`) or say something of another symbol
 * (`S_0 = 1`), and is then passed over; a second value is a fault, and a case distinction without
 * its notation cannot be read. Throws `MathProblem`.
 */
export function oneAnswer(
  items: readonly Item[],
  { isAsked, mustRead, hint }: AskedField,
): readonly Item[] {
  // Most formulas hold none, and are spared the cutting.
  if (!items.some(isSeparator)) return items;
  const [first = [], ...others] = segmentsOf(items);
  if (others.length === 0) return first;
  const answer = [...first];
  const named = leftSideOf(first);
  const values: Item[][] = [];
  let restricts = false;
  for (const segment of others) {
    const left = leftSideOf(segment);
    if (isContinuation(segment)) answer.push(...segment);
    else if (isRestriction(segment)) restricts = true;
    else if (left && !isAsked(left) && (!named || canonical(left) !== canonical(named)))
      hint('What is said of another symbol behind the answer is not read.');
    else values.push(segment);
  }
  const [second] = values;
  if (!second) {
    if (restricts) hint('What restricts the symbols behind the answer is not read.');
    return answer;
  }
  const place = { start: second[0]?.start ?? 0, end: second.at(-1)?.end ?? 0 };
  if (restricts) {
    const message = 'This looks like a case distinction; write it with $\\begin{cases}$.';
    throw new MathProblem({ message, ...place });
  }
  for (const value of [first, ...values]) mustRead(value);
  const message = 'One answer is asked for; here stands more than one.';
  throw new MathProblem({ message, isFault: true, ...place });
}

/** Cut at commas, semicolons, line breaks, `or` and `and` that stand in no bracket; empty ones left out. */
function segmentsOf(items: readonly Item[]): Item[][] {
  const segments: Item[][] = [[]];
  let depth = 0;
  for (const [at, item] of items.entries()) {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark !== '' && '([⟨'.includes(mark)) depth++;
    if (mark !== '' && ')]⟩'.includes(mark)) depth--;
    const isDecimal = isMark(item, ',') && isBetweenDigits(items, at);
    if (depth <= 0 && isSeparator(item) && !isDecimal) segments.push([]);
    else segments.at(-1)?.push(item);
  }
  return segments.filter((segment) => segment.length > 0);
}

function isSeparator(item: Item): boolean {
  if (item.base.type === 'command') return item.base.text === 'newline';
  return [',', ';', '∨', '∧'].some((mark) => isMark(item, mark));
}

/** `1,5`: whoever means two values leaves a space. */
function isBetweenDigits(items: readonly Item[], at: number): boolean {
  const [before, comma, after] = [items[at - 1], items[at], items[at + 1]];
  if (before?.base.type !== 'number' || after?.base.type !== 'number') return false;
  return before.end === comma?.start && comma.end === after.start;
}

function isContinuation([first]: readonly Item[]): boolean {
  return first !== undefined && ['=', '+', '-', '*', '≈'].some((mark) => isMark(first, mark));
}

function isRestriction(segment: readonly Item[]): boolean {
  return segment.some(
    (item) =>
      RELATIONS.some((mark) => isMark(item, mark)) ||
      (item.base.type === 'command' && item.base.text === 'in'),
  );
}

/** What stands in front of the first `=`; null where there is none. */
function leftSideOf(segment: readonly Item[]): readonly Item[] | null {
  const [left, ...rest] = splitChain(segment);
  return left && rest.length > 0 ? left : null;
}
