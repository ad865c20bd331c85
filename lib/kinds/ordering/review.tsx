'use client';

import { Text } from '@mantine/core';
import type { ReviewProps } from '@/lib/kinds/contract';
import { AuthoredLine } from '@/lib/ui/authored';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { OrderingAnswer, OrderingKey, OrderingSpec } from './answer';
import { longestRun, ranksOf } from './order';
import classes from './ordering.module.css';

/** The student's order, the right one beside it. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<OrderingSpec, OrderingKey, OrderingAnswer>) {
  const order = answer.order ?? [];
  const textOf = (id: string) => spec.items.find((item) => item.id === id)?.text ?? id;
  const groups = reference?.key.groups;
  const run = groups && longestRun(ranksOf(order, groups), groups);
  const isInRun = (place: number) =>
    run !== undefined && run.length > 1 && place >= run.start && place < run.start + run.length;
  return (
    <section className={classes.columns} aria-label={label}>
      {order.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {groups ? 'This answer; the longest right run is marked ✓' : 'This answer'}
          </Text>
          <ol className={classes.reviewed}>
            {order.map((id, place) => (
              <li key={id}>
                <Item id={id} items={spec.items} />
                {isInRun(place) && (
                  <Text
                    span
                    c="var(--nabla-right)"
                    role="img"
                    aria-label="in the longest right run"
                  >
                    {' ✓'}
                  </Text>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
      {groups && (
        <div>
          <Text size="sm" c="dimmed">
            The right order
          </Text>
          <ol className={classes.reviewed}>
            {groups.map((group) => (
              <li key={group.join()}>
                <AuthoredLine>{group.map(textOf).join(' · ')}</AuthoredLine>
                {group.length > 1 && (
                  <Text span size="sm" c="dimmed">
                    {' (in any order)'}
                  </Text>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** An item of the author's; what names none is the student's own. */
function Item({ id, items }: { id: string; items: OrderingSpec['items'] }) {
  const item = items.find((each) => each.id === id);
  return item ? <AuthoredLine>{item.text}</AuthoredLine> : <InlineMarkdown>{id}</InlineMarkdown>;
}
