import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';

export const MOST_ITEMS = 26;

/** How a part of the points is earned: by the longest right run, by pairs, or not at all. */
export const credit = z.enum(['run', 'pairs', 'none']);

const orderingSpec = z.strictObject({
  /** Sorted by their texts: each attempt sees them in an order of its own. */
  items: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});
export type OrderingSpec = z.infer<typeof orderingSpec>;

const orderingKey = z.strictObject({
  /** The right order; items of one group may stand in any order among themselves. */
  groups: z.array(z.array(z.string())),
  credit,
});
export type OrderingKey = z.infer<typeof orderingKey>;

const orderingAnswer = z.strictObject({
  order: z.array(z.string().max(100)).max(MOST_ITEMS).optional(),
});
export type OrderingAnswer = z.infer<typeof orderingAnswer>;

/** An order is one of all items, each once; none at all is the empty answer. */
function notAnOrder(
  { items }: OrderingSpec,
  { order = [] }: OrderingAnswer,
): ContentProblem | null {
  if (order.length === 0) return null;
  const ids = items.map(({ id }) => id);
  const problem = (message: string) => ({ message, path: ['order'] });
  const unknown = order.find((id) => !ids.includes(id));
  if (unknown !== undefined) return problem(`no item "${unknown}"; there are ${ids.join(', ')}`);
  const twice = order.find((id, place) => order.indexOf(id) !== place);
  if (twice !== undefined) return problem(`item "${twice}" stands there twice`);
  const missing = ids.filter((id) => !order.includes(id));
  return missing.length > 0 ? problem(`${missing.join(', ')} missing from the order`) : null;
}

export const answers: KindAnswers<OrderingSpec, OrderingKey, OrderingAnswer> = {
  version: 1,
  title: 'Ordering',
  spec: orderingSpec,
  key: orderingKey,
  answer: orderingAnswer,
  isEmpty: ({ order = [] }) => order.length === 0,
  misfit: notAnOrder,
};
