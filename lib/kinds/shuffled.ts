import { randomFrom } from '@/lib/math/core/random';

/** The items in an order that the seed decides: Fisher and Yates, in the form of Durstenfeld 1964. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const random = randomFrom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a === undefined || b === undefined) continue;
    order[last] = b;
    order[other] = a;
  }
  return order;
}

/** The items sorted by what students see of them, so that the author's order tells nothing. */
export function inNoOrder<Item>(items: readonly Item[], seen: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => (seen(a) < seen(b) ? -1 : seen(a) > seen(b) ? 1 : 0));
}
