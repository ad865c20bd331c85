import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { Token } from '@/lib/math/notation/tokens';
import type { RelationOperator } from '@/lib/math/numbers/comparison';

/** `->` is the statement that the left side has the right one as its limit. */
export type ClaimOperator = RelationOperator | '->';

const OPERATORS: readonly ClaimOperator[] = ['=', '!=', '<', '<=', '>', '>=', '->'];

/** The relation that holds where another one does not; null for a limit, whose negation is no relation. */
export const OPPOSITE: Readonly<Record<ClaimOperator, ClaimOperator | null>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '->': null,
};

/** The relations in LaTeX. */
export const RELATION_LATEX: Readonly<Record<ClaimOperator, string>> = {
  '=': '=',
  '!=': '\\ne',
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '->': '\\to',
};

/** `a ↛ 0`: something is not the limit, which may be supposed. */
export const NO_LIMIT = '↛';

/** Whether a token of a line says how two sides are related. */
export function isRelationSign({ type, text }: Token): boolean {
  if (type === 'command') return text === 'in' || text === 'notin';
  return type === 'mark' && (text === '≈' || text === NO_LIMIT || operatorIn(text) !== null);
}

/** The operator that a mark is; null where it is none. */
export function operatorIn(text: string): ClaimOperator | null {
  return OPERATORS.find((operator) => operator === text) ?? null;
}

function operatorOf({ base }: Item): ClaimOperator | null {
  return base.type === 'mark' ? operatorIn(base.text) : null;
}

/** The members of a chain, and the signs between them; those in brackets belong to a member. */
export function membersOf(items: readonly Item[]): {
  members: Item[][];
  operators: ClaimOperator[];
} {
  const members: Item[][] = [[]];
  const operators: ClaimOperator[] = [];
  let depth = 0;
  for (const item of items) {
    if (['(', '[', '⟨'].some((mark) => isMark(item, mark))) depth++;
    const operator = depth > 0 ? null : operatorOf(item);
    if ([')', ']', '⟩'].some((mark) => isMark(item, mark))) depth--;
    if (operator === null) members.at(-1)?.push(item);
    else {
      operators.push(operator);
      members.push([]);
    }
  }
  return { members, operators };
}

export function isRelation(items: readonly Item[]): boolean {
  return membersOf(items).operators.length > 0;
}

export function beginsWithSign([first]: readonly Item[]): boolean {
  return first !== undefined && operatorOf(first) !== null;
}

export function endsWithSign(items: readonly Item[]): boolean {
  const last = items.at(-1);
  return last !== undefined && operatorOf(last) !== null;
}
