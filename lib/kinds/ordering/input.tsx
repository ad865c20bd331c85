'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import type { InputProps } from '@/lib/kinds/contract';
import type { OrderingAnswer, OrderingSpec } from './answer';
import { ItemRow } from './item-row';
import classes from './ordering.module.css';
import { useOrder } from './use-order';

const INSTRUCTIONS = {
  draggable: 'Space takes the item up and puts it down, the arrow keys move it.',
};

/** A list that one puts in order: by dragging, by touch, or with the two buttons of each item. */
export function Input({
  label,
  disabled,
  onChange,
  ...rest
}: InputProps<OrderingSpec, OrderingAnswer>) {
  const { order, isAnswered, announcement, announcements, textOf, indexOf, put, move } = useOrder({
    ...rest,
    onChange,
  });
  const sensors = useSensors(
    // A finger that scrolls the page must not take an item along.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) move(String(active.id), indexOf(over.id));
  };
  return (
    <div>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
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
        {announcement}
      </VisuallyHidden>
      {!disabled && (
        <Answered
          isAnswered={isAnswered}
          onKeep={() => put([...order])}
          onClear={() => onChange({})}
        />
      )}
    </div>
  );
}

/** Before anything is answered the random order counts only where the student says so. */
function Answered({
  isAnswered,
  onKeep,
  onClear,
}: {
  isAnswered: boolean;
  onKeep: () => void;
  onClear: () => void;
}) {
  return (
    <Group gap="sm" mt="xs" mih={36}>
      {isAnswered ? (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          Clear the answer
        </Button>
      ) : (
        <>
          <Button variant="default" size="compact-md" onClick={onKeep}>
            Keep this order
          </Button>
          <Text size="sm" c="dimmed">
            Not answered yet: the items stand in a random order.
          </Text>
        </>
      )}
    </Group>
  );
}
