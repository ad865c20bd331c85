import { MathProblem } from '@/lib/math/core/error';
import { type Base, canonicalItem, type Item } from './item';
import type { Token } from './tokens';

export function plainItem(
  type: 'number' | 'letter' | 'command' | 'mark',
  text: string,
  start: number,
  end: number,
): Item {
  return { base: { type, text }, sub: null, sup: null, primes: 0, start, end };
}

export function markItem({ text, start, end }: Token): Item {
  return plainItem('mark', text, start, end);
}

/** An empty group without scripts, `{}x`: it takes no room. */
export function isNothing([only, ...others]: readonly Item[]): boolean {
  if (only?.base.type !== 'group' || others.length > 0 || only.base.items.length > 0) return false;
  return only.sub === null && only.sup === null && only.primes === 0;
}

/** `J_f{}^g`: scripts of an empty group belong to what stands before it. */
export function withEmptyBase(before: Item | undefined, next: readonly Item[]): Item | null {
  const [only] = next;
  if (!before || next.length !== 1 || only?.base.type !== 'group') return null;
  if (only.base.items.length > 0 || (before.sub && only.sub) || (before.sup && only.sup))
    return null;
  return {
    ...before,
    sub: before.sub ?? only.sub,
    sup: before.sup ?? only.sup,
    primes: before.primes + only.primes,
    end: only.end,
  };
}

/** `{n \\choose k}` and `(n choose k)` are `\\binom{n}{k}`. */
export function withChoose(items: readonly Item[], isInBraces: boolean): readonly Item[] {
  const at = items.findIndex(({ base }) => base.type === 'command' && base.text === 'choose');
  const next = items[at + 1];
  if (at <= 0 || !next || isCall(items, at + 1)) return items;
  const open = unmatched(items, at, -1);
  const close = unmatched(items, at, 1);
  // Brackets around both operands and nothing else are those of the binomial.
  if (open === null && close === null)
    return isInBraces ? [binomialOf(items, at, items)] : withLooseChoose(items, at);
  const [opening, closing] = [items[open ?? -1], items[close ?? -1]];
  if (open === null || close === null || !opening || !closing) return items;
  if (canonicalItem(opening) !== '(' || open === at - 1 || close === at + 1) return items;
  const inside = binomialOf(items.slice(open + 1, close), at - open - 1, [opening, closing]);
  const { sup, sub, primes } = closing;
  const whole = { ...inside, sup, sub, primes };
  return withChoose([...items.slice(0, open), whole, ...items.slice(close + 1)], isInBraces);
}

/** `a = n choose k`: with more than one thing on a side nobody knows how far the operands go. */
function withLooseChoose(items: readonly Item[], at: number): readonly Item[] {
  const ends = items.flatMap((item, place) => (isEnd(item) ? [place] : []));
  const from = (ends.findLast((place) => place < at) ?? -1) + 1;
  const to = ends.find((place) => place > at) ?? items.length;
  const own = items.slice(from, to);
  const sides = [own.slice(0, at - from), own.slice(at - from + 1)];
  const { start = 0, end = 0 } = items[at] ?? {};
  if (!sides.every(isOneThing)) throw new MathProblem({ message: ASK_CHOOSE, start, end });
  const rest = withChoose(items.slice(to), false);
  return [...items.slice(0, from), binomialOf(own, at - from, own), ...rest];
}

const ASK_CHOOSE = 'How far does this go? Put brackets around both, as in $\\binom{n+1}{k}$.';

function isEnd({ base }: Item): boolean {
  const signs = ['=', '<', '>', '<=', '>=', '!=', ',', ';', '≈', '∧', '∨'];
  return base.type === 'mark' && signs.includes(base.text);
}

/** One item, or what one pair of brackets holds. */
function isOneThing(items: readonly Item[]): boolean {
  if (items.length <= 1) return items.length === 1;
  let depth = 0;
  return items.every((item, place) => {
    depth += depthOf(item);
    return depth > 0 === place < items.length - 1;
  });
}

function binomialOf(items: readonly Item[], at: number, around: readonly Item[]): Item {
  const base: Base = { type: 'binomial', top: items.slice(0, at), bottom: items.slice(at + 1) };
  const [start, end] = [around[0]?.start ?? 0, around.at(-1)?.end ?? 0];
  return { base, sub: null, sup: null, primes: 0, start, end };
}

/** Whether `choose` is a function here: with a comma in the brackets behind it. */
function isCall(items: readonly Item[], at: number): boolean {
  const first = items[at];
  if (!first || canonicalItem(first) !== '(') return false;
  let depth = 0;
  for (const item of items.slice(at)) {
    depth += depthOf(item);
    if (depth === 0) return false;
    if (depth === 1 && canonicalItem(item) === ',') return true;
  }
  return true;
}

/** Where a bracket around a place stands, on its left (−1) or right (1); null where none does. */
function unmatched(items: readonly Item[], from: number, side: 1 | -1): number | null {
  let depth = 0;
  for (let at = from + side; at >= 0 && at < items.length; at += side) {
    const item = items[at];
    depth += item ? depthOf(item) * side : 0;
    if (depth < 0) return at;
  }
  return null;
}

function depthOf({ base }: Item): number {
  if (base.type !== 'mark') return 0;
  if (base.text === '(' || base.text === '[') return 1;
  return base.text === ')' || base.text === ']' ? -1 : 0;
}
