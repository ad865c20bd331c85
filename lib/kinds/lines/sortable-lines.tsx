'use client';

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { type ReactNode, useId } from 'react';
import classes from './lines.module.css';

/** Lines are dragged by eye; keys and buttons do the same, and the list itself says what moved. */
const QUIET: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** What a line is dragged as: its place. */
export function lineId(index: number): string {
  return `line ${index}`;
}

/** A list of `count` lines that mouse and finger put into another order, by their numbers. */
export function SortableLines({
  count,
  disabled,
  onMove,
  children,
}: {
  count: number;
  disabled: boolean;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}) {
  const sensors = useSensors(
    // A tap on a number takes nothing along.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
  );
  const ids = Array.from({ length: count }, (_, index) => lineId(index));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: QUIET }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ol className={classes.lines}>{children}</ol>
      </SortableContext>
    </DndContext>
  );
}
