'use client';

import type { PaperProps } from '@/lib/kinds/contract';
import { TickList } from '@/lib/kinds/printed';
import type { OrderingSpec } from './answer';

/** The items with room for a number before each. */
export function Paper({ spec: { items } }: PaperProps<OrderingSpec>) {
  return <TickList what={`Number them from 1 to ${items.length}.`} mark="____" items={items} />;
}
