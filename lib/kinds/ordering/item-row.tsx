'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { InlineMarkdown } from '@/lib/ui/markdown';
import { itemName } from './item-name';
import classes from './ordering.module.css';

/** One item with its handle, its place and its buttons. */
export function ItemRow({
  id,
  place,
  count,
  text,
  disabled,
  onMove,
}: {
  id: string;
  place: number;
  count: number;
  text: string;
  disabled: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id, disabled });
  const isStill = useReducedMotion();
  const name = itemName(text);
  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-item={id}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), ...(!isStill && { transition }) }}
    >
      {!disabled && (
        <ActionIcon
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className={classes.handle}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Drag ${name}`}
        >
          <IconGripVertical size={18} aria-hidden="true" />
        </ActionIcon>
      )}
      <span className={classes.place} aria-hidden="true">
        {place + 1}
      </span>
      <span className={classes.text}>
        <InlineMarkdown authored>{text}</InlineMarkdown>
      </span>
      {!disabled && (
        <span className={classes.moves}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Move ${name} up`}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Move ${name} down`}
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden="true" />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
