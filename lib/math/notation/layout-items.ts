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

/** `{n \\choose k}` is `\\binom{n}{k}`. */
export function withChoose(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex(({ base }) => base.type === 'command' && base.text === 'choose');
  const [first, last] = [items[0], items.at(-1)];
  const next = items[at + 1];
  if (at <= 0 || !first || !last || !next || canonicalItem(next) === '(') return items;
  const base: Base = { type: 'binomial', top: items.slice(0, at), bottom: items.slice(at + 1) };
  return [{ base, sub: null, sup: null, primes: 0, start: first.start, end: last.end }];
}
