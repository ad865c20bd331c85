import { withoutLayout } from './claim-layout';
import type { MathError } from './error';
import { MathProblem, withEditIn } from './error';
import type { Item } from './item';
import { layOut } from './layout';
import { isMark } from './parse-cursor';
import { parse } from './parser';
import { withoutWords } from './proof-words';
import { caught, unwrapped } from './read';
import { fail, type Result } from './result';
import type { SymbolTable } from './symbol-table';
import { tokenize } from './tokens';
import type { RelationOperator, Tree } from './tree';

/** `->` is the statement that the left side has the right one as its limit. */
export type ClaimOperator = RelationOperator | '->';

/** `a ≤ b < c → 0`: an operator between each two members. */
export interface Chain {
  members: readonly Tree[];
  operators: readonly ClaimOperator[];
  /** Which members stand under `\lim`. */
  limits: readonly boolean[];
}

/** What is claimed in a line: chains, with `⇒` or a comma between them. */
export interface Claim {
  /** What is supposed, in front of what is claimed: `suppose a < b`, `if a < b then …`. */
  supposed: readonly Chain[];
  /** How: `suppose`, `assume` opens a supposition for what stands below, `case` does too, `if` is for its line alone. */
  supposes: 'for what follows' | 'as a case' | 'as a condition' | null;
  /** Empty where there are only words. */
  chains: readonly Chain[];
  /** The first chain stands in front of `⇒`: an implication, or two claims of which the second follows. */
  implies: boolean;
  /** What words make of the claim: `it is not true that a`, `a, which is impossible`, `it remains to show a`. */
  mood: 'claimed' | 'denied' | 'called impossible' | 'announced';
  /** What stands beside the claims. */
  words: string;
  hints: readonly string[];
}

/**
 * Reads a line of a proof, LaTeX or plain text: equations, inequalities, limits. Words stand beside
 * what is claimed and are passed over. A line that begins with a sign, `\le c`, goes on from
 * `before`, the last member of the line above.
 */
export function readClaim(
  source: string,
  table: SymbolTable,
  before: Tree | null = null,
): Result<Claim, MathError> {
  const reading = caught((): Claim => {
    const { text, hasWords, words, supposition } = withoutWords(withoutLayout(unwrapped(source)));
    const items = layOut(tokenize(text, table.decimalComma), table.splitWord);
    const parts = splitStatements(items, hasWords).filter((part) => part.length > 0);
    if (parts.length === 0 && !hasWords) {
      const place = { start: 0, end: source.length };
      throw new MathProblem({ message: 'Nothing is claimed here.', ...place });
    }
    // What words leave over, such as the number of an equation or a name, claims nothing.
    const claims = hasWords ? parts.filter(isRelation) : parts;
    const within = claims.filter((part) => {
      const start = part[0]?.start ?? 0;
      return supposition && start >= supposition.start && start < supposition.end;
    });
    // Of `if a, b` only a is supposed.
    const supposed = supposition?.isExplicit ? within : within.slice(0, 1);
    const hints = new Set<string>();
    const read = claims.map((part, index) => {
      const chain = chainIn(part, table, index === 0 ? before : null, hints);
      return { chain, isSupposed: supposed.includes(part) };
    });
    return {
      supposed: read.filter(({ isSupposed }) => isSupposed).map(({ chain }) => chain),
      supposes:
        supposition === null
          ? null
          : supposition.isExplicit
            ? 'for what follows'
            : 'as a condition',
      implies: false,
      mood: 'claimed',
      chains: read.filter(({ isSupposed }) => !isSupposed).map(({ chain }) => chain),
      words,
      hints: [...hints],
    };
  });
  return reading.ok ? reading : fail(withEditIn(source, reading.error));
}

/** Cuts at every `⇒`, `∧`, comma and semicolon that stands in no bracket, and at colons that do not divide. */
function splitStatements(items: readonly Item[], hasWords: boolean): Item[][] {
  const parts: Item[][] = [[]];
  for (const { item, isInside } of withDepth(items)) {
    const part = parts.at(-1) ?? [];
    const isColon = isMark(item, ':') && (hasWords || part.length === 0 || isRelation(part));
    const cuts = isColon || SEPARATORS.some((mark) => isMark(item, mark));
    if (cuts && !isInside) parts.push([]);
    else part.push(item);
  }
  return parts;
}

