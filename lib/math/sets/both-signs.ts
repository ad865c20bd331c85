import { canonical, type Item, withName } from '@/lib/math/notation/item';

const SIGNS = /±|\\mp(?![A-Za-z])/g;

/**
 * The two readings of what has ± or ∓ in it once, the upper signs first; null where it has none, or
 * several, of which nobody knows whether they go together.
 */
export function withEitherSign(
  items: readonly Item[],
): readonly [readonly Item[], readonly Item[]] | null {
  if (canonical(items).match(SIGNS)?.length !== 1) return null;
  return [withSigns(items, '+', '-'), withSigns(items, '-', '+')];
}

function withSigns(items: readonly Item[], upper: string, lower: string): readonly Item[] {
  const marked = withName(items, '±', sign(upper));
  return withName(marked, '\\mp', sign(lower));
}

function sign(text: string): Item {
  return { base: { type: 'mark', text }, sub: null, sup: null, primes: 0, start: 0, end: 0 };
}
