'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { AuthoredLine } from '@/lib/ui/authored';
import { itemName } from './item-name';
import classes from './ordering.module.css';

interface ItemRowProps {
  id: string;
  place: number;
  count: number;
  text: string;
  disabled: boolean;
  onMove: (by: -1 | 1) => void;
}

/** One item with its handle, its place and its buttons. */
export function ItemRow({ id, place, count, text, disabled, onMove }: ItemRowProps) {
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
        <AuthoredLine>{text}</AuthoredLine>
      </span>
      {!disabled && (
        <span className={classes.moves}>
          <MoveButton
            label={`Move ${name} up`}
            icon={IconArrowUp}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          />
          <MoveButton
            label={`Move ${name} down`}
            icon={IconArrowDown}
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          />
        </span>
      )}
    </li>
  );
}

function MoveButton({
  label,
  icon: Icon,
  disabled,
  onClick,
}: {
  label: string;
  icon: typeof IconArrowUp;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  );
}