const SEPARATORS = ['=>', ',', ';', '∧'];
const OPERATORS: readonly ClaimOperator[] = ['=', '!=', '<', '<=', '>', '>=', '->'];

/** Each item with whether it stands in a bracket. */
function withDepth(items: readonly Item[]): { item: Item; isInside: boolean }[] {
  let depth = 0;
  return items.map((item) => {
    if (['(', '[', '⟨'].some((mark) => isMark(item, mark))) depth++;
    const isInside = depth > 0;
    if ([')', ']', '⟩'].some((mark) => isMark(item, mark))) depth--;
    return { item, isInside };
  });
}

function operatorOf(item: Item): ClaimOperator | null {
  return OPERATORS.find((mark) => isMark(item, mark)) ?? null;
}

function isRelation(part: readonly Item[]): boolean {
  return part.some((item) => operatorOf(item) !== null);
}

function chainIn(
  part: readonly Item[],
  table: SymbolTable,
  before: Tree | null,
  hints: Set<string>,
): Chain {
  const written: Item[][] = [[]];
  const operators: ClaimOperator[] = [];
  for (const { item, isInside } of withDepth(part)) {
    const operator = isInside ? null : operatorOf(item);
    if (operator === null) written.at(-1)?.push(item);
    else {
      operators.push(operator);
      written.push([]);
    }
  }
  const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
  if (operators.length === 0) {
    const message = 'Nothing is claimed of this: write an equation, an inequality or a limit.';
    throw new MathProblem({ message, start, end });
  }
  const members = written.map((items, index) => {
    if (items.length === 0 && index === 0 && before) return { tree: before, isLimit: false };
    if (items.length === 0) {
      const message = `Something is missing ${index === 0 ? 'before' : 'after'} “${operators[Math.max(0, index - 1)]}”.`;
      throw new MathProblem({ message, start, end });
    }
    const plain = withoutLimits(items);
    requireLimitInFront(items, plain);
    const { tree, hints: own } = parse(plain, table);
    for (const hint of own) hints.add(hint);
    return { tree, isLimit: plain !== items };
  });
  return {
    members: members.map(({ tree }) => tree),
    operators,
    limits: members.map(({ isLimit }) => isLimit),
  };
}

/** Of `a_t + \lim b_t` the first term still changes: only what has no index may stand before a limit. */
function requireLimitInFront(items: readonly Item[], plain: readonly Item[]): void {
  if (plain === items) return;
  const first = items.findIndex((item, index) => item !== plain[index]);
  const moving = items.slice(0, first).find(hasSubscript);
  if (!moving) return;
  const message = 'Write \\lim in front of everything that it is taken of.';
  throw new MathProblem({ message, start: moving.start, end: moving.end });
}

function hasSubscript({ base, sub }: Item): boolean {
  if (sub !== null) return true;
  if (base.type === 'group') return base.items.some(hasSubscript);
  return base.type === 'fraction' && [...base.top, ...base.bottom].some(hasSubscript);
}

/**
 * Without the signs of limits: `\lim a + c \lim b` is about `a + c b`, as limits add and multiply.
 * The same items where there are none.
 */
function withoutLimits(items: readonly Item[]): readonly Item[] {
  const changed = items.filter((item) => !isLimitSign(item)).map(inside);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}

function inside(item: Item): Item {
  const { base } = item;
  if (base.type === 'group') {
    const items = withoutLimits(base.items);
    return items === base.items ? item : { ...item, base: { ...base, items } };
  }
  if (base.type === 'fraction') {
    const [top, bottom] = [withoutLimits(base.top), withoutLimits(base.bottom)];
    const isSame = top === base.top && bottom === base.bottom;
    return isSame ? item : { ...item, base: { ...base, top, bottom } };
  }
  return item;
}

/** `lim` with an arrow to infinity below it, or nothing. */
function isLimitSign({ base, sub }: Item): boolean {
  if (base.type !== 'command' || base.text !== 'lim') return false;
  if (sub === null) return true;
  const isArrow = sub.some((part) => isMark(part, '->'));
  return isArrow && sub.some((part) => part.base.type === 'command' && part.base.text === 'infty');
}
