import { z } from 'zod';
import { markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { inNoOrder } from '@/lib/kinds/shuffled';
import {
  credit,
  MOST_ITEMS,
  type OrderingAnswer,
  type OrderingKey,
  type OrderingSpec,
} from './answer';

/** Students' browsers know it: a word or a rank could tell. */
const itemId = z.string().regex(/^[A-Za-z]$/, 'an id is one letter');

export const authoredOrdering = z
  .strictObject({
    items: z
      .record(itemId, markdown.min(1))
      .describe('Item id → text, markdown; written in any order, each attempt shuffles them.'),
    reference: z
      .array(z.union([itemId, z.array(itemId).min(2)]))
      .min(2)
      .describe('Ids in the right order; a list within stands for items in any order.'),
    credit: credit
      .default('run')
      .describe('Part of the points: by the longest right run, by pairs, or none.'),
  })
  .superRefine(({ items, reference }, context) => {
    const named = reference.flat();
    const problem = (message: string, field: 'items' | 'reference') =>
      context.addIssue({ code: 'custom', message, path: [field] });
    const unknown = named.find((id) => !Object.hasOwn(items, id));
    if (unknown !== undefined) problem(`no item "${unknown}"`, 'reference');
    const twice = named.find((id, place) => named.indexOf(id) !== place);
    if (twice !== undefined) problem(`item "${twice}" stands there twice`, 'reference');
    const missing = Object.keys(items).filter((id) => !named.includes(id));
    if (missing.length > 0) problem(`${missing.join(', ')} missing from the order`, 'reference');
    if (named.length > MOST_ITEMS) problem(`at most ${MOST_ITEMS} items`, 'items');
    const texts = Object.values(items);
    const same = texts.find((text, place) => texts.indexOf(text) !== place);
    if (same !== undefined) problem(`two items read "${same}"`, 'items');
  });
type AuthoredOrdering = z.infer<typeof authoredOrdering>;

export const authoring: KindAuthoring<AuthoredOrdering, OrderingSpec, OrderingKey, OrderingAnswer> =
  {
    shownInOrder: [],
    readsFormulas: false,
    authored: authoredOrdering,
    split: ({ items, reference, credit: partly }) => ({
      spec: {
        items: inNoOrder(
          Object.entries(items).map(([id, text]) => ({ id, text })),
          ({ text }) => text,
        ),
      },
      key: {
        groups: reference.map((entry) => (typeof entry === 'string' ? [entry] : entry)),
        credit: partly,
      },
    }),
    referenceAnswer: (_, { groups }) => ({ order: groups.flat() }),
  };
