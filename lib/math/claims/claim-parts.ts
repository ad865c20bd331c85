import type {} from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import type { Item } from '@/lib/math/notation/item';
import type { RelationOperator } from '@/lib/math/numbers/comparison';
import type { Aside } from './proof-words';

/** `->` is the statement that the left side has the right one as its limit. */
export type ClaimOperator = RelationOperator | '->';

/** A statement, or what stands between two separators without being one. */
export interface Part {
  items: readonly Item[];
  start: number;
  end: number;
  isRelation: boolean;
  /** What stands between it and the part in front. */
  gap: Gap;
}

interface Gap {
  start: number;
  words: string;
  hasArrow: boolean;
  /** Whether nothing but words separates the two: no comma, no `⇒`. */
  isOnlyWords: boolean;
  /** Whether nothing but a comma does. */
  isComma: boolean;
}

const SEPARATORS = ['=>', ',', ';', '∧'];
const OPERATORS: readonly ClaimOperator[] = ['=', '!=', '<', '<=', '>', '>=', '->'];

export function operatorOf(item: Item): ClaimOperator | null {
  return OPERATORS.find((mark) => isMark(item, mark)) ?? null;
}

function isSeparator(item: Item): boolean {
  return SEPARATORS.some((mark) => isMark(item, mark));
}

/** Each item with whether it stands in a bracket. */
export function withDepth(items: readonly Item[]): { item: Item; isInside: boolean }[] {
  let depth = 0;
  return items.map((item) => {
    if (['(', '[', '⟨'].some((mark) => isMark(item, mark))) depth++;
    const isInside = depth > 0;
    if ([')', ']', '⟩'].some((mark) => isMark(item, mark))) depth--;
    return { item, isInside };
  });
}

/** Cuts at every `⇒`, `∧`, comma and semicolon that stands in no bracket, and at colons that do not divide. */
export function partsIn(
  laidOut: readonly Item[],
  asides: readonly Aside[],
  source: string,
  hasWords: boolean,
): Part[] {
  const parts: Part[] = [];
  let items: Item[] = [];
  let separators: Item[] = [];
  let last = 0;
  const finish = () => {
    const [first] = items;
    const end = items.at(-1)?.end ?? 0;
    if (!first) return;
    const isRelation = isRelationIn(items);
    const gap = gapOf(last, first.start, separators, asides, source);
    parts.push({ items, start: first.start, end, isRelation, gap });
    [items, separators, last] = [[], [], end];
  };
  for (const { item, isInside } of withDepth(withoutBrackets(flattened(laidOut)))) {
    const isColon = isMark(item, ':') && (hasWords || items.length === 0 || isRelationIn(items));
    if (isInside || !(isColon || isSeparator(item))) items.push(item);
    else {
      finish();
      separators.push(item);
    }
  }
  finish();
  return parts.flatMap(atArrows);
}

const ORDER: readonly ClaimOperator[] = ['<', '<=', '>', '>='];

/** `a < b → c < d` are two statements: a limit has no inequality behind it, but for `→ 0 < d`. */
function atArrows(part: Part): Part[] {
  const { members, operators } = membersOf(part.items);
  const at = operators.findIndex((operator, index) => {
    const next = operators[index + 1];
    const target = members[index + 1] ?? [];
    const isNumber = target.length === 1 && target[0]?.base.type === 'number';
    return index > 0 && operator === '->' && next && ORDER.includes(next) && !isNumber;
  });
  const [first, next] = [members[at], members[at + 1]?.[0]];
  const cut = next ? part.items.indexOf(next) : -1;
  const end = first?.at(-1)?.end;
  if (at < 0 || cut < 0 || !next || end === undefined) return [part];
  const gap = { start: end, words: '', hasArrow: true, isOnlyWords: false, isComma: false };
  const items = part.items.slice(cut);
  return [
    { ...part, items: part.items.slice(0, cut - 1), end },
    ...atArrows({ ...part, items, start: next.start, gap }),
  ];
}

function gapOf(
  start: number,
  end: number,
  separators: readonly Item[],
  asides: readonly Aside[],
  source: string,
): Gap {
  const passed = asides.filter((aside) => aside.start >= start && aside.end <= end);
  const isWord = (item: Item) =>
    '()[]'.includes(source[item.start] ?? ' ') ||
    passed.some((aside) => item.start >= aside.start && item.start < aside.end);
  return {
    start,
    words: passed.map(({ word }) => word).join(' '),
    hasArrow: separators.some((item) => isMark(item, '=>')),
    isOnlyWords: passed.length > 0 && separators.every(isWord),
    isComma: passed.length === 0 && separators.every((item) => isMark(item, ',')),
  };
}

function isRelationIn(items: readonly Item[]): boolean {
  return withDepth(items).some(({ item, isInside }) => !isInside && operatorOf(item) !== null);
}

/** Braces around whole statements, as those of a box, say nothing. */
function flattened(items: readonly Item[]): Item[] {
  return items.flatMap((item) => {
    const { base, sub, sup, primes } = item;
    if (base.type !== 'group' || sub || sup || primes > 0) return [item];
    const isStatement = base.items.some((each) => operatorOf(each) !== null || isSeparator(each));
    return isStatement || items.length === 1 ? flattened(base.items) : [item];
  });
}

/** `a < b (c > 0)`, `(a < b) ⇒ (c < d)`: brackets around statements separate them. */
function withoutBrackets(items: readonly Item[]): Item[] {
  const result = [...items];
  const open: { at: number; isAround: boolean }[] = [];
  for (const [at, item] of items.entries()) {
    if (isMark(item, '(')) {
      open.push({ at, isAround: false });
    } else if (isMark(item, ')')) {
      const opening = open.pop();
      const first = opening && items[opening.at];
      if (!opening?.isAround || !first || item.sub || item.sup || item.primes > 0) continue;
      if (open.length > 0 || isFunctionBefore(items, opening.at)) continue;
      result[opening.at] = separator(first);
      result[at] = separator(item);
    } else if (operatorOf(item) !== null) {
      const around = open.at(-1);
      if (around) around.isAround = true;
    }
  }
  return result;
}

/** An argument stands close to its function. */
function isFunctionBefore(items: readonly Item[], at: number): boolean {
  const [before, bracket] = [items[at - 1], items[at]];
  return before !== undefined && before.end === bracket?.start && isFunction(before);
}

/** A name, whose arguments a bracket may hold. */
function isFunction({ base }: Item): boolean {
  return base.type === 'letter' || base.type === 'command';
}

function separator({ start, end }: Item): Item {
  return { base: { type: 'mark', text: ';' }, sub: null, sup: null, primes: 0, start, end };
}

/** The members of a chain, and the signs between them. */
export function membersOf(items: readonly Item[]): {
  members: Item[][];
  operators: ClaimOperator[];
} {
  const members: Item[][] = [[]];
  const operators: ClaimOperator[] = [];
  for (const { item, isInside } of withDepth(items)) {
    const operator = isInside ? null : operatorOf(item);
    if (operator === null) members.at(-1)?.push(item);
    else {
      operators.push(operator);
      members.push([]);
    }
  }
  return { members, operators };
}
