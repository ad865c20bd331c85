import type { Span, Tree } from '@/lib/math/core/tree';
import { canonicalItem, type Item } from '@/lib/math/notation/item';

/** Questions that constructs ask of the items in front of them. */

export function isMark(item: Item, text: string): boolean {
  return item.base.type === 'mark' && item.base.text === text;
}

/** Which bar an item is, and whether it says that it opens (`<`) or closes (`>`). */
export function barOf({ base }: Item): { kind: '|' | '‖'; side: string } | null {
  if (base.type !== 'mark') return null;
  const kind = base.text.charAt(0);
  return kind === '|' || kind === '‖' ? { kind, side: base.text.slice(1) } : null;
}

/** The name that an item is without its exponent and primes. */
export function nameOf(item: Item): string {
  return canonicalItem({ ...item, sup: null, primes: 0 });
}

export function spanOf({ start, end }: Item): Span {
  return { start, end };
}

/** From the first character of the left part to the last of the right. */
export function spanAround(left: Tree, right: Tree): Span {
  return { start: left.span?.start ?? 0, end: right.span?.end ?? 0 };
}
