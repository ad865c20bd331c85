import type { Item } from '@/lib/math/notation/item';
import { type ClaimOperator, membersOf } from './relation';

/** What a line of a proof is; said by its first words, or chosen. */
export type Role = 'claim' | 'suppose' | 'case' | 'define' | 'announce';

/** A statement of a line before it is parsed, or an expression that claims nothing. */
export interface Part {
  items: readonly Item[];
  start: number;
  end: number;
  isRelation: boolean;
  /** What it is to the line: claimed, what the line supposes, or the condition of what it claims. */
  is: 'claimed' | 'supposed' | 'condition';
  /** `¬` stands in front. */
  isDenied: boolean;
  /** What stands between it and the part in front. */
  gap: Gap;
}

/** What stands between a statement and the one in front; inert words are those that do not only go on. */
export interface Gap {
  hasArrow: boolean;
  hasWords: boolean;
  hasInert: boolean;
  /** Nothing but commas and `and`. */
  isList: boolean;
}

/** A line cut into statements, with what its words make of them. */
export interface LineParts {
  parts: readonly Part[];
  /** Null where no word says it. */
  role: Role | null;
  /** Its words say that something is shown by contradiction: what it supposes, or in the end concludes. */
  mayConclude: boolean;
  /** New numbers that are only said to be positive: `let δ > 0`. */
  arbitrary: readonly { name: string; start: number; end: number }[];
  /** It says that a contradiction is reached. */
  closes: boolean;
  /** Its words claim something themselves, as in `it tends to zero`. */
  claimsInWords: boolean;
  words: string;
}

export const NO_GAP: Gap = { hasArrow: false, hasWords: false, hasInert: false, isList: true };

const ORDER: readonly ClaimOperator[] = ['<', '<=', '>', '>='];

/** `a < b → c < d` are two statements: a limit has no inequality behind it, but for `→ 0 < d`. */
export function atArrows(part: Part): Part[] {
  const { members, operators } = membersOf(part.items);
  const at = operators.findIndex((operator, index) => {
    const next = operators[index + 1];
    const target = members[index + 1] ?? [];
    const isNumber = target.length === 1 && target[0]?.base.type === 'number';
    return index > 0 && operator === '->' && next && ORDER.includes(next) && !isNumber;
  });
  const [last, next] = [members[at]?.at(-1), members[at + 1]?.[0]];
  if (!last || !next) return [part];
  const cut = part.items.indexOf(next);
  const gap = { ...NO_GAP, hasArrow: true };
  return [
    { ...part, items: part.items.slice(0, cut - 1), end: last.end },
    ...atArrows({ ...part, items: part.items.slice(cut), start: next.start, gap }),
  ];
}
