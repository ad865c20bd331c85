'use client';

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { shuffled } from '@/lib/kinds/shuffled';
import { useOwn } from '@/lib/ui/use-own';
import type { OrderingAnswer, OrderingSpec } from './answer';
import { itemName } from './item-name';
import { ItemRow } from './item-row';
import classes from './ordering.module.css';

/** A list that one puts in order: by dragging, by touch, or with the two buttons of each item. */
export function Input({
  spec,
  value,
  onChange,
  seed,
  label,
  disabled,
}: InputProps<OrderingSpec, OrderingAnswer>) {
  const first = useMemo(
    () =>
      shuffled(
        spec.items.map(({ id }) => id),
        seed,
      ),
    [spec, seed],
  );
  const isAnswered = (value.order ?? []).length > 0;
  const { own: order, latest, change } = useOwn(isAnswered ? (value.order ?? first) : first);
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    // A finger that scrolls the page must not take an item along.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const textOf = (id: UniqueIdentifier) => spec.items.find((item) => item.id === id)?.text ?? '';
  const nameOf = (id: UniqueIdentifier) => itemName(textOf(id));

  const put = (next: string[]) => {
    change(next);
    onChange({ order: next });
  };
  const move = (id: string, to: number) => {
    const from = latest.current.indexOf(id);
    if (from < 0 || to < 0 || to >= latest.current.length || to === from) return;
    put(arrayMove([...latest.current], from, to));
    setSaid(`${nameOf(id)}: now ${to + 1} of ${latest.current.length}.`);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) move(String(active.id), latest.current.indexOf(String(over.id)));
  };
  const placeOf = (id: UniqueIdentifier) => latest.current.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `${nameOf(active.id)} is taken up, ${placeOf(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${nameOf(active.id)} would be ${placeOf(over.id)}.` : undefined,
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => `${nameOf(active.id)} stays where it was.`,
  };
  return (
    <div>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          announcements,
          screenReaderInstructions: {
            draggable: 'Space takes the item up and puts it down, the arrow keys move it.',
          },
        }}
      >
        <SortableContext
          items={[...order]}
          strategy={verticalListSortingStrategy}
          disabled={disabled}
        >
          <ol className={classes.items} aria-label={label} data-field="order">
            {order.map((id, place) => (
              <ItemRow
                key={id}
                id={id}
                place={place}
                count={order.length}
                text={textOf(id)}
                disabled={disabled}
                onMove={(by) => move(id, place + by)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      {!disabled && (
        <Group gap="sm" mt="xs" mih={36}>
          {isAnswered ? (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange({})}>
              Clear the answer
            </Button>
          ) : (
            <>
              <Button variant="default" size="compact-md" onClick={() => put([...order])}>
                Keep this order
              </Button>
              <Text size="sm" c="dimmed">
                Not answered yet: the items stand in a random order.
              </Text>
            </>
          )}
        </Group>
      )}
    </div>
  );
}
